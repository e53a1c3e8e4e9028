from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.errors import UsageError
from factsheet.model import SpeakerKind
from factsheet.speakers.authority.authority import Entry
from factsheet.speakers.authority.check import check_entries, check_text
from factsheet.speakers.authority.keys import propose_key

OKORO = Entry("okoro-hannah", "Hannah Okoro")


@pytest.mark.parametrize(
    ("entries", "says"),
    [
        ((Entry("a", "Hannah Okoro", variants=("hannah okoro",)),), "is the same as the name"),
        ((Entry("a", "Hannah Okoro", variants=("HO", "ho")),), "is the same as a variant before it"),
        ((Entry("a", "Hannah Okoro", family="Okorro"),), "family is “Okorro”"),
        ((Entry("a", "Dr. Hannah Okoro"),), "put “Hannah Okoro” in its place"),
        ((OKORO, Entry("b", "Ana Reyes", variants=("hannah okoro",))), "is also a form of b"),
        ((Entry("a", "Ana", wikidata="Q1"), Entry("b", "Bo", wikidata="Q1")), "wikidata Q1 stands at b too"),
        ((OKORO, Entry("b", "Hanna Okoro")), "one letter differs"),
        ((OKORO, Entry("b", "Hannah Okroo")), "one letter differs"),
        ((OKORO, Entry("b", "Okoro Hannah")), "the same words in another order"),
        ((OKORO, Entry("b", "H. Okoro")), "the initial of"),
        ((Entry("a", "Mike Okoro"), Entry("b", "Michael J. Okoro")), "a short and a full form"),
        ((Entry("a", "Lim Dae-Ho"), Entry("b", "Lim Dae Ho")), "only spaces and hyphens differ"),
        (
            (Entry("a", "Harbour Commission", "organisation"), Entry("b", "Harbor Commission", "organisation")),
            "one letter differs",
        ),
    ],
)
def test_each_problem_is_found_and_alone(entries: tuple[Entry, ...], says: str) -> None:
    (problem,) = check_entries(entries)
    assert says in problem.what
    assert problem.weight != "error"


@pytest.mark.parametrize(
    "entries",
    [
        (OKORO, Entry("b", "Daniel Okoro")),
        (OKORO, Entry("b", "Hannah Okoro", distinct_from=("okoro-hannah",))),
        (Entry("a", "Hannah Okoro", distinct_from=("b",)), Entry("b", "Hanna Okoro")),
        (OKORO, Entry("b", "Hanna Okoro", "group")),
        (Entry("a", "IMF", "organisation"), Entry("b", "IMO", "organisation")),
        (Entry("a", "Pier 12 Committee", "group"), Entry("b", "Pier 13 Committee", "group")),
        (Entry("a", "Dean Smith"),),
        (Entry("a", "Lady Marlo", variants=("Marlo",)),),
        (Entry("a", "Hannah von der Lund", family="von der Lund"),),
    ],
)
def test_what_is_no_problem(entries: tuple[Entry, ...]) -> None:
    assert check_entries(entries) == ()


def test_every_problem_is_told_at_once() -> None:
    text = """
[[speaker]]
key = "a"
name = "Hannah Okoro"
wikidata = "42"
roles = ["Mayor (2024 to 2022)"]
[[speaker]]
key = "a"
name = "Hanna Okoro"
distinct_from = ["nobody"]
[[speaker]]
name = "Ana"
[[speaker]]
key = "b"
name = "Hannah Okoro"
"""
    messages = [problem.message("f") for problem in check_text(text)]
    for says in (
        "f, speaker 1 (a): wikidata is '42'",
        "f, speaker 1 (a): roles: 'Mayor' ends (2022)",
        "f, speaker 2 (a): distinct_from names 'nobody'",
        "f, speaker 3 (Ana): key is missing",
        "f: the key 'a' stands at more than one speaker",
        "f, a: “Hannah Okoro” is also a form of b",
        "f, a: “Hanna Okoro” looks like “Hannah Okoro” (b)",
    ):
        assert sum(message.startswith(says) for message in messages) == 1
    assert len(messages) == 7


def test_a_file_that_is_not_toml_is_a_problem() -> None:
    (problem,) = check_text("[[speaker]\n")
    assert problem.message("f").startswith("f: this is not TOML")


def test_where_the_file_is_no_toml_every_place_and_every_other_problem_is_told() -> None:
    text = """title = "known"
[[speaker]]
key = "a"
name = Ann Roe
kind = "robot"
[[speaker]]
key = "b
name = "Bo Doe"
distinct_from = ["c"]
[[speaker]]
key = "c"
nme = "Cy"
"""
    assert [problem.message("f") for problem in check_text(text)] == [
        "f: expected [[speaker]] tables only, not 'title'; correct the heading",
        "f: this is not TOML (Invalid value, line 4, column 8); correct it",
        "f: this is not TOML (Illegal character '\\n', line 7, column 9); correct it",
        "f, speaker 1 (a): kind is 'robot'; it must be one of person, organisation, group",
        "f, speaker 3 (c): 'nme' is no field of a speaker; remove it or correct its spelling",
        "f, speaker 3 (c): name is missing; add it",
    ]


def test_tables_that_cannot_stand_in_one_file_are_no_toml() -> None:
    (problem,) = check_text('speaker = [{key = "a", name = "Ann Roe"}]\n[[speaker]]\nkey = "b"\nname = "Bo Doe"\n')
    assert problem.what.startswith("this is not TOML")


@given(st.lists(st.sampled_from(['"', "[", "]", "\n", "=", "[[speaker]]", "key", '"""', "'", "{", "#", "\r\n", "1"])))
def test_no_text_keeps_the_other_problems_from_being_told(pieces: list[str]) -> None:
    text = "".join(pieces) + '\n[[speaker]]\nkey = "b"\nname = "Bo Doe"\nkind = "robot"\n'
    problems = check_text(text)
    assert all("\n" not in problem.what for problem in problems)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert any("TOML" in problem.what for problem in problems)


@pytest.mark.parametrize(
    ("name", "kind", "family", "key"),
    [
        ("Hannah Okoro", "person", "", "okoro-hannah"),
        ("Dr. Hannah Okoro", "person", "", "okoro-hannah"),
        ("Okoro, Hannah", "person", "", "okoro-hannah"),
        ("Ursula von der Lund", "person", "", "von-der-lund-ursula"),
        ("Łukasz O'Weiß", "person", "", "oweiss-lukasz"),
        ("Lim Dae-ho", "person", "Lim", "lim-dae-ho"),
        ("Dean Smith", "person", "", "smith-dean"),
        ("Harbour & Port Commission", "organisation", "", "harbour-port-commission"),
        ("Мұхтар Әлиев", "person", "", "aliev-mukhtar"),
    ],
)
def test_keys_are_made_of_names(name: str, kind: SpeakerKind, family: str, key: str) -> None:
    assert propose_key(name, kind, family, set()) == key
    assert propose_key(name, kind, family, {key, f"{key}-2"}) == f"{key}-3"


@pytest.mark.parametrize("name", ["王小明", "محمد", "—"])
def test_no_key_is_made_of_what_cannot_be_read(name: str) -> None:
    with pytest.raises(UsageError, match="--key"):
        propose_key(name, "person", "", set())
