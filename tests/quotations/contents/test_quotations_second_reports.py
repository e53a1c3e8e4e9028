from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.contents.second_reports import without_second_reports
from factsheet.quotations.frames import ContentCandidate, Frame, Reading


def frame(text: str, cue: str, content: str, construction: str, probability: float = 0.9) -> Frame:
    said, words = text.index(cue), text.index(content)
    spans = ((words, words + len(content)),)
    return Frame(ContentCandidate(spans, construction), ((said, said + len(cue)),), cue, None, probability)


@pytest.mark.parametrize(
    ("text", "inner", "left"),
    [
        ("She said it rained, and when pressed, Ann Roe replied, “It did not.”", "replied", "it rained"),
        ("She said it rained, to which Ann Roe replied: “It did not.”", "replied", "it rained"),
        ("She said it rained and added, “It still does.”", "added", "it rained"),
        ("She said it rained, adding, “It still does.”", "adding", "it rained"),
        ("She said it was “a flood,” adding: “It still is.”", "adding", "it was “a flood,”"),
        # What nobody joins to it, and words that begin no sentence, are part of what she said.
        ("She said it rained on people saying, “Hey.”", "saying", None),
        ("She said it rained, and Ann Roe called it “a flood.”", "called", None),
        ("She said it rained, and Ann Roe called it a “Flood.”", "called", None),
        ("She said, adding, “It rained.”", "adding", None),
    ],
)
def test_where_a_content_ends_before_another_report(
    parse: Callable[[str], Doc], text: str, inner: str, left: str | None
) -> None:
    content = text.removeprefix("She said").lstrip(" ,")
    marks = text[text.rindex("“") :]
    outer = frame(text, "said", content, "ccomp right")
    found = without_second_reports([outer, frame(text, inner, marks, "quotation after")], Reading.of(parse(text)))
    ((start, end),) = found[0].content.spans
    assert text[start:end] == (left or content)


def test_an_unsure_report_cuts_nothing(parse: Callable[[str], Doc]) -> None:
    text = "She said it rained, and Ann Roe replied, “It did not.”"
    outer = frame(text, "said", text[9:], "ccomp right")
    inner = frame(text, "replied", "“It did not.”", "quotation after", 0.5)
    assert without_second_reports([outer, inner], Reading.of(parse(text))) == [outer, inner]


def test_words_before_the_cue_are_not_cut(parse: Callable[[str], Doc]) -> None:
    text = "It rained, and Ann Roe replied, “It did not,” he said."
    outer = frame(text, "said", text[: text.index(" he said")], "ccomp left")
    inner = frame(text, "replied", "“It did not,”", "quotation after")
    assert without_second_reports([outer, inner], Reading.of(parse(text))) == [outer, inner]


def test_a_front_that_is_left_of_another_report_is_cut(parse: Callable[[str], Doc]) -> None:
    text = "She said it rained, and when pressed on it, the mayor replied, “It did not.”"
    outer = frame(text, "said", "it rained, and when pressed on it", "ccomp right cut comma")
    inner = frame(text, "replied", "“It did not.”", "quotation after")
    found = without_second_reports([outer, inner], Reading.of(parse(text)))
    assert [text[a:b] for a, b in found[0].content.spans] == ["it rained"]


def test_a_content_that_ends_before_another_report_is_left_alone(parse: Callable[[str], Doc]) -> None:
    text = "She said it rained. The mayor, a friend, replied, “It did not.”"
    outer = frame(text, "said", "it rained", "ccomp right")
    inner = frame(text, "replied", "“It did not.”", "quotation after")
    assert without_second_reports([outer, inner], Reading.of(parse(text))) == [outer, inner]
