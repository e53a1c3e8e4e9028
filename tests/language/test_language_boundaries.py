from __future__ import annotations

import pytest
from spacy.language import Language

from factsheet.language.pipeline import analyse
from factsheet.model import Article


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ('"We will go," Anna Berg said. Nobody left.', ['"', "Nobody"]),
        ('Anna Berg said "We will go." Nobody left.', ["Anna", "Nobody"]),
        ("The first line\n\nthe second line", ["The", "the"]),
        ('"Why now?" asked Anna Berg.', ['"']),
    ],
)
def test_sentences_respect_marks_and_paragraphs(nlp: Language, text: str, starts: list[str]) -> None:
    doc = nlp(text)
    found = [next(token.text for token in sentence if not token.is_space) for sentence in doc.sents]
    assert found == starts


def test_the_reading_matter_starts_a_sentence(nlp: Language) -> None:
    text = "date 2024-05-01 OSLO, May 1. The bridge was closed."
    article = Article("a", "a.txt", text, "0" * 64, body_start=text.index("The bridge"))
    assert any(sentence.text.startswith("The bridge") for sentence in analyse(nlp, article).sents)
