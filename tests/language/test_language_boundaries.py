from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.language.extensions import register
from factsheet.language.pipeline import analyse
from factsheet.model import Article

Parse = Callable[[str], Doc]


def starts_of(doc: Doc) -> list[str]:
    return [next(token.text for token in sentence if not token.is_space) for sentence in doc.sents]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ('"We will go," Anna Berg said. Nobody left.', ['"', "Nobody"]),
        ('Anna Berg said "We will go." Nobody left.', ["Anna", "Nobody"]),
        ("The first line\n\nthe second line", ["The", "the"]),
        ('"Why now?" asked Anna Berg.', ['"']),
        ('"Why now?" Mr. Berg asked.', ['"']),
        ('"Why now?" He was late.', ['"', "He"]),
        ('He left. "We stay," she said.', ["He", '"']),
        ("He left. ''We stay,'' she said.", ["He", "''"]),
        ('He was on "The Hour." "We stay," she said.', ["He", '"']),
        ("The dam is old.\n\n''It may fall,'' she said.", ["The", "''"]),
        ("\"He said, 'No,'\" Berg said.", ['"']),
        ("He met Sens. Berg and Holm. Pres. Roe was in Ft. Lund.", ["He", "Pres."]),
        ("Bridge closed\n\nLUND, May 3 (Nordic Wire) — Karin Holm said so.", ["Bridge", "LUND", "Karin"]),
        ("The day so far\n\nLUND, Sweden (NW) - It rains.\n\nMALMO — It pours.", ["The", "LUND", "It", "MALMO", "It"]),
    ],
)
def test_sentences_respect_marks_and_paragraphs(parse: Parse, text: str, starts: list[str]) -> None:
    assert starts_of(parse(text)) == starts


@pytest.mark.parametrize("opening", ['"', "''", "“", "«", "``", "„"])
def test_no_sentence_starts_behind_an_opening_mark(parse: Parse, opening: str) -> None:
    closing = {"“": "”", "«": "»", "``": "''", "„": "“"}.get(opening, opening)
    text = (
        f"The council met on Monday. {opening}Nobody told us,{closing} Anna Berg said. {opening}Time is short.{closing}"
    )
    second, third = text.index(opening), text.rindex(f"{opening}Time")
    assert [sentence.start_char for sentence in parse(text).sents] == [0, second, third]


def test_the_reading_matter_starts_a_sentence(nlp: Language) -> None:
    text = "date 2024-05-01 OSLO, May 1. The bridge was closed."
    article = Article("a", "a.txt", text, "0" * 64, body_start=text.index("The bridge"))
    with nlp.select_pipes(disable=["factsheet_quotations", "factsheet_speakers", "factsheet_claims"]):
        assert any(sentence.text.startswith("The bridge") for sentence in analyse(nlp, article).sents)


@given(st.text(alphabet="ab B1 .,!?—-\"'“”‘’«»„`\r\n", max_size=120))
def test_boundaries_can_be_set_on_any_text(nlp: Language, text: str) -> None:
    register()
    doc = nlp.get_pipe("factsheet_boundaries")(nlp.make_doc(text))
    assert doc.text == text
