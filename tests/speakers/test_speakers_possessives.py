"""Whose "his" and "her" are: mentions where that is certain, and evidence of nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheet.speakers.find import SpeakerFindings

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


def owners(found: SpeakerFindings) -> dict[str, list[str]]:
    """The words around each "his" and "her" that is a mention, by the speaker's name."""
    return {
        speaker.name: [m.text for m in speaker.mentions if m.kind == "pronoun" and m.text.lower() in {"his", "her"}]
        for speaker in found.speakers
    }


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Hannah Okoro opened her shop on Monday.", "Hannah Okoro", ["her"]),
        # Another sentence, or no subject.
        ("Daniel Reyes came on Monday. His boat was late.", "Daniel Reyes", []),
        ("Daniel Reyes praised Hannah Okoro for her work and kept his word.", "Hannah Okoro", []),
        # What the noun is said to be.
        ("Daniel Reyes left. Martin Holt, his lawyer, declined.", "Martin Holt", []),
        ("Daniel Reyes left. Martin Holt became his successor.", "Martin Holt", []),
        ("Daniel Reyes, a lawyer, sold his boat.", "Daniel Reyes", ["his"]),
        # Somebody else whom it fits is named right before.
        ("Daniel Reyes regretted Martin Holt's failure, his worst so far.", "Daniel Reyes", []),
        # Anybody.
        ("Daniel Reyes came. The law lets a governor keep his seat.", "Daniel Reyes", []),
        ("Daniel Reyes came. A judge may leave his or her seat.", "Daniel Reyes", []),
        # What somebody says of somebody is not read.
        ('"His boat was late," [Daniel Reyes] said.', "Daniel Reyes", []),
    ],
)
def test_his_and_her_are_mentions_where_it_is_certain_whose_they_are(
    voices: Find, text: str, name: str, expected: list[str]
) -> None:
    assert owners(voices(text)[0])[name] == expected


def test_his_and_her_list_nobody_and_raise_nothing(voices: Find) -> None:
    # Two names that nothing but the recogniser calls persons, and a gender that contradicts the name's.
    found, _ = voices("Wexler Haime sold his boat. Jane Okoro kept her boat. [Jane Okoro] said he sold his.")
    assert "Wexler Haime" not in owners(found)
    kinds = {flag.kind for flag in found.flags}
    assert "pronoun mismatch" not in kinds


def test_whom_nothing_but_his_calls_a_person_is_not_listed(voices: Find) -> None:
    found, _ = voices("Qorin Zabulda sold his boat and his shop on Monday. [Officials] said it was late.")
    assert list(owners(found)) == ["Officials"]
