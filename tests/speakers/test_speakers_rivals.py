"""Who competes for a pronoun, and who does not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.speakers.find import SpeakerFindings
from factsheet.speakers.plurals import Narrated, People

NOBODY = "unattributed"

Find = Callable[[str], tuple[SpeakerFindings, list[str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The name behind a role is the subject where the role is.
        ("Peter Holt's chairman, Daniel Reyes, came to the quay. [He] said it was late.", "Daniel Reyes"),
        # What somebody works at, or posts on, is no rival.
        ("Daniel Reyes worked at Carrier for years. [He] said it was late.", "Daniel Reyes"),
        ("They met on Quayline. Quayline grew. Daniel Reyes left Quayline. [He] said it was late.", "Daniel Reyes"),
        # Whose firm somebody is of was not quoted with him, and is a new voice.
        (
            '"It was late," [Daniel Reyes of the firm of Martin Holt] said. Holt closed the quay. '
            '"It was dark," [he] said.',
            NOBODY,
        ),
        # A woman who is a spokesman.
        ("Martin Holt came. Spokesman Hannah Okoro opened the door. [She] said it was late.", "Hannah Okoro"),
        # Somebody named first in a clause within another is not introduced by it.
        (
            '"It was late," [Daniel Reyes] said. The crew heard that Martin Holt had left. "It was dark," [he] said.',
            NOBODY,
        ),
        # Who speaks in one of the two sentences before is the new voice, farther back he is not.
        (
            '"It was late," [Martin Holt] said. It rained. It snowed. It froze. It was over. '
            'Daniel Reyes said no on Monday. The crowd was silent. "It is dark," [he] said.',
            "Daniel Reyes",
        ),
        (
            '"It was late," [Martin Holt] said. It rained. It snowed. It froze. It was over. '
            'Daniel Reyes said no on Monday. The crowd was silent. The rain fell. "It is dark," [he] said.',
            NOBODY,
        ),
        # Who has been "she" is no "he".
        ("Robin Doe came. She left the quay. She sat down. [He] said it was late.", NOBODY),
        ("Robin Doe came. She left the quay. [She] said it was late.", "Robin Doe"),
        ("Robin Doe came. It rained on Monday. [He] said it was late.", "Robin Doe"),
        # Somebody of unknown gender does not outdo in a sentence whom the pronoun fits.
        ("Robin Doe criticised Hannah Okoro after [she] said it was late.", NOBODY),
        ("Robin Doe left after [she] said it was late.", "Robin Doe"),
    ],
)
def test_who_competes(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The lawyers] said it was late. [They] said it was dark. [They] said it was cold.", "The lawyers"),
        ("The quay is in the hands of the voters. [They] said it was late.", NOBODY),
    ],
)
def test_they_go_on_with_the_same_people(voices: Find, text: str, expected: str) -> None:
    assert voices(text)[1][-1] == expected


def test_her_husband_by_his_given_name_alone(voices: Find) -> None:
    text = "Hannah Okoro met Dan Holt. Her husband Dan sat down. [Holt] said it was late."
    (holt,) = [speaker for speaker in voices(text)[0].speakers if speaker.name == "Dan Holt"]
    assert {variant.form for variant in holt.variants} >= {"Dan Holt", "Dan"}


def test_a_son_by_his_given_name_alone_is_somebody_else(voices: Find) -> None:
    text = "Dan Holt came. His son Dan sat down. [Holt] said it was late."
    (holt,) = [speaker for speaker in voices(text)[0].speakers if speaker.name == "Dan Holt"]
    assert "Dan" not in {variant.form for variant in holt.variants}


def test_they_go_on_through_more_sentences_than_calls_can_be_nested(parse: Callable[[str], Doc]) -> None:
    doc = parse("The lawyers waited. " + "They said so. " * 1100)
    (last,) = [token for token in doc if token.lower_ == "they"][-1:]
    people = People(doc, Narrated(doc, range(len(doc)))).taken_up(last)
    assert people is not None
    assert people.text == "The lawyers"
