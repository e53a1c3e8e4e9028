from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheet.speakers.find import SpeakerFindings

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


def _persons(found: SpeakerFindings) -> dict[str, list[str]]:
    return {s.name: [role.text for role in s.roles] for s in found.speakers if s.kind == "person"}


@pytest.mark.parametrize(
    "text",
    [
        "The vote will help Ohio Democrats in the fall. [Officials] said so.",
        "They closed ranks with the conservative Democratic machine. [Officials] said so.",
        "The laws of Jim Crow were gone by then. [Officials] said so.",
        "They owe it to Uncle Sam, all of it. [Officials] said so.",
        "He called the member state Estonia a suburb. [Officials] said so.",
        "Envoys from N. Korea left on Monday. [Officials] said so.",
        "The Charlotte Observer had it on Monday. [Officials] said so.",
        "She was a guest of The Velinsk Morning Show. [Officials] said so.",
        "The Queen City was dark on Monday. [Officials] said so.",
        "It was dark on Monday.\n\nHIS FELLOW DOCTORS DO NOT WANT TO JOIN HIM - It was late, [officials] said.",
    ],
)
def test_what_is_no_person(voices: Find, text: str) -> None:
    assert _persons(voices(text)[0]) == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A nickname in marks is within the name.
        ('Rep. Robert C. "Bobby" Holt left. [Holt] said so.', {'Robert C. "Bobby" Holt': ["Rep."]}),
        ("Grace “Gigi” Reyes left. [Reyes] said so.", {"Grace “Gigi” Reyes": []}),
        # Words in front that are no part of it.
        ("Jane Roe left. Crooked Jane Roe came back. [Roe] said so.", {"Jane Roe": []}),
        ("Charlotte Mayor Jennifer Holt left. [Holt] said so.", {"Jennifer Holt": ["Charlotte Mayor"]}),
        ("Hannah Okoro left. Blaming Okoro is easy. [Okoro] said so.", {"Hannah Okoro": []}),
        ("They asked Supervisor of Elections Susan Holt. [Holt] said so.", {"Susan Holt": []}),
        ("They asked Coast County Recorder Helen Holt. [Holt] said so.", {"Helen Holt": ["Coast County Recorder"]}),
        ("They asked Senators Harry Holt and others. [Holt] said so.", {"Harry Holt": ["Senators"]}),
        # An initial within it makes a person of what nothing else is known of.
        ("Vann R. Okafor left. [Okafor] said so.", {"Vann R. Okafor": []}),
        # Roles that are none, and ends that are no part of one.
        ("Grace Holt, and her father, Dan, left. [Holt] said so.", {"Grace Holt": []}),
        ("The editor in chief, Grace Holt, left. [Holt] said so.", {"Grace Holt": ["editor in chief"]}),
        ("Grace Reyes’s chief of staff, Dan Holt, left. [Holt] said so.", {"Dan Holt": ["chief of staff"]}),
        # Titles in short are whole, and so is the full stop of a suffix.
        ("The crowd and Lt. Gov. Ralph Holt (D), who is new, left. [Holt] said so.", {"Ralph Holt": ["Lt. Gov."]}),
        (
            "They met Harry F. Holt Sr., the head of the mill. [Holt] said so.",
            {"Harry F. Holt Sr.": ["the head of the mill"]},
        ),
        # Where a role ends.
        ('Ann Holt, the anchor of NBC\'s "Harbour News," left. [Holt] said so.', {"Ann Holt": ["the anchor of NBC"]}),
        ("Bo Holt, a lawyer at Bailey & Glass, left. [Holt] said so.", {"Bo Holt": ["a lawyer at Bailey & Glass"]}),
        (
            "Ann Holt, a scholar at the Center for Strategic and International Studies, left. [Holt] said so.",
            {"Ann Holt": ["a scholar at the Center for Strategic and International Studies"]},
        ),
        (
            "Tim Holt, president of Acme and Jane Poe, a lawyer, left. [Holt] said so.",
            {"Tim Holt": ["president of Acme"], "Jane Poe": ["a lawyer"]},
        ),
        (
            "Ann Holt, director of the Institute for Policy at New York University's law school, left. [Holt] said so.",
            {"Ann Holt": ["director of the Institute for Policy at New York University's law school"]},
        ),
    ],
)
def test_where_a_name_begins_and_ends(voices: Find, text: str, expected: dict[str, list[str]]) -> None:
    found = _persons(voices(text)[0])
    assert {name: roles for name, roles in found.items() if name in expected} == expected
    assert all("Holt" not in name for name in found.keys() - expected.keys())


def test_what_the_recogniser_alone_calls_a_person_is_not_listed(voices: Find) -> None:
    """Unless it speaks, has a role, or is named again by its last word."""
    found = voices("They met Qorin Zabulda at the quay on Monday. [Officials] said it was late.")[0]
    assert _persons(found) == {}
    again = voices("They met Qorin Zabulda at the quay on Monday. Zabulda left. [Zabulda] said it was late.")[0]
    assert list(_persons(again)) == ["Qorin Zabulda"]


def test_a_headline_names_who_is_quoted(voices: Find) -> None:
    text = "[Hannah Okoro] Says The Harbour Is Closed\n\n[Okoro] said it was late."
    assert voices(text)[1] == ["Hannah Okoro", "Hannah Okoro"]


def test_the_younger_of_a_family_is_not_taken_for_the_other(voices: Find) -> None:
    text = "Daniel Reyes came. Mr. Reyes sat down. [The younger Mr. Reyes] said it was late."
    assert voices(text)[1] == ["Reyes"]
