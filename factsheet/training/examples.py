"""Examples to learn from: for each place where a cue may stand, its features and those of every content it may report,
and for each annotated cue those of the words that may name its source, with which of them are the annotated ones."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from factsheet.evaluation.brat import AnnotatedArticle
from factsheet.evaluation.score import Attribution, same_source
from factsheet.evaluation.words import Offsets, words
from factsheet.quotations.contents.beside import Beside
from factsheet.quotations.contents.candidates import content_candidates
from factsheet.quotations.contents.features import content_features
from factsheet.quotations.contents.other_cues import OtherCues
from factsheet.quotations.cue_features import cue_features
from factsheet.quotations.cues import cue_candidates
from factsheet.quotations.frames import Reading
from factsheet.quotations.parse import Word, root
from factsheet.quotations.sources.candidates import Naming, source_candidates
from factsheet.quotations.sources.features import source_features
from factsheet.quotations.weights import Weights

Parsed = tuple[Doc, AnnotatedArticle]

_FEWEST_REPORTS = 3
_LEAST_RATE = 0.03
# Verbs seen so often and hardly ever as cues are not looked at again.
_FREQUENT = 12
_LEAST_OVERLAP = 0.3


@dataclass
class Table:
    """Rows of features, each feature a number; ``names`` has them by number."""

    numbers: dict[str, int] = field(default_factory=dict)
    values: array[int] = field(default_factory=lambda: array("i"))
    ends: array[int] = field(default_factory=lambda: array("i", [0]))

    def add(self, names: Iterable[str]) -> None:
        """Add a row."""
        self.values.extend({self.numbers.setdefault(name, len(self.numbers)): None for name in names})
        self.ends.append(len(self.values))


@dataclass
class Choices:
    """Rows that compete in groups: ``group`` has for each row the number of its group, in order.

    ``target`` is the share of the truth that a row has: the shares of a group add up to 1, or to 0 where none of its
    rows is the truth. ``shared`` has for each group the features that all of its rows have; it may be empty.
    """

    rows: Table = field(default_factory=Table)
    shared: Table = field(default_factory=Table)
    group: array[int] = field(default_factory=lambda: array("i"))
    target: array[float] = field(default_factory=lambda: array("d"))

    def add(self, rows: Sequence[Iterable[str]], right: Sequence[bool]) -> None:
        """Add a group: the features of each of its rows, and which rows are the truth."""
        number = self.group[-1] + 1 if self.group else 0
        for row, is_right in zip(rows, right, strict=True):
            self.rows.add(row)
            self.group.append(number)
            self.target.append(1 / sum(right) if is_right else 0.0)


@dataclass
class Examples:
    """Contents in groups of a cue, with the cue's features as what they share; and sources in groups of a cue."""

    contents: Choices = field(default_factory=Choices)
    sources: Choices = field(default_factory=Choices)


def cue_vocabulary(parsed: Sequence[Parsed]) -> tuple[dict[str, int], frozenset[str]]:
    """The known cues with the tenths of their places in which they report something, and the verbs that seldom do."""
    seen: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    plain: set[str] = set()
    verbs: set[str] = set()
    for doc, article in parsed:
        reading = Reading.of(doc)
        cues = sorted(span for attribution in article.attributions for span in attribution.cue)
        for word in reading.words:
            if word.start < reading.start or word.is_punct or word.is_space or word.pos == "PROPN":
                continue
            if reading.in_marks[word.i]:
                continue
            key = reading.columns.keys[word.i]
            seen[key] += 1
            marked[key] += any(start < word.end and word.start < end for start, end in cues)
            # What never stands in small letters may be a name.
            if word.text[:1].islower():
                plain.add(key)
            if word.pos == "VERB":
                verbs.add(key)
    known = {
        key: int(10 * number / seen[key])
        for key, number in sorted(marked.items())
        if number >= _FEWEST_REPORTS and number >= _LEAST_RATE * seen[key] and key in plain
    }
    seldom = (key for key in verbs & plain if seen[key] >= _FREQUENT and key not in known)
    return known, frozenset(seldom)


def collect(parsed: Iterable[Parsed], weights: Weights) -> Examples:
    """The examples of parsed articles; of ``weights``, only what is known of cues is used."""
    examples = Examples()
    for doc, article in parsed:
        _collect(Reading.of(doc), article, weights, examples)
    return examples


