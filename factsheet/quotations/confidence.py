"""How sure a quotation is: of its words and of its source together."""

from __future__ import annotations

from factsheet.quotations.frames import Frame

# How often the source found by each rule was the annotated one.
_SOURCE_RIGHT = {
    "subject": 0.93,
    "according to": 0.97,
    "possessor": 0.85,
    "by": 0.9,
    "noun and preposition": 0.9,
    "noun before": 0.5,
    "governing subject": 0.8,
    "dash": 0.9,
    "label": 0.9,
    "agency": 0.95,
    "citing": 0.95,
}


# What was not heard, and what nobody is named for, is possible at the most.
_MOST_DOUBTFUL = 0.6


def confidence(frame: Frame) -> float:
    """The probability, 0 to 1 with two decimals, that somebody said this and that the named source is the one."""
    source = _SOURCE_RIGHT[frame.source.rule] if frame.source else 1.0
    probability = frame.probability * source
    if frame.hypothetical or (frame.source is None and not frame.content.in_marks):
        probability = min(probability, _MOST_DOUBTFUL)
    return round(probability, 2)
