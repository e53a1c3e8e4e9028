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
        # No verb that reports stands before the colon.
        "Grown Men: “It was time to go home at last.”",
    ],
)
def test_the_words_before_a_colon_are_no_cue(nlp: Language, text: str) -> None:
    assert not any(span.text in ("the verdict", "Men") for q in nlp(text)._.quotations for span in q.source)
