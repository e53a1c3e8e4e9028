from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.language.paragraphs import paragraph_number, paragraphs

WRAPPED = (
    "The ferry to the outer islands will run twice a day from the first\n"
    "of May, the harbour office said on Monday. It ran once a day before."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("One line.", ["One line."]),
        ("One.\nTwo.\n\nThree.", ["One.", "Two.", "Three."]),
        ("One.\r\n\r\nTwo.", ["One.", "Two."]),
        (WRAPPED, [WRAPPED]),
        (f"{WRAPPED}\n\nNext.", [WRAPPED, "Next."]),
        ("A short line\nand another", ["A short line", "and another"]),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == expected


@given(st.text(alphabet='ab .\n\r"”', max_size=300))
def test_nothing_but_white_space_is_left_out(text: str) -> None:
    bounds = paragraphs(text)
    assert list(bounds) == sorted(bounds)
    outside = text
    for start, end in reversed(bounds):
        assert text[start:end].strip()
        outside = outside[:start] + outside[end:]
    assert not outside.strip()


def test_paragraph_numbers_count_from_one() -> None:
    bounds = paragraphs("One.\n\nTwo.")
    assert [paragraph_number(bounds, offset) for offset in (0, 3, 6, 9)] == [1, 1, 2, 2]
