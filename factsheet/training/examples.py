"""Examples to learn from: for each place where a cue may stand, its features and those of every content it may report,
with how far each content is the annotated one."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from factsheet.evaluation.brat import AnnotatedArticle
from factsheet.evaluation.words import Offsets, words
from factsheet.quotations.beside import Beside
from factsheet.quotations.content_features import content_features, nested_levels
from factsheet.quotations.contents import content_candidates
from factsheet.quotations.cue_features import cue_features
from factsheet.quotations.cues import cue_candidates, cue_key
from factsheet.quotations.frames import Reading
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
class Examples:
    """Cues, and their contents: ``group`` has for each content the row of its cue.

    ``target`` is the share of the truth that a content has (1 among the contents of a cue that reports something), and
    ``reports`` tells of each cue whether it reports something.
    """

    cues: Table = field(default_factory=Table)
    contents: Table = field(default_factory=Table)
    group: array[int] = field(default_factory=lambda: array("i"))
    target: array[float] = field(default_factory=lambda: array("d"))
    reports: array[int] = field(default_factory=lambda: array("b"))


def cue_vocabulary(parsed: Sequence[Parsed]) -> tuple[dict[str, int], frozenset[str]]:
    """The known cues with the tenths of their places in which they report something, and the verbs that seldom do."""
    seen: Counter[str] = Counter()
    marked: Counter[str] = Counter()
    plain: set[str] = set()
    verbs: set[str] = set()
    for doc, article in parsed:
        reading = Reading.of(doc)
        cues = sorted(span for attribution in article.attributions for span in attribution.cue)
        for token in doc:
            if token.idx < reading.start or token.is_punct or token.is_space or token.pos_ == "PROPN":
                continue
            if reading.quoted(token.idx):
                continue
            key = cue_key(token)
            seen[key] += 1
            marked[key] += any(start < token.idx + len(token) and token.idx < end for start, end in cues)
            # What never stands in small letters may be a name.
            if token.text[:1].islower():
                plain.add(key)
            if token.pos_ == "VERB":
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
    levels = nested_levels(reading, weights)
    for token, marked in cues:
        if not candidates[token.i] or (marked and token.i not in best):
            # Neither an example of a report nor of none: the annotators see a cue here, but no content within reach.
            continue
        beside = Beside.of(token, reading)
        key, row = cue_key(token), len(examples.reports)
        examples.cues.add(cue_features(token, key, beside, reading, weights))
        examples.reports.append(bool(marked))
        most = max(overlaps[token.i], default=0.0)
        right = [bool(marked) and overlap == most for overlap in overlaps[token.i]] or [False] * len(
            candidates[token.i]
        )
        for candidate, is_right in zip(candidates[token.i], right, strict=True):
            examples.contents.add(content_features(token, key, candidate, beside, reading, levels))
            examples.group.append(row)
            examples.target.append(is_right / sum(right) if is_right else 0.0)


def _marked(token: Token, article: AnnotatedArticle) -> list[int]:
    """The attributions whose cue the token is part of."""
    return [
        i
        for i, attribution in enumerate(article.attributions)
        if any(start < token.idx + len(token) and token.idx < end for start, end in attribution.cue)
    ]


def _best_tokens(cues: list[tuple[Token, list[int]]], overlaps: dict[int, list[float]]) -> set[int]:
    """Of the tokens of each annotated cue, the one whose contents come nearest to the annotated one, if any does."""
    by_attribution: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for token, marked in cues:
        for i in marked:
            by_attribution[i].append((max(overlaps[token.i], default=0.0), -token.i))
    return {-i for tokens in by_attribution.values() for overlap, i in [max(tokens)] if overlap >= _LEAST_OVERLAP}


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
