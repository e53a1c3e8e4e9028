"""All flags of an article: the room's public function for what a human must look at."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from factsheet.model import Flag
from factsheet.speakers.decisions.verdicts import pair_of
from factsheet.speakers.flags.acronyms import acronym_flags
from factsheet.speakers.flags.ambiguous import ambiguity_flags
from factsheet.speakers.flags.found import Found
from factsheet.speakers.flags.misspelt import misspelling_flags
from factsheet.speakers.flags.namesakes import namesake_flags
from factsheet.speakers.flags.offices import office_flags
from factsheet.speakers.flags.preferred import preferred_flags
from factsheet.speakers.flags.pronouns import pronoun_flags
from factsheet.speakers.flags.refused import refused_flags
from factsheet.speakers.flags.scripts import script_flags
from factsheet.speakers.flags.slips import slip_flags
from factsheet.speakers.flags.two_genders import two_gender_flags
from factsheet.speakers.flags.two_names import two_name_flags
from factsheet.speakers.flags.unnamed import first_name_flags
from factsheet.speakers.flags.words import low_confidence_flags, unattributed_flags
from factsheet.speakers.names.comparing import folded

# The sharper question comes first: two names are asked about once.
_FAMILIES = (
    refused_flags,
    misspelling_flags,
    slip_flags,
    preferred_flags,
    namesake_flags,
    two_name_flags,
    acronym_flags,
    ambiguity_flags,
    office_flags,
    pronoun_flags,
    two_gender_flags,
    first_name_flags,
    script_flags,
    unattributed_flags,
    low_confidence_flags,
)


def raise_flags(found: Found) -> tuple[Flag, ...]:
    """Every flag of an article in a fixed order, each id once and each two names once."""
    flags = tuple(_once(flag for family in _FAMILIES for flag in family(found)))
    bearing = {folded(ambiguity.reference.form) for ambiguity in found.identity.ambiguities}
    return tuple(flag for flag in flags if not _waits_for(flag, bearing))


def _waits_for(flag: Flag, names: Collection[str]) -> bool:
    """Whether nobody is named for a quotation only because its source is one of these names, which several bear: who
    is meant is asked about the name."""
    return flag.kind == "unattributed quotation" and any(
        f" {folded(span.text)}".endswith(f" {name}") for span in flag.evidence for name in names
    )


def _once(flags: Iterator[Flag]) -> Iterator[Flag]:
    ids: set[str] = set()
    pairs: set[tuple[str, str]] = set()
    for flag in flags:
        pair = pair_of(*flag.names) if len(flag.names) == 2 else None
        if flag.id in ids or pair in pairs:
            continue
        ids.add(flag.id)
        if pair:
            pairs.add(pair)
        yield flag
