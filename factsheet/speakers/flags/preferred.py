"""Forms that the authority file or a decision would have written otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Decision, Flag, Span, flag_id
from factsheet.speakers.authority.authority import Entry
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.flags.found import Found
from factsheet.speakers.names.comparing import folded, only_hyphens_differ, unhyphened
from factsheet.speakers.names.comparison import compare
from factsheet.speakers.names.differences import difference
from factsheet.speakers.names.parsing import parse_name

_KEPT = {"spelling", "transliteration", "order"}


def preferred_flags(found: Found) -> Iterator[Flag]:
    """One flag for each form that the article uses beside the preferred one, or close to it.

    A form that only leaves words of the preferred one out ("Okoro" for Hannah Okoro), or is an organisation's
    abbreviation, is no other spelling.
    """
    entries = {entry.key: entry for entry in found.authority.entries}
    for cluster in found.identity.clusters:
        for form in cluster.forms:
            yield from _against_decisions(form, cluster, found)
            if cluster.key in entries:
                yield from _against_entry(form, cluster, entries[cluster.key], found)
    for cluster in found.persons:
        if not cluster.key and cluster.full_names:
            yield from _near_entries(cluster, found)


def _against_entry(form: str, cluster: Cluster, entry: Entry, found: Found) -> Iterator[Flag]:
    """The form of a known speaker, where it is spelt otherwise than in the entry's name."""
    if (
        entry.kind != "person"
        or _is_part(form, entry.name)
        or difference(form, entry.name) not in {*_KEPT, "short form"}
    ):
        return
    reason = f"the authority file has “{form}” under “{entry.key}” and prefers “{entry.name}”"
    yield _flag(form, entry.name, reason, cluster, found)


def _near_entries(cluster: Cluster, found: Found) -> Iterator[Flag]:
    """A name that no entry bears, and one entry's name differs from in spelling alone."""
    near = [
        entry
        for entry in found.authority.entries
        if entry.kind == "person"
        and difference(cluster.name, entry.name) in _KEPT
        and compare(cluster.name, entry.name).answer == "link"
    ]
    if len(near) == 1 and not _is_part(cluster.name, near[0].name):
        reason = f"the authority file has “{near[0].name}”, and {compare(cluster.name, near[0].name).reason}"
        yield _flag(cluster.name, near[0].name, f"{reason}. It does not know the other form", cluster, found)


def _against_decisions(form: str, cluster: Cluster, found: Found) -> Iterator[Flag]:
    if not found.verdicts.concern(form):
        return
    place = _place(cluster, form)
    better = found.verdicts.at(place).preferred(form)
    if better is not None and not _is_part(form, better):
        yield _flag(form, better, f"a recorded decision prefers “{better}” to “{form}”", cluster, found)


def _is_part(form: str, name: str) -> bool:
    words, whole = (unhyphened(text).replace(".", "").split() for text in (form, name))
    return set(words) <= set(whole) or only_hyphens_differ(parse_name(form), parse_name(name))


def _place(cluster: Cluster, form: str) -> Span:
    return next(reference.span for reference in cluster.references if reference.form == form)


def _flag(form: str, better: str, reason: str, cluster: Cluster, found: Found) -> Flag:
    place = _place(cluster, form)
    decision: Decision | None = found.decision((form, better), at=(place,))
    return Flag(
        id=flag_id("not the preferred spelling", folded(form), folded(better)),
        kind="not the preferred spelling",
        severity="low" if cluster.key or decision else "medium",
        message=f"The article writes “{form}”; {reason}.",
        evidence=(place,),
        subjects=found.subjects(cluster),
        suggestion=f"Write “{better}”; quoted words stay as they are.",
        names=(form, better),
        decision=decision,
    )
