"""The other verbs that report, as a content candidate sees them: those within it, and those it is joined to."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from factsheet.quotations.frames import Reading
from factsheet.quotations.parse import NOUN_SUBJECTS
from factsheet.quotations.weights import MOSTLY_REPORTS, Weights

_FINITE = ("VBD", "VBZ", "VBP")
# How far behind its conjunction a verb may stand: "and later also said", "while the board's new chairman Bo Lund said".
_CONJUNCTIONS = {"and": 4, "but": 4, "while": 16, "whereas": 16}
_CONTRASTING = ("while", "whereas")


class Joint(NamedTuple):
    """The token of a conjunction, the tag of the reporting verb behind it, and its ``kind``: "same" where the verb goes
    on with a subject (She said it rained and asked …), "other" where it has one of its own (…, while he said …)."""

    at: int
    tag: str
    kind: str


@dataclass(frozen=True)
class OtherCues:
    """For every token, how often a cue like it reports something (0 for what is no verb outside marks), and the
    conjunctions that a verb follows which mostly does, in the order of the text."""

    levels: list[int]
    joints: list[Joint]

    @classmethod
    def of(cls, reading: Reading, weights: Weights) -> OtherCues:
        """Those of a reading, as far as ``weights`` know the cues."""
        columns = reading.columns
        levels = [
            weights.level(key) if pos == "VERB" and not inside else 0
            for key, pos, inside in zip(columns.keys, columns.pos, reading.in_marks, strict=True)
        ]
        found = (_joint(reading, levels, i) for i, word in enumerate(columns.words) if word in _CONJUNCTIONS)
        return cls(levels, [joint for joint in found if joint])

    def between(self, first: int, end: int) -> list[Joint]:
        """The joints at the tokens from ``first`` up to ``end``, which is left out."""
        if not self.joints:
            return []
        return self.joints[bisect_left(self.joints, (first,)) : bisect_left(self.joints, (end,))]


def _joint(reading: Reading, levels: list[int], at: int) -> Joint | None:
    """The joint at a conjunction outside marks, if the first finite verb behind it mostly reports."""
    if reading.in_marks[at]:
        return None
    conjunction = reading.columns.words[at]
    contrasting = conjunction in _CONTRASTING
    for word in reading.words[at + 1 : at + _CONJUNCTIONS[conjunction]]:
        if word.begins_sentence or reading.in_marks[word.i]:
            return None
        if word.tag not in _FINITE:
            continue
        own = any(child.dep in NOUN_SUBJECTS and child.i > at for child in word.lefts)
        if levels[word.i] < MOSTLY_REPORTS or own != contrasting:
            return None
        return Joint(at, word.tag, "other" if own else "same")
    return None
