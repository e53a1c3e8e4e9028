"""The errors behind the scores of one article: every miss, false find, wrong span and wrong source, with its cause.

They are those that the figures count. A *missed* quotation is annotated and in no lenient pair, a *false find* is
found and in none. A *wrong span* is a lenient pair that is no strict one, a *wrong source* a lenient pair for which a
source is annotated and another one, or none, is given. A pair may have both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factsheet.evaluation.causes import (
    cause_of_false_find,
    cause_of_miss,
    cause_of_wrong_source,
    cause_of_wrong_span,
)
from factsheet.evaluation.score import LEAST_OVERLAP, Attribution, Item, Pair, compare
from factsheet.evaluation.words import Offsets, words
from factsheet.model import Quotation, Span

ErrorKind = Literal["missed", "false find", "wrong span", "wrong source"]

_AROUND = 80
_QUOTED = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Parts:
    """The three parts of a quotation with their words."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]


@dataclass(frozen=True)
class QuotationError:
    """One error.

    ``doc`` is the stem of the article, ``kind`` that of the annotated quotation (of the found one, where the error is
    a false find). ``gold`` and ``found`` are the two of a pair; of a missed quotation ``found`` is the found one that
    the cause speaks of, of a false find ``gold`` is the annotated one that it speaks of, either None where it speaks
    of none. ``construction`` says how the found one was found, without its own words ("" without one), and
    ``confidence`` is the program's. ``passage`` is the text around them all.
    """

    error: ErrorKind
    cause: str
    kind: str
    doc: str
    gold: Parts | None
    found: Parts | None
    construction: str
    confidence: float | None
    passage: Span

    @property
    def of(self) -> Parts:
        """The quotation that the error is about: the annotated one, but of a false find the found one."""
        about = self.found if self.error == "false find" else self.gold
        assert about is not None
        return about

    @property
    def cue(self) -> str:
        """The words of its cue in lower case, "" without one."""
        return " … ".join(" ".join(span.text.lower().split()) for span in self.of.cue)


def quotation_errors(
    doc: str, text: str, gold: Sequence[Attribution], found: Sequence[Quotation]
) -> list[QuotationError]:
    """The errors of one article, in the order of the text.

    ``doc`` is the article's stem, ``text`` its text, which all offsets count in, ``gold`` what is annotated in it and
    ``found`` what the program found. An attribution whose content has no word in it is left out.
    """
    errors = _Article(doc, text, gold, found).errors()
    return sorted(errors, key=lambda error: (error.of.content[0].start, error.error))


class _Article:
    def __init__(self, doc: str, text: str, gold: Sequence[Attribution], found: Sequence[Quotation]) -> None:
        self.doc, self.text, self.found = doc, text, found
        self.annotated, self.predicted = gold, [Attribution.of(quotation) for quotation in found]
        self.units = words(text)
        self.compared = compare(text, self.annotated, self.predicted)

    def errors(self) -> Iterator[QuotationError]:
        compared = self.compared
        gold_paired = {pair.gold.index for pair in compared.pairs}
        found_paired = {pair.predicted.index for pair in compared.pairs}
        for item in compared.gold:
            if item.index not in gold_paired:
                cause, beside = cause_of_miss(item, compared.predicted, found_paired)
                yield self._error("missed", cause, item, beside)
        for item in compared.predicted:
            if item.index not in found_paired:
                cause, beside = cause_of_false_find(item, compared.gold, gold_paired)
                yield self._error("false find", cause, beside, item)
        for pair in compared.pairs:
            if pair.overlap < LEAST_OVERLAP["strict"]:
                yield self._error("wrong span", self._cause_of_span(pair), pair.gold, pair.predicted)
            if pair.source not in (None, "right"):
                yield self._error("wrong source", cause_of_wrong_source(self.text, pair), pair.gold, pair.predicted)

    def _cause_of_span(self, pair: Pair) -> str:
        gold, found = self.annotated[pair.gold.index], self.predicted[pair.predicted.index]
        return cause_of_wrong_span(pair, self._pieces(gold.content), self._pieces(found.content))

    def _pieces(self, content: tuple[Offsets, ...]) -> list[frozenset[int]]:
        return [frozenset(start for start, end in self.units if start < b and a < end) for a, b in content]

    def _error(self, error: ErrorKind, cause: str, gold: Item | None, found: Item | None) -> QuotationError:
        annotated = self._parts(self.annotated[gold.index]) if gold else None
        predicted = self._parts(self.predicted[found.index]) if found else None
        quotation = self.found[found.index] if found else None
        about = found if error == "false find" else gold
        assert about is not None
        return QuotationError(
            error,
            cause,
            about.kind,
            self.doc,
            annotated,
            predicted,
            _QUOTED.sub("“…”", quotation.evidence[0]).rstrip(".") if quotation and quotation.evidence else "",
            quotation.confidence if quotation else None,
            self._passage(span for parts in (annotated, predicted) if parts for span in _spans(parts)),
        )

    def _parts(self, attribution: Attribution) -> Parts:
        return Parts(*(self._located(part) for part in (attribution.content, attribution.cue, attribution.source)))

    def _located(self, part: tuple[Offsets, ...]) -> tuple[Span, ...]:
        return tuple(Span.within(self.text, start, end) for start, end in sorted(part))

    def _passage(self, spans: Iterable[Span]) -> Span:
        places = list(spans)
        start, end = min(span.start for span in places), max(span.end for span in places)
        return Span.within(self.text, max(0, start - _AROUND), min(len(self.text), end + _AROUND))


def _spans(parts: Parts) -> tuple[Span, ...]:
    return (*parts.content, *parts.cue, *parts.source)
