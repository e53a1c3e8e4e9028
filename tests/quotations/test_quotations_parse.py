from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from spacy.tokens import Doc, Token

from factsheet.quotations.parse import root, unlink, words_of

Parse = Callable[[str], Doc]
GOLD = Path(__file__).parents[1] / "gold" / "text"


def numbers(tokens: Iterable[Token]) -> list[int]:
    return [token.i for token in tokens]


@pytest.mark.parametrize("name", sorted(path.name for path in GOLD.glob("*.txt")))
def test_words_are_what_spacy_says_of_its_tokens(parse: Parse, name: str) -> None:
    doc = parse((GOLD / name).read_text("utf-8"))
    words = words_of(doc)
    assert len(words) == len(doc)
    for token, word in zip(doc, words, strict=True):
        assert (word.i, word.start, word.end) == (token.i, token.idx, token.idx + len(token))
        assert (word.text, word.lower, word.lemma) == (token.text, token.lower_, token.lemma_)
        assert (word.tag, word.pos, word.dep, word.ent_type) == (token.tag_, token.pos_, token.dep_, token.ent_type_)
        assert (word.is_punct, word.is_space) == (token.is_punct, token.is_space)
        assert word.begins_sentence == token.is_sent_start
        assert word.head.i == token.head.i
        assert [child.i for child in word.children] == numbers(token.children)
        assert [above.i for above in word.ancestors] == numbers(token.ancestors)
        assert [below.i for below in word.subtree] == sorted(numbers(token.subtree))
        assert (word.left_edge, word.right_edge) == (min(numbers(token.subtree)), max(numbers(token.subtree)))


def test_no_words_of_nothing(parse: Parse) -> None:
    assert words_of(parse("")) == []


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("The mayor of Holm said that it rained.", 0, 4),
        ("The mayor of Holm said that it rained.", 0, 9),
        ("The mayor of Holm said that it rained.", 2, 6),
    ],
)
def test_root_is_spacys(parse: Parse, text: str, first: int, end: int) -> None:
    doc = parse(text)
    assert root(words_of(doc)[first:end]).i == doc[first:end].root.i


def test_a_deep_parse_is_no_deep_recursion(parse: Parse) -> None:
    doc = parse("We stay and we go.")
    deep = Doc(doc.vocab, words=["go"] * 3000, heads=[max(0, i - 1) for i in range(3000)], deps=["conj"] * 3000)
    words = words_of(deep)
    assert [word.i for word in words[0].subtree] == list(range(3000))


def test_words_that_are_done_with_hold_no_others(parse: Parse) -> None:
    words = words_of(parse("Ann Roe said that the harbour will reopen."))
    said = words[2]
    unlink(words)
    assert not words
    assert not said.children
    assert not hasattr(said, "head")


@pytest.mark.parametrize(
    ("text", "name", "is_name"),
    [
        ("“It rains,” Will wrote.", "Will", True),
        ("Instead, Will called for a new vote.", "Will", True),
        ("The Mayor Will Win", "Will", False),
        ("He says that it will rain.", "will", False),
    ],
)
def test_who_is_called_as_an_auxiliary_is(parse: Parse, text: str, name: str, is_name: bool) -> None:
    word = next(word for word in words_of(parse(text)) if word.text == name)
    assert (word.pos == "PROPN" and word.dep == "nsubj") == is_name
