"""Clauses that were cut off in the middle and state nothing."""

from __future__ import annotations

from collections.abc import Set

from spacy.tokens import Token

_SUBJECT_FORMS = frozenset({"i", "he", "she", "we", "they", "who"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OPENING = frozenset({"DT", "PDT", "WDT", "WP", "WP$", "WRB", "PRP$", "CC"})
_ENDS = frozenset({".", "!", "?", ";", ":", ","})


def is_shard(verb: Token, kept: Set[int]) -> bool:
    """Whether a clause, the tokens ``kept``, ends in a conjunction, a preposition, an article, a relative pronoun, a
    subject without its verb, or its main verb is a bare "is"."""
    last = verb.doc[max(kept)]
    while last.i - 1 in kept and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    if last.tag_ in _OPENING and last.dep_ not in ("nsubj", "dobj", "pobj", "attr", "neg", "advmod", "conj"):
        return True
    if last.lower_ in _SUBJECT_FORMS and last.dep_ != "pobj":
        return True
    if last.dep_ in _SUBJECTS and last.head.i > last.i:
        return True
    if last.dep_ in ("prep", "mark", "agent", "cc") and not _may_end(last):
        return True
    before = last.left_edge.i - 1
    if before in kept and verb.doc[before].tag_ in ("WP", "WRB") and last.pos_ in ("NOUN", "PROPN", "PRON"):
        return True  # "is what she", with the verb left out
    return verb == last and verb.lemma_ == "be"


def _may_end(token: Token) -> bool:
    """Whether a word stands where its sentence or clause ends: "the plan that they spoke of"."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text in _ENDS
