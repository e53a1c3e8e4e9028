from __future__ import annotations

from dataclasses import replace

import pytest

from factsheet.model import QuotationKind
from factsheet.quotations.confidence import confidence, terms
from factsheet.quotations.frames import ContentCandidate, Frame, SourceCandidate
from factsheet.quotations.weights import KINDS, TERMS, read_weights

BELIEVED = dict(zip(TERMS, (1.0, 1.0, 0.0, 0.0), strict=True))
PLAIN = replace(read_weights(), calibration=dict.fromkeys(KINDS, BELIEVED))


def frame(content: float, source: float | None, *, hypothetical: bool = False, in_marks: bool = False) -> Frame:
    named = None if source is None else SourceCandidate(((0, 3),), "subject", source)
    construction = "quotation before" if in_marks else "ccomp right"
    return Frame(ContentCandidate(((9, 20),), construction), ((4, 8),), "say", named, content, hypothetical)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (frame(0.5, 0.5), 0.5),
        (frame(0.8, 0.5), 0.8),
        (frame(0.8, None, in_marks=True), 0.8),
        # Nobody's words in no marks, and words that were not heard, are possible at the most.
        (frame(0.95, None), 0.6),
        (frame(0.95, 0.95, hypothetical=True), 0.6),
        (frame(1.0, 1.0), 0.98),
        (frame(0.0, 0.0), 0.02),
    ],
)
def test_two_probabilities_that_are_believed(found: Frame, expected: float) -> None:
    assert confidence(found, "indirect", PLAIN) == expected


def test_the_terms_tell_of_a_source_and_of_none() -> None:
    assert terms(frame(0.5, 0.5)) == (0.0, 0.0, 0.0, 1.0)
    assert terms(frame(0.5, None)) == (0.0, 0.0, 1.0, 1.0)


@pytest.mark.parametrize("kind", KINDS)
def test_the_calibration_of_the_program_follows_both_probabilities(kind: QuotationKind) -> None:
    calibration = read_weights().calibration[kind]
    assert calibration["content"] > 0
    assert calibration["source"] > 0
