"""Whom "he" and "she" stand for: gender first, then who was named last, who was a subject and who was quoted.

Each consideration adds points; the best candidate must be ahead of the next, or the pronoun stays unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factsheet.model import Quotation
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
# "Roe's plan", "a Roe aide": the sentence is about something else.
_MODIFIERS = {"poss", "compound", "nmod", "amod", "npadvmod"}


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

    def __init__(self, doc: Doc, places: list[Place], quotations: tuple[Quotation, ...]) -> None:
        self._doc = doc
        self._places = sorted(places, key=lambda place: place.token)
        self._quotations = quotations
        self._direct = tuple(span for q in quotations if q.kind != "indirect" for span in q.content)
        self._sentence = _sentence_numbers(doc)

    def resolve(self, token: Token, excluded: Cluster | None = None, *, quoted: bool = False) -> Cluster | None:
        """Who the pronoun stands for, or None where nobody or several come into question.

        ``quoted``: the pronoun is the source of quoted words, and whoever was quoted before goes on as a rule.
        """
        gender = pronoun_gender(token)
        fitting = [place for place in self._places if place.cluster is not excluded and self._fits(place, token)]
        if not fitting:
            return self._only_one(token, gender, excluded)
        scores: dict[int, float] = {}
        for place in fitting:
            key = id(place.cluster)
            scores[key] = max(scores.get(key, 0.0), self._score(place, self._back(place, token), gender, quoted))
        leader = _leader(scores, {id(place.cluster): place.cluster for place in fitting})
        if leader is None or self._overtaken(fitting, leader, token) or (quoted and self._is_new_voice(token, leader)):
            return None
        return leader

    def _fits(self, place: Place, token: Token) -> bool:
        """Whether the place is near enough before the pronoun, in the same words, and of no other gender."""
        back = self._back(place, token)
        if place.token >= token.i or back > _SENTENCES_BACK:
            return False
        if place.cluster.gender not in {pronoun_gender(token), None}:
            return False
        named = self._doc[place.token]
        if place.direct and self._content(token) != self._content(named):
            return False
        return not (back == 0 and _same_clause_object(named, token))

    def _back(self, place: Place, token: Token) -> int:
        return self._sentence[token.i] - self._sentence[place.token]

    def _overtaken(self, fitting: list[Place], leader: Cluster, token: Token) -> bool:
        """Whether somebody else who fits is named after the last place that has the leader, but for modifiers and in
        what the leader says himself, or is the unnamed subject of the sentence before with no subject after it."""
        own = [place.token for place in fitting if place.cluster is leader]
        as_subject = [i for i in own if self._doc[i].dep_ in _SUBJECTS]
        for place in fitting:
            named = self._doc[place.token]
            if place.cluster is leader or named.dep_ in _MODIFIERS:
                continue
            if place.token > max(own) and not self._is_talk(named, own, token):
                return True
            unnamed = not place.cluster.references
            if unnamed and self._back(place, token) <= 1 and place.token > max(as_subject, default=-1):
                return True
        return False

    def _is_talk(self, named: Token, own: list[int], token: Token) -> bool:
        """Whether the name stands in what somebody at ``own`` is quoted with, and the pronoun goes on quoting."""
        if not any(span.start == token.idx for q in self._quotations for span in q.source):
            return False
        speakers = [self._doc[i].idx for i in own]
        return any(
            any(span.start <= named.idx < span.end for span in q.content)
            and any(span.start <= at < span.end for span in q.source for at in speakers)
            for q in self._quotations
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
