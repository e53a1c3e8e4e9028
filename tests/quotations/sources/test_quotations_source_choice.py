from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.quotations.frames import Reading
from factsheet.quotations.sources.choice import source_of
from factsheet.quotations.weights import Weights, read_weights

Parse = Callable[[str], Doc]
GOLD = Path(__file__).parents[2] / "gold" / "text"


def named(doc: Doc, cue: str, content: str, weights: Weights | None = None) -> tuple[list[str], float] | None:
    start = doc.text.index(content)
    reading = Reading.of(doc)
    word = next(word for word in reading.words if word.text == cue)
    found = source_of(word, [(start, start + len(content))], reading, weights or read_weights())
    return ([doc.text[a:b] for a, b in found.spans], found.probability) if found else None


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("Karin Holm said that it rained.", "said", "that it rained", "Karin Holm"),
        ("“It rained,” the mayor, a friend of theirs, said.", "said", "“It rained,”", "the mayor, a friend of theirs"),
        (
            "Bridge closed\n\nMinister of Foreign Affairs of Norway Annalena Holmbock said that it rained.",
            "said",
            "that it rained",
            "Minister of Foreign Affairs of Norway Annalena Holmbock",
        ),
        (
            "It rained all night, said Karin Holm, minister of trade, when meeting with Thomas Roe, a guest.",
            "said",
            "It rained all night",
            "Karin Holm, minister of trade",
        ),
        ("Karin Holm told the guards that it rained.", "told", "that it rained", "Karin Holm"),
        ("Karin Holm left, saying that it rained.", "saying", "that it rained", "Karin Holm"),
        ("It rained all night, according to the mayor.", "according", "It rained all night", "the mayor"),
        ("Asked by Tom Roe, Karin Holm said that it rained.", "said", "that it rained", "Karin Holm"),
    ],
)
def test_the_likeliest_source(parse: Parse, text: str, cue: str, content: str, source: str) -> None:
    found = named(parse(text), cue, content)
    assert found is not None
    assert found[0] == [source]
    assert 0.5 < found[1] <= 1


def test_nobody_is_named_where_no_weight_speaks_for_anybody(parse: Parse) -> None:
    doc = parse("Karin Holm said that it rained.")
    assert named(doc, "said", "that it rained", replace(read_weights(), source={})) is None


def test_whose_words_are_quoted_is_named_too(parse: Parse) -> None:
    text = "Kyodo reported the accident, quoting Tom Roe: “It rained.”"
    found = named(parse(text), "quoting", "“It rained.”")
    assert found is not None
    assert found[0] == ["Kyodo", "Tom Roe"]


def test_whom_somebody_quotes_is_no_word_of_the_quotation(nlp: Language) -> None:
    (quotation,) = nlp("Kyodo reported the accident, quoting Tom Roe: “It rained all day.”")._.quotations
    assert [span.text for span in quotation.content] == ["“It rained all day.”"]


@pytest.mark.parametrize(
    "text", ["Ann Roe resigned, citing health reasons: “It rained.”", "They quote Tom Roe: “It rained.”"]
)
def test_reasons_are_no_speakers(parse: Parse, text: str) -> None:
    cue = "citing" if "citing" in text else "quote"
    found = named(parse(text), cue, "“It rained.”")
    assert found is not None
    assert len(found[0]) == 1


@pytest.mark.parametrize("name", sorted(path.name for path in GOLD.glob("*.txt")))
def test_a_source_has_a_word(nlp: Language, name: str) -> None:
    found = nlp((GOLD / name).read_text("utf-8"))._.quotations
    assert all(any(map(str.isalnum, span.text)) for quotation in found for span in quotation.source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The campaign on Monday said that the bridge was safe.", "The campaign"),
        ("Scotland on Sunday said that the bridge was safe.", "Scotland on Sunday"),
        ("Ann Roe Sunday night said that the bridge was safe.", "Ann Roe"),
        ("“The bridge is safe,” Lund police chief Ann Roe said Monday.", "Lund police chief Ann Roe"),
    ],
)
def test_a_source_is_a_whole_name_and_no_day(nlp: Language, text: str, source: str) -> None:
    (quotation,) = nlp(text)._.quotations
    assert [span.text for span in quotation.source] == [source]
