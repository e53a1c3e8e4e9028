"""Whether a statement says that something is not so."""

from __future__ import annotations

from spacy.tokens import Token

from factsheet.wordlists import words

_NEGATIVE = words(__package__, "negative.txt")
_CARRIERS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "acomp"})


def is_negated(root: Token) -> bool:
    """Whether the clause of a main verb is negated: its verb ("did not sign"), what the verb governs ("plans not to
    sign"), or its subject or object ("no agreement", "nobody")."""
    for verb in (root, *(child for child in root.children if child.dep_ == "xcomp")):
        for child in verb.children:
            if child.dep_ == "neg" or (child.dep_ in ("advmod", "preconj") and child.lower_ in _NEGATIVE):
                return True
            if child.dep_ in _CARRIERS and (child.lower_ in _NEGATIVE or _has_no(child)):
                return True
    return False


def _has_no(noun: Token) -> bool:
    return any(child.dep_ in ("det", "neg", "preconj") and child.lower_ in _NEGATIVE for child in noun.children)
