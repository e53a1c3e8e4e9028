"""Slips in names are found, and articles without any raise no flag (``benchmarks/letter_changes.py``)."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_changes import KINDS, changed, measured
from spacy.language import Language

from factsheet.speakers.names.comparing import one_edit

GOLD = Path(__file__).parent / "gold" / "text"


@given(st.sampled_from(["Ham", "Okorowa", "McTavish", "REYES", "Arkon-Stav"]), st.sampled_from(KINDS), st.integers())
def test_a_change_is_one_letter(word: str, kind: str, seed: int) -> None:
    new = changed(word, kind, random.Random(seed))
    assert one_edit(word, new)
    assert len(new) - len(word) == {"insertion": 1, "deletion": -1}.get(kind, 0)
    assert new[0].isupper()
    assert new == changed(word, kind, random.Random(seed))


@pytest.mark.long
def test_slips_are_found_and_clean_articles_raise_no_flag(nlp: Language) -> None:
    rates = measured(nlp, sorted(GOLD.glob("*.txt")), changes=120, seed=1)
    assert not rates.flagged
    assert rates.caught.total() >= 0.95 * rates.tried.total()
    assert all(rates.caught[kind] >= 0.9 * rates.tried[kind] for kind in KINDS)
