"""People who are quoted by their family name alone, and nowhere named in full."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Flag, Span, flag_id
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.conflicts import gender_conflict
from factsheet.speakers.descriptions import SURE
from factsheet.speakers.flags.found import Found
from factsheet.speakers.names.comparing import folded, same_word
from factsheet.speakers.names.parsing import parse_name


def first_name_flags(found: Found) -> Iterator[Flag]:
    """One flag for each person who is quoted for sure and has no first name in the article.

    "President Roe" and "Pope Leo" need none: there is one. Where somebody else's title keeps the name from the only
    person who bears it in full ("Mr. Roe" beside Ann Roe), that is what is asked.
    """
    for cluster in found.persons:
        if cluster.full_names or cluster.key or not _is_family_name(cluster) or not _is_quoted(cluster, found):
            continue
        bearers = [
            other
            for other in found.persons
            if other.full_names and any(same_word(name.family, cluster.name) for name in other.full_names)
        ]
        if len(bearers) == 1 and any(gender_conflict(bearers[0], r) for r in cluster.references):
            yield _title_conflict(cluster, bearers[0], found)
        elif not bearers:
            yield _missing(cluster, found)


def _is_family_name(cluster: Cluster) -> bool:
    """Whether more than the entity recogniser makes it a family name, no office tells who it is, and no title can be
    a first name ("Dean Roe")."""
    titles = [title for name in cluster.names for title in name.titles]
    return (
        any(reference.certain for reference in cluster.references)
        and all(name.family for name in cluster.names)
        and not any(lexicon.is_single_office(title) or lexicon.is_given_name(title) for title in titles)
    )


def _is_quoted(cluster: Cluster, found: Found) -> bool:
    own = found.ids.get(id(cluster))
    return any(q.speaker == own and q.is_sure(SURE) for q in found.quotations if own)


def _missing(cluster: Cluster, found: Found) -> Flag:
    known = [
        e
        for e in found.authority.entries
        if e.kind == "person" and same_word(e.family or parse_name(e.name).family, cluster.name)
    ]
    names = (cluster.name, known[0].name) if len(known) == 1 else ()
    who = f" The authority file has {known[0].name}." if names else ""
    return Flag(
        id=flag_id("missing first name", folded(cluster.name)),
        kind="missing first name",
        severity="low",
        message=f"“{cluster.name}” is quoted, and the article nowhere gives a first name.{who}",
        evidence=(_first(cluster),),
        subjects=found.subjects(cluster),
        suggestion="Find out the full name before using the quotation.",
        names=names,
        decision=found.decision((names[0], names[1]), at=(_first(cluster),)) if names else None,
    )


def _title_conflict(cluster: Cluster, bearer: Cluster, found: Found) -> Flag:
    odd = next(r for r in cluster.references if gender_conflict(bearer, r))
    titled = " ".join((*(odd.person.titles if odd.person else ()), odd.form))
    places = tuple(sorted((_first(bearer), odd.span)))
    names = (odd.form, bearer.name)
    return Flag(
        id=flag_id("title conflict", *map(folded, (titled, bearer.name))),
        kind="title conflict",
        severity="medium",
        message=f"“{titled}” is quoted, and {bearer.name} alone has that family name in full, whom the title does "
        "not fit. They are kept apart.",
        evidence=places,
        subjects=found.subjects(bearer, cluster),
        suggestion=f"Say whether {bearer.name} is meant; if it is somebody else, find out the full name.",
        names=names,
        decision=found.decision(names, at=places),
    )


def _first(cluster: Cluster) -> Span:
    return min(reference.span for reference in cluster.references)
