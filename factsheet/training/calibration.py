"""Learning what makes a confidence of the probabilities of a content and of its source: Platt scaling (Platt 1999),
with a weight for either (needs the extra ``factsheet[train]``)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from factsheet.evaluation.calibration import outcome
from factsheet.evaluation.score import Attribution
from factsheet.model import QuotationKind
from factsheet.quotations.confidence import terms
from factsheet.quotations.find import find_frames, kind_of
from factsheet.quotations.frames import Reading
from factsheet.quotations.judge import Judge
from factsheet.quotations.weights import KINDS, TERMS, Weights
from factsheet.training.examples import Parsed

Floats = NDArray[np.float64]

# Without evidence, the two probabilities are believed as they are.
BELIEVED = dict(zip(TERMS, (1.0, 1.0, 0.0, 0.0), strict=True))
_PENALTY = 1.0
_DECIMALS = 2


class Counted:
    """What was found in articles, and what of it was right."""

    def __init__(self) -> None:
        self._found: dict[QuotationKind, list[tuple[tuple[float, ...], bool]]] = defaultdict(list)

    def add(self, parsed: Iterable[Parsed], weights: Weights) -> None:
        """Find quotations in parsed articles that ``weights`` were not learned from."""
        judge = Judge(weights)
        for doc, article in parsed:
            reading = Reading.of(doc)
            for frame in find_frames(reading, judge):
                source = frame.source.spans if frame.source else ()
                attribution = Attribution(frame.content.spans, frame.cue, source)
                _, right = outcome(article.text, article.attributions, attribution)
                self._found[kind_of(frame, reading)].append((terms(frame), right))

    def calibration(self) -> dict[QuotationKind, dict[str, float]]:
        """The weights of :data:`TERMS` under which what was right and wrong is likeliest, for each kind."""
        return {kind: _fitted(self._found[kind]) for kind in KINDS}


def _fitted(found: list[tuple[tuple[float, ...], bool]]) -> dict[str, float]:
    believed = np.array(list(BELIEVED.values()))
    if not found:
        return dict(BELIEVED)
    values = np.array([row for row, _ in found])
    right = np.array([float(is_right) for _, is_right in found])

    def loss(weights: Floats) -> tuple[float, Floats]:
        odds = values @ weights
        away = weights - believed
        value = (np.logaddexp(0.0, odds) - right * odds).sum() + 0.5 * _PENALTY * (away @ away)
        return float(value), values.T @ (1 / (1 + np.exp(-odds)) - right) + _PENALTY * away

    fitted = minimize(loss, believed, jac=True, method="L-BFGS-B").x
    return {name: round(float(weight), _DECIMALS) for name, weight in zip(TERMS, fitted, strict=True)}
