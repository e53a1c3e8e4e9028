"""What makes it doubtful that one full name is one person's is flagged, and nothing else is; firms are nobody."""

from __future__ import annotations

import pytest
from spacy.language import Language

# One name in full in two places, which are taken for one person's, but never in silence.
DOUBTFUL = [
    "Dr. Nils Vale said it rained. Nils Vale, a striker for Tarn United, said it snowed.",
    "Nils Vale, a doctor at the clinic, said it rained. Striker Nils Vale said it snowed.",
    "The baker Nils Vale said it rained. Nils Vale, the sheriff, said it snowed.",
    "The victim, Nils Vale, was 34. Officer Nils Vale said it snowed.",
    "Detective Nils Vale said it rained. Nils Vale, the suspect, said it snowed.",
    "Nils Vale was shot dead on Sunday. Nils Vale, a police officer, said it snowed.",
    "Mayor Nils Vale died on Sunday. Mayor Nils Vale said that it snowed.",
    "The late Nils Vale built the quay. Nils Vale said it snowed.",
    "Nils Vale, who was shot and killed in May, came. Nils Vale said it snowed.",
    '"It rained," said Nils Vale, an agent at Quayline Bank. "It snowed," said Nils Vale, an agent at Tarn Capital.',
    "Nils Vale of Quayline said it rained. Nils Vale of San Diego said it snowed.",
    "Mayor Nils Vale said it rained. Former Mayor Nils Vale said it snowed.",
    "Nils Vale said that it rained. Nils B. Vale said that it snowed.",
    "Robin Vale said that he was late. Robin Vale said that she was not.",
    "Nils Vale, a comedian, said it rained. Sen. Nils Vale said it snowed.",
    "Nils Vale, a Democrat, said it rained. Nils Vale, a Republican, said it snowed.",
    "Nils Vale, Quayline's chief executive, said it rained. Nils Vale, Tarn's chief executive, said it snowed.",
    "The Quayline analyst Nils Vale said it rained. The Tarn analyst Nils Vale said it snowed.",
    "Dr. Vale said it rained. Nils Vale, a striker, said it snowed.",
    "Nils Vale from Leeds said it rained. Nils Vale of the Farmers' Union said it snowed.",
]
_TOLD_OF = {"same name in different contexts", "pronoun mismatch"}


@pytest.mark.parametrize("text", DOUBTFUL)
def test_a_doubtful_name_is_never_one_persons_in_silence(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert any(flag.kind in _TOLD_OF for flag in doc._.flags)
    assert len([s for s in doc._.speakers if "Vale" in s.name]) == 1


# What is no reason to doubt that one name is one person's.
NO_DOUBT = [
    "Nils Vale, the nominee, said it rained. Nils Vale, a judge, said it snowed.",
    "Judge Nils Vale, the striker, said it rained. Nils Vale, the striker, said it snowed. Judge Nils Vale left.",
    "Nils Vale, an analyst at Quayline Bank, said it rained. Nils Vale, an analyst at Quayline, said it snowed.",
    "Nils Vale of Ohio said it rained. Nils Vale of Ohio said it snowed.",
    "Nils Vale of Lund, Sweden, said it rained. Nils Vale of Sweden said it snowed.",
    "Nils Vale at Tarn Bank said it rained. Nils Vale of Tarn Bank said it snowed.",
    "Nils Vale said it rained. Nils Vale died on Sunday.",
    "Nils Vale nearly died on Sunday. Nils Vale said it snowed.",
    "Nils Vale, a former director of Quayline, said it rained. Nils Vale, the director of Tarn, said it snowed.",
    "Nils B. Vale came late. Nils Vale said that it snowed.",
    "Nils Vale saw the plan die. Nils Vale said it snowed.",
    "Sen. Nils Vale said it rained. Committee Chairman Nils Vale said it snowed.",
    "Nils Vale, a former Democrat, said it rained. Nils Vale, a Republican, said it snowed.",
    "The Quayline critic Nils Vale said it rained. The Tarn critic Nils Vale said it snowed.",
]


@pytest.mark.parametrize("text", NO_DOUBT)
def test_what_people_are_beside_something_else_is_no_doubt(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert not [flag for flag in doc._.flags if flag.kind in _TOLD_OF]
    assert len([s for s in doc._.speakers if "Vale" in s.name]) == 1


def test_who_leads_a_firm_is_no_firm(nlp: Language) -> None:
    doc = nlp("The founder of the company, Vale, said it rained. Nils Vale left.")
    assert [(s.name, s.kind) for s in doc._.speakers] == [("Nils Vale", "person")]


def test_a_firm_is_nobody_of_its_name(nlp: Language) -> None:
    doc = nlp("The company, Vale, said it rained. Nils Vale said it snowed.")
    assert [(s.name, s.kind) for s in doc._.speakers] == [("Vale", "organisation"), ("Nils Vale", "person")]
    assert [q.speaker for q in doc._.quotations] == ["s1", "s2"]
