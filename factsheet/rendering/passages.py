"""Passages of an article: its words as they stand there, by paragraph, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factsheet.language.paragraphs import paragraph_number, paragraphs
from factsheet.model import Article, Span

_AROUND = 70
_LONGEST = 240
_SPACE = " \t\n\r"
_LEFT_OUT = " […] "


@dataclass(frozen=True)
class Excerpt:
    """A place in the article: its paragraph, its words, and the words before and after them in that paragraph."""

    paragraph: int
    before: str
    text: str
    after: str


class Passages:
    """One article's paragraphs, found once."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._bounds = paragraphs(article.text)

    def number(self, offset: int) -> int:
        """The number, from 1, of the paragraph ``offset`` stands in."""
        return paragraph_number(self._bounds, offset)

    def by_paragraph(self, spans: Sequence[Span]) -> tuple[tuple[str, ...], ...]:
        """The words of ``spans``, verbatim but for white space at the ends: one tuple for each paragraph they stand
        in, with one string for each stretch without a gap."""
        found: dict[int, list[str]] = {}
        for span in spans:
            for start, end in self._cut(span):
                found.setdefault(self.number(start), []).append(self._text[start:end].strip(_SPACE))
        return tuple(tuple(stretches) for stretches in found.values())

    def excerpt(self, span: Span) -> Excerpt:
        """The place ``span`` with some words around it; the middle of a very long one is left out."""
        number = self.number(span.start)
        start, end = self._bounds[number - 1] if self._bounds else (span.start, span.end)
        text = self._text
        before = text[max(start, span.start - _AROUND) : span.start]
        if span.start - _AROUND > start:
            before = "… " + before.partition(" ")[2]
        last = max(end, span.end)
        after = text[span.end : min(last, span.end + _AROUND)]
        if span.end + _AROUND < last:
            after = after.rpartition(" ")[0] + " …"
        return Excerpt(number, before, shortened(span.text), after)

    def _cut(self, span: Span) -> list[tuple[int, int]]:
        pieces = [
            (max(start, span.start), min(end, span.end))
            for start, end in self._bounds
            if start < span.end and span.start < end
        ]
        return pieces or [(span.start, span.end)]


def shortened(text: str, longest: int = _LONGEST) -> str:
    """``text``, or its beginning and end round ``[…]`` where it has more than ``longest`` characters."""
    if len(text) <= longest:
        return text
    return text[: longest * 2 // 3] + _LEFT_OUT + text[-(longest // 3) :]
