from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.language.paragraphs import line_start, paragraph_number, paragraphs

WRAPPED = (
    "The ferry to the outer islands will run twice a day from the first\n"
    "of May, the harbour office said on Monday. It ran once a day before."
)

# Its second line ends with a sentence, and is as full as the others.
WRAPPED_AT_SENTENCES = (
    "The ferry to the outer islands will run twice a day from the first\n"
    "of May, the harbour office said. It ran once a day before then.\n"
    '"Nobody has to wait for longer than an hour," said the master of\n'
    "the harbour."
)
# One paragraph a line, of much the same length.
SENTENCE_A_LINE = (
    "The ferry will run twice a day from the first of May.\n"
    "It ran once a day before then, the harbour office said on Monday.\n"
    "Nobody has to wait for longer than an hour.\n"
    "The harbour is old."
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
        (WRAPPED_AT_SENTENCES, [WRAPPED_AT_SENTENCES]),
        (WRAPPED_AT_SENTENCES.replace("\n", "\r\n"), [WRAPPED_AT_SENTENCES.replace("\n", "\r\n")]),
        (SENTENCE_A_LINE, SENTENCE_A_LINE.split("\n")),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line", "One line"),
        ("One.\nTwo", "Two"),
        ("One.\r\nTwo", "Two"),
        (WRAPPED[:80], WRAPPED[:80]),
        (WRAPPED[:80].replace("\n", "\r\n"), WRAPPED[:80].replace("\n", "\r\n")),
        (WRAPPED[:66] + "\n\nTwo", "Two"),
    ],
)
def test_a_broken_line_and_the_next_start_together(text: str, expected: str) -> None:
    assert text[line_start(text, len(text)) :] == expected
