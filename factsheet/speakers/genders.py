"""The gender of a pronoun, and of a person whose name shows none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from factsheet.speakers.lexicon import Gender
from factsheet.speakers.places import SUBJECTS, Place

_GENDERS: dict[str, Gender] = {"he": "male", "him": "male", "she": "female", "her": "female"}
_POSSESSIVES: dict[str, Gender] = {"his": "male", "her": "female"}
_FEWEST_SIGNS = 2


def pronoun_gender(token: Token) -> Gender | None:
    """The gender of "he", "him", "she" and "her" (the object), None for every other word."""
    return _GENDERS.get(token.lower_) if token.tag_ == "PRP" else None


def possessive_gender(token: Token) -> Gender | None:
    """The gender of "his" and "her" before a noun, None for every other word."""
    return _POSSESSIVES.get(token.lower_) if token.tag_ == "PRP$" else None


def inferred_genders(doc: Doc, places: Iterable[Place], sentences: Sequence[int]) -> dict[int, Gender]:
    """Genders of persons (by the ``id`` of the cluster) whose names show none, by "his" and "her" in sentences that
    name nobody else before it: two or more of the one and none of the other. ``sentences`` has each token's
    sentence."""
    signs: dict[int, Counter[Gender]] = {}
    # Of each sentence the first place, and the first of somebody else.
    firsts: dict[int, Place] = {}
    others: dict[int, int] = {}
    for place in sorted(places, key=lambda place: place.token):
        first = firsts.setdefault(sentences[place.token], place)
        if first.cluster is not place.cluster:
            others.setdefault(sentences[place.token], place.token)
    for token in doc:
        gender = possessive_gender(token)
        if gender is None:
            continue
        named = firsts.get(sentences[token.i])
        if named is None or named.token >= token.i or others.get(sentences[token.i], token.i) < token.i:
            continue
        if doc[named.token].dep_ in SUBJECTS:
            signs.setdefault(id(named.cluster), Counter())[gender] += 1
    return {
        key: next(iter(counts)) for key, counts in signs.items() if len(counts) == 1 and counts.total() >= _FEWEST_SIGNS
    }
