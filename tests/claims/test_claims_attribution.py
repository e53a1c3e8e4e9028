"""Words that are not the article's own, and clauses cut off in the middle, make no claim of the article."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.claims.find import find_claims
from factsheet.claims.turns import interview

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed in 2012, authorities said.",
        "Even Osaka has three ferries in winter, says the engineer Anna Weber.",
        "The ferry, harbour officials said, sank in 2012.",
        "As Ms. Ito has pointed out, Germany opened an office in 2012.",
        "Germany opened an office in Astana in 2012, according to the ministry.",
    ],
)
def test_a_sentence_with_a_reporting_tail_or_head_is_not_the_articles(parse: Parse, text: str) -> None:
    assert find_claims(parse(text), (), ()).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said nothing about the bridge in 2012.",
        "During a press conference in Osaka, the mayor informed the reporters about the bridge.",
        "The report of the engineers tells a different story of the bridge.",
    ],
)
def test_what_somebody_is_told_to_have_said_or_done_is_the_articles(parse: Parse, text: str) -> None:
    (claim,) = find_claims(parse(text), (), ()).claims
    assert claim.claimant.kind == "author"


@pytest.mark.parametrize(
    "text",
    [
        "He is divorced from his wife and he",
        "The Senator told Reuters!",
        "Germany opened an office in Astana with",
        "What the city has to do in 2030 is what Osaka",
        "Let's assume that Germany opened an office in 2012.",
    ],
)
def test_a_shard_is_no_claim(parse: Parse, text: str) -> None:
    assert find_claims(parse(text), (), ()).claims == ()


@pytest.mark.parametrize(
    "text",
    [
        'The mayor gave a speech in 2012. "Osaka opened three bridges in the spring of 2011."',
        "“Osaka opened three bridges in the spring of 2011, and nobody came.”",
    ],
)
def test_words_in_marks_that_nobody_is_found_to_say_are_not_the_articles(parse: Parse, text: str) -> None:
    assert not any("bridges" in claim.content[0].text for claim in find_claims(parse(text), (), ()).claims)


def test_a_term_in_marks_stays_in_the_articles_claim(parse: Parse) -> None:
    (claim,) = find_claims(parse('Osaka opened a "green" bridge in 2011.'), (), ()).claims
    assert claim.content[0].text == 'Osaka opened a "green" bridge in 2011.'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came.\nQ: When?\nA: In 2012.\nIt closed later.", "Q: When?\nA: In 2012.\nIt closed later."),
        ("He came.\nITO: It opened.\nWEBER: It did.\nThey left.", "ITO: It opened.\nWEBER: It did."),
        ("Ito: It opened.\nWeber: When?\nIto: So.\nWeber: No.", "Ito: It opened.\nWeber: When?\nIto: So.\nWeber: No."),
        ("Population: 3 million.\nCapital: Astana.", None),
        ("Q: It is only one.", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_turns_of_an_interview(text: str, expected: str | None) -> None:
    found = interview(text, 0)
    assert (text[slice(*found)] if found else None) == expected


def test_the_turns_of_an_interview_are_not_the_articles(parse: Parse) -> None:
    text = "Germany closed a plant in 2010.\nQ: When did it open?\nA: Germany opened an office in 2012."
    (claim,) = find_claims(parse(text), (), ()).claims
    assert claim.content[0].text == "Germany closed a plant in 2010."


def test_one_endless_sentence_is_not_slow(parse: Parse) -> None:
    doc = parse("The mayor said that the bridge is closed and " * 600)
    start = time.process_time()
    find_claims(doc, (), ())
    assert time.process_time() - start < 1.5  # one that looked at the whole sentence for each clause took longer
