"""Whether what is said of somebody in two places brings in two people: roles, and the houses that they are in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.references import Reference
from factsheet.wordlists import table

_PACKAGE = __package__ or __name__
_SMALL = {"the", "a", "an", "of", "for", "and", "in", "at", "to", "with", "on", "from"}
_HOUSED = {"of", "at", "for", "with", "from"}
_NAMES = {"NNP", "NNPS"}
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
    if any(map(_is_political, one + other)) and _beside("politics") & {_head(role) for role in one + other}:
        return None
    return left, right


@dataclass(frozen=True)
class Job:
    """What somebody is and in which body, by the words of its name: "an analyst at Acme", "Acme analyst"."""

    text: str
    head: str
    house: frozenset[str]


def jobs(doc: Doc, reference: Reference) -> tuple[Job, ...]:
    """The present roles beside a name that say in which body; none that people have beside any other."""
    found = []
    for role in reference.roles:
        tokens = doc.char_span(role.start, role.end)
        names = [t.text for t in tokens or () if t.tag_ in _NAMES and not _says_what(t.text)]
        if names and _introduces(role):
            found.append(Job(role.text, _head(role), frozenset(map(folded, names))))
    return tuple(found)


def other_house(one: Iterable[Job], other: Iterable[Job]) -> tuple[str, str] | None:
    """Two jobs of two lists that are the same in two bodies; None where one of the bodies is in both lists."""
    known, new = list(one), list(other)
    if {word for job in known for word in job.house} & {word for job in new for word in job.house}:
        return None
    pairs = ((a.text, b.text) for a in known for b in new if a.head == b.head)
    return next(pairs, None)


def two_parties(one: Iterable[Span], other: Iterable[Span]) -> tuple[str, str] | None:
    """Two present roles of two lists that are of two parties; None where a party is in both lists."""
    known, new = (_parties(roles) for roles in (one, other))
    rivals = table(_PACKAGE, "parties.toml")["rivals"]
    apart = any({mine, theirs} == set(pair) for mine in known for theirs in new for pair in rivals)
    return (next(iter(known.values())), next(iter(new.values()))) if apart and not known.keys() & new.keys() else None


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


def _is_political(role: Span) -> bool:
    return _head(role) in table(_PACKAGE, "walks.toml")["politics"].split()


@cache
def _beside(key: str) -> frozenset[str]:
    return frozenset(table(_PACKAGE, "beside.toml")[key].split())


@cache
def _held_by_one() -> frozenset[str]:
    return frozenset(table(f"{_PACKAGE}.flags", "offices.toml")["held_by_one"])


def _parties(roles: Iterable[Span]) -> dict[str, str]:
    """The parties that present roles show, each with the first role that shows it."""
    of_word = table(_PACKAGE, "parties.toml")["words"]
    found: dict[str, str] = {}
    for role in roles:
        words = _before_house(role)
        if not any(map(lexicon.changes_role, words)):
            found.update({of_word[word]: role.text for word in words if word in of_word and of_word[word] not in found})
    return found


def _says_what(word: str) -> bool:
    """Whether a word with a capital says what somebody is, and not in which body: "Chief" of "Chief Analyst"."""
    return lexicon.is_role(word) or lexicon.is_party(word) or lexicon.changes_role(word) or lexicon.is_short_title(word)


def _introduces(role: Span) -> bool:
    head = _head(role)
    known = head in _beside("any") or lexicon.is_party(head) or lexicon.is_relative(head)
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
