"""Pairs of names that are hard to tell, in one article: what is asked about them, and what is joined."""

from __future__ import annotations

import pytest
from flag_samples import SHA, raised
from spacy.language import Language

from factsheet.language.pipeline import analyse
from factsheet.model import Article
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.find import find_speakers

TEXT = "{} came to Oslo on Monday. The crowd cheered {} at noon."


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        # Never joined, and asked.
        ("George W. Bush", "George H. W. Bush", ["initials conflict"]),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky", ["transliteration variant"]),
        ("Mukhtar Tileuberdi", "Minister Мұхтар Тілеуберді", ["transliteration variant"]),
        ("Mohammed bin Salman", "Crown Prince Mohammad bin Salman", ["transliteration variant"]),
        ("Donald Trump", "Donald Trump Jr.", ["suffix conflict"]),
        ("Xi Guoping", "Mr. Guoping Xi", ["name order"]),
        # One speaker, and no question.
        ("Minister of Foreign Affairs of Germany Annalena Baerbock", "Annalena Baerbock", []),
        ("Gov. Mike Pence (R-IN)", "Michael Pence", []),
        ("Ursula von der Leyen", "von der Leyen", []),
        ("Crown Prince Mohammed bin Salman", "bin Salman", []),
        ("Daniel Okoro Jr.", "Okoro", []),
        ("The Kazakh MFA", "the Ministry of Foreign Affairs of Kazakhstan", []),
        # Two people, and no question.
        ("Tom Cook", "Tim Reyes", []),
        ("Hannah Jones", "Daniel James", []),
    ],
)
def test_what_is_asked_about_two_names(nlp: Language, left: str, right: str, kinds: list[str]) -> None:
    assert [flag.kind for flag in raised(nlp, TEXT.format(left, right))] == kinds


@pytest.mark.parametrize(
    ("left", "right", "together"),
    [
        ("George W. Bush", "George H. W. Bush", False),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky", False),
        ("Donald Trump", "Donald Trump Jr.", False),
        ("Hannah Jones", "Hannah James", False),
        ("Tom Cook", "Tim Cook", False),
        ("Minister of Foreign Affairs of Germany Annalena Baerbock", "Baerbock", True),
        ("Gov. Mike Pence (R-IN)", "Michael Pence", True),
        ("Ursula von der Leyen", "von der Leyen", True),
        ("Crown Prince Mohammed bin Salman", "bin Salman", True),
    ],
)
def test_what_is_joined(nlp: Language, left: str, right: str, together: bool) -> None:
    doc = analyse(nlp, Article("x", "x.txt", TEXT.format(left, right), SHA))
    persons = [s for s in find_speakers(doc, (), Authority(), ()).speakers if s.kind == "person"]
    assert len(persons) == (1 if together else 2)
