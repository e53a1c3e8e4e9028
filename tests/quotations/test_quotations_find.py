from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factsheet.model import Quotation
from factsheet.quotations.find import find_quotations


def parts(quotation: Quotation) -> tuple[str, list[str], list[str], list[str]]:
    spans = (quotation.content, quotation.cue, quotation.source)
    content, cue, source = ([span.text for span in part] for part in spans)
    return quotation.kind, content, cue, source


@pytest.mark.parametrize(
    ("text", "kind", "content", "cue", "source"),
    [
        ('"The bridge is closed," Karin Holm said.', "direct", ['"The bridge is closed,"'], ["said"], ["Karin Holm"]),
        ('"The bridge is closed," said Karin Holm.', "direct", ['"The bridge is closed,"'], ["said"], ["Karin Holm"]),
        (
            '"The bridge," Karin Holm said, "is closed for good."',
            "direct",
            ['"The bridge,"', '"is closed for good."'],
            ["said"],
            ["Karin Holm"],
        ),
        (
            '"The bridge is closed," Karin Holm said on Monday. "It will stay closed."',
            "direct",
            ['"The bridge is closed,"', '"It will stay closed."'],
            ["said"],
            ["Karin Holm"],
        ),
        (
            "Karin Holm said that the bridge was closed.",
            "indirect",
            ["that the bridge was closed"],
            ["said"],
            ["Karin Holm"],
        ),
        (
            'Karin Holm said the bridge was "a danger to every child in town".',
            "mixed",
            ['the bridge was "a danger to every child in town"'],
            ["said"],
            ["Karin Holm"],
        ),
        (
            "According to the harbour office, the bridge was closed in May.",
            "indirect",
            ["the bridge was closed in May"],
            ["According to"],
            ["the harbour office"],
        ),
        (
            "The bridge was closed in May, the Nordic Wire reports, citing the harbour office.\n\nNobody knew.",
            "indirect",
            ["The bridge was closed in May"],
            ["reports", "citing"],
            ["the Nordic Wire", "the harbour office"],
        ),
        (
            '"The bridge will never be opened again." — Karin Holm, mayor',
            "direct",
            ['"The bridge will never be opened again."'],
            [],
            ["Karin Holm, mayor"],
        ),
        (
            '"The river took the bridge," Karin Holm was quoted as saying.',
            "direct",
            ['"The river took the bridge,"'],
            ["was quoted"],
            ["Karin Holm"],
        ),
    ],
)
def test_one_quotation(
    nlp: Language, text: str, kind: str, content: list[str], cue: list[str], source: list[str]
) -> None:
    (quotation,) = [q for q in nlp(text)._.quotations if q.confidence >= 0.5]
    assert parts(quotation) == (kind, content, cue, source)


@pytest.mark.parametrize(
    "text",
    [
        'The "green lane" was opened in May. The "green lane" is short.',
        "The bridge was built in 1931. It is twelve metres long.",
        'They showed "The Long Way Home" twice.',
        'A 12" pipe broke, and Karin "Kajsa" Holm was called.',
    ],
)
def test_nothing_is_quoted(nlp: Language, text: str) -> None:
    assert not [q for q in nlp(text)._.quotations if q.kind != "indirect" or q.confidence >= 0.5]


def test_words_in_marks_that_nobody_is_named_for_are_unattributed(nlp: Language) -> None:
    (quotation,) = nlp('A notice hung on the door.\n\n"Gone to the harbour, back at noon."')._.quotations
    assert quotation.source == ()
    assert "Nobody is named as its source." in quotation.evidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"I will go there on Monday," Anna Berg said. "I will stay here," Per Lund said.',
            [('"I will go there on Monday,"', "Anna Berg"), ('"I will stay here,"', "Per Lund")],
        ),
        (
            '"I am glad," the mayor said. "So am I," the president said.',
            [('"I am glad,"', "the mayor"), ('"So am I,"', "the president")],
        ),
    ],
)
def test_two_speakers_in_a_paragraph_are_kept_apart(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(q.content[0].text, q.source[0].text) for q in nlp(text)._.quotations] == expected


def test_nothing_before_the_reading_matter_is_quoted(nlp: Language) -> None:
    doc = nlp("Anna Berg said that it rained. Karin Holm said that it snowed.")
    article = doc._.article
    doc._.article = type(article)(**{**vars(article), "body_start": doc.text.index("Karin")})
    assert [q.source[0].text for q in find_quotations(doc)] == ["Karin Holm"]


FRAGMENTS = st.sampled_from(
    [
        '"',
        "”",
        "“",
        "'",
        "''",
        "``",
        " ",
        "\n\n",
        ",",
        ".",
        ":",
        "—",
        " Anna Berg said",
        " he said",
        "It rains",
        " that ",
        "6'2",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_any_text_gives_verbatim_quotations_that_share_no_character(nlp: Language, text: str) -> None:
    with nlp.select_pipes(disable=["factsheet_speakers", "factsheet_claims"]):
        quotations = nlp(text)._.quotations
    spans = sorted(span for q in quotations for span in q.content)
    assert all(text[s.start : s.end] == s.text for q in quotations for s in (*q.content, *q.cue, *q.source))
    assert not any(one.overlaps(other) for one, other in pairwise(spans))
    assert [q.id for q in quotations] == [f"q{i}" for i in range(1, len(quotations) + 1)]
