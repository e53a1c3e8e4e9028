from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.quotations.by_form.asides import asides
from factsheet.quotations.frames import Reading

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("The bridge, said Ann Hill, will reopen in May.", ["The bridge", "will reopen in May"], "Ann Hill"),
        (
            "The bridge, said Ann Hill, a spokeswoman for the ministry, will reopen in May.",
            ["The bridge", "will reopen in May"],
            "Ann Hill, a spokeswoman for the ministry",
        ),
        ("The law, writes Ann Roe, who teaches at Lund, is a mess.", ["The law", "is a mess"], "Ann Roe"),
        ("In May, said Hill, the bridge will reopen.", ["In May", "the bridge will reopen"], "Hill"),
        ("The talks, added the minister, would go on.", ["The talks", "would go on"], "the minister"),
        ("The road is closed, said Ann Roe.", ["The road is closed"], "Ann Roe"),
        (
            "He also had a voice in it, said a former guard, Ole Berg, who also ran for mayor.",
            ["He also had a voice in it"],
            "a former guard, Ole Berg",
        ),
        (
            "Meals are ready, doctors are on duty, assured head of the ward Ann Berg.",
            ["Meals are ready, doctors are on duty"],
            "head of the ward Ann Berg",
        ),
        # Another clause, and what stands in brackets, is not said there.
        ("The bridge, said Ann Roe, will reopen; Bo Lund doubts it.", ["The bridge", "will reopen"], "Ann Roe"),
        ("The army, the minister said, fired first (he was there).", ["The army", "fired first"], "the minister"),
        ("The cure, experts say, is safe, but many parents fear it.", ["The cure", "is safe"], "experts"),
        # With the subject before the verb, between another subject and its own.
        ("The plan, the minister went on, will fail.", ["The plan", "will fail"], "the minister"),
        ("The council, Ann Roe added later, denounced the attack.", ["The council", "denounced the attack"], "Ann Roe"),
        (
            "The mayor, said Hill, was “of course, the one to ask.”",
            ["The mayor", "was “of course, the one to ask.”"],
            "Hill",
        ),
    ],
)
def test_what_such_a_clause_interrupts(parse: Parse, text: str, content: list[str], source: str) -> None:
    (frame,) = asides(Reading.of(parse(text)))
    assert [text[a:b] for a, b in frame.content.spans] == content
    assert frame.source is not None
    assert [text[a:b] for a, b in frame.source.spans] == [source]


@pytest.mark.parametrize(
    "text",
    [
        # An apposition has a comma before it, too.
        "Ann Roe, the mayor, said Trump, the nominee, would lose.",
        "He stood up, said goodbye, and left the room.",
        "Three men were arrested, said the police, and one of them was armed.",
        "In a letter, said on Monday, it was denied.",
        "“The bridge,” said Ann Hill, “will reopen in May.”",
        "He rose, called Ann Roe, and left.",
        "Police stormed the house, reported no casualties.",
        "He scored 20 points, added nine rebounds.",
        "Berlin closed its airspace, announced measures against Moscow.",
        "Ann Roe, who said that he hurt her, recalled the evening at Radio Lund.",
        "When it rained, the mayor, Ann Roe, said nothing.",
        "The mayor, Ann Roe, who added the numbers, will go.",
    ],
)
def test_no_such_clause(parse: Parse, text: str) -> None:
    assert not list(asides(Reading.of(parse(text))))


def test_the_parsers_subject_says_nothing(nlp: Language) -> None:
    (quotation,) = nlp("The bridge, said Ann Hill, a spokeswoman for the ministry, will reopen in May.")._.quotations
    assert [span.text for span in quotation.source] == ["Ann Hill, a spokeswoman for the ministry"]
    assert "“said” reports it: the sentence it interrupts is what was said." in quotation.evidence
