"""What makes it doubtful that two places with one full name are one person's, though it does not show two."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from factsheet.model import Span
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.introductions import left_office, other_house, two_introductions
from factsheet.speakers.names.comparing import same_word
from factsheet.speakers.names.parsing import is_initial
from factsheet.speakers.references import Reference
from factsheet.speakers.signs import Signs
from factsheet.speakers.walks import exclusive

SignsOf = Callable[[Reference], Signs]


def doubts(
    cluster: Cluster, reference: Reference, signs: SignsOf, sources: tuple[Span, ...]
) -> Iterator[tuple[Reference, str]]:
    """The places of a cluster that speak against a further full name of it, each with the reason in words; the most
    telling first. ``sources`` are the places that name who is quoted."""
    for differ in (exclusive, two_introductions, other_house, left_office):
        if roles := differ(cluster.roles, reference.roles):
            yield _holder(cluster, roles[0]), f"one is called “{roles[0]}” and the other “{roles[1]}”"
    here = signs(reference)
    full = [other for other in cluster.references if other.person and other.person.full]
    for other in full:
        there = signs(other)
        if there.of and here.of and there.of.differs(here.of):
            yield other, f"one is of {there.of.text} and the other of {here.of.text}"
        if there.dead and other.span < reference.span and _is_source(reference, sources):
            yield other, "one is said to be dead, and the other speaks after that"
    if _is_source(reference, sources):
        for other in full:
            if _is_source(other, sources) and _initial_more(other, reference):
                yield other, "both are quoted, and only one has an initial between the names"


def _holder(cluster: Cluster, role: str) -> Reference:
    """The cluster's first place with the role beside it."""
    return next(r for r in cluster.references if any(said.text == role for said in r.roles))


def _is_source(reference: Reference, sources: tuple[Span, ...]) -> bool:
    return any(span.overlaps(reference.span) for span in sources)


def _initial_more(one: Reference, other: Reference) -> bool:
    """Whether one of two names has initials between given and family name, and the other nothing."""
    if one.person is None or other.person is None or bool(one.person.middle) == bool(other.person.middle):
        return False
    return same_word(one.person.given, other.person.given) and all(
        map(is_initial, one.person.middle or other.person.middle)
    )
