"""No score falls below its floor in ``floors.json``. A floor is raised, or lowered with a reason, by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factsheet.evaluation.quotations import evaluate
from factsheet.settings import Settings

HERE = Path(__file__).parent
FLOORS = json.loads((HERE / "floors.json").read_text("utf-8"))


def below(floors: dict[str, float], scores: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The figures that fell, each with its floor."""
    return {name: (scores[name], floor) for name, floor in floors.items() if scores[name] < floor}


def test_a_fall_is_seen() -> None:
    assert below({"all lenient F1": 0.8}, {"all lenient F1": 0.79}) == {"all lenient F1": (0.79, 0.8)}
    assert not below({"all lenient F1": 0.8}, {"all lenient F1": 0.8})


def test_the_articles_of_this_repository() -> None:
    assert not below(FLOORS["tests/gold"], evaluate(HERE / "gold", Settings()))


def test_polnear_dev(shared: Path) -> None:
    folder = shared / "data" / "polnear" / "dev"
    if not folder.is_dir():
        pytest.skip("PolNeAR dev is not here")
    assert not below(FLOORS["polnear/dev"], evaluate(folder, Settings()))
