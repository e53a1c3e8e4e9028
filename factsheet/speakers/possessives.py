"""Whose "his" and "her" are, where that is certain: mentions, and evidence of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.genders import possessive_gender
from factsheet.speakers.places import SUBJECTS
from factsheet.speakers.pronouns import Pronouns
from factsheet.speakers.topics import is_indefinite


def possessives_meant(pronouns: Pronouns, narrated: set[int]) -> Iterator[tuple[Token, Cluster]]:
    """Each "his" and "her" of the ``narrated`` tokens that is surely somebody's, and whose, once all other pronouns are
    read.

    They are read as pronouns are. That is certain enough only where the last person named before in the sentence is the
    same, and a subject in it; not where "a commander" stands between, who may be anybody; in "his or her"; where the
    noun says what that person is ("Roe, his lawyer"; "Roe became his successor"); and where nothing else shows the
    gender.
    """
    for i in sorted(narrated):
        token = pronouns.doc[i]
        if possessive_gender(token) and (cluster := _whose(pronouns, token)) is not None:
            yield token, cluster


def _whose(pronouns: Pronouns, token: Token) -> Cluster | None:
    cluster = pronouns.resolve(token)
    if cluster is None or not cluster.references or pronouns.gender(cluster) is None or _is_either(token):
        return None
    rivals = [p for p in pronouns.near(token, ()) if not p.direct and pronouns.gender_fits(p, token)]
    own = [p for p in rivals if pronouns.back(p, token) == 0]
    before = [p for p in own if p.token < token.i]
    if not before or before[-1].cluster is not cluster or pronouns.doc[before[-1].token].dep_ not in SUBJECTS:
        return None
    if token.head.dep_ in {"appos", "attr", "oprd"} or any(map(_is_anybody, pronouns.doc[before[-1].token : token.i])):
        return None
    return cluster


def _is_anybody(noun: Token) -> bool:
    """Whether the noun brings in somebody, and does not say what one who is named is ("Roe, a lawyer")."""
    return lexicon.is_role(noun.text) and is_indefinite(noun) and noun.dep_ not in {"appos", "attr"}


def _is_either(token: Token) -> bool:
    """Whether the word is one of "his or her"."""
    return "or" in {t.lower_ for t in token.doc[max(token.i - 1, 0) : token.i + 2]}
