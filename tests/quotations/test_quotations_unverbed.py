from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("FERRIES DID NOT SINK, THEY SAY - Ann Roe: “We counted all of the ferries twice.” [Gazette]", ["Ann Roe"]),
        ("Ferries blame the weather - Ann Roe and Bo Lund: “All of them came in late.”", ["Ann Roe and Bo Lund"]),
        ("Ferries blame the weather - HarbourWatch: “All of them came in late.”", ["HarbourWatch"]),
        ("Ferries blame the weather – More from Ann Roe: “All of them came in late.”", ["Ann Roe"]),
    ],
)
def test_a_list_names_who_wrote_a_report_behind_a_dash(nlp: Language, text: str, source: list[str]) -> None:
    (quotation,) = [found for found in nlp(text)._.quotations if found.kind == "direct"]
    assert [span.text for span in quotation.source] == source
    assert quotation.confidence > 0.8


@pytest.mark.parametrize(
    "text",
    [
        "Ferries blame the weather - Verdict: “All of them came in late.”",
        "Ferries blame the weather - the answer: “All of them came in late.”",
    ],
)
def test_other_words_behind_a_dash_are_nobody(nlp: Language, text: str) -> None:
    found = [quotation for quotation in nlp(text)._.quotations if quotation.kind == "direct"]
    assert not any(span.text.startswith(("Verdict", "the answer")) for q in found for span in q.source)
