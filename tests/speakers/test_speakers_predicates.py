from __future__ import annotations

from collections.abc import Callable

import pytest

from factsheet.speakers.find import SpeakerFindings

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Behind "is" or "became", and behind another such noun.
        ("Hannah Okoro was [a housewife who] said it was late.", "Hannah Okoro"),
        ("Hannah Okoro became [an astute collector who] said it was late.", "Hannah Okoro"),
        ("Hannah Okoro was an heiress, [a self-described housewife who] said it was late.", "Hannah Okoro"),
        # Right behind the name.
        ("The crowd cheered for Hannah Okoro, [a Leeds native who] said it was late.", "Hannah Okoro"),
        # What somebody is not, or would be, or is only like; and what is said of nobody named.
        ("Hannah Okoro was not [a housewife who] said it was late.", "unattributed"),
        ("Hannah Okoro would be [a housewife who] said it was late.", "unattributed"),
        ("Hannah Okoro is hardly [a housewife who] said it was late.", "unattributed"),
        ("Hannah Okoro is allegedly [a housewife who] said it was late.", "unattributed"),
        ("If Hannah Okoro was [a housewife who] said it was late, she lied.", "unattributed"),
        ("In the film, Hannah Okoro is [a housewife who] says it is late.", "unattributed"),
        ("Hannah Okoro is a lawyer, her husband [a doctor who] said it was late.", "unattributed"),
        ("The harbour was [a nuisance who] said it was late.", "unattributed"),
        # Of what sort somebody is says of no place that it was he.
        ("Hannah Okoro is [the sort who] says it is late.", "unattributed"),
    ],
)
def test_whom_a_noun_is_said_of(voices: Find, text: str, expected: str) -> None:
    name = voices(text)[1][-1]
    assert name == expected if expected != "unattributed" else name != "Hannah Okoro"


def test_it_says_why(voices: Find) -> None:
    found, _ = voices("Hannah Okoro was [a housewife who] said it was late.")
    assert "“a housewife” says what Hannah Okoro is." in found.quotations[0].evidence
