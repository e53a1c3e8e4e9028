"""What makes it doubtful that two places with one full name are one person's, though it does not show two."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factsheet.speakers.clusters import Cluster
from factsheet.speakers.introductions import left_office, other_house, two_introductions, two_parties
from factsheet.speakers.names.comparing import same_word
from factsheet.speakers.names.parsing import is_initial
from factsheet.speakers.references import Reference
from factsheet.speakers.said_of import SaidOf
from factsheet.speakers.signs import Signs
from factsheet.speakers.walks import exclusive

SignsOf = Callable[[Reference], Signs]


def doubts(
    cluster: Cluster, said: SaidOf, reference: Reference, signs: SignsOf, speaks: Callable[[Reference], bool]
) -> Iterator[tuple[Reference, str]]:
    """The places of a cluster that speak against a further name of it, each with the reason in words; the most telling
    first. Against a family name alone only two walks of life speak. ``said`` is what is said of the cluster, and
    ``speaks`` tells whether a name is of those that say who is quoted."""
    here = signs(reference)
    if roles := exclusive(cluster.roles, reference.roles):
        yield _called(cluster, roles)
    if reference.person is None or not reference.person.full:
        return
    for differ in (two_introductions, two_parties, left_office):
        if roles := differ(cluster.roles, reference.roles):
            yield _called(cluster, roles)
    if roles := other_house([job for there in said.signs for job in there.jobs], here.jobs):
        yield _called(cluster, roles)
    for other in said.telling:
        there = signs(other)
        if there.of and here.of and there.of.differs(here.of):
            yield other, f"one is of {there.of.text} and the other of {here.of.text}"
        if there.dead and other.span < reference.span and speaks(reference):
            yield other, "one is said to be dead, and the other speaks after that"
    if speaks(reference):
        for other in said.quoted.values():
            if _initial_more(other, reference):
                yield other, "both are quoted, and only one has an initial between the names"


def _called(cluster: Cluster, roles: tuple[str, str]) -> tuple[Reference, str]:
    """The cluster's first place with the first role beside it, and what the two are called."""
    holder = next(r for r in cluster.references if any(said.text == roles[0] for said in r.roles))
    return holder, f"one is called “{roles[0]}” and the other “{roles[1]}”"


def _initial_more(one: Reference, other: Reference) -> bool:
    """Whether one of two names has initials between given and family name, and the other nothing."""
    if one.person is None or other.person is None or bool(one.person.middle) == bool(other.person.middle):
        return False
    return same_word(one.person.given, other.person.given) and all(
        map(is_initial, one.person.middle or other.person.middle)
    )
