from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.quotations.by_form.opinions import opinion_frames
from factsheet.quotations.frames import Reading

Parse = Callable[[str], Doc]
Found = tuple[list[str], list[str], list[str]]
PIECES = [
    "In her view,",
    "in the words of Ann Roe,",
    "“It rained.",
    "It rained.”",
    "“a ruin”",
    "the bridge is",
    "“",
    "Bo left,",
    "by his account",
]


def found(doc: Doc) -> list[Found]:
    def words(spans: tuple[tuple[int, int], ...]) -> list[str]:
        return [doc.text[start:end] for start, end in spans]

    frames = opinion_frames(Reading.of(doc), ())
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
        ("Ann Roe is, in the words of Bo Lund, a liar.", ["in the words of"], "Bo Lund", ["Ann Roe is", "a liar"]),
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
        # The author's own, and phrases that mean something else.
        "In my view, the bridge is a ruin.",
        "In one's view, the bridge is a ruin.",
        "In this writer's view, the bridge is a ruin.",
        "In view of the storm, the bridge was closed.",
        "In other words, the bridge is a ruin.",
        "In words of one syllable, the bridge is a ruin.",
        "The bridge came into view, and she left.",
        "He was changed in her view of the world.",
        # What is in marks, or asked, or cut off.
        "“In her view, the bridge is a ruin,” said Ann Roe.",
        "Is it, in her view, a ruin?",
        "She would not speak about his reasons for, in her view, leaving.",
        "He left because, in her view, leaving was best.",
        # More than one statement.
        "By his own account, he left at nine, but Ann Roe disputes that.",
        "By the bank's account, which Ann Roe disputes, the money is gone.",
        "In his telling, she lied; in hers, he did.",
        "In her view, the bridge is a ruin - it was closed in May.",
        "The shop, by her account, was hers, and police took it away.",
        "By his account, “the money was gone by noon,” and Ann Roe agreed.",
    ],
)
def test_where_it_may_be_nobody_s_view_there_is_none(parse: Parse, text: str) -> None:
    assert found(parse(text)) == []


def test_what_a_cue_reports_is_its_own(nlp: Language) -> None:
    text = "In its opinion, the court wrote, “The bridge is a public danger.”"
    (quotation,) = nlp(text)._.quotations
    assert [span.text for span in quotation.source] == ["the court"]


@given(st.lists(st.sampled_from(PIECES), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_no_content_is_cut_out_of_marks_or_given_twice(parse: Parse, pieces: list[str]) -> None:
    doc = parse(" ".join(pieces))
    reading = Reading.of(doc)
    for frame in opinion_frames(reading, ()):
        spans = frame.content.spans
        assert all(a < b <= c for (a, b), (c, _) in itertools.pairwise([*spans, (len(doc.text), len(doc.text))]))
        for start, end in spans:
            assert all(start <= r.start and r.end <= end for r in reading.regions_within(start, end))
