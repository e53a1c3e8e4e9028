"""Whom a noun without a name is said of: "Roe was a housewife who ...", "Roe, a native of Leeds who ..."."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from factsheet.speakers.clusters import Cluster
from factsheet.speakers.places import SUBJECTS

_BEING = {"be", "become", "remain"}
_SURELY = {"also", "already", "now", "once", "still", "then"}
_BETWEEN = {"ADJ", "ADV", "CCONJ", "DET", "PUNCT"}
_SORTS = {"kind", "sort", "type"}


def said_of(noun: Token, at: Mapping[int, Cluster]) -> Cluster | None:
    """The person of whom the noun, in the singular, says what he or she is; None where it says it of nobody named.

    It stands behind the name and a comma, or behind "is", "became" or "remained" with the person as subject: there also
    behind another such noun ("was an heiress, a housewife"). What somebody is not, would be, or is only in some view,
    story or condition, is nobody.
    ``at`` maps token indices to whom they name.
    """
    if noun.tag_ != "NN" or noun.lower_ in _SORTS:
        return None
    first = noun.left_edge.i
    head = noun.head
    if noun.dep_ == "appos" and head.i in at and first > 1 and noun.doc[first - 1].text == ",":
        return _person(at[head.i]) if at.get(first - 2) is at[head.i] else None
    while noun.dep_ in {"appos", "conj"} and noun.head.lower_ != "one":
        if not all(t.pos_ in _BETWEEN for t in noun.doc[noun.head.i + 1 : noun.i]):
            return None
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ not in _BEING or verb.dep_ != "ROOT":
        return None
    subjects = [t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i]
    if len(subjects) != 1 or any(_may_be_untrue(t, subjects[0]) for t in (*verb.children, *noun.children)):
        return None
    return _person(at.get(subjects[0].i))


def _may_be_untrue(word: Token, subject: Token) -> bool:
    """Whether the word denies it or makes it a matter of some view, story or condition: "not", "would", "allegedly",
    "in the film, Roe is"."""
    if word.dep_ in {"neg", "mark"} or word.tag_ == "MD":
        return True
    if word.dep_ == "advmod":
        return word.lower_ not in _SURELY
    return word.i < subject.i and word.dep_ in {"prep", "advcl"}


def _person(cluster: Cluster | None) -> Cluster | None:
    return cluster if cluster is not None and cluster.kind == "person" else None
