"""What a format's reader hands back: the text, and the facts about the article that it came upon."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.model import ArticleField


@dataclass(frozen=True)
class Fact:
    """One fact about an article, where it was read (half-open character offsets) and by which rule.

    ``value`` is what the words mean (an ISO date, a place in normal capitals), not always the words themselves.
    """

    field: ArticleField
    value: str
    start: int
    end: int
    reason: str


@dataclass(frozen=True)
class Document:
    """A source document as text. Of several facts for one field the first counts.

    ``body_start`` is the offset at which the reading matter begins.
    """

    text: str
    body_start: int
    facts: tuple[Fact, ...]
