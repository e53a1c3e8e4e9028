from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.contents.others_tail import without_others_tail
from factsheet.quotations.frames import ContentCandidate, Frame, Reading
from factsheet.quotations.weights import read_weights


def frame(text: str, content: str, construction: str = "ccomp right") -> Frame:
    start, cue = text.index(content), text.index("said")
    spans = ((start, start + len(content)),)
    return Frame(ContentCandidate(spans, construction), ((cue, cue + 4),), "say", None, 0.9)


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("the bridge was closed, according to the Gazette", "the bridge was closed"),
        ("the bridge was “a ruin,” according to Bo Lund, head of the league", "the bridge was “a ruin,”"),
        ("the bridge was “a ruin,” the Dunmore Gazette reported on Monday", "the bridge was “a ruin,”"),
        ("the bridge was closed, the Dunmore Gazette reported", "the bridge was closed"),
        ("the bridge was closed, officials said", "the bridge was closed"),
        ("the bridge was closed, reported the Dunmore Gazette", "the bridge was closed"),
        ("the bridge was closed, though officials said little", None),
        ("the bridge, according to the Gazette, was closed", None),
        ("the bridge was closed, the mayor said that it was over", None),
        ("the bridge, a beauty of its kind, told a long story", None),
        ("the bridge was closed, “officials said”", None),
        ("it, officials said", None),
    ],
)
def test_who_else_reports_it_is_no_word_of_it(parse: Callable[[str], Doc], content: str, left: str | None) -> None:
    text = f"Ann Roe said {content}."
    found = without_others_tail(frame(text, content), Reading.of(parse(text)), read_weights())
    assert found is not None
    ((start, end),) = found.content.spans
    assert text[start:end] == (left or content)


@pytest.mark.parametrize("construction", ["quotation before", "ccomp left"])
def test_words_before_the_cue_and_in_marks_are_left_alone(parse: Callable[[str], Doc], construction: str) -> None:
    text = "The bridge was closed, officials reported, Ann Roe said."
    one = frame(text, "The bridge was closed, officials reported", construction)
    assert without_others_tail(one, Reading.of(parse(text)), read_weights()) == one


def test_what_is_left_of_a_content_may_be_no_more_than_who_else_reports_it(parse: Callable[[str], Doc]) -> None:
    text = "Ann Roe said the bridge was closed, the Dunmore Gazette reported on Monday."
    one = frame(text, "the Dunmore Gazette reported on Monday")
    assert without_others_tail(one, Reading.of(parse(text)), read_weights()) is None
