"""Whether a speaker in the making bears a name: in full, by the family name, or by what it begins with."""

from __future__ import annotations

from factsheet.model import Span
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded, given_names_agree, only_hyphens_differ, same_word
from factsheet.speakers.names.comparison import compare
from factsheet.speakers.names.parsing import PersonName, bare_family
from factsheet.speakers.names.romanising import is_latin, same_in_latin
from factsheet.speakers.references import Reference


def full_name_reason(cluster: Cluster, reference: Reference) -> str | None:
    """Why a full name is the cluster's; it must agree with every full name there, not with one of a chain."""
    reason = None
    for name in dict.fromkeys(cluster.full_names):
        if reference.person is None:
            return None
        if only_hyphens_differ(name, reference.person):
            reason = f"“{name.given} {name.family}” has the same names, hyphens aside"
            continue
        if written := _written_otherwise(name, reference.person):
            reason = written
            continue
        if not same_word(name.family, reference.person.family):
            return None
        reason = given_names_agree(name, reference.person)
        if reason is None:
            return None
    return reason


def _written_otherwise(name: PersonName, other: PersonName) -> str | None:
    """Why two full names differ in nothing but script or the order of their words; None where they differ in more."""
    one, two = name.words, other.words
    turned = sorted(folded(one).split()) == sorted(folded(two).split()) and not same_word(one, two)
    if not turned and is_latin(one) == is_latin(two):
        return None
    found = compare(one, two)
    return found.reason if found.answer == "link" and (turned or not found.corroborate) else None


def short_names(persons: list[Reference]) -> set[Span]:
    """Places of names that are no full names, or are the end of a longer one ("Wasserman Schultz")."""
    wordings = {folded(r.person.words) for r in persons if r.person and r.person.full}
    split = [words.split() for words in wordings]
    ends = {" ".join(words[i:]) for words in split for i in range(1, len(words))}
    return {r.span for r in persons if r.person and (not r.person.full or folded(r.person.words) in ends)}


def bears(cluster: Cluster, family: str) -> bool:
    """Whether the cluster's family name is this one, with or without its particles and middle names."""
    return any(
        name.family
        and (
            same_word(name.family, family)
            or same_in_latin(name.family, family)
            or same_word(bare_family(name.family), family)
            or folded(name.words).endswith(f" {folded(family)}")
        )
        for name in (cluster.full_names or cluster.names)
    )


def has_name(cluster: Cluster, reference: Reference) -> bool:
    """Whether the cluster has the very name of the reference."""
    words = reference.person.words if reference.person else ""
    return any(same_word(name.words, words) for name in cluster.full_names)


def begins_with(cluster: Cluster, given: str) -> bool:
    """Whether a name of the cluster begins with the word."""
    return any(name.given and same_word(name.given, given) for name in cluster.names)


def stood_for(cluster: Cluster, named: list[Cluster], reference: Reference) -> bool:
    """Whether the same short form stood for this cluster before any other bearer was named."""
    others = [r.span.start for c in named if c is not cluster for r in c.references]
    first_other = min(others, default=reference.span.start)
    return any(
        folded(r.form) == folded(reference.form)
        and r.span.start < first_other
        # "Lord Roe" is told by his title from "Lady Roe", where neither has another name.
        and (any(c.full_names for c in named) or not (r.person and r.person.titles))
        for r in cluster.references
    )
