from __future__ import annotations

import pytest
import rendering_sheets as made
from hypothesis import given
from hypothesis import strategies as st

from factsheet.model import Span
from factsheet.rendering.passages import Excerpt, Passages, shortened
from factsheet.rendering.visible import HIDDEN, one_line, visible

TEXT = "One says a thing.\n\n“Two begins\n\n“and ends,” he said, “in three.”"


@given(st.text(max_size=60), st.data())
def test_every_word_of_a_span_comes_out_in_order(text: str, data: st.DataObject) -> None:
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = Passages(made.article(text)).by_paragraph([Span.within(text, start, end)])
    shown = "".join(stretch for paragraph in found for stretch in paragraph)
    breaks = "\n\r\u2028\u2029"
    assert "".join(c for c in shown if not c.isspace()) == "".join(
        c for c in text[start:end] if not c.isspace() and c not in breaks
    )


def test_paragraphs_and_gaps() -> None:
    begun = Span.within(TEXT, TEXT.index("“Two"), TEXT.index(" he said"))
    rest = made.span(TEXT, "“in three.”")
    assert Passages(made.article(TEXT)).by_paragraph([begun, rest]) == (
        ("“Two begins",),
        ("“and ends,”", "“in three.”"),
    )


def test_an_excerpt_keeps_to_its_paragraph() -> None:
    assert Passages(made.article(TEXT)).excerpt(made.span(TEXT, "he said")) == Excerpt(
        3, "“and ends,” ", "he said", ", “in three.”"
    )


def test_an_excerpt_of_a_long_paragraph_is_cut_at_words() -> None:
    text = "word " * 40 + "HERE" + " word" * 40
    excerpt = Passages(made.article(text)).excerpt(made.span(text, "HERE"))
    assert excerpt.before.startswith("… word ")
    assert excerpt.after.endswith(" word …")
    assert len(excerpt.before) < 80


@pytest.mark.parametrize("length", [10, 240, 241, 5000])
def test_shortened_says_so(length: int) -> None:
    text = "".join(chr(0x61 + i % 26) for i in range(length))
    short = shortened(text)
    assert short == text if length <= 240 else " […] " in short
    assert len(short) <= 245


@given(st.text())
def test_nothing_hidden_is_left(text: str) -> None:
    assert not HIDDEN.search(visible(text))
    assert not set("\n\r\u2028\u2029\x85") & set(one_line(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[0mb", "a⟨U+001B⟩[0mb"),
        ("\x1f\x0c", "⟨U+001F⟩⟨U+000C⟩"),
        ("left\u202eright", "left⟨U+202E⟩right"),
        ("\ud83d", "⟨U+D83D⟩"),
        (" a \r\n\t b\n", " a b "),
        ("a  b\tc\u00a0d", "a  b\tc\u00a0d"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert one_line(text) == shown
