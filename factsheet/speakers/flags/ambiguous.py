"""Names that several people of the article bear."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factsheet.model import Flag, flag_id
from factsheet.model.flag import Severity
from factsheet.speakers.clusters import called
from factsheet.speakers.findings import Ambiguity
from factsheet.speakers.flags.found import Found, first_place
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.references import Reference


def ambiguity_flags(found: Found) -> Iterator[Flag]:
    """One flag for each name that several bear, however often it stands: of its places, the one that needs a
    human most."""
    flags: dict[str, list[Flag]] = {}
    for ambiguity in found.identity.ambiguities:
        flag = _flag(ambiguity, found)
        flags.setdefault(flag.id, []).append(flag)
    for of_one_name in flags.values():
        # The first of equals: the places are asked about in the order of the article.
        flag = max(of_one_name, key=_urgency)
        more = sum(other.decision is None for other in of_one_name) - (flag.decision is None)
        yield replace(flag, message=f"{flag.message} {_more(more, flag.names[0])}") if more and flag.names else flag


def _more(count: int, form: str) -> str:
    """What else there is to ask about a name: an answer at one mention says nothing of the others."""
    places = f"{count} more place{'s' * (count > 1)}"
    return (
        f"“{form}” is as unclear in {places}: an answer for this mention leaves them open, one for the article holds "
        f"wherever “{form}” stands alone."
    )


def _flag(ambiguity: Ambiguity, found: Found) -> Flag:
    form = ambiguity.reference.form
    names = [called(cluster, ambiguity.bearers) for cluster in ambiguity.bearers]
    alike = len(set(names)) < len(names)
    who = " or ".join(f"“{name}”" for name in names)
    if alike:
        who = f"any of {len(names)} people, some of whom are called the same: " + ", ".join(
            f"“{name}”" for name in dict.fromkeys(cluster.name for cluster in ambiguity.bearers)
        )
    if ambiguity.reading is None:
        message = f"“{form}” may be {who}. Nothing in the article decides, so it is taken for neither."
    elif folded(ambiguity.reading.name) == folded(form):
        others = " or ".join(f"“{name}”" for name in names if folded(name) != folded(form))
        person, start = ambiguity.reference.person, ambiguity.reference.span.start
        why = "It stands before that name does, so it"
        if person and person.full:
            why = "Nothing in the article decides, so it"
        elif person and person.titles and any(c.start < start for c in ambiguity.bearers):
            why = f"Of nobody of that name does the article say “{person.titles[-1]}”, so it"
        message = f"“{form}” may be {others or who}. {why} is kept apart."
    else:
        message = f"“{form}” may be {who}. It is taken for {ambiguity.reading.name}, as before the other was named."
    # "Ann", who was named before Ann Roe was, is asked about as Ann Roe: about "Ann" there is nothing to ask.
    named = [c for c in ambiguity.bearers if folded(c.name) != folded(form)] or list(ambiguity.bearers)
    likely = ambiguity.reading if ambiguity.reading in named else named[0]
    places = sorted({first_place(cluster, cluster.name) for cluster in ambiguity.bearers} | {ambiguity.reference.span})
    return Flag(
        id=flag_id("ambiguous surname", folded(form), *map(folded, names)),
        kind="ambiguous surname",
        severity=_severity(ambiguity, found),
        message=message,
        evidence=tuple(places),
        subjects=found.subjects(*ambiguity.bearers),
        suggestion=f"Say which one is meant; if it is {likely.name}, use the full name here.",
        # Of people who are called the same no name says which one is meant.
        names=() if alike else (form, likely.name),
        decision=None if alike else found.verdicts.at(ambiguity.reference.span).on(form, likely.name),
    )


def _severity(ambiguity: Ambiguity, found: Found) -> Severity:
    """The graver where it decides who is quoted, and where the name is taken for nobody."""
    grave = int(_is_quoted(ambiguity.reference, found)) + int(ambiguity.reading is None)
    severities: tuple[Severity, ...] = ("low", "medium", "high")
    return severities[grave]


def _is_quoted(reference: Reference, found: Found) -> bool:
    """Whether the name stands where it says who is quoted."""
    return any(span.overlaps(reference.span) for q in found.quotations for span in q.source)


def _urgency(flag: Flag) -> tuple[bool, int]:
    return flag.decision is None, ("low", "medium", "high").index(flag.severity)
