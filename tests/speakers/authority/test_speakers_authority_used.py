"""What the entries of the authority file do in articles."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.speakers.authority.authority import Authority, Entry
from factsheet.speakers.find import SpeakerFindings, find_speakers

TWO = (
    "Hannah Okoro opened the quay on Monday. Hannah Okoro is the mayor of the town. "
    "Hanna Okoro, a nurse, said that the quay was too narrow."
)


def found(parse: Callable[[str], Doc], text: str, *entries: Entry) -> SpeakerFindings:
    return find_speakers(parse(text), (), Authority(entries), ())


def test_two_entries_that_look_alike_are_two_speakers_and_nothing_is_asked(parse: Callable[[str], Doc]) -> None:
    assert [flag.kind for flag in found(parse, TWO).flags] == ["spelling variant"]
    for apart in ((), ("a",)):
        known = found(parse, TWO, Entry("a", "Hannah Okoro"), Entry("b", "Hanna Okoro", distinct_from=apart))
        assert [(speaker.key, speaker.name) for speaker in known.speakers] == [
            ("a", "Hannah Okoro"),
            ("b", "Hanna Okoro"),
        ]
        assert known.flags == ()


@pytest.mark.parametrize(("form", "key"), [("Dr. Hannah Okoro", None), ("Hannah Okoro", "a")])
def test_titles_are_no_part_of_what_is_looked_up(parse: Callable[[str], Doc], form: str, key: str | None) -> None:
    """What `check` says of a form with a title in it."""
    speakers = found(parse, "Dr. Hannah Okoro opened the quay on Monday.", Entry("a", form)).speakers
    assert [speaker.key for speaker in speakers] == [key]
