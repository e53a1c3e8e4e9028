"""Fitting a conditional logistic regression with an L2 penalty, by L-BFGS (needs the extra ``factsheet[train]``)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from factsheet.training.examples import Examples, Table

Floats = NDArray[np.float64]

# A feature that holds of fewer rows is left out: it could be one article's.
_FEWEST_ROWS = 8
_PENALTY = 3.0
_ITERATIONS = 200


@dataclass(frozen=True)
class Fitted:
    """Weights by feature name, the bias of every content, and each cue's own score with its bias."""

    cue: dict[str, float]
    content: dict[str, float]
    bias: float
    scores: Floats


def fit(examples: Examples) -> Fitted:
    """The weights under which the examples are likeliest."""
    cue_names, cues = _matrix(examples.cues)
    content_names, contents = _matrix(examples.contents)
    group = np.asarray(examples.group)
    target = np.asarray(examples.target)
    first = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    number, width = cues.shape[1], contents.shape[1]
    cues_across, contents_across = cues.T.tocsr(), contents.T.tocsr()
    penalty = np.r_[np.full(number + width, _PENALTY), 0.0]

    def loss(weights: Floats) -> tuple[float, Floats]:
        own = cues @ weights[:number] + weights[-1]
        scores = contents @ weights[number:-1] + own[group]
        # "No quotation" has the score 0.
        top = np.maximum(np.maximum.reduceat(scores, first), 0.0)
        odds = np.exp(scores - top[group])
        total = np.add.reduceat(odds, first) + np.exp(-top)
        surplus = odds / total[group] - target
        by_cue = np.add.reduceat(surplus, first)
        gradient = np.r_[cues_across @ by_cue, contents_across @ surplus, by_cue.sum()] + penalty * weights
        value = (np.log(total) + top).sum() - target @ scores + 0.5 * (penalty * weights * weights).sum()
        return float(value), gradient

    options = {"maxiter": _ITERATIONS}
    found = minimize(loss, np.zeros(number + width + 1), jac=True, method="L-BFGS-B", options=options).x
    return Fitted(
        cue=dict(zip(cue_names, map(float, found[:number]), strict=True)),
        content=dict(zip(content_names, map(float, found[number:-1]), strict=True)),
        bias=float(found[-1]),
        scores=cues @ found[:number] + found[-1],
    )


def _matrix(table: Table) -> tuple[list[str], sparse.csr_matrix]:
    """The names of the features kept, and which rows they hold of."""
    values, ends = np.asarray(table.values), np.asarray(table.ends)
    whole = sparse.csr_matrix((np.ones(len(values)), values, ends), shape=(len(ends) - 1, len(table.numbers)))
    kept = np.flatnonzero(np.bincount(values, minlength=len(table.numbers)) >= _FEWEST_ROWS)
    names = list(table.numbers)
    return [names[i] for i in kept], whole[:, kept].tocsr()
