"""How checkable a clause is: a logistic regression over features of its parse that can be read and named.

No feature is a word of the article's subject; the weights (``selection_weights.toml``) were estimated from sentences
of political speeches, each marked by people as a verifiable claim or not (``benchmarks/rank_claims.py`` makes them).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from spacy.tokens import Token

from factsheet.claims.pieces import Piece
from factsheet.wordlists import table, words

_EVALUATIVE = words(__package__, "evaluative.txt")
_OPINION_VERBS = words(__package__, "opinion_verbs.txt")
_WEIGHTS: dict[str, float] = table(__package__, "selection_weights.toml")["weights"]
#: Clauses that score less ("I don't know", "we need a wall") are no claims.
LOWEST = 0.3

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_PERSONS = {
    "i": "I", "we": "we", "you": "you", "he": "he or she", "she": "he or she", "they": "they", "it": "it",
    "this": "this", "that": "this", "these": "this", "those": "this", "there": "there", "who": "who",
}  # fmt: skip


def score(piece: Piece) -> float:
    """How checkable a clause is, from 0 to 1. It ranks the clauses of one article; it is no probability that one is
    true."""
    found = features(piece.tokens, piece.root, piece.question != "none")
    total = sum(_WEIGHTS.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-total))


def is_claim(piece: Piece) -> bool:
    """Whether a clause states anything that can be checked: no question, and not what ranks below ``LOWEST``."""
    return _is_statement(piece) and score(piece) >= LOWEST


def _is_statement(piece: Piece) -> bool:
    said = [token for token in piece.tokens if not (token.is_punct or token.is_space)]
    if len(said) < 3 or piece.question == "ends" or any(token.text == "?" for token in piece.tokens):
        return False
    inverted = any(child.dep_ in _SUBJECTS and child.i > piece.root.i for child in piece.root.children)
    return not (inverted and said[0].tag_ in ("WDT", "WP", "WRB"))


def reasons(tokens: list[Token], root: Token) -> list[str]:
    """What in a clause can be checked, in words for a reader."""
    found = []
    if any(token.pos_ == "PROPN" for token in tokens):
        found.append("has proper names")
    if any(token.like_num for token in tokens):
        found.append("has a figure")
    if _tense(root) in ("VBD", "perfect"):
        found.append("tells of something done")
    return found


def features(tokens: list[Token], root: Token, asks: bool) -> dict[str, float]:
    """The features of a clause by name: counts are on a logarithmic scale, everything else is 1 or absent.

    ``asks`` says whether there is a question mark in its sentence.
    """
    found: dict[str, float] = {"always": 1.0, "length": min(len(tokens), 60) / 20}
    _count(found, "entity", (token.ent_type_ for token in tokens if token.ent_iob_ == "B"))
    _count(found, "relation", (token.dep_ for token in tokens if token.dep_ in _RELATIONS))
    _count(found, "word class", (token.pos_ for token in tokens if token.pos_ in _WORD_CLASSES))
    _count(found, "tense", (token.tag_ for token in tokens if token.tag_ in _TENSES))
    _count(found, "judging", ("word" for token in tokens if token.lemma_.lower() in _EVALUATIVE))
    _count(found, "person", (_PERSONS[token.lower_] for token in tokens if token.lower_ in _FIRST_AND_SECOND))
    _count(found, "figures", ("number" for token in tokens if token.like_num))
    found.update(dict.fromkeys(_of_root(root), 1.0))
    if asks:
        found["question"] = 1.0
    return found


_RELATIONS = frozenset({"advcl", "relcl", "acl", "ccomp", "xcomp", "conj", "appos", "prep", "nummod", "poss", "agent",
                        "neg", "mark", "quantmod", "dobj", "amod", "advmod", "compound"})  # fmt: skip
_WORD_CLASSES = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "PRON", "NUM", "INTJ", "SCONJ"})
_TENSES = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG", "VB", "MD", "JJR", "JJS"})
_FIRST_AND_SECOND = frozenset({"i", "we", "you"})


def _count(found: dict[str, float], group: str, names: Iterable[str]) -> None:
    counts: dict[str, int] = {}
    for name in names:
        counts[name] = counts.get(name, 0) + 1
    for name, count in counts.items():
        found[f"{group}: {name}"] = math.log2(1 + count)


def _of_root(root: Token) -> list[str]:
    names = [f"main verb: {_kind_of_verb(root)}", f"main tense: {_tense(root)}"]
    subject = next((child for child in root.children if child.dep_ in _SUBJECTS), None)
    if subject is None:
        names.append("subject: none")
    else:
        names.append(f"subject: {_PERSONS.get(subject.lower_, subject.pos_)}")
        names.append(f"subject relation: {subject.dep_}")
        if subject.ent_type_:
            names.append("subject: entity")
    names.extend(f"main: {child.dep_}" for child in root.children if child.dep_ in _RELATIONS)
    return names


def _kind_of_verb(root: Token) -> str:
    if root.lemma_ in ("be", "have", "do"):
        return root.lemma_
    if root.lemma_ in _OPINION_VERBS:
        return "opinion"
    return "other" if root.pos_ in ("VERB", "AUX") else "no verb"


def _tense(root: Token) -> str:
    helpers = [child for child in root.children if child.dep_ in ("aux", "auxpass")]
    modal = next((child.lower_ for child in helpers if child.tag_ == "MD"), None)
    if modal is not None:
        return modal if modal in ("will", "would", "can", "could", "may", "might", "must", "should") else "modal"
    if any(child.lemma_ == "have" for child in helpers):
        return "perfect"
    return next((child.tag_ for child in helpers if child.tag_ in ("VBD", "VBZ", "VBP")), root.tag_)
