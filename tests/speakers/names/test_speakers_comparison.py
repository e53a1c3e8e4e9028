from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.speakers.names.comparison import compare, could_agree

LINES = [
    line.split("|")
    for line in (Path(__file__).parent / "name_pairs.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
WORDS = st.sampled_from(
    [
        "Anselm",
        "Oduya",
        "Okafor",
        "Okafar",
        "Desmond",
        "A.",
        "bin",
        "al-Tamimi",
        "Jr.",
        "von",
        "Sergei",
        "Сергей",
        "Volkonsky",
        "李",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)


def test_both_labels_are_covered() -> None:
    answers = [answer for answer, _, _ in LINES]
    assert len(LINES) >= 150
    assert min(answers.count(answer) for answer in ("link", "corroborate", "suggest", "separate")) >= 20


@pytest.mark.parametrize(("answer", "left", "right"), LINES)
def test_the_answer_for_a_pair(answer: str, left: str, right: str) -> None:
    for found in (compare(left, right), compare(right, left)):
        assert (found.answer, found.answer == "link" and found.corroborate) == (
            "link" if answer == "corroborate" else answer,
            answer == "corroborate",
        ), found.reason


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Volodymyr Zelenskyy", "Vladimir Zelensky", "“Volodymyr” and “Vladimir” are one given name in two languages"),
        ("George W. Bush", "George H. W. Bush", "the initials between given and family name differ"),
        ("Agnes T. Holloway", "Agnes M. Holloway", "the initials “T.” and “M.” are different names"),
        ("Desmond Okafor", "Celia Okafor", "“Desmond” and “Celia” are different names"),
        ("Anselm Pettersen", "Anselm Petterson", "“Pettersen” and “Petterson” differ in one letter"),
        ("Олена Рейес", "Olena Reyes", "“Олена” is “Olena” in Latin letters"),
        ("Mike Ferrante", "Michael Ferrante", "a short and a full form of one given name"),
        ("Celia Wa1nfleet", "Celia Wainfleet", "a digit stands for the letter it looks like"),
        ("Harold Quimby", "Harold Quimby Jr.", "only one has the suffix “jr”"),
        ("Ahmad bin Hassan", "Hassan bin Ahmad", "father and son may be swapped"),
        ("李明华", "Li Minghua", "script cannot be romanised well enough"),
        ("Xi Guoping", "Guoping Xi", "“Xi” is the family name and stands first in one of them"),
    ],
)
def test_the_reason_is_said_in_words(left: str, right: str, reason: str) -> None:
    assert reason in compare(left, right).reason


def test_whether_it_is_a_matter_of_spelling() -> None:
    assert compare("Sergey Volkonsky", "Sergei Volkonskiy").spelling
    assert compare("Anselm Pettersen", "Anselm Petterson").spelling
    assert not compare("Mike Ferrante", "Michael Ferrante").spelling
    assert not compare("George Bush", "George W. Bush").spelling


@given(NAMES, NAMES)
def test_the_order_of_the_two_does_not_matter(left: str, right: str) -> None:
    one, other = compare(left, right), compare(right, left)
    assert (one.answer, one.corroborate, one.spelling) == (other.answer, other.corroborate, other.spelling)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_have_an_answer_with_a_reason(left: str, right: str) -> None:
    assert compare(left, right).reason


@given(st.text(max_size=40).filter(str.strip))
def test_a_name_links_to_itself(name: str) -> None:
    assert compare(name, f" {name} ").answer == "link"


@given(NAMES)
def test_a_suffix_on_one_side_never_links(name: str) -> None:
    plain = name.replace(" Jr.", "")
    assert compare(plain, f"{plain} III").answer != "link"


def test_what_is_longer_than_a_name_is_none() -> None:
    assert compare("word " * 500, "word " * 499).answer == "separate"
    assert compare("Anselm " + "a" * 20_000, "Anselm " + "b" * 20_000).answer == "separate"


def test_names_that_share_a_word_are_compared() -> None:
    names = [
        "Vladimir Zelensky",
        "Volodymyr Zelenskyy",
        "Desmond Okafor",
        "Anselm Oduya",
        "Duk Geun Han",
        "Dukgeun Han",
    ]
    assert list(could_agree(names)) == [("Duk Geun Han", "Dukgeun Han"), ("Vladimir Zelensky", "Volodymyr Zelenskyy")]


def test_every_pair_with_a_shared_word_that_is_not_separate_is_compared() -> None:
    missed = [
        (left, right)
        for answer, left, right in LINES
        if answer in {"link", "corroborate"} and left != right and not list(could_agree([left, right]))
    ]
    assert not missed
