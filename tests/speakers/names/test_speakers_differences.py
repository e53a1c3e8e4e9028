from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.speakers.names.differences import Difference, difference


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("Mukhtar Tleuberdi", "Mukhtar Tileuberdi", "spelling"),
        ("Hillary Okoro", "Hilary Okoro", "spelling"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky", "transliteration"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "transliteration"),
        ("Мұхтар Тілеуберді", "Mukhtar Tileuberdi", "transliteration"),
        ("Mukhtar Tileuberdi", "Tileuberdi, Mukhtar", "order"),
        ("Minister of Foreign Affairs of Germany Annalena Baerbock", "Annalena Baerbock", None),
        ("Gov. Mike Pence (R-IN)", "Michael Pence", "short form"),
        ("Gov. Mike Pence (R-IN)", "Mike Pence", None),
        ("Ursula von der Leyen", "Leyen, Ursula von der", "order"),
        ("Daniel Okoro, Jr.", "Daniel Okoro Jr.", None),
        ("Ann Okoro, PhD", "Ann Okoro", None),
        ("Crown Prince Mohammed bin Salman", "Mohammad bin Salman", "transliteration"),
        ("George W. Bush", "George H. W. Bush", "initials"),
        ("George Bush", "George W. Bush", "more"),
        ("Daniel A. Okoro", "Daniel B. Okoro", "initials"),
        ("Daniel Okoro Jr.", "Daniel Okoro", "suffix"),
        ("Daniel Okoro Jr.", "Daniel Okoro III", "suffix"),
        ("Daniel Okoro Jr.", "Martin Okoro", None),
        ("Daniel Okoro", "Martin Okoro", "given name"),
        ("Daniel Okoro", "Daniel Reyes", None),
        ("Xi Guoping", "Guoping Xi", "order"),
        ("Daniel Okoro", "D. Okoro", "more"),
        ("Ann Okoro", "Ann Okoro Reyes", "more"),
        ("李明", "Li Ming", None),
        ("Okoro", "Hannah Okoro", None),
    ],
)
def test_the_difference_that_weighs_most(left: str, right: str, kind: Difference | None) -> None:
    assert difference(left, right) == kind
    assert difference(right, left) == kind


NAMES = st.lists(
    st.sampled_from(["Ann", "A.", "Okoro", "Okorro", "Mike", "Michael", "von", "Jr.", "Xi", "Мұхтар", "李"]), max_size=5
).map(" ".join)


@given(NAMES, NAMES)
def test_which_name_comes_first_makes_no_difference(left: str, right: str) -> None:
    assert difference(left, right) == difference(right, left)


@given(NAMES)
def test_a_name_does_not_differ_from_itself(name: str) -> None:
    assert difference(name, name) is None
