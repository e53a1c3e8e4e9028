"""How a name or a pronoun stands in its clause: what it is of, what its verb says of who speaks next."""

from __future__ import annotations

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from factsheet.speakers import lexicon
from factsheet.speakers.places import SUBJECTS
from factsheet.wordlists import words

_ASKED = 2.0


def continues(token: Token) -> bool:
    """Whether the verb of the pronoun says that its subject goes on speaking: "he added", "she also said"."""
    continuing = words(__package__, "continuing.txt")
    verb = token.head
    return token.dep_ in SUBJECTS and (
        verb.lemma_ in continuing
        or (verb.lemma_ == "go" and any(child.lower_ == "on" for child in verb.children))
        or any(child.lower_ in continuing for child in verb.children if child.dep_ == "advmod")
    )


def speaks(named: Token, sentence: Tokens) -> bool:
    """Whether the sentence tells that its subject says something, or of an interview, a speech or the like."""
    if named.dep_ not in SUBJECTS:
        return False
    spoken_of = any(t.dep_ == "pobj" and lexicon.is_document(t.lemma_) for t in sentence)
    return spoken_of or named.head.lemma_ in words(__package__, "speaking.txt")


def is_topic(named: Token) -> bool:
    """Whether the name is the subject, or says whose the subject is ("Roe's voice shook")."""
    return named.dep_ in SUBJECTS or (named.dep_ == "poss" and named.head.dep_ in SUBJECTS)


def turn(named: Token) -> float:
    """Points for having been asked, against having asked: whose turn it is to speak."""
    if named.head.lemma_ not in words(__package__, "asking.txt"):
        return 0.0
    return _ASKED if named.dep_ in {"dobj", "nsubjpass"} else -_ASKED if named.dep_ == "nsubj" else 0.0


def is_beside(named: Token, pronoun: Token) -> bool:
    """Whether both belong to one verb: "Smith told him", "he told Smith", "he spoke to Smith" are about two people, and
    so is "Asked about Smith, he said"."""
    if pronoun.dep_ in {"poss", "conj"} or named.i == pronoun.i:
        return False
    if is_asked_about(named, pronoun):
        return True
    verb = named.head.head if named.dep_ == "pobj" and named.head.dep_ in {"prep", "dative", "agent"} else named.head
    return verb.i == pronoun.head.i and named.dep_ in {*SUBJECTS, "dobj", "dative", "pobj", "oprd"}


def is_asked_about(named: Token, pronoun: Token) -> bool:
    """Whether the one is named in what the other is asked: "Asked about Smith, he said"."""
    return pronoun.dep_ in SUBJECTS and named.tag_ != "PRP" and any(_asks(t, pronoun) for t in named.ancestors)


def _asks(word: Token, pronoun: Token) -> bool:
    asked = word.tag_ == "VBN" and word.dep_ == "advcl" and word.lemma_ in words(__package__, "asking.txt")
    # "When Smith was asked, he said": there it is Smith who is asked.
    asked = asked and not any(child.dep_ in SUBJECTS for child in word.children)
    return asked and word.head.i == pronoun.head.i and word.i < pronoun.i
