"""Whose "his" and "her" are, where that is certain: mentions, and evidence of nothing."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.genders import possessive_gender
from factsheet.speakers.places import SUBJECTS, Place, in_main_clause, sentence_around
from factsheet.speakers.pronouns import Pronouns
from factsheet.speakers.topics import is_indefinite


def possessives_meant(pronouns: Pronouns, narrated: set[int]) -> Iterator[tuple[Token, Cluster]]:
    """Each "his" and "her" of the ``narrated`` tokens that is surely somebody's, and whose, once all other pronouns are
    read.

    They are read as pronouns are. That is not certain enough where somebody else whom they fit is named right before in
    the sentence, in whatever part of it, or follows as its subject ("After his victory, Roe ..."); where "a commander"
    stands before, who may be anybody; in "his or her"; and where nothing else shows the gender.
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
    first = before[-1].token if before else sentence_around(pronouns.doc, token.i).start
    if any(_is_anybody(t) for t in pronouns.doc[first : token.i]):
        return None
    if before:
        return cluster if before[-1].cluster is cluster else None
    following = next((p for p in own if p.token > token.i and _is_subject_of(p, token)), None)
    return cluster if following is None or following.cluster is cluster else None


def _is_anybody(noun: Token) -> bool:
    """Whether the noun brings in somebody, and does not say what one who is named is ("Roe, a lawyer")."""
    return lexicon.is_role(noun.text) and is_indefinite(noun) and noun.dep_ not in {"appos", "attr"}


def _is_either(token: Token) -> bool:
    """Whether the word is one of "his or her"."""
    return "or" in {t.lower_ for t in token.doc[max(token.i - 1, 0) : token.i + 2]}


def _is_subject_of(place: Place, token: Token) -> bool:
    """Whether whoever is named there is the main subject of the sentence in which the word stands."""
    named = token.doc[place.token]
    sentence = sentence_around(token.doc, token.i)
    return named.dep_ in SUBJECTS and named.i < sentence.end and in_main_clause(named)
