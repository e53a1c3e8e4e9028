"""How sure a quotation is: of its words and of its source together."""

from __future__ import annotations

from math import exp, log

from factsheet.model import QuotationKind
from factsheet.quotations.frames import Frame
from factsheet.quotations.weights import TERMS, Weights

_SUREST = 0.98

# What was not heard, and what nobody is named for, is possible at the most.
_MOST_DOUBTFUL = 0.6


def confidence(frame: Frame, kind: QuotationKind, weights: Weights) -> float:
    """The probability, 0 to 1 with two decimals, that somebody said this and that the named source is the one."""
    calibration = weights.calibration[kind]
    odds = sum(calibration[name] * value for name, value in zip(TERMS, terms(frame), strict=True))
    probability = min(max(1 / (1 + exp(-odds)), 1 - _SUREST), _SUREST)
    if frame.hypothetical or (frame.source is None and not frame.content.in_marks):
        probability = min(probability, _MOST_DOUBTFUL)
    return round(probability, 2)


def terms(frame: Frame) -> tuple[float, float, float, float]:
    """What the ``TERMS`` are worth here: the log odds of the content and of the source (0 without one), whether there
    is none, and 1."""
    source = _log_odds(frame.source.probability) if frame.source else 0.0
    return _log_odds(frame.probability), source, float(frame.source is None), 1.0


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1 - _SUREST), _SUREST)
    return log(bounded / (1 - bounded))
