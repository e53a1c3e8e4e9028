"""Whose turn it is to speak: who was quoted last, and who comes in as a new voice."""

from __future__ import annotations

from spacy.tokens import Token

from factsheet.speakers.clauses import speaks
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.places import Place, in_main_clause, is_subject, sentence_around
from factsheet.speakers.told import Told, gender_of

# For so many sentences somebody who is brought in is new.
_NEW_FOR = 2


def is_talk(told: Told, named: Token, own: list[Place], token: Token) -> bool:
    """Whether the name stands in what somebody at ``own`` is quoted with, and the pronoun goes on quoting."""
    if token.idx not in told.sources:
        return False
    speakers = [told.doc[place.token].idx for place in own]
    return any(
        any(span.start <= named.idx < span.end for span in q.content)
        and any(span.start <= at < span.end for span in q.source for at in speakers)
        for q in told.contents.at(named.idx)
    )


def is_last_voice(told: Told, place: Place, token: Token) -> bool:
    """Whether nobody is quoted between the place and the pronoun."""
    voices = told.places.quoted_between(place.token + 1, token.i)
    return not any(voice.cluster is not place.cluster for voice in voices)


def was_quoted_before(told: Told, place: Place, at: int) -> bool:
    """Whether whoever is named there was quoted before this offset, and nobody else was spoken of since."""
    last = told.places.last(told.at(at))
    return last is not None and last.quoted and last.cluster is place.cluster


def is_new(told: Told, place: Place, token: Token) -> bool:
    """Whether the sentence before the pronoun's is the first that speaks of the person, as its subject, or tells
    that the person says something; so may the one before that, if nobody else is named after it."""
    named = told.doc[place.token]
    back = told.back(place, token)
    if not 1 <= back <= _NEW_FOR or not is_subject(named) or not in_main_clause(named):
        return False
    between = told.places.between(place.token + 1, token.i)
    if back == _NEW_FOR and any(other.cluster is not place.cluster for other in between):
        return False
    first = back == 1 and place.token <= told.places.first(place.cluster)
    return first or speaks(named, sentence_around(told.doc, named.i))


def is_new_voice(told: Told, token: Token, leader: Cluster) -> bool:
    """Whether the leader was not quoted before and somebody else who fits was.

    Not so where the sentence before introduces the leader as its subject, or tells of his interview or speech.
    """
    quoted = told.places.voices_before(token.i)
    if any(cluster is leader for cluster in quoted):
        return False
    own = [place for place in told.before(token, _NEW_FOR) if place.cluster is leader]
    if any(is_new(told, place, token) for place in own):
        return False
    fits = {gender_of(token), None}
    return any(told.gender(cluster) in fits for cluster in quoted)
