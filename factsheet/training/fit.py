"""Fitting a conditional logistic regression with an L2 penalty, by L-BFGS (needs the extra ``factsheet[train]``)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

from factsheet.training.examples import Choices, Table

Floats = NDArray[np.float64]

# A feature that holds of fewer rows is left out: it could be one article's.
_FEWEST_ROWS = 8
_PENALTY = 3.0
_ITERATIONS = 200
# Odds of e to this power are as good as any greater.
_LARGEST = 50.0
# Features whose weight is nearer to nothing are left out, and the others are fitted once more without them.
_LEAST_WEIGHT = 0.17


@dataclass(frozen=True)
class Fitted:
    """Weights by feature name: those of rows, and those of what the rows of a group share."""

    rows: Mapping[str, float]
    shared: Mapping[str, float]

    def shared_scores(self, choices: Choices, names: Callable[[str], bool] = lambda name: True) -> Floats:
        """For each group, the sum of the weights of what its rows share, as far as ``names`` says so."""
        numbers = choices.shared.numbers
        weights = np.array([self.shared.get(name, 0.0) if names(name) else 0.0 for name in numbers])
        return np.asarray(_matrix(choices.shared) @ weights)

    def chances(self, choices: Choices) -> Floats:
        """For each group, the probability that one of its rows is the truth."""
        group = np.asarray(choices.group)
        weights = np.array([self.rows.get(name, 0.0) for name in choices.rows.numbers])
        scores = np.asarray(_matrix(choices.rows) @ weights) + self.shared_scores(choices)[group]
        total = np.bincount(group, np.exp(np.minimum(scores, _LARGEST)))
        return np.asarray(total / (1 + total))


def fit(choices: Choices, banned: frozenset[str] = frozenset()) -> Fitted:
    """The weights under which the choices are likeliest: of few features, none of them in ``banned``."""
    rows, shared = _matrix(choices.rows), _matrix(choices.shared)
    row_names, shared_names = list(choices.rows.numbers), list(choices.shared.numbers)
    kept_rows, kept_shared = _frequent(rows, row_names, banned), _frequent(shared, shared_names, banned)
    of_rows, of_shared = _likeliest(rows[:, kept_rows], shared[:, kept_shared], choices)
    kept_rows = kept_rows[np.abs(of_rows) >= _LEAST_WEIGHT]
    kept_shared = kept_shared[np.abs(of_shared) >= _LEAST_WEIGHT]
    of_rows, of_shared = _likeliest(rows[:, kept_rows], shared[:, kept_shared], choices)
    return Fitted(
        {row_names[i]: float(weight) for i, weight in zip(kept_rows, of_rows, strict=True)},
        {shared_names[i]: float(weight) for i, weight in zip(kept_shared, of_shared, strict=True)},
    )


def _likeliest(rows: sparse.csr_matrix, shared: sparse.csr_matrix, choices: Choices) -> tuple[Floats, Floats]:
    group, target = np.asarray(choices.group), np.asarray(choices.target)
    first = np.flatnonzero(np.r_[True, group[1:] != group[:-1]])
    width = rows.shape[1]
    rows, shared = rows.tocsr(), shared.tocsr()
    rows_across, shared_across = rows.T.tocsr(), shared.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = rows @ weights[:width]
        if shared.shape[1]:
            scores = scores + (shared @ weights[width:])[group]
        # None of the group's rows has the score 0.
        top = np.maximum(np.maximum.reduceat(scores, first), 0.0)
        odds = np.exp(scores - top[group])
        total = np.add.reduceat(odds, first) + np.exp(-top)
        surplus = odds / total[group] - target
        gradient = rows_across @ surplus
        if shared.shape[1]:
            gradient = np.r_[gradient, shared_across @ np.add.reduceat(surplus, first)]
        value = (np.log(total) + top).sum() - target @ scores + 0.5 * _PENALTY * (weights @ weights)
        return float(value), gradient + _PENALTY * weights

    options = {"maxiter": _ITERATIONS}
    start = np.zeros(width + shared.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x
    return found[:width], found[width:]


def _matrix(table: Table) -> sparse.csr_matrix:
    """Which rows each feature holds of."""
    values, ends = np.asarray(table.values), np.asarray(table.ends)
    return sparse.csr_matrix((np.ones(len(values)), values, ends), shape=(len(ends) - 1, len(table.numbers)))


def _frequent(matrix: sparse.csr_matrix, names: list[str], banned: frozenset[str]) -> NDArray[np.intp]:
    counts = np.asarray(matrix.sum(axis=0)).ravel()
    return np.flatnonzero((counts >= _FEWEST_ROWS) & np.array([name not in banned for name in names], dtype=bool))
