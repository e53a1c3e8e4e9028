from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.speakers.names.likeness import Likeness, letters_apart, likeness
from factsheet.speakers.names.romanising import can_be_romanised, romanised
from factsheet.speakers.names.skeletons import loose_skeleton, skeleton

WORDS = st.text("abcehiknorstuvyz", min_size=1, max_size=10)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Мұхтар Тілеуберді", "mukhtar tileuberdi"),
        ("Щепкин", "shchepkin"),
        ("Yıldıray", "yildiray"),
        ("Straße", "strasse"),
        ("Ελένη", "eleni"),
    ],
)
def test_romanised(text: str, expected: str) -> None:
    assert romanised(text) == expected


@pytest.mark.parametrize(
    ("text", "can"),
    [
        ("Özgür", True),
        ("Ольга", True),
        ("Նարե", True),
        ("محمد", False),
        ("李", False),
        ("김", False),
        ("משה", False),
        ("Ann 李", False),
    ],
)
def test_scripts_that_can_be_romanised(text: str, can: bool) -> None:
    assert can_be_romanised(text) is can


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("volkonsky", "volkonskiy"),
        ("sergey", "sergei"),
        ("yuriy", "yury"),
        ("khlebnikov", "hlebnikov"),
        ("kuznetsoff", "kuznetsov"),
        ("tsvetkov", "tzvetkov"),
        ("bergmanovs", "bergmanov"),
        ("moellers", "mollers"),
        ("vuletich", "vuletic"),
        ("dzhaksybekov", "jaksybekov"),
        ("mansouri", "mansuri"),
        ("shchepkin", "schepkin"),
        ("barkhoyev", "barkhoev"),
    ],
)
def test_habits_of_romanising_leave_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("lee", "li"), ("petrov", "petrova"), ("jaromir", "yaromir")])
def test_what_a_skeleton_keeps_apart(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_the_loose_skeleton_is_deaf_to_more() -> None:
    assert loose_skeleton("karaoghlu") == loose_skeleton("garauglo")
    assert loose_skeleton("memet") == loose_skeleton("mehmet")
    assert loose_skeleton("hasan") != loose_skeleton("husen")


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("okafor", "okafor", 0), ("okafor", "okafro", 1), ("abcd", "badc", 2), ("a", "abcd", 3)]
)
def test_letters_apart(one: str, other: str, apart: int) -> None:
    assert letters_apart(one, other) == letters_apart(other, one) == apart


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("oduya", "oduya", Likeness.SAME),
        ("o", "oduya", Likeness.INITIAL),
        ("volodymyr", "vladimir", Likeness.OTHER_LANGUAGE),
        ("mike", "michael", Likeness.SHORT_FORM),
        ("okafor", "okafar", Likeness.ONE_LETTER),
        ("li", "lu", Likeness.ONE_LETTER),
        ("li", "wu", Likeness.DIFFERENT),
        ("lukin", "lukashin", Likeness.DIFFERENT),
    ],
)
def test_likeness(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one, other) is expected


@given(WORDS, WORDS)
def test_likeness_is_the_same_both_ways(one: str, other: str) -> None:
    assert likeness(one, other) is likeness(other, one)
    assert (likeness(one, other) is Likeness.SAME) == (one == other)
