from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.frames import Reading
from factsheet.quotations.opinions import opinion_frames

Parse = Callable[[str], Doc]
Found = tuple[list[str], list[str], list[str]]


def found(doc: Doc) -> list[Found]:
    def words(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [doc.text[start:end] for start, end in spans]

    frames = opinion_frames(Reading.of(doc))
    return [(words(f.cue), words(f.source.spans if f.source else ()), words(f.content.spans)) for f in frames]


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        (
            "In the words of the mayor, the bridge is a ruin.",
            ["In the words of"],
            "the mayor",
            ["the bridge is a ruin"],
        ),
        ("In her view, the bridge is a ruin.", ["In", "view"], "her", ["the bridge is a ruin"]),
        ("But in Ann Roe's view, the bridge is a ruin.", ["in", "view"], "Ann Roe's", ["the bridge is a ruin"]),
        ("By his own account, he left at nine.", ["By", "account"], "his", ["he left at nine"]),
        (
            "In the words of Ann Roe, “the bridge is a ruin.”",
            ["In the words of"],
            "Ann Roe",
            ["“the bridge is a ruin.”"],
        ),
        ("The bridge is, in the words of Ann Roe, “a ruin.”", ["in the words of"], "Ann Roe", ["“a ruin.”"]),
        (
            "The strike, by the union's account, will last a week.",
            ["by", "account"],
            "the union's",
            ["The strike", "will last a week"],
        ),
        ("The mood is grim, in the view of one official.", ["in the view of"], "one official", ["The mood is grim"]),
    ],
)
def test_who_a_sentence_is_put_down_to(
    parse: Parse, text: str, cue: list[str], source: str, content: list[str]
) -> None:
    assert found(parse(text)) == [(cue, [source], content)]


@pytest.mark.parametrize(
    "text",
    [
        "In my view, the bridge is a ruin.",
        "They had tears in their eyes, tears of joy.",
        "He was changed in her view of the world.",
        "“In her view, the bridge is a ruin,” said Ann Roe.",
        "She would not speak about his reasons for, in her view, leaving.",
        "In other words, the bridge is a ruin.",
        "The bridge came into view, and she left.",
    ],
)
def test_the_author_s_own_view_and_other_phrases_are_nobody_s(parse: Parse, text: str) -> None:
    assert found(parse(text)) == []
