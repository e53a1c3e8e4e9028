"""How sure a quotation is: of its words and of its source together."""

from __future__ import annotations

from math import exp, log

from factsheet.model import QuotationKind
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


# Slope and intercept that turn the log odds of frame and source into those observed, by kind of quotation: Platt
# scaling, fitted on every tenth article of PolNeAR train with weights learned from the others.
_CALIBRATION: dict[QuotationKind, tuple[float, float]] = {
    "direct": (1.66, -0.67),
    "indirect": (1.08, 0.13),
    "mixed": (1.58, 0.06),
}
_SUREST = 0.98

# What was not heard, and what nobody is named for, is possible at the most.
_MOST_DOUBTFUL = 0.6


def confidence(frame: Frame, kind: QuotationKind) -> float:
    """The probability, 0 to 1 with two decimals, that somebody said this and that the named source is the one."""
    source = _SOURCE_RIGHT[frame.source.rule] if frame.source else 1.0
    raw = min(max(frame.probability * source, 1 - _SUREST), _SUREST)
    slope, intercept = _CALIBRATION[kind]
    probability = 1 / (1 + exp(-slope * log(raw / (1 - raw)) - intercept))
    probability = min(probability, _SUREST)
    if frame.hypothetical or (frame.source is None and not frame.content.in_marks):
        probability = min(probability, _MOST_DOUBTFUL)
    return round(probability, 2)
