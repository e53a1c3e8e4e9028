"""Whether what is said of somebody in two places brings in two people: roles, and the houses that they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded
from factsheet.wordlists import table
from factsheet.wordlists import words as word_list

_PACKAGE = __package__ or __name__
_SMALL = {"the", "a", "an", "of", "for", "and", "in", "at", "to", "with", "on", "from"}
_HOUSED = {"of", "at", "for", "with", "from"}
_LEFT = {"former", "late", "ex", "onetime", "one-time", "past", "retired"}


def nothing_in_common(one: Iterable[Span], other: Iterable[Span]) -> tuple[str, str] | None:
    """A role of each of two lists that have no word in common; None where they have one, or where one is empty."""
    one, other = list(one), list(other)
    if not one or not other or _words(one) & _words(other):
        return None
    return one[0].text, other[0].text


def two_introductions(one: Iterable[Span], other: Iterable[Span]) -> tuple[str, str] | None:
    """The same of lists that both say who somebody is: roles that people have beside any other, that they have left or
    do not have yet, and relatives do not."""
    one, other = list(one), list(other)
    introducing = [next(filter(_introduces, roles), None) for roles in (one, other)]
    if None in introducing or nothing_in_common(one, other) is None:
        return None
    left, right = (role.text for role in introducing if role)
    return left, right


def other_house(one: Iterable[Span], other: Iterable[Span]) -> tuple[str, str] | None:
    """Two roles of two lists that are the same but for the body which they are of: "an analyst at Acme", "an analyst
    at Zenith Bank". None where one of the bodies is in both lists."""
    one, other = list(one), list(other)
    if _capitals(one) & _capitals(other):
        return None
    for left in one:
        for right in other:
            heads = _head(left), _head(right)
            if heads[0] == heads[1] and all(_house(role) and not _is_past(role) for role in (left, right)):
                return left.text, right.text
    return None


def left_office(one: Iterable[Span], other: Iterable[Span]) -> tuple[str, str] | None:
    """Two roles of two lists that are one office, one person's at a time: held in the one and left in the other."""
    one, other = list(one), list(other)
    for left in one:
        for right in other:
            offices = lexicon.stands_for(_head(left)) & lexicon.stands_for(_head(right))
            if _is_past(left) == _is_past(right) or not offices & _held_by_one():
                continue
            houses = _capitals([left]), _capitals([right])
            if not all(houses) or houses[0] & houses[1]:
                return left.text, right.text
    return None


@cache
def _held_by_one() -> frozenset[str]:
    return frozenset(table(f"{_PACKAGE}.flags", "offices.toml")["held_by_one"])


def _introduces(role: Span) -> bool:
    head = _head(role)
    known = head in word_list(_PACKAGE, "beside_any.txt") or lexicon.is_party(head) or lexicon.is_relative(head)
    return bool(head) and not known and not any(map(lexicon.changes_role, _before_house(role)))


def _head(role: Span) -> str:
    """The word that says what somebody is: "analyst" of "a chief analyst at Acme"."""
    before = _before_house(role)
    return before[-1].rpartition("then-")[2] if before else ""


def _before_house(role: Span) -> list[str]:
    words = list(_plain(role))
    end = next((i for i, word in enumerate(words) if i and word in _HOUSED | {"in", "on", "to"}), len(words))
    return words[:end]


def _house(role: Span) -> list[str]:
    """The words with a capital behind "of", "at" or the like."""
    words = role.text.split()
    first = next((i for i, word in enumerate(words) if i and word in _HOUSED), len(words))
    return [word for word in words[first:] if word[:1].isupper()]


def _capitals(roles: Iterable[Span]) -> set[str]:
    return {folded(word) for role in roles for word in _house(role)}


def _is_past(role: Span) -> bool:
    return not _LEFT.isdisjoint(_before_house(role))


def _plain(role: Span) -> Iterator[str]:
    return (folded(lexicon.plain(word.strip(",;"))) for word in role.text.split())


def _words(roles: Iterable[Span]) -> set[str]:
    plain = {folded(lexicon.plain(word.strip(",;"))) for role in roles for word in role.text.replace("-", " ").split()}
    return {meant for word in plain - _SMALL for meant in lexicon.stands_for(word)}
