from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.beside import Beside, beside_marks
from factsheet.quotations.frames import Reading

Parse = Callable[[str], Doc]


def proposed(doc: Doc, cue: str) -> dict[str, list[str]]:
    reading = Reading.of(doc)
    word = next(word for word in reading.words if word.text == cue)
    found = beside_marks(word, Beside.of(word, reading), reading)
    return {construction: [doc.text[a:b].rstrip(", ") for a, b in spans] for construction, spans in found}


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("If it rains, she said, “we will all of us stay.”", "If it rains"),
        ("No new harbour, he said, “we will all of us stay.”", "No new harbour"),
        ("If it rains, she said, “We will all of us stay.”", None),
        ("If it rains, she said that “we will all of us stay.”", None),
        ("“If it rains,” she said, “we will all of us stay.”", None),
        ("She said, “we will all of us stay.”", None),
        ("It rained. She said, “we will all of us stay.”", None),
    ],
)
def test_a_quotation_that_goes_on_from_the_front_of_its_sentence(parse: Parse, text: str, front: str | None) -> None:
    found = proposed(parse(text), "said")
    fronts = [spans for construction, spans in found.items() if construction.endswith(" and front")]
    assert fronts == ([[front, "“we will all of us stay.”"]] if front else [])
