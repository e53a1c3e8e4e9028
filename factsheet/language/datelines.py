"""Where reports open with a dateline: at the top of an article, below its title, and in the middle of it."""

from __future__ import annotations

from factsheet.language.paragraphs import paragraphs
from factsheet.reading.datelines import find_dateline


def dateline_spans(text: str) -> list[tuple[int, int]]:
    """The datelines that paragraphs of ``text`` open with, as half-open character offsets, in order. Each ends where
    its report begins."""
    starts = (start for start, _ in paragraphs(text))
    return [(start, found.body_start) for start in starts if (found := find_dateline(text, start)) is not None]
