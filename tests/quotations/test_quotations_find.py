from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factsheet.model import Quotation
from factsheet.quotations.find import find_quotations
from factsheet.settings import Settings


def parts(quotation: Quotation) -> tuple[str, list[str], list[str], list[str]]:
    spans = (quotation.content, quotation.cue, quotation.source)
    content, cue, source = ([span.text for span in part] for part in spans)
    return quotation.kind, content, cue, source


@pytest.mark.parametrize(
    ("text", "kind", "content", "cue", "source"),
    [
        ('"The bridge is closed," Karin Holm said.', "direct", ['"The bridge is closed,"'], ["said"], ["Karin Holm"]),
        (
            '"The bridge is closed," Karin Holm said on Monday, according to the Gazette.',
            "direct",
            ['"The bridge is closed,"'],
            ["said"],
            ["Karin Holm"],
        ),
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
        ('"We will win", Anna Berg said.', "direct", ['"We will win"'], ["said"], ["Anna Berg"]),
        ('"No comment" the mayor said.', "direct", ['"No comment"'], ["said"], ["the mayor"]),
        (
            "The lane was opened in May, officials said.",
            "indirect",
            ["The lane was opened in May"],
            ["said"],
            ["officials"],
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
            ["—"],
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A question, and the answer in the next sentence.
        (
            'She was asked: "Did you know of it?" He answered, "I have no idea what you mean."',
            ('"I have no idea what you mean."', "He"),
        ),
        # The title of a programme is no part of what was said on it.
        (
            '"We will repair the old bridge," Karin Holm told "Good Morning Lund."',
            ('"We will repair the old bridge,"', "Karin Holm"),
        ),
        # A term in marks goes with the noun behind it.
        (
            '"We will repair the old bridge," said Karin Holm, one of the "big four" builders.',
            ('"We will repair the old bridge,"', 'Karin Holm, one of the "big four" builders'),
        ),
        # A phrase in marks that ends the subject is not what the verb reports.
        (
            'Karin Holm, the singer known as "Red," said that the bridge was closed.',
            ("that the bridge was closed", 'Karin Holm, the singer known as "Red,"'),
        ),
        (
            'Karin Holm denied "any role in it," adding that the bridge was closed.',
            ("that the bridge was closed", "Karin Holm"),
        ),
        # A clause of its own behind quoted words does not report them.
        (
            'Karin Holm calls the bridge "a ruin," while Anna Berg said that it was safe.',
            ("that it was safe", "Anna Berg"),
        ),
        # A subject that stands far behind the verb is none.
        (
            "“We will repair the old bridge,” Holm, a friend of the mayor, said Monday on Lund Radio’s “Good Morning.”",
            ("“We will repair the old bridge,”", "Holm, a friend of the mayor"),
        ),
        # What is behind the cue is who spoke, though the parser sees a clause.
        (
            '"I never saw the bridge," said retired engineer Ben Carlson, asked about his report.',
            ('"I never saw the bridge,"', "retired engineer Ben Carlson"),
        ),
        # The author goes on behind the comma.
        (
            "Karin Holm said that the bridge was closed, while others doubted it.",
            ("that the bridge was closed", "Karin Holm"),
        ),
        # What stands in brackets with the cue is all that it reports.
        (
            "The mayor is an optimist (he earned two million crowns in May, according to the tax office) and sings.",
            ("he earned two million crowns in May", "the tax office"),
        ),
    ],
)
def test_no_word_too_many(nlp: Language, text: str, expected: tuple[str, str]) -> None:
    found = [([span.text for span in q.content], [span.text for span in q.source]) for q in nlp(text)._.quotations]
    assert ([expected[0]], [expected[1]]) in found


@pytest.mark.parametrize(
    "text",
    [
        "Karin Holm is likely to say that the bridge is closed.",
        "Karin Holm would say that the bridge is closed.",
        "If Karin Holm said that the bridge was closed, nobody heard it.",
        "Karin Holm did not say that the bridge was closed.",
        "Nobody said that the bridge was closed.",
        "No officials said that the bridge was closed.",
        "Neither Berg nor Holm said that the bridge was closed.",
    ],
)
def test_what_was_not_said_is_possible_at_the_most(nlp: Language, text: str) -> None:
    quotations = nlp(text)._.quotations
    assert all(quotation.confidence <= 0.6 for quotation in quotations)
    assert any("may be said or was not said" in why for quotation in quotations for why in quotation.evidence)


def test_the_turns_of_an_interview_are_kept_apart(nlp: Language) -> None:
    text = "Karin Holm, the mayor, spoke to us on Monday.\n\nQ: Is it closed?\n\nA: It is closed until May.\n\nQ: Why?"
    turns = [q for q in nlp(text)._.quotations if q.cue and q.cue[0].text == ":"]
    assert [(q.content[0].text, q.source) for q in turns] == [
        ("Is it closed?", ()),
        ("It is closed until May", ()),
        ("Why?", ()),
    ]


def test_a_pull_quote_is_not_said_twice(nlp: Language) -> None:
    text = '"The bridge will never be opened again," Karin Holm said.\n\n"The bridge will never be opened again"'
    assert max(len(quotation.content) for quotation in nlp(text)._.quotations) == 1


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


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        # When or why something was said is no report of it.
        (
            "The spot ends with footage of Roe saying last week, “That makes me smart,” when Lund blasted him for it.",
            "“That makes me smart,”",
            "Roe",
        ),
        # The question has its own cue, and the colon leads to nothing.
        (
            "The station has proof:\n\n“Should there be a list of them?” a reporter can be heard asking Hill.",
            "“Should there be a list of them?”",
            "a reporter",
        ),
        ("“The grid will hold,” Will wrote in May.", "“The grid will hold,”", "Will"),
    ],
)
def test_words_in_marks_go_to_their_own_cue(nlp: Language, text: str, content: str, source: str) -> None:
    (quotation,) = (found for found in nlp(text)._.quotations if found.kind == "direct")
    assert parts(quotation)[1] == [content]
    assert parts(quotation)[3] == [source]


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        (
            "Exports rose by 12 per cent, the minister was quoted as saying by the state agency.",
            ["Exports rose by 12 per cent"],
            ["the minister"],
        ),
        (
            "Local media, citing police, reported that three men had died.",
            ["that three men had died"],
            ["Local media", "police"],
        ),
    ],
)
def test_whose_words_an_agency_gives(nlp: Language, text: str, content: list[str], source: list[str]) -> None:
    (quotation,) = nlp(text)._.quotations
    assert (parts(quotation)[1], parts(quotation)[3]) == (content, source)


