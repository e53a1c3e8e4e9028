"""The judge: how likely a cue is to be reporting a candidate content.

This one is a table of counts. For each cue word and construction it holds how often the construction was there in
annotated news (``seen``), and how often its words were then what somebody was reported to say (``right``). A pair that
was seen rarely leans on how its construction did with all cues together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from factsheet.quotations.frames import ContentCandidate

ANY_CUE = "*"
# How many sightings the average of all cues weighs.
_PRIOR_WEIGHT = 6.0
# From here on a frame is kept: precision and recall are about equal there on the articles that were counted.
THRESHOLD = 0.2

# "She informed them about the plan" names a topic: it says that she spoke, and seldom what she said.
TOPIC_THRESHOLD = 0.35
_TOPICS = frozenset(f"preposition {word}" for word in ("about", "regarding"))

Counts = dict[tuple[str, str], tuple[int, int]]


@dataclass(frozen=True)
class Judge:
    """Counts ``(right, seen)`` by cue key and construction; ``known`` are the cue keys among them."""

    counts: Counts
    known: frozenset[str]

    def probability(self, key: str, construction: str) -> float:
        """The probability, 0 to 1, that a cue with this key reports what the construction proposes."""
        right, seen = self.counts.get((key, construction), (0, 0))
        all_right, all_seen = self.counts.get((ANY_CUE, construction), (0, 1))
        return (right + _PRIOR_WEIGHT * all_right / all_seen) / (seen + _PRIOR_WEIGHT)

    def choose(self, key: str, candidates: list[ContentCandidate]) -> tuple[ContentCandidate, float] | None:
        """The likeliest candidate (of equals, the first) and its probability; None where it is too unlikely."""
        if not candidates:
            return None
        best = max(candidates, key=lambda candidate: self.probability(key, candidate.construction))
        probability = self.probability(key, best.construction)
        least = TOPIC_THRESHOLD if best.construction in _TOPICS else THRESHOLD
        return (best, probability) if probability >= least else None


@cache
def default_judge() -> Judge:
    """The judge with the counts that come with the program (``cue_counts.tsv``)."""
    counts: Counts = {}
    for line in files(__package__).joinpath("cue_counts.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            key, construction, right, seen = line.split("\t")
            counts[key, construction] = int(right), int(seen)
    return Judge(counts, frozenset(key for key, _ in counts if key != ANY_CUE))
