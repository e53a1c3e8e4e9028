"""Whom "he" and "she" stand for: gender first, then who was named last, who was a subject and who was quoted.

Each consideration adds points; the best candidate must be ahead of the next, or the pronoun stays unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.lexicon import Gender

_GENDERS: dict[str, Gender] = {"he": "male", "him": "male", "she": "female", "her": "female"}
_SENTENCES_BACK = 3
_SENTENCES_BACK_ALONE = 8
_RECENCY = (4.0, 3.0, 1.5, 0.5)
_SUBJECT = 2.0
_QUOTED = 2.5
_GENDER_KNOWN = 2.0
_POSSESSIVE = -1.0
_LEAD = 1.5
_SUBJECTS = {"nsubj", "nsubjpass"}


@dataclass(frozen=True)
class Place:
    """A place before a pronoun where a person is named or referred to: the token that heads it, and who it is."""

    token: int
    cluster: Cluster
    quoted: bool
    direct: bool


def unnamed_place(token: Token, direct: bool) -> Place | None:
    """A singular human noun that is a subject and no name ("the employee"): a pronoun may stand for it as well."""
    if token.dep_ not in _SUBJECTS or token.tag_ != "NN" or not lexicon.is_role(token.text):
        return None
    return Place(token.i, Cluster("group", gender_shown=lexicon.role_gender(token.text)), quoted=False, direct=direct)


def pronoun_gender(token: Token) -> Gender | None:
    """The gender of "he", "him", "she" and "her" (the object), None for every other word."""
    return _GENDERS.get(token.lower_) if token.tag_ == "PRP" else None


class Pronouns:
    """The persons an article has spoken of, in text order, and the reading of pronouns from them."""

    def __init__(self, doc: Doc, places: list[Place], direct: tuple[Span, ...]) -> None:
        self._doc = doc
        self._places = sorted(places, key=lambda place: place.token)
        self._direct = direct
        self._sentence = _sentence_numbers(doc)

    def resolve(self, token: Token, excluded: Cluster | None = None, *, quoted: bool = False) -> Cluster | None:
        """Who the pronoun stands for, or None where nobody or several come into question.

        ``quoted``: the pronoun is the source of quoted words, and whoever was quoted before goes on as a rule.
        """
        gender = pronoun_gender(token)
        scores: dict[int, float] = {}
        candidates: dict[int, Cluster] = {}
        content = self._content(token)
        for place in self._places:
            back = self._sentence[token.i] - self._sentence[place.token]
            if place.token >= token.i or back > _SENTENCES_BACK or place.cluster is excluded:
                continue
            if place.cluster.gender not in {gender, None} or (
                place.direct and content != self._content(self._doc[place.token])
            ):
                continue
            if back == 0 and _same_clause_object(self._doc[place.token], token):
                continue
            key = id(place.cluster)
            candidates[key] = place.cluster
            scores[key] = max(scores.get(key, 0.0), self._score(place, back, gender, quoted))
        if not scores:
            return self._only_one(token, gender, excluded)
        leader = _leader(scores, candidates)
        if (
            leader is None
            or self._overtaken(token, leader, candidates)
            or (quoted and self._is_new_voice(token, leader))
        ):
            return None
        return leader

    def _overtaken(self, token: Token, leader: Cluster, candidates: dict[int, Cluster]) -> bool:
        """Whether somebody else who fits is the subject of a later sentence than the last that has the leader."""
        before = [place for place in self._places if place.token < token.i]
        last = max(self._sentence[place.token] for place in before if place.cluster is leader)
        return any(
            self._sentence[place.token] > last and self._doc[place.token].dep_ in _SUBJECTS
            for place in before
            if id(place.cluster) in candidates and place.cluster is not leader
        )

    def _is_new_voice(self, token: Token, leader: Cluster) -> bool:
        """Whether the leader was not quoted before, and somebody else who fits was."""
        quoted = [place for place in self._places if place.quoted and place.token < token.i]
        if any(place.cluster is leader for place in quoted):
            return False
        fits = {pronoun_gender(token), None}
        return any(place.cluster.gender in fits for place in quoted)

    def _only_one(self, token: Token, gender: Gender | None, excluded: Cluster | None) -> Cluster | None:
        """The only person of that gender farther back, where the gender of everybody there is known."""
        fitting = {
            id(place.cluster): place.cluster
            for place in self._places
            if place.token < token.i
            and self._sentence[token.i] - self._sentence[place.token] <= _SENTENCES_BACK_ALONE
            and place.cluster is not excluded
            and place.cluster.gender in {gender, None}
        }
        if len(fitting) != 1:
            return None
        (only,) = fitting.values()
        return only if only.kind == "person" and only.gender else None

    def add(self, token: Token, cluster: Cluster, *, quoted: bool) -> None:
        """Remember a resolved pronoun as a place of its own."""
        self._places.append(Place(token.i, cluster, quoted, direct=self._content(token) is not None))
        self._places.sort(key=lambda place: place.token)

    def _score(self, place: Place, back: int, gender: Gender | None, quoted: bool) -> float:
        token = self._doc[place.token]
        score = _RECENCY[back]
        score += _SUBJECT if token.dep_ in _SUBJECTS else 0.0
        score += _POSSESSIVE if token.dep_ == "poss" else 0.0
        score += _QUOTED if place.quoted and quoted else 0.0
        score += _GENDER_KNOWN if place.cluster.gender == gender else 0.0
        return score

    def _content(self, token: Token) -> int | None:
        """Which directly quoted words the token stands in, by number."""
        return next((n for n, span in enumerate(self._direct) if span.start <= token.idx < span.end), None)


def _leader(scores: dict[int, float], candidates: dict[int, Cluster]) -> Cluster | None:
    ranked = sorted(scores, key=lambda key: -scores[key])
    if not ranked:
        return None
    if candidates[ranked[0]].kind != "person":
        return None
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _LEAD:
        return None
    return candidates[ranked[0]]


def _same_clause_object(candidate: Token, pronoun: Token) -> bool:
    """Whether both hang on one verb: "Smith told him" is never about Smith twice."""
    return candidate.head.i == pronoun.head.i and candidate.dep_ != "poss" and pronoun.dep_ != "poss"


def _sentence_numbers(doc: Doc) -> list[int]:
    """The number of each token's sentence; sentences of white space and marks alone are not counted."""
    numbers: list[int] = []
    number = -1
    for sentence in doc.sents:
        if any(token.is_alpha for token in sentence):
            number += 1
        numbers.extend([max(number, 0)] * len(sentence))
    return numbers
