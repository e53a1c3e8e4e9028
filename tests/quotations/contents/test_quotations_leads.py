from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.contents.leads import without_lead
from factsheet.quotations.frames import ContentCandidate, Reading


@pytest.mark.parametrize(
    ("text", "cue", "content", "construction", "left"),
    [
        # When and where it was said.
        (
            "She said for the first time that it rained.",
            "said",
            "the first time that it rained",
            "preposition for",
            "that it rained",
        ),
        ("She said in a statement that it rained.", "said", "in a statement that it rained", "rest", "that it rained"),
        (
            "She told voters on Monday that it rained.",
            "told",
            "voters on Monday that it rained",
            "rest",
            "that it rained",
        ),
        (
            "She apologized for the claim that it rained.",
            "apologized",
            "the claim that it rained",
            "preposition for",
            None,
        ),
        (
            "She responded on Monday to reports that it rained.",
            "responded",
            "Monday to reports that it rained",
            "preposition on",
            None,
        ),
        (
            "She said the show is so bad that it closed.",
            "said",
            "the show is so bad that it closed",
            "ccomp right",
            None,
        ),
        ("She noted the time that it took.", "noted", "the time that it took", "dobj right", None),
        # What the cue's own clause tells of.
        (
            "She said of her child, a girl of six, “She can read.”",
            "said",
            "a girl of six, “She can read.”",
            "ccomp right",
            "“She can read.”",
        ),
        ("She said a girl of six, “a gem,” can read.", "said", "a girl of six, “a gem,” can read", "ccomp right", None),
        # A sentence before speech.
        (
            "The mayor was angry: “It rained all day,” she said.",
            "said",
            "The mayor was angry: “It rained all day,”",
            "ccomp left",
            "“It rained all day,”",
        ),
        (
            "The mayor was angry – “Did it rain all day?” she asked.",
            "asked",
            "The mayor was angry – “Did it rain all day?”",
            "ccomp left",
            "“Did it rain all day?”",
        ),
        (
            "The mayor said: “It rained all day,” the Gazette reported.",
            "reported",
            "The mayor said: “It rained all day,”",
            "ccomp left",
            None,
        ),
        (
            "The mayor has one thing: “a lot of rain,” she said.",
            "said",
            "The mayor has one thing: “a lot of rain,”",
            "ccomp left",
            None,
        ),
        ("The plan is “Not a good one,” she said.", "said", "The plan is “Not a good one,”", "ccomp left", None),
    ],
)
def test_where_a_content_begins(
    parse: Callable[[str], Doc], text: str, cue: str, content: str, construction: str, left: str | None
) -> None:
    reading = Reading.of(parse(text))
    word = next(word for word in reversed(reading.words) if word.text == cue)
    start = text.index(content)
    found = without_lead(word, ContentCandidate(((start, start + len(content)),), construction), reading)
    assert [text[a:b] for a, b in found.spans] == [left or content]
