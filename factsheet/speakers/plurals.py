"""Whom "they" and "it" stand for, where they are the source of what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.places import SUBJECTS, in_main_clause, sentence_around

_PLURAL_TAGS = {"NNS", "NNPS"}
_MODIFIERS = {"poss", "compound", "nmod", "amod"}
_FARTHEST = 4


class Narrated(set[int]):
    """The tokens of an article outside directly quoted words."""

    def __init__(self, doc: Doc, tokens: Iterable[int]) -> None:
        super().__init__(tokens)
        self._doc = doc
        self._telling: dict[int, list[int]] = {}

    def last_telling(self, before: int, fewest: int) -> Tokens | None:
        """The last sentence before the one that begins at a token that has so many words of these; None if none has."""
        if fewest not in self._telling:
            sentences = self._doc.sents
            self._telling[fewest] = [s.start for s in sentences if len(_told_in(s, self)) >= fewest]
        last = bisect_left(self._telling[fewest], before) - 1
        return sentence_around(self._doc, self._telling[fewest][last]) if last >= 0 else None


class People:
    """The people of an article who are spoken of in the plural."""

    def __init__(self, doc: Doc, narrated: Narrated, speaking: frozenset[int] = frozenset()) -> None:
        """``narrated`` are the tokens outside directly quoted words, ``speaking`` those that head the sources of
        quotations."""
        self._doc = doc
        self._narrated = narrated
        self._speaking = speaking
        self._known: dict[int, Tokens | None] = {}

    def taken_up(self, token: Token) -> Tokens | None:
        """The words for the people that "they" takes up, None where none or several come into question.

        They must be the only subject in the plural in the sentence, before the pronoun, or else in the one before it; a
        sentence that speaks of no others in the plural does without a subject. Another "they" there goes on with the
        same people. Where "they" say something, a main subject that is one and means several ("the campaign") is taken
        where no people are, and the only main subject in the plural that says something there goes before all others
        ("prosecutors said investigators were late").
        """
        chain = [token]
        while chain[-1].i not in self._known:
            found = self._before(chain[-1])
            if isinstance(found, Token):
                chain.append(found)
            else:
                self._known[chain[-1].i] = found
        people = self._known[chain[-1].i]
        self._known.update((earlier.i, people) for earlier in chain)
        return people

    def _before(self, token: Token) -> Tokens | Token | None:
        """The people before the pronoun, or an earlier "they" that it goes on with."""
        doc, speaks = self._doc, token.i in self._speaking
        for sentence in narrated_sentences(doc, token, self._narrated):
            people = [t for t in sentence if _is_people(t)]
            subjects = [t for t in people if t.dep_ in SUBJECTS]
            earlier = [t for t in sentence if t.lower_ == "they" and t.dep_ in SUBJECTS]
            voices = [t for t in sentence if t.i in self._speaking and _may_be_they(t)] if speaks else []
            if len(voices) == 1 and not earlier:
                return phrase(doc, voices[0])
            if earlier and not subjects:
                return earlier[-1]
            if len(subjects) == 1 and not any(t.i > subjects[0].i for t in people if t.dep_ == "nsubj"):
                return phrase(doc, subjects[0])
            if people:
                return phrase(doc, people[0]) if len(people) == 1 and not _is_of_something(people[0]) else None
            collective = [t for t in sentence if _is_collective(t)]
            if collective and speaks:
                return phrase(doc, collective[0]) if len(collective) == 1 else None
        return None


def organisation_taken_up_by_it(doc: Doc, token: Token, at: dict[int, Cluster], narrated: Narrated) -> Cluster | None:
    """The organisation that "it" takes up: the only one that is a subject in the sentence, before the pronoun, or
    else in the one before it."""
    for sentence in narrated_sentences(doc, token, narrated):
        subjects = {
            id(cluster): cluster
            for t in sentence
            if t.dep_ in SUBJECTS and (cluster := at.get(t.i)) is not None and _is_organisation(cluster)
        }
        if subjects:
            (cluster,) = subjects.values() if len(subjects) == 1 else (None,)
            return cluster
    return None


def _is_organisation(cluster: Cluster) -> bool:
    return cluster.kind == "organisation" and any(reference.certain for reference in cluster.references)


def narrated_sentences(doc: Doc, token: Token, narrated: Narrated, fewest: int = 1) -> list[list[Token]]:
    """What is told before the token in its sentence, and in the last sentence before it that tells something: at least
    the ``fewest`` words outside directly quoted ones."""
    before = sentence_around(doc, token.i).start
    own = [t for t in doc[before : token.i] if t.i in narrated]
    telling = narrated.last_telling(before, fewest)
    return [own] if telling is None else [own, _told_in(telling, narrated)]


def _told_in(sentence: Tokens, narrated: set[int]) -> list[Token]:
    """The words of the sentence outside directly quoted ones."""
    return [t for t in sentence if t.i in narrated and any(map(str.isalpha, t.text))]


def is_plural(token: Token) -> bool:
    """Whether the word is a noun in the plural."""
    return token.tag_ in _PLURAL_TAGS


def _is_people(token: Token) -> bool:
    if token.tag_ == "NNP" and token.dep_ in SUBJECTS:
        return any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in token.children)
    if token.dep_ in _MODIFIERS or not is_plural(token):
        return False
    known = lexicon.is_group(token.text) or lexicon.is_role(token.text.removesuffix("s"))
    return known or any(
        t.lower_ == "who" and t.head.dep_ == "relcl" and t.head.head.i == token.i for t in token.subtree
    )


def _is_collective(token: Token) -> bool:
    """Whether the word is a main subject that is one and means several: "the campaign", "his team"."""
    return lexicon.is_collective(token.text) and token.tag_ == "NN" and token.dep_ in SUBJECTS and in_main_clause(token)


def _may_be_they(token: Token) -> bool:
    """Whether the word is a main subject in the plural, and of nothing that never speaks."""
    thing = lexicon.is_thing(token.lemma_) or lexicon.is_thing(token.text) or lexicon.is_document(token.lemma_)
    thing = thing or lexicon.is_deed(token.text)
    return is_plural(token) and token.dep_ in SUBJECTS and in_main_clause(token) and not thing


def _is_of_something(token: Token) -> bool:
    """Whether the noun says whose or what sort of thing an object is: "at the hands of the voters"."""
    return token.head.lower_ == "of" and token.head.head.dep_ not in SUBJECTS


def phrase(doc: Doc, head: Token) -> Tokens:
    """The noun with what stands before it, and what is joined to it: "liberal activists and thinkers"."""
    joined = [
        t.i for t in head.children if t.dep_ == "conj" and t.pos_ in {"NOUN", "PROPN"} and t.i - head.i <= _FARTHEST
    ]
    last = max([head.i, *joined])
    return doc[head.left_edge.i : last + 1]
