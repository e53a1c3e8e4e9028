from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.contents.candidates import content_candidates
from factsheet.quotations.frames import Reading
from factsheet.quotations.parse import NOUN_SUBJECTS, Word
from factsheet.quotations.sources.name_between import name_between, subject_within

Parse = Callable[[str], Doc]


def astray(doc: Doc, cue: str) -> tuple[Word, Reading]:
    """The last word that reads ``cue``, in a reading whose parse has lost its subject."""
    reading = Reading.of(doc)
    word = next(word for word in reversed(reading.words) if word.text == cue)
    word.lefts = [child for child in word.lefts if child.dep not in NOUN_SUBJECTS]
    return word, reading


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("“It rained,” Ann Roe told the Gazette.", "told", "Ann Roe"),
        ("“It rained,” Ann Roe, head of the league, told the Gazette.", "told", "Ann Roe, head of the league"),
        ("“It rained,” a clerk, who was in the yard, told the Gazette.", "told", "a clerk"),
        ("“It rained”, Roe, 58, said.", "said", "Roe"),
        ("“Did it rain?” the mayor of Dunmore, Ann Roe, said.", "said", "the mayor of Dunmore, Ann Roe"),
        ("“It rained,” Ann Roe, head of the league told the Gazette.", "told", "Ann Roe, head of the league"),
        ("“The Long Rain,” a book by Ann Roe, told the story.", "told", None),
        ("“It rained.” Ann Roe told the Gazette.", "told", None),
        ("“Did it rain?” Ann Roe told the Gazette.", "told", None),
        ("“It rained,” since nobody else was there, said Ann Roe.", "said", None),
        ("“It rained,” Ann Roe smiled and said.", "said", None),
        ("“It rained,” Ann Roe, the rain had stopped, said.", "said", None),
        ("“It rained,” she left and Ann Roe told them.", "told", None),
        ("“It rained,” according to Ann Roe.", "according", None),
        ("“It rained,”\n\nAnn Roe told the Gazette.", "told", None),
        ("“It rained,” said the wind and\nAnn Roe told the Gazette.", "told", None),
        (
            "“It rained all day on the bridge and the road,” Ann Roe, head of the\nleague, told the Gazette on Monday.",
            "told",
            "Ann Roe, head of the\nleague",
        ),
        ("Ann Roe told the Gazette.", "told", None),
        ("“It rained,” Ann Roe, in a coat with “Dry Dunmore” pins, said.", "said", "Ann Roe"),
        ("“It rained,” Ann Roe, who called it “a deluge,” said.", "said", None),
        ("“It rained,” the letter read. It also said so.", "said", None),
    ],
)
def test_the_name_between_a_quotation_and_its_cue(parse: Parse, text: str, cue: str, name: str | None) -> None:
    word, reading = astray(parse(text), cue)
    found = name_between(word, reading)
    assert (found and text[slice(*found)]) == name


@pytest.mark.parametrize(("cue", "name"), [("told", "Ann Roe"), ("answered", None)])
def test_who_is_told_is_no_subject(parse: Parse, cue: str, name: str | None) -> None:
    text = f"“It rained,” Ann Roe {cue} the Gazette."
    word, reading = astray(parse(text), cue)
    for child in word.rights:
        if child.text == "Gazette":
            child.dep = "nsubj"
    found = name_between(word, reading)
    assert (found and text[slice(*found)]) == name


def test_a_word_in_marks_is_not_who_speaks(parse: Parse) -> None:
    text = "“It rained,” Ann Roe told the Gazette."
    word, reading = astray(parse(text), "told")
    inside = next(word for word in reading.words if word.text == "It")
    inside.dep = "nsubj"
    word.lefts = [inside]
    found = name_between(word, reading)
    assert found is not None
    assert text[slice(*found)] == "Ann Roe"


@pytest.mark.parametrize(
    ("text", "cue", "name"),
    [
        ("“Did it rain?” the mayor, Ann Roe, tweeted Sunday.", "tweeted", "the mayor, Ann Roe"),
        ("“It rained,” a letter, issued on Monday, said.", "issued", None),
        ("“It rained,” a letter issued by Ann Roe on Monday.", "issued", None),
    ],
)
def test_a_verb_that_the_tagger_takes_for_a_participle(parse: Parse, text: str, cue: str, name: str | None) -> None:
    word, reading = astray(parse(text), cue)
    word.tag, word.pos = "VBN", "VERB"
    found = name_between(word, reading)
    assert (found and text[slice(*found)]) == name


def test_a_noun_that_the_tagger_takes_for_a_verb(parse: Parse) -> None:
    text = "“It rained,” screenwriter Ann Roe told the Gazette."
    word, reading = astray(parse(text), "told")
    noun = next(word for word in reading.words if word.text == "screenwriter")
    noun.tag, noun.pos = "VB", "VERB"
    found = name_between(word, reading)
    assert (found and text[slice(*found)]) == "screenwriter Ann Roe"


def test_words_between_a_quotation_and_the_subject_that_the_parser_sees(parse: Parse) -> None:
    text = "“It rained,” another friend, Ann Roe, told the Gazette."
    reading = Reading.of(parse(text))
    word, friend, roe = (next(w for w in reading.words if w.text == t) for t in ("told", "friend", "Roe"))
    word.lefts, roe.dep, roe.left_edge, friend.dep = [roe], "nsubj", roe.i - 1, "attr"
    found = name_between(word, reading)
    assert found is not None
    assert text[slice(*found)] == "another friend, Ann Roe"
    assert subject_within(found, word)
    contents = [text[a:b] for one in content_candidates(word, reading) for a, b in one.spans]
    assert "“It rained,”" in contents
    assert not any("friend" in content for content in contents)


def test_where_the_parser_knows_a_subject_nothing_is_guessed(parse: Parse) -> None:
    reading = Reading.of(parse("“It rained,” Ann Roe told the Gazette."))
    word = next(word for word in reading.words if word.text == "told")
    assert name_between(word, reading) is None


def test_the_name_is_in_no_content(parse: Parse) -> None:
    text = "He called it “a ruin,” Ann Roe, head of the league, told the Gazette."
    word, reading = astray(parse(text), "told")
    contents = [[text[a:b] for a, b in one.spans] for one in content_candidates(word, reading)]
    assert ["“a ruin,”"] in contents
    assert ["He called it “a ruin,”"] in contents
    assert not any("Roe" in span for spans in contents for span in spans)
