from __future__ import annotations

import pytest

from factsheet.quotations.marks.pairing import QuotedRegion, quoted_regions
from factsheet.quotations.marks.terms import begins_sentence, is_repeated, is_sentence, is_term, is_title


def last_region(text: str) -> QuotedRegion:
    return quoted_regions(text)[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"green"', True),
        ('Anna "Jack" Berg', True),
        ('Bo "The Rock" Holm', True),
        ("the so-called “great reset”", True),
        ('"No,"', False),
        ('"Why now?"', False),
        ("''He said, 'No.'''", False),
        ('"A Winter for Two"', True),
        ('"The Old Man and the Sea"', True),
        ('"30 Winters in the North"', True),
        ("“Le Roi du Nord”", True),
        ('"So am I,"', False),
        ('"We will go there tomorrow."', False),
        ('"I met the mayor of Lund yesterday,"', False),
        ('"Yes, I support Anna Berg,"', False),
        ('"It\'s all Lund, Malmö and Oslo,"', False),
    ],
)
def test_terms_nicknames_and_titles(text: str, expected: bool) -> None:
    assert is_term(text, last_region(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [('"Anna Berg"', True), ('"Anna"', False), ('"2024"', False), ('"Anna walks"', False)]
)
def test_a_title_has_two_capitals_and_nothing_small(text: str, expected: bool) -> None:
    assert is_title(text, last_region(text)) is expected


WRAPPED = "The ferry to the outer islands was late again on Monday for the third\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"No."', True),
        ('He left. "No."', True),
        ("''Go,'' he said. ''No.''", True),
        ("He was on “The Hour.” “No.”", True),
        ('He said: "No."', True),
        ('He said "no."', False),
        ('He left\n"No."', True),
        (f'{WRAPPED}"time."', False),
        (f'{WRAPPED}\n"Time."', True),
    ],
)
def test_where_a_sentence_begins(text: str, expected: bool) -> None:
    assert begins_sentence(text, last_region(text)) is expected
    assert is_sentence(text, last_region(text)) is expected


def test_a_term_used_twice_is_repeated() -> None:
    text = 'A "green lane" was opened. The “green lane,” is short. It is "new". \'\'Old,\'\' he said. It is "old".'
    assert [is_repeated(text, region) for region in quoted_regions(text)] == [True, True, False, False, False]


def test_typewriter_marks_do_not_hide_a_repetition() -> None:
    text = "A ''green lane'' was opened. The \"green lane\" is short."
    assert [is_repeated(text, region) for region in quoted_regions(text)] == [True, True]
