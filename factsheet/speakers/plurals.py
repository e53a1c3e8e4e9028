"""Whom "they" and "it" stand for, where they are the source of what is said."""

from __future__ import annotations

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.places import SUBJECTS, in_main_clause, sentence_around

_PLURAL_TAGS = {"NNS", "NNPS"}
_MODIFIERS = {"poss", "compound", "nmod", "amod"}
_FARTHEST = 4


def people_taken_up(
    doc: Doc, token: Token, narrated: set[int], speaking: frozenset[int] = frozenset()
) -> Tokens | None:
    """The words for the people that "they" takes up, None where none or several come into question.

    They must be the only subject in the plural in the sentence, before the pronoun, or else in the one before it; a
    sentence that speaks of no others in the plural does without a subject. Another "they" there goes on with the same
    people. Where "they" say something, a main subject that is one and means several ("the campaign") is taken where no
    people are, and the only main subject in the plural that says something there goes before all others ("prosecutors
    said investigators were late"). ``narrated`` are the tokens outside directly quoted words, ``speaking`` those that
    head the sources of quotations.
    """
    speaks = token.i in speaking
    sentences = narrated_sentences(doc, token, narrated)
    while sentences:
        sentence = sentences.pop(0)
        people = [t for t in sentence if _is_people(t)]
        subjects = [t for t in people if t.dep_ in SUBJECTS]
        earlier = [t for t in sentence if t.lower_ == "they" and t.dep_ in SUBJECTS]
        voices = [t for t in sentence if t.i in speaking and _may_be_they(t)] if speaks else []
        if len(voices) == 1 and not earlier:
            return phrase(doc, voices[0])
        if earlier and not subjects:
            speaks = earlier[-1].i in speaking
            sentences = narrated_sentences(doc, earlier[-1], narrated)
            continue
        if len(subjects) == 1 and not any(t.i > subjects[0].i for t in people if t.dep_ == "nsubj"):
            return phrase(doc, subjects[0])
        if people:
            return phrase(doc, people[0]) if len(people) == 1 and not _is_of_something(people[0]) else None
        collective = [t for t in sentence if _is_collective(t)]
        if collective and speaks:
            return phrase(doc, collective[0]) if len(collective) == 1 else None
    return None


def organisation_taken_up_by_it(doc: Doc, token: Token, at: dict[int, Cluster], narrated: set[int]) -> Cluster | None:
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


def narrated_sentences(doc: Doc, token: Token, narrated: set[int], fewest: int = 1) -> list[list[Token]]:
    """What is told before the token in its sentence, and in the last sentence before it that tells something: at least
    the ``fewest`` words outside directly quoted ones."""
    before = sentence_around(doc, token.i).start
    own = [t for t in doc[before : token.i] if t.i in narrated]
    while before > 0:
        sentence = sentence_around(doc, before - 1)
        told = [t for t in sentence if t.i in narrated and any(map(str.isalpha, t.text))]
        if len(told) >= fewest:
            return [own, told]
        before = sentence.start
    return [own]


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
