from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    "text",
    [
        "\"I told him, 'Go home,'\" Carl Holm said of John Marsh.",
        "\"I told them, 'Stop it,'\" Carl Holm said at the hearing on Monday. He left.",
    ],
)
def test_a_sentence_all_of_whose_words_are_anothers_makes_no_piece(nlp: Language, text: str) -> None:
    assert all(claim.content for claim in nlp(text)._.claims)
