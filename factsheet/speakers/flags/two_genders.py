"""One speaker who is "he" in one place and "she" in another."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Flag, Mention, Span, flag_id
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.flags.found import Found
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names.comparing import folded

_MALE = {"he", "him", "his", "himself"}
_FEMALE = {"she", "her", "hers", "herself"}


def two_gender_flags(found: Found) -> Iterator[Flag]:
    """One flag for each person for whom pronouns of both genders stand: one of them is another's, or the name is two
    people's."""
    for cluster in found.persons:
        pronouns = sorted(m for m in cluster.other if m.kind == "pronoun")
        male, female = ([m for m in pronouns if folded(m.text) in words] for words in (_MALE, _FEMALE))
        if male and female:
            doubtful = _doubtful(male, female, cluster.gender)
            first, second = sorted((male[0], female[0]))
            yield _flag(cluster, first, second, doubtful, found)


def _doubtful(male: list[Mention], female: list[Mention], gender: Gender | None) -> list[Mention]:
    """The pronouns that do not fit the name or, where it shows nothing, those that are fewer."""
    if gender is None and len(male) != len(female):
        return min(male, female, key=len)
    return {"male": female, "female": male}[gender] if gender else [*male, *female]


def _flag(cluster: Cluster, one: Span, other: Span, doubtful: list[Mention], found: Found) -> Flag:
    quoted = [q for q in found.quotations if any(s.overlaps(m) for s in q.source for m in doubtful)]
    name = min(r.span for r in cluster.references)
    return Flag(
        id=flag_id("pronoun mismatch", folded(cluster.name), "he", "she"),
        kind="pronoun mismatch",
        severity="high" if quoted else "medium",
        message=f"{cluster.name} is “{one.text}” in one place and “{other.text}” in another: one of the pronouns is "
        "somebody else’s, or two people have the name.",
        evidence=tuple(sorted({name, *(Span(s.start, s.end, s.text) for s in (one, other))})),
        subjects=(*found.subjects(cluster), *dict.fromkeys(q.id for q in quoted)),
        suggestion="Read both places; if one is somebody else’s, do not use the words there under this name.",
    )
