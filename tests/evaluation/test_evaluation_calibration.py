from __future__ import annotations

import pytest

from factsheet.evaluation.calibration import outcome
from factsheet.evaluation.score import Attribution
from factsheet.evaluation.words import Offsets

TEXT = "Karin Holm said that it rained all night, and Bo Lund left."
GOLD = Attribution(content=((16, 40),), cue=((11, 15),), source=((0, 10),))


@pytest.mark.parametrize(
    ("content", "source", "expected"),
    [
        ((16, 40), ((0, 10),), (True, True)),
        ((16, 30), ((6, 10),), (True, True)),
        ((16, 40), ((46, 53),), (True, False)),
        ((16, 40), (), (True, False)),
        ((46, 58), ((0, 10),), (False, False)),
    ],
)
def test_words_and_source(content: Offsets, source: tuple[Offsets, ...], expected: tuple[bool, bool]) -> None:
    assert outcome(TEXT, [GOLD], Attribution((content,), GOLD.cue, source)) == expected