def _collect(reading: Reading, article: AnnotatedArticle, weights: Weights, examples: Examples) -> None:
    units = words(article.text)
    gold = [_words(units, attribution.content) for attribution in article.attributions]
    cues = [(token, _marked(token, article)) for token in cue_candidates(reading, weights)]
    overlaps: dict[int, list[float]] = {}
    candidates = {token.i: list(content_candidates(token, reading)) for token, _ in cues}
    for token, marked in cues:
        found = [_words(units, candidate.spans) for candidate in candidates[token.i]] if marked else []
        overlaps[token.i] = [max(_overlap(one, gold[i]) for i in marked) for one in found]
    best = _best_tokens(cues, overlaps)
    others = OtherCues.of(reading, weights)
    for token, marked in cues:
        if not candidates[token.i] or (marked and token.i not in best):
            # Neither an example of a report nor of none: the annotators see a cue here, but no content within reach.
            continue
        beside, key = Beside.of(token, reading), reading.columns.keys[token.i]
        most = max(overlaps[token.i], default=0.0)
        examples.contents.shared.add(cue_features(token, key, beside, reading, weights))
        examples.contents.add(
            [content_features(token, key, one, beside, reading, others) for one in candidates[token.i]],
            [overlap == most for overlap in overlaps[token.i]] or [False] * len(candidates[token.i]),
        )
        for i in best.get(token.i, ()):
            _collect_sources(token, key, article.attributions[i], reading, units, examples.sources)


def _collect_sources(
    cue: Word, key: str, attribution: Attribution, reading: Reading, units: Sequence[Offsets], sources: Choices
) -> None:
    candidates = source_candidates(cue, attribution.content, reading)
    named = _words(units, attribution.source)
    right = _right_sources(candidates, named, attribution, reading, units)
    if candidates and (any(right) or not named):
        sources.add(list(source_features(cue, key, attribution.content, candidates, reading)), right)


def _right_sources(
    candidates: Sequence[Naming],
    named: frozenset[int],
    attribution: Attribution,
    reading: Reading,
    units: Sequence[Offsets],
) -> list[bool]:
    """Of the candidates that share their words with the annotated source, those that hang on the same noun; where none
    does, those that share most. A noun of its relative clause ("who leads the project") is not the source."""
    found = [_words(units, candidate.spans) for candidate in candidates]
    overlaps = [_overlap(one, named) if same_source(named, one) else 0.0 for one in found]
    most = max(overlaps, default=0.0)
    if not most:
        return [False] * len(candidates)
    first, end = reading.tokens(*attribution.source[0])
    noun = root(reading.words[first:end])
    same = [bool(overlap) and one.head is noun for one, overlap in zip(candidates, overlaps, strict=True)]
    return same if any(same) else [overlap == most for overlap in overlaps]


def _marked(word: Word, article: AnnotatedArticle) -> list[int]:
    """The attributions that have content, and whose cue the word is part of."""
    return [
        i
        for i, attribution in enumerate(article.attributions)
        if attribution.content and any(start < word.end and word.start < end for start, end in attribution.cue)
    ]


def _best_tokens(cues: list[tuple[Word, list[int]]], overlaps: dict[int, list[float]]) -> dict[int, list[int]]:
    """Of the tokens of each annotated cue, the one whose contents come nearest to the annotated one, if any does: its
    index in the Doc, with the attributions that it is the best of."""
    by_attribution: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for token, marked in cues:
        for i in marked:
            by_attribution[i].append((max(overlaps[token.i], default=0.0), -token.i))
    best: dict[int, list[int]] = defaultdict(list)
    for attribution, tokens in by_attribution.items():
        overlap, token_index = max(tokens)
        if overlap >= _LEAST_OVERLAP:
            best[-token_index].append(attribution)
    return best


def _words(units: Sequence[Offsets], spans: Iterable[Offsets]) -> frozenset[int]:
    """The words (by where they begin) that share a character with any of the spans."""
    found: set[int] = set()
    for start, end in spans:
        first = bisect_right(units, start, key=lambda unit: unit[1])
        last = bisect_left(units, end, key=lambda unit: unit[0])
        found.update(unit[0] for unit in units[first:last])
    return frozenset(found)


def _overlap(some: frozenset[int], others: frozenset[int]) -> float:
    return len(some & others) / max(len(some | others), 1)
