"""How well found quotations agree with annotated ones: counts for one article, and figures from summed counts.

A quotation is scored as the set of words of its content. It is *direct* when at least 0.8 of them stand inside
quotation marks, *mixed* when any does, else *indirect*; gold and prediction are classed the same way. Gold and
predicted quotations pair one to one, the best Jaccard overlap first. A pair counts as *exact* at overlap 1, as
*strict* from 0.8 and as *lenient* from 0.3. Of the lenient pairs whose gold has a source, the source is right where
the two sources share at least half of the words of the shorter one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from factsheet.evaluation.words import Offsets, quoted, words
from factsheet.model import Quotation, Span

KINDS = ("all", "direct", "mixed", "indirect")
LEAST_OVERLAP = {"exact": 1.0, "strict": 0.8, "lenient": 0.3}

_DIRECT_SHARE = 0.8
_SOURCE_SHARE = 0.5

SourceVerdict = Literal["right", "wrong", "none given"]

Scores = dict[str, float]
"""Figures by name, such as ``"direct strict F1"``; see :func:`figures`."""


@dataclass(frozen=True)
class Attribution:
    """The three parts of a quotation as half-open character offsets, annotated or predicted."""

    content: tuple[Offsets, ...]
    cue: tuple[Offsets, ...] = ()
    source: tuple[Offsets, ...] = ()

    @classmethod
    def of(cls, quotation: Quotation) -> Attribution:
        """The three parts of a quotation that the program found."""
        return cls(_offsets(quotation.content), _offsets(quotation.cue), _offsets(quotation.source))


@dataclass(frozen=True)
class Item:
    """An attribution as it is scored: its place in the list it was given in, its kind, and each part as the set of
    the offsets at which the words begin that it covers, wholly or in part."""

    index: int
    kind: str
    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]


@dataclass(frozen=True)
class Pair:
    """An annotated quotation and the found one that is scored against it."""

    overlap: float
    gold: Item
    predicted: Item

    @property
    def source(self) -> SourceVerdict | None:
        """Whether the source was found, or None where none is annotated."""
        if not self.gold.source:
            return None
        if same_source(self.gold.source, self.predicted.source):
            return "right"
        return "wrong" if self.predicted.source else "none given"


@dataclass(frozen=True)
class Comparison:
    """What is scored of one article: all items of both sides, and which of them are pairs (one to one, of an overlap
    of at least 0.3, best first)."""

    gold: tuple[Item, ...]
    predicted: tuple[Item, ...]
    pairs: tuple[Pair, ...]


def compare(text: str, gold: Iterable[Attribution], predicted: Iterable[Attribution]) -> Comparison:
    """Pair the annotated quotations of an article with those found in it.

    ``text`` is the article's text, which all offsets count in. An attribution whose content has no word in it is
    left out.
    """
    units = words(text)
    inside = quoted(text, units)
    gold_items, predicted_items = (
        tuple(item for i, a in enumerate(side) if (item := _item(i, a, units, inside)).content)
        for side in (gold, predicted)
    )
    return Comparison(gold_items, predicted_items, tuple(_pairs(gold_items, predicted_items)))


def count(text: str, gold: Iterable[Attribution], predicted: Iterable[Attribution]) -> Counter[str]:
    """The counts of one article, ready to be summed with those of others and given to :func:`figures`.

    The arguments are those of :func:`compare`.
    """
    comparison = compare(text, gold, predicted)
    counts = Counter({"documents": 1})
    for item in comparison.gold:
        _add(counts, item.kind, "gold")
    for item in comparison.predicted:
        _add(counts, item.kind, "predicted")
    for pair in comparison.pairs:
        for measure, least in LEAST_OVERLAP.items():
            if pair.overlap >= least:
                _add(counts, pair.gold.kind, f"{measure} recalled")
                _add(counts, pair.predicted.kind, f"{measure} precise")
        if pair.source:
            _add(counts, pair.gold.kind, "sources")
        if pair.source in ("right", "wrong"):
            _add(counts, pair.gold.kind, f"sources {pair.source}")
    return counts


def figures(counts: Counter[str]) -> Scores:
    """Precision (P), recall (R) and F1 of each kind by each measure, and the shares of sources right and wrong.

    Keys are ``"documents"`` and, for each of :data:`KINDS`: ``"KIND gold"``, ``"KIND predicted"``,
    ``"KIND MEASURE P"`` (``R``, ``F1``), ``"KIND source accuracy"``, ``"KIND source wrong"``. Shares are rounded to
    four places.
    """
    scores: Scores = {"documents": counts["documents"]}
    for kind in KINDS:
        scores[f"{kind} gold"] = counts[f"{kind} gold"]
        scores[f"{kind} predicted"] = counts[f"{kind} predicted"]
        for measure in LEAST_OVERLAP:
            precision = _share(counts[f"{kind} {measure} precise"], counts[f"{kind} predicted"])
            recall = _share(counts[f"{kind} {measure} recalled"], counts[f"{kind} gold"])
            f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
            scores[f"{kind} {measure} P"] = round(precision, 4)
            scores[f"{kind} {measure} R"] = round(recall, 4)
            scores[f"{kind} {measure} F1"] = round(f1, 4)
        sources = counts[f"{kind} sources"]
        scores[f"{kind} source accuracy"] = round(_share(counts[f"{kind} sources right"], sources), 4)
        scores[f"{kind} source wrong"] = round(_share(counts[f"{kind} sources wrong"], sources), 4)
    return scores


def _offsets(spans: Iterable[Span]) -> tuple[Offsets, ...]:
    return tuple((span.start, span.end) for span in spans)


def _item(index: int, attribution: Attribution, units: Sequence[Offsets], inside: frozenset[int]) -> Item:
    content = _touched(attribution.content, units)
    share = _share(len(content & inside), len(content))
    kind = "direct" if share >= _DIRECT_SHARE else "mixed" if share else "indirect"
    return Item(index, kind, content, _touched(attribution.cue, units), _touched(attribution.source, units))


def _touched(spans: tuple[Offsets, ...], units: Sequence[Offsets]) -> frozenset[int]:
    """The starts of the words that any of the spans covers, wholly or in part."""
    covered = (
        units[bisect_right(units, a, key=lambda unit: unit[1]) : bisect_left(units, b, key=lambda unit: unit[0])]
        for a, b in spans
    )
    return frozenset(start for part in covered for start, _ in part)


def _pairs(gold: Sequence[Item], predicted: Sequence[Item]) -> Iterator[Pair]:
    """One-to-one pairs with their overlap, best first; among equals the earlier quotation goes first."""
    candidates = [
        (len(g.content & p.content) / len(g.content | p.content), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
    ]
    gold_left, predicted_left = set(range(len(gold))), set(range(len(predicted)))
    for overlap, i, j in sorted(candidates, key=lambda row: (-row[0], row[1], row[2])):
        if overlap >= LEAST_OVERLAP["lenient"] and i in gold_left and j in predicted_left:
            gold_left.remove(i)
            predicted_left.remove(j)
            yield Pair(overlap, gold[i], predicted[j])


def same_source(gold: frozenset[int], predicted: frozenset[int]) -> bool:
    """Whether two sources, as the words that they are made of, share at least half of the shorter one's."""
    return bool(gold and predicted) and len(gold & predicted) >= _SOURCE_SHARE * min(len(gold), len(predicted))


def _add(counts: Counter[str], kind: str, what: str) -> None:
    counts[f"all {what}"] += 1
    counts[f"{kind} {what}"] += 1


def _share(part: int, whole: int) -> float:
    return part / max(whole, 1)
