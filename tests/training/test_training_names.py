from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.training.names import likely_names, mentions


def test_what_mostly_has_a_capital_is_a_name(parse: Callable[[str], Doc]) -> None:
    names = likely_names([parse("We met Karin Holm. Then Karin Holm left with the mayor.")])
    assert {"karin", "holm"} <= names
    assert not {"mayor", "met", "left"} & names


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        ("k=holm", True),
        ("ee=.|holm", True),
        ("ks=say|PERSON", False),
        ("f=holm‘s", True),
        ("k=home/noun", False),
        ("holm=x", False),
        ("s=up:x", False),
    ],
)
def test_a_feature_that_holds_a_name(feature: str, expected: bool) -> None:
    assert mentions(feature, frozenset({"holm", "person", "up"})) is expected
