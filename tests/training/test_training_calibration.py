from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc

from factsheet.evaluation.brat import AnnotatedArticle
from factsheet.evaluation.score import Attribution
from factsheet.model import QuotationKind
from factsheet.quotations.find import find_quotations
from factsheet.quotations.weights import KINDS, Weights, read_weights
from factsheet.training.calibration import BELIEVED, Counted
from factsheet.training.examples import Parsed

TEXT = "Karin Holm said that the bridge was closed. “It will stay closed,” she said."


def annotated(doc: Doc, *, right: bool) -> AnnotatedArticle:
    """An article in which all that is found is right, or nothing is."""
    found = tuple(map(Attribution.of, find_quotations(doc))) if right else ()
    return AnnotatedArticle("x", Path("x.txt"), doc.text, found)


def calibrate(parsed: Iterable[Parsed], weights: Weights) -> dict[QuotationKind, dict[str, float]]:
    found = Counted()
    found.add(parsed, weights)
    return found.calibration()


def test_without_evidence_probabilities_are_believed() -> None:
    assert calibrate((), read_weights()) == dict.fromkeys(KINDS, BELIEVED)


def test_what_is_right_is_believed_more_than_what_is_wrong(parse: Callable[[str], Doc]) -> None:
    doc = parse(TEXT)
    assert find_quotations(doc)
    good, bad = (calibrate([(doc, annotated(doc, right=right))] * 20, read_weights()) for right in (True, False))
    assert all(good[kind]["bias"] > bad[kind]["bias"] for kind in ("direct", "indirect"))
    assert good["mixed"] == bad["mixed"] == BELIEVED


def test_a_calibration_survives_the_file_of_weights(parse: Callable[[str], Doc]) -> None:
    weights = replace(read_weights(), calibration=calibrate((), read_weights()))
    assert '"unattributed": 0.0' in weights.to_json()
