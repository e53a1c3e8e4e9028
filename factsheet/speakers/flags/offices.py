"""Offices that contradict each other: one speaker with two of them, and one of them with two speakers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from factsheet.model import Flag, Span, flag_id
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.flags.found import Found
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.references import Reference
from factsheet.wordlists import table

_PACKAGE = __package__ or __name__
_SMALL = {"the", "a", "an", "of", "for", "and"}
_AFTER_HEAD = {"of", "for", "at", "in", "to", "with", "on"}


@dataclass(frozen=True)
class _Office:
    """What somebody is said to hold now: ``head`` is the office ("minister"), ``domain`` the departments and countries
    it is of, ``words`` all of its words that say something, ``named`` whether they name what it is of."""

    reference: Reference
    span: Span
    head: str
    domain: frozenset[str]
    words: frozenset[str]
    named: bool


def office_flags(found: Found) -> Iterator[Flag]:
    """One flag for each speaker with two offices that nobody holds at once, and for each office that is held by one
    and said of two."""
    offices = {id(cluster): _offices(cluster) for cluster in found.persons}
    for cluster in found.persons:
        for one, other in combinations(offices[id(cluster)], 2):
            if _contradict(one, other):
                yield _title_conflict(cluster, one, other, found)
                break
    for left, right in combinations([c for c in found.persons if offices[id(c)]], 2):
        pairs = ((a, b) for a in offices[id(left)] for b in offices[id(right)] if _is_one_office(a, b))
        if pair := next(pairs, None):
            yield _same_role(left, right, *pair, found)


def _offices(cluster: Cluster) -> tuple[_Office, ...]:
    """The offices a speaker is said to hold, each wording once. Former and would-be ones are left out."""
    offices: dict[str, _Office] = {}
    for reference in sorted(cluster.references, key=lambda r: r.span):
        for role in reference.roles:
            if (office := _office(reference, role)) is not None:
                offices.setdefault(folded(role.text), office)
    return tuple(offices.values())


def _office(reference: Reference, role: Span) -> _Office | None:
    words = [folded(lexicon.plain(word.strip(",;"))) for word in role.text.split()]
    before = next((i for i, word in enumerate(words) if i and word in _AFTER_HEAD), len(words))
    if any(map(lexicon.changes_role, words[:before])) or not before:
        return None
    head = _same().get(words[before - 1], words[before - 1])
    if head == "minister" and before > 1 and words[before - 2] == "prime":
        head = "prime minister"
    phrases = (" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words)))
    domain = {word for word in words if lexicon.is_department(word)} | {c for p in phrases if (c := lexicon.country(p))}
    rest = {*words[: before - 1], *words[before:]} - _SMALL
    named = bool(domain) or any(word[:1].isupper() for word in role.text.split()[before:])
    return _Office(reference, role, head, frozenset(domain), frozenset({head} | rest | domain), named)


def _contradict(one: _Office, other: _Office) -> bool:
    if one.head != other.head:
        return any(one.head in line and other.head in line for line in _exclusive())
    return one.head in _held_by_one() and bool(one.domain and other.domain) and not one.domain & other.domain


def _is_one_office(one: _Office, other: _Office) -> bool:
    return one.head in _held_by_one() and one.words == other.words and one.named and other.named


def _title_conflict(cluster: Cluster, one: _Office, other: _Office, found: Found) -> Flag:
    forms = one.reference.form, other.reference.form
    # One form with two offices is no question about two names: both places have the same.
    names = forms if folded(forms[0]) != folded(forms[1]) else ()
    places = tuple(sorted({_place(one, found), _place(other, found)}))
    return Flag(
        id=flag_id("title conflict", *map(folded, (cluster.name, one.span.text, other.span.text))),
        kind="title conflict",
        severity="medium",
        message=f"{cluster.name} is called “{one.span.text}” in one place and “{other.span.text}” in another, which "
        "nobody is at once.",
        evidence=places,
        subjects=found.subjects(cluster),
        suggestion="Check which is right; two people may have been taken for one.",
        names=names,
        decision=found.decision(names, at=places) if len(names) == 2 else None,
    )


def _same_role(left: Cluster, right: Cluster, one: _Office, other: _Office, found: Found) -> Flag:
    names = left.name, right.name
    places = tuple(sorted({_place(one, found), _place(other, found)}))
    return Flag(
        id=flag_id("same role under two names", *map(folded, names)),
        kind="same role under two names",
        severity="medium",
        message=f"Both {left.name} and {right.name} are called “{other.span.text}”, which one person is at a time.",
        evidence=places,
        subjects=found.subjects(left, right),
        suggestion="Check the names; if both are right, one of the roles is not.",
        names=names,
        decision=found.decision(names, at=places),
    )


def _place(office: _Office, found: Found) -> Span:
    """The name together with the office beside it."""
    spans = office.reference.span, office.span
    return Span.within(found.text, min(s.start for s in spans), max(s.end for s in spans))


@cache
def _same() -> dict[str, str]:
    return dict(table(_PACKAGE, "offices.toml")["same"])


@cache
def _exclusive() -> tuple[frozenset[str], ...]:
    return tuple(map(frozenset, table(_PACKAGE, "offices.toml")["exclusive"]))


@cache
def _held_by_one() -> frozenset[str]:
    return frozenset(table(_PACKAGE, "offices.toml")["held_by_one"])
