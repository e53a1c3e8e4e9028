"""The judge: which of its contents a cue reports, if any, and how likely.

It is a conditional logistic regression (McFadden 1974, "Conditional logit analysis of qualitative choice behavior"):
"no quotation" and each content candidate compete, each with the sum of its features' weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp, log
from pathlib import Path

from factsheet.quotations.contents.beside import Beside
from factsheet.quotations.contents.candidates import content_candidates
from factsheet.quotations.contents.features import content_features
from factsheet.quotations.contents.other_cues import OtherCues
from factsheet.quotations.cue_features import context_features, word_features
from factsheet.quotations.cues import cue_candidates
from factsheet.quotations.frames import Chars, ContentCandidate, Reading
from factsheet.quotations.parse import Word
from factsheet.quotations.sources.quoting import saying
from factsheet.quotations.weights import Weights, read_weights, total

# From here on a frame is kept: F1 on articles left out of training is flat around it.
THRESHOLD = 0.24
# How likely "quoted as saying" reports something.
_CERTAIN = 0.9
# Contents whose scores say together less than this are kept never.
_LEAST_ODDS = log(THRESHOLD / (1 - THRESHOLD))
# Two contents that overlap so far are one finding with different edges.
_SAME = 0.3


class Judge:
    """Weights, and how they are applied."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights

    def choices(self, reading: Reading) -> Iterator[tuple[Word, ContentCandidate, float]]:
        """Every cue that reports something, with the likeliest content and the probability that the cue reports this
        or nearly this (see ``_SAME``), where it is ``THRESHOLD`` or more."""
        others = OtherCues.of(reading, self.weights)
        for cue in cue_candidates(reading, self.weights):
            chosen = self._choose(cue, reading, others)
            if chosen is not None:
                yield cue, *chosen

    def _choose(self, cue: Word, reading: Reading, others: OtherCues) -> tuple[ContentCandidate, float] | None:
        weights, key = self.weights, reading.columns.keys[cue.i]
        certain = saying(cue) is not None
        base = total(weights.cue, word_features(cue.i, key, reading, weights))
        if base < weights.word_gate and not certain:
            return None
        beside = Beside.of(cue, reading)
        base += total(weights.cue, context_features(cue, key, beside, reading, weights))
        if base < weights.gate and not certain:
            return None
        candidates = list(content_candidates(cue, reading, beside))
        if not candidates:
            return None
        scores = [
            base + total(weights.content, content_features(cue, key, candidate, beside, reading, others))
            for candidate in candidates
        ]
        likeliest = max(scores)
        if likeliest + log(len(scores)) < _LEAST_ODDS and not certain:
            return None
        top = max(0.0, likeliest)
        odds = [exp(score - top) for score in scores]
        odds_of_any = sum(odds)
        all_odds = odds_of_any + exp(-top)
        if odds_of_any / all_odds < THRESHOLD and not certain:
            return None
        best = candidates[scores.index(likeliest)]
        alike = (odd for odd, other in zip(odds, candidates, strict=True) if _overlap(best.spans, other.spans) >= _SAME)
        probability = sum(alike) / all_odds
        if certain:
            return best, max(probability, _CERTAIN)
        return (best, probability) if probability >= THRESHOLD else None


def judge_of(path: Path | None = None) -> Judge:
    """The judge with the weights of a file; without one, with those that come with the program.

    Raises:
        ModelError: the file cannot be read, or holds no such weights.
    """
    return Judge(read_weights(path))


def _overlap(some: tuple[Chars, ...], others: tuple[Chars, ...]) -> float:
    if some == others:
        return 1.0
    shared = sum(max(0, min(end, y) - max(start, x)) for start, end in some for x, y in others)
    return shared / (sum(b - a for a, b in some) + sum(b - a for a, b in others) - shared)
