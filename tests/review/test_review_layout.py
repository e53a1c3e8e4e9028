from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.review.layout import column_width, flowing, side_by_side, wrapped

TEXTS = st.text(st.characters(codec="utf-8"), max_size=80)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three", ["  one two", "  three"]),
        ("", ["  "]),
        ("incomprehensible", ["  incompre", "  hensible"]),
        ("a\nb\r\x1b[2J", ["  a b", "  ⟨U+001B⟩", "  [2J"]),
        ("日本語日本語", ["  日本語日", "  本語"]),
    ],
)
def test_text_is_wrapped_at_the_width_it_shows(text: str, lines: list[str]) -> None:
    assert wrapped(text, 10, "  ") == lines


@given(TEXTS, st.integers(1, 40))
def test_nothing_in_a_line_steers_the_terminal_and_no_letter_is_lost(text: str, columns: int) -> None:
    lines = wrapped(text, columns)
    assert not any(unicodedata.category(letter) in {"Cc", "Zl", "Zp"} for line in lines for letter in line)
    shown = "".join("".join(lines).split())
    assert all(letter in shown for letter in text if letter.isalnum())


def test_two_columns_stand_side_by_side() -> None:
    assert column_width(25) == 10
    assert side_by_side(["one", "日本"], ["two"], 25) == ["one         |  two", "日本        |"]


def test_labels_are_broken_between_and_not_within() -> None:
    assert flowing(["[s] same", "[d] different", "[q] quit"], 24) == ["[s] same  [d] different", "[q] quit"]
