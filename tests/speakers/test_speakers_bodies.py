"""Names of organisations: where they end, what they are called in short, and what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheet.speakers.find import SpeakerFindings

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What the body is for, against, or does.
        (
            "[The Committee for a Responsible Budget] said it was late.",
            "Committee for a Responsible Budget",
        ),
        (
            "They include the Ohio Fund and Citizens for Tax Justice. [Citizens for Tax Justice] said so.",
            "Citizens for Tax Justice",
        ),
        ("According to [the Alliance to Reclaim Our Schools], it was late.", "Alliance to Reclaim Our Schools"),
        # "And" within the name.
        (
            "[The House Oversight and Government Reform Committee] said it was late.",
            "House Oversight and Government Reform Committee",
        ),
        (
            "They were late, but [the Central and East European Coalition], which is new, said so.",
            "Central and East European Coalition",
        ),
        # Two bodies, somebody's voters, and a body and a place.
        ("[The White House and Justice Department] said so.", "The White House and Justice Department"),
        ("[Voters for Roe] said it was late.", "Voters for Roe"),
        ("They moved the Coast Bank to New York. [The Coast Bank] said so.", "Coast Bank"),
    ],
)
def test_where_the_name_of_a_body_ends(voices: Find, text: str, expected: str) -> None:
    found, said = voices(text)
    assert said[-1] == expected
    assert not any(s.kind == "organisation" for s in found.speakers if "Voters" in s.name or " and Justice" in s.name)


def test_an_abbreviation_leaves_the_small_words_out(voices: Find) -> None:
    _, said = voices("According to [the Alliance to Reclaim Our Schools] (AROS), it was late. [AROS] said so.")
    assert said == ["Alliance to Reclaim Our Schools"] * 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Harbour Times had it first. [The Times] said it was late.", "Harbour Times"),
        ("The Harbour Post had it first. It was late, [the Post] said.", "Harbour Post"),
        # Two papers, none before, what is no paper, and times that are none.
        ("The Harbour Times and the Lund Times had it. [The Times] said it was late.", "Times"),
        ("[The Times] said it was late. The Harbour Times had it first.", "Times"),
        ("The White House had it first. [The House] said it was late.", "House"),
        ("The Harbour Times had it. [Hard times] said it was late.", "unattributed"),
    ],
)
def test_a_paper_is_called_by_its_last_word(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # A people, and a noun at the head of its sentence.
        ("[Mexicans] said that it was late.", {"Mexicans": "group"}),
        ("Bank executives were not held to it. [The bank] said that it was late.", {"The bank": "group"}),
        # A word that only the recogniser takes for somebody; not where "he" or a known name stands for a person.
        ("According to [Politica], it was late.", {"Politica": "organisation"}),
        ("They came on Monday. Durbin said that he left. [Durbin] said it was late.", {"Durbin": "person"}),
        ("They came on Monday. According to [Laura], it was late.", {"Laura": "person"}),
    ],
)
def test_of_what_kind_a_single_word_is(voices: Find, text: str, kinds: dict[str, str]) -> None:
    assert {s.name: s.kind for s in voices(text)[0].speakers} == kinds


def test_a_hill_is_nobody(voices: Find) -> None:
    found, said = voices("It calmed Democrats on [Capitol Hill, who] said it was late.")
    assert said == ["unattributed"]
    assert not found.speakers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Bo Holt, a lawyer at the quay, left. [Bo Holt] said so.", "person"),
        ("Bo Holt, who was ill, left. [Bo Holt] said so.", "person"),
        ("Bo Holt, 41, left. [Bo Holt] said so.", "person"),
        ("Bo Holt left. [Bo Holt] said so. Mr. Holt was ill.", "person"),
        ("“It was late.” ― [Beck Pimenta]\n“It was dark.”", "person"),
        # What firms are, too; and nothing of the kind.
        ("Korvo Data, a maker of pumps, left. [Korvo Data] said so.", "organisation"),
        ("Bo Holt left. [Bo Holt] said so.", "organisation"),
        ("The Bo Holt, a ferry, left. [The Bo Holt] said so.", "organisation"),
    ],
)
def test_a_person_whom_the_recogniser_takes_for_a_body(voices: Find, text: str, kind: str) -> None:
    assert {s.kind for s in voices(text)[0].speakers if s.name != "a lawyer"} == {kind}
