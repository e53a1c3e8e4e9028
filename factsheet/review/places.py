"""The places of a question by the name that stands at each, and its names marked in them: for every screen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factsheet.review.open_flags import Place
from factsheet.review.questions import Question
from factsheet.speakers.decisions.verdicts import name_key

# How often a form that stands in many places is shown.
_PLACES_OF_ONE_FORM = 2


@dataclass(frozen=True)
class Sides:
    """The places of the first name of a question, of its second one, and of neither."""

    left: tuple[Place, ...]
    right: tuple[Place, ...]
    others: tuple[Place, ...]


@dataclass(frozen=True)
class Piece:
    """A stretch of text; ``name`` is the number (from 0) of the name that stands there, -1 for other marked words,
    None for words that are not marked."""

    text: str
    name: int | None = None


def sides(question: Question) -> Sides:
    """The places of a question, by the name that stands there."""
    found: tuple[list[Place], list[Place], list[Place]] = ([], [], [])
    keys = [name_key(name) for name in question.names or ()]
    forms = [name_key(place.span.text) for place in question.places]
    for place, form in zip(question.places, forms, strict=True):
        at = next((i for i, key in enumerate(keys) if form == key), None)
        if at is None:
            # "Grace Osei" is no place of "Osei" where "Osei" stands by itself.
            inside = [i for i, key in enumerate(keys) if key not in forms and f" {key} " in f" {form} "]
            at = inside[0] if inside else 2
        found[at].append(place)
    return Sides(*map(tuple, found))


def first_of_each_form(places: Iterable[Place]) -> tuple[tuple[Place, ...], int]:
    """The first places of each form, so that every form is seen however often another one stands; and how many
    places are left out."""
    seen: dict[str, int] = {}
    shown: list[Place] = []
    left_out = 0
    for place in places:
        form = place.excerpt.text
        seen[form] = seen.get(form, 0) + 1
        if seen[form] > _PLACES_OF_ONE_FORM:
            left_out += 1
        else:
            shown.append(place)
    return tuple(shown), left_out


def marked(place: Place, names: Sequence[str]) -> tuple[Piece, ...]:
    """A place in its context, with the names in it marked, or all of its words where none of them is there."""
    excerpt = place.excerpt
    pieces = named_pieces(excerpt.text, names)
    if all(piece.name is None for piece in pieces):
        pieces = (Piece(excerpt.text, -1),)
    return tuple(piece for piece in (Piece(excerpt.before), *pieces, Piece(excerpt.after)) if piece.text)


def named_pieces(text: str, names: Sequence[str]) -> tuple[Piece, ...]:
    """``text`` in pieces, with the names in it marked where they stand as whole words; the longer name first, since
    one may stand in the other."""
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names, key=len, reverse=True))
    pieces: list[Piece] = []
    end = 0
    for match in re.finditer(pattern, text) if pattern else ():
        pieces += [Piece(text[end : match.start()]), Piece(match.group(), list(names).index(match.group()))]
        end = match.end()
    return tuple(piece for piece in (*pieces, Piece(text[end:])) if piece.text)
