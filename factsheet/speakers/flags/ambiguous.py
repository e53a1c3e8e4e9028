"""Names that several people of the article bear."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Flag, flag_id
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.flags.found import Found, first_place
from factsheet.speakers.identity import Ambiguity
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.references import Reference


def ambiguity_flags(found: Found) -> Iterator[Flag]:
    """One flag for each name that several bear, however often it stands: of its places, the one that needs a
    human most."""
    flags: dict[str, Flag] = {}
    for ambiguity in found.identity.ambiguities:
        flag = _flag(ambiguity, found)
        earlier = flags.get(flag.id)
        if earlier is None or _urgency(flag) > _urgency(earlier):
            flags[flag.id] = flag
    yield from flags.values()


def _flag(ambiguity: Ambiguity, found: Found) -> Flag:
    form = ambiguity.reference.form
    names = [_called(cluster) for cluster in ambiguity.bearers]
    who = " or ".join(f"“{name}”" for name in names)
    if ambiguity.reading is None:
        message = f"“{form}” may be {who}. Nothing in the article decides, so it is taken for neither."
    elif folded(ambiguity.reading.name) == folded(form):
        others = " or ".join(f"“{name}”" for name in names if folded(name) != folded(form))
        message = f"“{form}” may be {others or who}. It stands before that name does, so it is kept apart."
    else:
        message = f"“{form}” may be {who}. It is taken for {ambiguity.reading.name}, as before the other was named."
    # "Ann", who was named before Ann Roe was, is asked about as Ann Roe: about "Ann" there is nothing to ask.
    named = [c for c in ambiguity.bearers if folded(c.name) != folded(form)] or list(ambiguity.bearers)
    likely = ambiguity.reading if ambiguity.reading in named else named[0]
    places = sorted({first_place(cluster, cluster.name) for cluster in ambiguity.bearers} | {ambiguity.reference.span})
    return Flag(
        id=flag_id("ambiguous surname", folded(form), *map(folded, names)),
        kind="ambiguous surname",
        severity="low" if ambiguity.reading else "high" if _is_quoted(ambiguity.reference, found) else "medium",
        message=message,
        evidence=tuple(places),
        subjects=found.subjects(*ambiguity.bearers),
        suggestion=f"Say which one is meant; if it is {likely.name}, use the full name here.",
        names=(form, likely.name),
        decision=found.verdicts.at(ambiguity.reference.span).on(form, likely.name),
    )


def _is_quoted(reference: Reference, found: Found) -> bool:
    """Whether the name stands where it says who is quoted."""
    return any(span.overlaps(reference.span) for q in found.quotations for span in q.source)


def _urgency(flag: Flag) -> tuple[bool, int]:
    return flag.decision is None, ("low", "medium", "high").index(flag.severity)


def _called(cluster: Cluster) -> str:
    """The name, with the title where the name alone would not tell bearers apart: "President Roe"."""
    reference = cluster.references[0]
    if cluster.full_names or reference.person is None or not reference.person.titles:
        return cluster.name
    return " ".join((*reference.person.titles, reference.form))
