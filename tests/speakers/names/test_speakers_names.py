from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.speakers.names.comparing import given_names_agree, one_edit
from factsheet.speakers.names.parsing import parse_name
from factsheet.speakers.organisations import parse_organisation, same_organisation


@pytest.mark.parametrize(
    ("text", "given_name", "family", "titles"),
    [
        ("Mukhtar Tileuberdi", "Mukhtar", "Tileuberdi", ""),
        (
            "Minister of Foreign Affair of Kazakhstan Mukhtar Tileuberdi",
            "Mukhtar",
            "Tileuberdi",
            "Minister of Foreign Affair of Kazakhstan",
        ),
        ("Prime Minister of New Zealand Ann Example", "Ann", "Example", "Prime Minister of New Zealand"),
        (
            "Secretary of Health and Human Services Ann Example",
            "Ann",
            "Example",
            "Secretary of Health and Human Services",
        ),
        ("Director of National Intelligence James Example", "James", "Example", "Director of National Intelligence"),
        ("Gov. Mike Example", "Mike", "Example", "Gov."),
        ("Lt. Gen. Ann Example", "Ann", "Example", "Lt. Gen."),
        ("Ursula von der Leyen", "Ursula", "von der Leyen", ""),
        ("Crown Prince Mohammed bin Salman", "Mohammed", "bin Salman", "Crown Prince"),
        ("Tleuberdi, Mukhtar", "Mukhtar", "Tleuberdi", ""),
        ("J. K. Example", "J.", "Example", ""),
        ("Mrs. Example", "", "Example", "Mrs."),
        ("Hannah", "Hannah", "", ""),
        ("Don Example", "Don", "Example", ""),
        ("Rep. Don Example", "Don", "Example", "Rep."),
        ("Charles G.", "Charles", "", ""),
        ("Example, M.", "M.", "Example", ""),
        ("Example", "", "Example", ""),
        ("Gov. Mike Pence (R-IN)", "Mike", "Pence", "Gov."),
        (
            "Minister of Foreign Affairs of Germany Annalena Baerbock",
            "Annalena",
            "Baerbock",
            "Minister of Foreign Affairs of Germany",
        ),
        ("Мұхтар Тілеуберді", "Мұхтар", "Тілеуберді", ""),
        ("von der Leyen, Ursula", "Ursula", "von der Leyen", ""),
        ("Leyen, Ursula von der", "Ursula", "von der Leyen", ""),
        ("Salman Mohammed bin", "Mohammed", "bin Salman", ""),
        ("Ann Example, Governor of Ohio", "Ann", "Example", "Governor of Ohio"),
        ("Ann Example, PhD, MP", "Ann", "Example", "PhD MP"),
        ("Ann Example MP", "Ann", "Example", "MP"),
        ("Example, Gov. Ann", "Ann", "Example", "Gov."),
        ("Sheikh Ann Example", "Ann", "Example", "Sheikh"),
        ("The Rt Hon Ann Example", "Ann", "Example", "The Rt Hon"),
        ("EXAMPLE Ann", "Ann", "EXAMPLE", ""),
        ("ANN EXAMPLE", "ANN", "EXAMPLE", ""),
        ("KIM Do-yun", "KIM", "Do-yun", ""),
        ("Лаптев Евгений Петрович", "Евгений", "Лаптев", ""),
        ("Ann Robert Abramovich", "Ann", "Abramovich", ""),
    ],
)
def test_titles_are_split_from_names(text: str, given_name: str, family: str, titles: str) -> None:
    name = parse_name(text)
    assert (name.given, name.family, " ".join(name.titles)) == (given_name, family, titles)


def test_suffixes_and_middle_names() -> None:
    name = parse_name("Ann B. Example Jr.")
    assert (name.given, name.middle, name.family, name.suffix) == ("Ann", ("B.",), "Example", "Jr.")
    assert parse_name("Ann Example, Jr.").suffix == "Jr."
    assert parse_name("Example, Ann, Jr.").suffix == "Jr."
    assert parse_name("Example Jr., Ann").words == "Ann Example"
    assert parse_name("Лаптев Евгений Петрович").middle == ("Петрович",)


@pytest.mark.parametrize("text", ["Robert “Bobby” Example", 'Robert "Bobby" Example', "Robert 'Bobby' Example"])
def test_a_name_in_quotation_marks_is_a_nickname(text: str) -> None:
    name = parse_name(text)
    assert (name.words, name.nickname) == ("Robert Example", "Bobby")


def test_an_apostrophe_makes_no_nickname() -> None:
    assert parse_name("Ann O'Example D'Arc").words == "Ann O'Example D'Arc"


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr. Example", "male"),
        ("Mrs. Example", "female"),
        ("Chairwoman Robin Example", "female"),
        ("Hannah Example", "female"),
        ("Robin Example", None),
        ("Xyzzy Example", None),
    ],
)
def test_gender_comes_of_titles_then_given_names(text: str, gender: str | None) -> None:
    assert parse_name(text).gender == gender


@given(st.text(max_size=60))
def test_any_text_has_parts_that_stand_in_it(text: str) -> None:
    name = parse_name(text)
    for part in (name.given, name.family, name.suffix, *name.middle, *name.titles):
        assert all(word in text for word in part.split())


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("Tileuberdi", "Tleuberdi", True),
        ("Keidis", "Kiedis", True),
        ("Andersen", "Anderson", True),
        ("Example", "example", False),
        ("Müller", "Muller", False),
        ("Example", "Exmaples", False),
        ("abcd", "badc", False),
        ("", "a", True),
    ],
)
def test_one_edit(left: str, right: str, expected: bool) -> None:
    assert one_edit(left, right) is expected
    assert one_edit(right, left) is expected


@given(st.text("abc", min_size=1, max_size=8), st.integers(0, 7), st.sampled_from("xyz"))
def test_one_inserted_letter_is_one_edit(word: str, at: int, letter: str) -> None:
    assert one_edit(word, word[:at] + letter + word[at:])


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        ("Ann Example", "Ann B. Example", True),
        ("Ann B. Example", "Ann C. Example", False),
        ("A. Example", "Ann Example", True),
        ("Mike Example", "Michael Example", True),
        ("Tom Example", "Tim Example", False),
        ("John Example", "John Example Jr.", False),
    ],
)
def test_full_names_of_one_person(left: str, right: str, agree: bool) -> None:
    assert (given_names_agree(parse_name(left), parse_name(right)) is not None) is agree


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Kazakh MFA", "Ministry of Foreign Affairs of Kazakhstan", True),
        ("MFA", "Ministry of Foreign Affairs of Kazakhstan", True),
        ("German MFA", "Ministry of Foreign Affairs of Kazakhstan", False),
        ("Kazakh Foreign Ministry", "Ministry of Foreign Affairs of Kazakhstan", True),
        ("HRC", "Harbour Review Commission", True),
        ("HC", "Harbour Commission", False),
        ("Harbour Commission", "Harbour Review Commission", False),
        ("Ministry of Health", "Ministry of Health of Kazakhstan", True),
    ],
)
def test_organisations(left: str, right: str, same: bool) -> None:
    reason = same_organisation(parse_organisation(left), parse_organisation(right))
    assert (reason is not None) is same
