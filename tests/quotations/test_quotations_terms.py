from __future__ import annotations

import pytest

from factsheet.quotations.marks import quoted_regions
from factsheet.quotations.terms import is_repeated, is_term


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('"green"', True),
        ('"No,"', False),
        ('"Why now?"', False),
        ('"A Winter for Two"', True),
        ('"The Old Man and the Sea"', True),
        ('"So am I,"', False),
        ('"We will go there tomorrow."', False),
        ('"I met the mayor of Lund yesterday,"', False),
    ],
)
def test_terms_and_titles(words: str, expected: bool) -> None:
    (region,) = quoted_regions(words)
    assert is_term(words, region) is expected


def test_a_term_used_twice_is_repeated() -> None:
    text = 'A "green lane" was opened. The “green lane” is short. It is "new".'
    assert [is_repeated(text, region) for region in quoted_regions(text)] == [True, True, False]
