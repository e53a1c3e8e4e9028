"""Headings that quote what is said under them: nobody says the words where they stand."""

from __future__ import annotations

import re

from factsheet.language.quote_marks import CLOSING, EITHER
from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.marks import QuotedRegion

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_LOOSE = f".,!?… '’‘“{CLOSING}{EITHER}"
_FEWEST_WORDS = 2
_MOST_WORDS = 8
_FEWEST_PLACES = 2


def is_heading(region: QuotedRegion, reading: Reading) -> bool:
    """Whether a quoted region is a few words that make a paragraph, and that stand among more words in another one."""
    text = reading.text
    inside = text[region.start + len(region.mark) : region.end].rstrip(_LOOSE)
    if not _FEWEST_WORDS <= len(_WORD.findall(inside)) <= _MOST_WORDS:
        return False
    if (
        _stands_among_more((region.start, region.end), reading)
        or reading.lowered.count(inside.lower()) < _FEWEST_PLACES
    ):
        return False
    again = re.compile(rf"(?<!\w){re.escape(inside)}(?!\w)", re.IGNORECASE)
    return any(_stands_among_more(match.span(), reading) for match in again.finditer(text, reading.start))


def _stands_among_more(span: Chars, reading: Reading) -> bool:
    start, end = reading.paragraph(span[0])
    return bool(_WORD.search(reading.text, start, span[0]) or _WORD.search(reading.text, span[1], end))
