"""Whether two names that stand by themselves are one body's: a ministry and its initials, and a country's adjective."""

from __future__ import annotations

from factsheet.speakers import lexicon
from factsheet.speakers.names.answers import Comparison
from factsheet.speakers.organisations import OrganisationName, parse_organisation, same_organisation


def compare_bodies(left: str, right: str) -> Comparison | None:
    """The answer for two names of organisations; None where not both are, or nothing but one of them says so."""
    one, other = parse_organisation(left), parse_organisation(right)
    if not ((_is_body(one) and _may_be_body(other)) or (_is_body(other) and _may_be_body(one))):
        return None
    if one.country and other.country and one.country != other.country:
        return Comparison("separate", f"one is of {one.country}, the other of {other.country}")
    reason = same_organisation(one, other)
    if reason is None:
        return Comparison("separate", "neither the words nor the first letters of two bodies are the same")
    # Every country has a ministry of foreign affairs.
    return Comparison("link", reason, corroborate=not (one.country and other.country))


def body_signs(text: str) -> frozenset[str]:
    """What two names of bodies that share no word have in common if they are one's: the initials."""
    name = parse_organisation(text)
    if name.abbreviation is not None:
        return frozenset({f"initials {name.abbreviation}"})
    return frozenset(f"initials {letters}" for letters in name.with_country()) if _is_body(name) else frozenset()


def _is_body(name: OrganisationName) -> bool:
    """Whether a word such as "Ministry" is in the name, and no given name at its head ("Charlotte Church")."""
    words = name.text.split()
    return any(map(lexicon.is_organisation_word, words)) and not any(map(lexicon.is_given_name, words[:1]))


def _may_be_body(name: OrganisationName) -> bool:
    return name.abbreviation is not None or _is_body(name)
