"""Whom a noun without a name is said of: "Roe was a housewife who ...", "Roe, a native of Leeds who ..."."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from factsheet.speakers.clusters import Cluster
from factsheet.speakers.places import SUBJECTS

_BEING = {"be", "become", "remain"}
_HARDLY = {"hardly", "scarcely", "barely", "never"}
_SORTS = {"kind", "sort", "type"}


def said_of(noun: Token, at: Mapping[int, Cluster]) -> Cluster | None:
    """The person of whom the noun, in the singular, says what he or she is; None where it says it of nobody named.

    It stands behind the name and a comma, or behind "is", "became" or "remained" with the person as subject: there also
    behind another such noun ("was an heiress, a housewife"). What somebody is not, or would be, is nobody.
    ``at`` maps token indices to whom they name.
    """
    if noun.tag_ != "NN" or noun.lower_ in _SORTS:
        return None
    first = noun.left_edge.i
    head = noun.head
    if noun.dep_ == "appos" and head.i in at and first > 1 and noun.doc[first - 1].text == ",":
        return _person(at[head.i]) if at.get(first - 2) is at[head.i] else None
    while noun.dep_ in {"appos", "conj"} and noun.i > noun.head.i:
        noun = noun.head
    verb = noun.head
    if noun.dep_ != "attr" or verb.lemma_ not in _BEING:
        return None
    if any(map(_makes_it_untrue, (*verb.children, *noun.doc[verb.i : noun.i]))):
        return None
    subjects = [t for t in verb.children if t.dep_ in SUBJECTS and t.i < verb.i]
    return _person(at.get(subjects[0].i)) if len(subjects) == 1 else None


def _makes_it_untrue(word: Token) -> bool:
    return word.dep_ == "neg" or word.tag_ == "MD" or word.lower_ in _HARDLY


def _person(cluster: Cluster | None) -> Cluster | None:
    return cluster if cluster is not None and cluster.kind == "person" else None