@pytest.mark.parametrize(
    "text",
    [
        "The council of Dunmore has painted a “quiet lane” on the busiest road in town.",
        "Two rivals shared the prize for the best bread on Sunday.",
        "During a press conference, she informed the reporters about the initiative.",
        "Karin Holm endorsed the mayor. Anna Berg mentioned his remarks.",
    ],
)
def test_a_deed_and_a_topic_are_possible_at_the_most(nlp: Language, text: str) -> None:
    assert all(q.kind == "indirect" and not q.is_sure(Settings.sure) for q in nlp(text)._.quotations)


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ('"Get out," Hill quoted Berg as saying.', '"Get out,"', ["Hill", "Berg"]),
        ("Kyodo quoted Ann Roe as saying that the bridge was safe.", "that the bridge was safe", ["Kyodo", "Ann Roe"]),
        (
            "Ann Roe was quoted by Kyodo as saying that the bridge was safe.",
            "that the bridge was safe",
            ["Kyodo", "Ann Roe"],
        ),
        ('Roe was also quoted as saying, "We will not yield."', '"We will not yield."', ["Roe"]),
        ("“The bridge is safe,” Ann Roe was quoted as saying by Kyodo.", "“The bridge is safe,”", ["Ann Roe"]),
        (
            "The agency cited the mayor as telling reporters that it rained.",
            "that it rained",
            ["The agency", "the mayor"],
        ),
    ],
)
def test_who_quotes_somebody_names_whose_words_they_are(
    nlp: Language, text: str, content: str, source: list[str]
) -> None:
    (quotation,) = nlp(text)._.quotations
    assert [span.text for span in quotation.content] == [content]
    assert [span.text for span in quotation.source] == source
    assert quotation.is_sure(Settings.sure)


def test_who_signs_a_report_says_none_of_what_it_quotes(nlp: Language) -> None:
    (quotation,) = nlp(
        "The party said on Friday that it was “still the first force in the land.” --Kim Lund"
    )._.quotations
    assert [span.text for span in quotation.source] == ["The party"]


@pytest.mark.parametrize(
    "text",
    ["BREAKING NEWS: The bridge is closed\n\nUPDATE: It is open", "“The bridge is closed for good” – London, 2016"],
)
def test_a_label_and_a_place_are_nobody(nlp: Language, text: str) -> None:
    assert not any(quotation.source for quotation in nlp(text)._.quotations)


def test_the_same_words_with_a_clause_are_no_deed(nlp: Language) -> None:
    (quotation,) = nlp("Karin Holm shared that the bridge would be closed.")._.quotations
    assert quotation.is_sure(Settings.sure)


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


def test_a_dateline_says_nothing(nlp: Language) -> None:
    text = "Bridge closed\n\nLUND, May 3 (Nordic Wire) — Harbour master Karin Holm told reporters that it was unsafe."
    (quotation,) = [q for q in nlp(text)._.quotations if q.confidence >= 0.5]
    assert parts(quotation)[3] == ["Harbour master Karin Holm"]


def test_no_bracket_is_left_open(nlp: Language) -> None:
    (quotation,) = nlp("Holm Pumps announces voluntary recall of Wellkeep(R) 4 pressure regulators")._.quotations
    (content,) = quotation.content
    assert content.text.count("(") == content.text.count(")") == 1


def test_the_authors_clause_behind_the_cue_is_no_quotation(nlp: Language) -> None:
    text = "A deal is near, two people close to the talks said, though one of them warned that it could collapse."
    first, second = nlp(text)._.quotations
    assert parts(first) == ("indirect", ["A deal is near"], ["said"], ["two people close to the talks"])
    assert parts(second) == ("indirect", ["that it could collapse"], ["warned"], ["one of them"])
