"""Abbreviations that several organisations of the article have the first letters of."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Flag, flag_id
from factsheet.speakers.flags.found import Found, first_place
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.organisations import parse_organisation, same_organisation


def acronym_flags(found: Found) -> Iterator[Flag]:
    """One flag for each abbreviation that may be either of two organisations, and so was taken for neither."""
    organisations = [c for c in found.identity.clusters if c.kind == "organisation" and c.references]
    for short in organisations:
        name = parse_organisation(short.name)
        if not name.abbreviation:
            continue
        long = [
            other
            for other in organisations
            if other is not short and same_organisation(name, parse_organisation(other.name)) and not other.key
        ]
        if len(long) < 2 or short.key:
            continue
        who = " or ".join(f"“{other.name}”" for other in long)
        places = tuple(sorted(first_place(cluster, cluster.name) for cluster in (short, *long)))
        names = (short.name, long[0].name)
        yield Flag(
            id=flag_id("nickname or acronym", folded(short.name), *(folded(other.name) for other in long)),
            kind="nickname or acronym",
            severity="medium" if short.speaks else "low",
            message=f"“{short.name}” may be {who}. Nothing in the article decides, so it is taken for neither.",
            evidence=places,
            subjects=found.subjects(short, *long),
            suggestion=f"Say which one is meant; if it is {long[0].name}, write it out here.",
            names=names,
            decision=found.decision(names, at=places),
        )
