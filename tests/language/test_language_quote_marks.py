from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.language.quote_marks import double_marks


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ('"Yes," she said.', "()"),
        ('He said "yes".', "()"),
        ('("yes")', "()"),
        ('an office of "green growth". In', "()"),
        ('"the offer,” he said', "()"),
        ('He left. " she said', ")"),
        ("„Ja“", "(("),
        ("“It's unusual,“ she said", "()"),
        ("«Oui»", "()"),
        ("”Nej,” sa han", "()"),
        ("``Well,'' he said", "()"),
        ("''Well,'' he said", "()"),
        ("the workers' union isn't", ""),
        ("He is 6'2\" tall", ""),
        ('a 12" pipe', ""),
        ('the "class of 1999" reunion', "()"),
    ],
)
def test_the_side_of_each_mark(text: str, sides: str) -> None:
    assert "".join("(" if mark.side == "open" else ")" for mark in double_marks(text)) == sides


@given(st.text(alphabet="ab1 .,\"'“”«»„`\n", max_size=200))
def test_marks_are_the_text_at_their_offsets(text: str) -> None:
    for mark in double_marks(text):
        assert text[mark.start : mark.end] == mark.text
