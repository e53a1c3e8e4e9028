from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.contents.other_cues import OtherCues
from factsheet.quotations.frames import Reading
from factsheet.quotations.weights import read_weights

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "joints"),
    [
        ("She said the bridge was safe and later warned that it was not.", [("and", "VBD", "same")]),
        ("She said the bridge was safe, but added that it was old.", [("but", "VBD", "same")]),
        ("She says that it rains, while her deputy Bo Lund says that it snows.", [("while", "VBZ", "other")]),
        ("She said the bridge was safe and walked across.", []),
        ("She said the bridge and the road were safe.", []),
        ("She said the bridge was safe, and he said that it was old.", []),
        ("She said “the bridge is safe and he said so.”", []),
    ],
)
def test_the_conjunctions_that_another_reporting_verb_follows(
    parse: Parse, text: str, joints: list[tuple[str, str, str]]
) -> None:
    reading = Reading.of(parse(text))
    found = OtherCues.of(reading, read_weights()).joints
    assert [(reading.words[joint.at].text, joint.tag, joint.kind) for joint in found] == joints


def test_only_verbs_outside_marks_are_counted(parse: Parse) -> None:
    reading = Reading.of(parse("Ann Roe said: “I never said that.”"))
    levels = OtherCues.of(reading, read_weights()).levels
    assert [word.text for word in reading.words if levels[word.i]] == ["said"]
