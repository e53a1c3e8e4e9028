from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.frames import Reading
from factsheet.quotations.sources.candidates import Naming, overlaps, source_candidates

Parse = Callable[[str], Doc]


def candidates(doc: Doc, cue: str, content: str) -> dict[str, Naming]:
    start = doc.text.index(content)
    reading = Reading.of(doc)
    word = next(word for word in reading.words if word.text == cue)
    found = source_candidates(word, [(start, start + len(content))], reading)
    return {" | ".join(doc.text[a:b] for a, b in naming.spans): naming for naming in found}


@pytest.mark.parametrize(
    ("text", "cue", "content", "source", "rule"),
    [
        ("The mayor of Holm said that it rained.", "said", "that it rained", "The mayor of Holm", "subject"),
        ("It rained, according to the mayor.", "according", "It rained", "the mayor", "according to"),
        ("“It rained,” said Anna Berg.", "said", "“It rained,”", "Anna Berg", "subject"),
        ("It was reported by two papers that it rained.", "reported", "that it rained", "two papers", "by"),
        ("Her claim that it rained was wrong.", "claim", "that it rained", "Her", "possessor"),
        ("Many say that it will rain.", "say", "that it will rain", "Many", "subject"),
        (
            "“Each day costs a million”, calculates its director, Ann Roe.",
            "calculates",
            "“Each day costs a million”",
            "its director, Ann Roe",
            "subject",
        ),
        ("“It rains”, – stressed the governor.", "stressed", "“It rains”", "the governor", "subject"),
        ("Of Berg, Ann Roe said that he was late.", "said", "that he was late", "Ann Roe", "subject"),
        ("The spot shows footage of Bo Lund asking, “Why?”", "asking", "“Why?”", "Bo Lund", "recorded"),
    ],
)
def test_a_rule_proposes_it(parse: Parse, text: str, cue: str, content: str, source: str, rule: str) -> None:
    assert rule in candidates(parse(text), cue, content)[source].rules


def test_nouns_beside_the_cue_are_proposed_without_a_rule(parse: Parse) -> None:
    found = candidates(
        parse("Anna Berg told the guards that the bridge is closed."), "told", "that the bridge is closed"
    )
    assert not found["the guards"].rules
    assert found["Anna Berg"].rules == ["subject"]


def test_who_is_told_or_accused_is_no_source(parse: Parse) -> None:
    found = candidates(
        parse("The guards were told by Anna Berg that the bridge is closed."), "told", "the bridge is closed"
    )
    assert set(found) == {"Anna Berg"}


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("“The mayor knew,” she said, “of the flood.”", "said", "“The mayor knew,”"),
        ("Anna Berg said the guards had seen the flood.", "said", "the guards had seen the flood"),
    ],
)
def test_nobody_is_proposed_from_what_was_said(parse: Parse, text: str, cue: str, content: str) -> None:
    doc = parse(text)
    reading = Reading.of(doc)
    start = text.index(content)
    for naming in candidates(doc, cue, content).values():
        assert not overlaps(naming.spans, [(start, start + len(content))])
        assert not any(reading.quoted(a) for a, _ in naming.spans)


def test_citing_names_who_is_cited_and_no_thing(parse: Parse) -> None:
    doc = parse("The bridge was closed, the paper said, citing officials.")
    assert "the paper | officials" in candidates(doc, "said", "The bridge was closed")
    doc = parse("Citing officials, the paper said that the bridge was closed.")
    assert "the paper | officials" in candidates(doc, "said", "that the bridge was closed")
    doc = parse("The mayor proposed a ban, citing fears of a flood.")
    assert "The mayor | fears" not in " ".join(candidates(doc, "proposed", "a ban"))
    doc = parse("The lease was void, the judge wrote, citing precedent.")
    assert set(candidates(doc, "wrote", "The lease was void")) == {"the judge", "precedent"}
