from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.language.quote_marks import double_marks


def sides(text: str) -> str:
    return "".join("(" if mark.side == "open" else ")" for mark in double_marks(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," she said.', "()"),
        ('He said "yes".', "()"),
        ('("yes")', "()"),
        ('an office of "green growth". In', "()"),
        ('"the offer,” he said', "()"),
        ('He left. " she said', ")"),
        ('"He left. " she said', "()"),
        ("„Ja“", "()"),
        ("„Ja“ und „nein“", "()()"),
        ("»Ja«, sagte er", "()"),
        ("« Oui », dit-il", "()"),
        ("‹Oui› und 「はい」", "()()"),
        ("“It's unusual,“ she said", "()"),
        ("called “frozen“ and “pink,” too", "()()"),
        ("“They see that. “", "()"),
        ("«Oui»", "()"),
        ("”Nej,” sa han", "()"),
        ("\u202a”No,” she wrote", "()"),
        ("” … they came,” she said", "()"),
        ("``Well,'' he said", "()"),
        ("''Well,'' he said", "()"),
        ("'''Night School,''' he said.", "()"),
        ("''He said, 'Go,''' she said.", "()"),
        ('" . . . we go," he said', "()"),
        ('". . . We go," he said', "()"),
        ('"...and then," he said', "()"),
        ('He left. ". . . We go."', "()"),
        ('the court."We go," he said', "()"),
        ('of"joint work" there', "()"),
        ('"the vote,"Berg said', "()"),
        ('"We were—" she said', "()"),
        ('a remark—"hardly new"—that', "()"),
    ],
)
def test_the_side_of_each_mark(text: str, expected: str) -> None:
    assert sides(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the workers' union isn't", ""),
        ("He is 6'2\" tall", ""),
        ("He is 6’2” tall", ""),
        ("He is 6'2'' tall", ""),
        ('a 12" pipe and a 3.5" disk', ""),
        ('the "class of 1999" reunion', "()"),
        ('"I was 12" he said. "Then 13."', "()()"),
        ('"We laid a 12" pipe," he said', "()"),
        ("“I am 6’2”,” he said", "()"),
        ("“She is 5’2”. You know that.”", "()"),
        ('<a href="x.html" rel="y">link</a>', ""),
        ('<note by="ann" day="May 1, 2024', ""),
        ('">I love it', ""),
        ('He told <b class="x">"us"</b>', "()"),
    ],
)
def test_measures_apostrophes_and_markup_are_no_marks(text: str, expected: str) -> None:
    assert sides(text) == expected


@given(st.text(alphabet="ab1 .,\"'“”«»„`<=>\u200b\n", max_size=200))
def test_marks_are_the_text_at_their_offsets(text: str) -> None:
    end = 0
    for mark in double_marks(text):
        assert text[mark.start : mark.end] == mark.text
        assert mark.start >= end
        end = mark.end


@given(st.text(alphabet="ab1 .,\"'“”«»„`", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_marks_are_looked_for_in_the_paragraph_alone(text: str, start: int, end: int) -> None:
    """What stands outside the paragraph changes nothing in it."""
    first, last = sorted((min(start, len(text)), min(end, len(text))))
    alone = [(mark.start + first, mark.side) for mark in double_marks(text[first:last])]
    assert [(mark.start, mark.side) for mark in double_marks(text, first, last)] == alone
