from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.language.tokens import keep_abbreviations, split_at_marks


@pytest.fixture(scope="module")
def tokenizing() -> Language:
    nlp = spacy.blank("en")
    split_at_marks(nlp)
    return nlp


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('the vote,"Berg said', ["the", "vote", ",", '"', "Berg", "said"]),
        ("the vote!”After", ["the", "vote", "!", "”", "After"]),
        ("said,“Look", ["said", ",", "“", "Look"]),
        ("left.''Then", ["left", ".", "''", "Then"]),
        ("a record—“the best”—and", ["a", "record", "—", "“", "the", "best", "”", "—", "and"]),
        ("it.“(Berg) has", ["it", ".", "“", "(", "Berg", ")", "has"]),
        ("It isn't the workers'", ["It", "is", "n't", "the", "workers", "'"]),
    ],
)
def test_words_are_split_at_the_marks_inside_them(tokenizing: Language, text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenizing.make_doc(text)] == expected


def test_splitting_twice_is_splitting_once(tokenizing: Language) -> None:
    before = tokenizing.to_bytes()
    split_at_marks(tokenizing)
    assert tokenizing.to_bytes() == before


def test_a_tokenizer_of_another_kind_is_left_alone() -> None:
    nlp = spacy.blank("en")

    def by_spaces(text: str) -> Doc:
        return Doc(nlp.vocab, words=text.split(" "))

    nlp.tokenizer = by_spaces
    split_at_marks(nlp)
    assert nlp.tokenizer is by_spaces


def test_a_pipeline_put_together_by_hand_splits_too() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factsheet_boundaries")
    assert [token.text for token in nlp('the vote,"Berg said')] == ["the", "vote", ",", '"', "Berg", "said"]


@given(st.text(alphabet="ab B1 .,!?—-\"'“”‘’«»„`()\n", max_size=200))
def test_the_text_never_changes(tokenizing: Language, text: str) -> None:
    assert tokenizing.make_doc(text).text == text


def test_abbreviated_titles_keep_their_full_stop(tokenizing: Language) -> None:
    keep_abbreviations(tokenizing)
    tokens = [token.text for token in tokenizing.make_doc("Sens. Berg and Holm met Pres. Roe.")]
    assert tokens == ["Sens.", "Berg", "and", "Holm", "met", "Pres.", "Roe", "."]
