"""How well checkable sentences are ranked above others, and the weights that rank them.

    python benchmarks/rank_claims.py policlaim_train.csv [--write factsheet/claims/selection_weights.toml]

The CSV has the columns speech, sentence and verifiable (0 or 1). Weights are estimated with one speech left out at a
time, and the left-out sentences are scored; average precision is pooled over all of them. ``--write`` estimates the
weights from all speeches and writes them: a logistic regression by Newton's method with a ridge penalty, in double
precision, features in alphabetical order, so that the same data give the same file.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path
from typing import Any

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.tokens import Span

from factsheet.claims.selection import features
from factsheet.settings import DEFAULT_MODEL

_PENALTY = 8.0
_FEWEST = 10
Matrix = NDArray[np.float64]


def main() -> None:
    """Read the arguments, print average precision, write weights if asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("csv", type=Path)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    with arguments.csv.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found = _features([row["sentence"] for row in rows])
    names = sorted(name for name, count in _frequencies(found).items() if count >= _FEWEST)
    x = np.array([[sentence.get(name, 0.0) for name in names] for sentence in found])
    y = np.array([float(row["verifiable"]) for row in rows])
    speeches = np.array([row["speech"] for row in rows])
    scores = np.zeros(len(rows))
    for speech in sorted(set(speeches)):
        left_out = speeches == speech
        scores[left_out] = x[left_out] @ estimate(x[~left_out], y[~left_out])
        print(f"{speech}: {average_precision(scores[left_out], y[left_out]):.3f}")
    print(f"pooled average precision {average_precision(scores, y):.3f}, {len(names)} features, {len(rows)} sentences")
    if arguments.write:
        lines = [f'"{name}" = {weight:.3f}' for name, weight in zip(names, estimate(x, y), strict=True)]
        head = (
            "# Made by benchmarks/rank_claims.py from AFaCTA's PoliClaim sentences (EdisonNi-hku/AFaCTA).\n[weights]\n"
        )
        arguments.write.write_text(head + "\n".join(lines) + "\n", "utf-8")


def estimate(x: Matrix, y: Matrix) -> Matrix:
    """Weights of a logistic regression of ``y`` on the columns of ``x``, with a ridge penalty."""
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        p = 1 / (1 + np.exp(-(x @ weights)))
        gradient = x.T @ (p - y) + _PENALTY * weights
        hessian = (x * (p * (1 - p))[:, None]).T @ x + _PENALTY * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(hessian, gradient)
    return weights


def average_precision(scores: Matrix, y: Matrix) -> float:
    """The mean, over the positive rows, of the precision at each one's rank."""
    ranked = y[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float((precision * ranked).sum() / ranked.sum())


def _features(sentences: list[str]) -> list[dict[str, float]]:
    nlp = spacy.load(DEFAULT_MODEL)
    return [features(list(doc), next(doc.sents).root, _asks(next(doc.sents))) for doc in nlp.pipe(sentences)]


def _asks(sentence: Span) -> bool:
    return any(token.text == "?" for token in sentence)


def _frequencies(found: list[dict[str, Any]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for sentence in found:
        for name in sentence:
            counts[name] = counts.get(name, 0) + 1
    return counts


if __name__ == "__main__":
    main()
