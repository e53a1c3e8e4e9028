"""One name, or two forms of it, beside which the article says what is hardly true of one person."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Flag, Span, flag_id
from factsheet.speakers.flags.found import Found
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.namesakes import Namesakes
from factsheet.speakers.references import Reference


def namesake_flags(found: Found) -> Iterator[Flag]:
    """One flag for each two places that may be two people's; none where a decision has made one of them, or where
    one entry of the authority file has both."""
    for pair in found.identity.namesakes:
        one, other = (found.bearers[reference.first][1] for reference in (pair.one, pair.other))
        if (one is other) != pair.apart and not one.key:
            yield _flag(pair, found)


def _flag(pair: Namesakes, found: Found) -> Flag:
    names = pair.one.form, pair.other.form
    same = folded(names[0]) == folded(names[1])
    who = f"“{names[0]}” stands twice" if same else f"“{names[0]}” and “{names[1]}”"
    taken = "They are kept apart." if pair.apart else "Both are taken for one person."
    places = tuple(sorted({_place(pair.one, found), _place(pair.other, found)}))
    return Flag(
        id=flag_id("same name in different contexts", *map(folded, names), pair.reason),
        kind="same name in different contexts",
        severity="medium",
        message=f"{who}: {pair.reason}. {taken}",
        evidence=places,
        subjects=found.subjects(*(found.bearers[reference.first][1] for reference in (pair.one, pair.other))),
        suggestion="Say whether they are one person; if they are two, see whose words are whose."
        if pair.apart
        else "Say whether they are one person; if you say that they are two, each is a speaker of its own.",
        names=names,
        decision=found.decision(names, at=places),
    )


def _place(reference: Reference, found: Found) -> Span:
    """The name with the roles beside it."""
    spans = (reference.span, *reference.roles)
    return Span.within(found.text, min(s.start for s in spans), max(s.end for s in spans))
