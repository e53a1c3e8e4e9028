from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "Said Ellis: “I do not think that she is interested in it.”",
            "“I do not think that she is interested in it.”",
            "Ellis",
        ),
        ("It is late. Added Ann Roe: “We are not for sale.”", "“We are not for sale.”", "Ann Roe"),
        (
            "Signs of it were there all along - Carl Berger: “One of the lessons was a simple one.”",
            "“One of the lessons was a simple one.”",
            "Carl Berger",
        ),
        (
            "But polls did predict it — more from Ann Roe: “Most of them did well in May.”",
            "“Most of them did well in May.”",
            "Ann Roe",
        ),
        (
            "Clinton has changed. Here’s Clinton in December 1992: “Our new road must rest on a plan.”",
            "“Our new road must rest on a plan.”",
            "Clinton",
        ),
    ],
)
def test_who_is_named_before_the_colon(nlp: Language, text: str, content: str, source: str) -> None:
    (quotation,) = (found for found in nlp(text)._.quotations if found.kind == "direct")
    assert [span.text for span in quotation.content] == [content]
    assert [span.text for span in quotation.source] == [source]


@pytest.mark.parametrize(
    "text",
    [
        # The words behind the dash are nobody's name.
        "The strike was over - the verdict: “It was time to go home at last.”",
        "The war goes on — Question Time: “Why did we go in at all?”",
        # No verb that reports stands before the colon, or no name behind it.
        "Asked about Ann Roe: “I do not know her at all.”",
        "On Brexit: “He lied to all of us, and he knew it.”",
        "Slogan: “We build the future of this town.”",
        "Grown Men: “It was time to go home at last.”",
    ],
)
def test_the_words_before_a_colon_are_no_cue(nlp: Language, text: str) -> None:
    named = ("the verdict", "Men", "Question Time", "about Ann Roe", "On Brexit", "Slogan")
    assert not any(span.text in named for q in nlp(text)._.quotations for span in q.source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("FERRIES DID NOT SINK - Hannah Berg: “We counted all of the ferries twice.” [Gazette]", ["Hannah Berg"]),
        ("Ferries blame the weather - Ann Roe and Bo Lund: “All of them came in late.”", ["Ann Roe and Bo Lund"]),
        ("Ferries blame the weather - HarbourWatch: “All of them came in late.”", ["HarbourWatch"]),
        ("Ferries blame the weather – More from Ann Roe: “All of them came in late.”", ["Ann Roe"]),
    ],
)
def test_a_list_names_who_wrote_a_report_behind_a_dash(nlp: Language, text: str, source: list[str]) -> None:
    (quotation,) = [found for found in nlp(text)._.quotations if found.kind == "direct"]
    assert [span.text for span in quotation.source] == source
    assert quotation.confidence > 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Ferries blame the weather - Verdict: “All of them came in late.”",
        "Ferries blame the weather - the answer: “All of them came in late.”",
    ],
)
def test_other_words_behind_a_dash_are_nobody(nlp: Language, text: str) -> None:
    found = [quotation for quotation in nlp(text)._.quotations if quotation.kind == "direct"]
    assert not any(span.text.startswith(("Verdict", "the answer")) for q in found for span in q.source)
