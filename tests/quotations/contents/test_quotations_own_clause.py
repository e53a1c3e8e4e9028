from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.contents.own_clause import without_own_clause
from factsheet.quotations.frames import ContentCandidate, Reading


@pytest.mark.parametrize(
    ("text", "cue", "content", "left"),
    [
        # When and how it was said.
        (
            "She says, “Stay where you are,” until the tape ends.",
            "says",
            ["“Stay where you are,” until the tape ends"],
            ["“Stay where you are,”"],
        ),
        (
            "She asked, “Will it rain today?” and left.",
            "asked",
            ["“Will it rain today?” and left"],
            ["“Will it rain today?”"],
        ),
        ("She sees “Hope,” help for town.", "sees", ["“Hope,” help for town"], None),
        ("She said “the bridge is closed” to traffic.", "said", ["“the bridge is closed” to traffic"], None),
        ("“It rained,” and the road flooded, she said.", "said", ["“It rained,” and the road flooded"], None),
        (
            "“It rained all day,” she said, under a rule of 1990.",
            "said",
            ["“It rained all day,”", "under a rule of 1990"],
            ["“It rained all day,”"],
        ),
        (
            "“It rained,” she said, leaving the hall. “It did.”",
            "said",
            ["“It rained,”", "leaving the hall", "“It did.”"],
            ["“It rained,”", "“It did.”"],
        ),
        ("“The bridge,” she said, is closed.", "said", ["“The bridge,”", "is closed"], None),
        ("“The bridge” is, she said, under repair.", "said", ["“The bridge” is", "under repair"], None),
        # Who said it.
        ("Added Ann Roe: “It rained.”", "Added", ["Ann Roe: “It rained.”"], ["“It rained.”"]),
        ("She added one thing: “It rained.”", "added", ["one thing: “It rained.”"], None),
    ],
)
def test_words_of_the_cues_own_clause(
    parse: Callable[[str], Doc], text: str, cue: str, content: list[str], left: list[str] | None
) -> None:
    reading = Reading.of(parse(text))
    word = next(word for word in reading.words if word.text == cue)
    spans = tuple((text.index(piece), text.index(piece) + len(piece)) for piece in content)
    found = without_own_clause(word, ContentCandidate(spans, "rest"), reading)
    assert found is not None
    assert [text[a:b] for a, b in found.spans] == (left or content)


@pytest.mark.parametrize(
    ("text", "cue", "construction", "left"),
    [
        ("She attacked the plan in an interview with the Gazette.", "attacked", "dobj and rest", "the plan"),
        ("She defended the old mayor on Twitter.", "defended", "dobj right", "the old mayor"),
        ("She defended the old mayor on her Facebook page.", "defended", "dobj right", "the old mayor"),
        ("She says it is “a ruin” in a tweet on Monday.", "says", "ccomp right", "it is “a ruin”"),
        ("She says it is “a ruin,” in a statement.", "says", "ccomp right", "it is “a ruin,”"),
        # It may be what is said of him, or a page of the book.
        ("She says he lied in an interview.", "says", "ccomp right", "he lied in an interview"),
        ("She attacked the plan in the statement.", "attacked", "dobj right", "the plan in the statement"),
        ("She attacked a note on the last page.", "attacked", "dobj right", "a note on the last page"),
        ("She resigned from a post.", "resigned", "preposition from", "a post"),
    ],
)
def test_where_it_was_said(parse: Callable[[str], Doc], text: str, cue: str, construction: str, left: str) -> None:
    reading = Reading.of(parse(text))
    word = next(word for word in reading.words if word.text == cue)
    content = ContentCandidate(((text.index(left), len(text) - 1),), construction)
    found = without_own_clause(word, content, reading)
    assert found is not None
    assert [text[a:b] for a, b in found.spans] == [left]


def test_a_clause_that_leads_to_words_in_marks_is_not_what_an_interview_says(parse: Callable[[str], Doc]) -> None:
    text = "In an interview, the mayor went even further: “The bridge will be closed.”"
    reading = Reading.of(parse(text))
    content = ContentCandidate(((text.index("the mayor"), len(text)),), "host clause")
    assert without_own_clause(reading.words[0], content, reading) is None


def test_words_in_marks_are_left_alone(parse: Callable[[str], Doc]) -> None:
    text = "She says, “Stay where you are,” until the tape ends."
    reading = Reading.of(parse(text))
    content = ContentCandidate(((text.index("“"), text.index("”") + 1),), "quotation after")
    assert without_own_clause(reading.words[1], content, reading) is content
