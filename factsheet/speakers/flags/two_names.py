"""Two names of the article that may be one person's, or are and should be written in one way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product

from factsheet.model import Flag, Span, flag_id
from factsheet.model.flag import FlagKind, Severity
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.flags.found import Found, first_place
from factsheet.speakers.names.comparing import folded, only_hyphens_differ, same_word
from factsheet.speakers.names.comparison import compare, could_agree
from factsheet.speakers.names.differences import Difference, difference
from factsheet.speakers.names.flag_kinds import kind_of
from factsheet.speakers.names.parsing import parse_name
from factsheet.speakers.names.romanising import can_be_romanised, romanised
from factsheet.speakers.names.skeletons import skeleton

_SEVERITIES: dict[FlagKind, Severity] = {
    "spelling variant": "medium",
    "transliteration variant": "medium",
    "name order": "medium",
    "given-name conflict": "medium",
}
# In an article, one speaker in two scripts or with the family name in two places is an inconsistency though it is one
# speaker; a short form is not.
_ASKED_OF_ONE = {"transliteration", "order"}
_SHORTEST = 4


def two_name_flags(found: Found) -> Iterator[Flag]:
    """One flag for each two full names, or family names alone, that may be one person's."""
    holders = {form: cluster for cluster in found.persons for form in _full_forms(cluster)}
    for left, right in (*could_agree(holders), *_of_one_family(holders)):
        reason = _reason(left, right, holders, found)
        if reason:
            yield _flag(difference(left, right), (left, holders[left]), (right, holders[right]), reason, found)
    for left_holder, right_holder in _alike(found.persons):
        if not (left_holder.key and right_holder.key):
            yield from _family_names(left_holder, right_holder, found)


def _of_one_family(holders: dict[str, Cluster]) -> Iterator[tuple[str, str]]:
    """Each two names with one family name, of speakers with roles: others have none in common."""
    families: dict[str, list[str]] = defaultdict(list)
    for form in sorted(holders):
        if holders[form].roles:
            families[folded(parse_name(form).family)].append(form)
    for forms in families.values():
        yield from combinations(forms, 2)


def _alike(persons: Sequence[Cluster]) -> Iterator[tuple[Cluster, Cluster]]:
    """Each two persons who have family names of one skeleton, in the order of the article."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, person in enumerate(persons):
        for bones in {skeleton(romanised(family)) for family in _families(person)}:
            groups[bones].append(number)
    for left, right in sorted({pair for group in groups.values() for pair in combinations(group, 2)}):
        yield persons[left], persons[right]


def _full_forms(cluster: Cluster) -> list[str]:
    return [r.form for r in cluster.references if r.person and r.person.full]


def _reason(left: str, right: str, holders: dict[str, Cluster], found: Found) -> str | None:
    """Why to ask about two full names, in words; None where there is nothing to ask."""
    one, other = holders[left], holders[right]
    kind = difference(left, right)
    if kind is None or kind == "more" or (one.key and other.key):
        return None
    if one is other and kind not in _ASKED_OF_ONE and not found.decision((left, right), at=()):
        return None
    if only_hyphens_differ(parse_name(left), parse_name(right)):
        return None
    comparison = compare(left, right)
    match kind:
        case "spelling":
            # What differs in more than one letter, or in the number of a people, is two names as a rule.
            plural = sorted(map(folded, (left, right)), key=len)
            return comparison.reason if comparison.answer == "link" and plural[1] != f"{plural[0]}s" else None
        case "suffix":
            return comparison.reason
        case "initials":
            return "first and last name are the same, and the initials between them differ"
        case "given name":
            return _shared_role(one, other)
        case "short form":
            if any(len(parse_name(name).family.rstrip(".")) == 1 for name in (left, right)):
                return None
    return comparison.reason if comparison.answer != "separate" else None


def _shared_role(one: Cluster, other: Cluster) -> str | None:
    """The role that is said of both in the same words, where it is more than a word that many are called by."""
    roles = {folded(role.text.removeprefix("the ")): role for role in one.roles if len(role.text.split()) > 1}
    for role in other.roles:
        if (shared := roles.get(folded(role.text.removeprefix("the ")))) is not None:
            return f"both are called “{shared.text}”"
    return None


def _family_names(one: Cluster, other: Cluster, found: Found) -> Iterator[Flag]:
    """Family names that are two ways to write one name, at least one of which stands by itself."""
    short = {name.family for cluster in (one, other) for name in cluster.names if not name.full}
    for left, right in product(_families(one), _families(other)):
        if (left in short or right in short) and _same_skeleton(left, right) and not _both_in_full(one, other):
            reason = f"“{left}” and “{right}” are two ways to write one name in Latin letters"
            yield _flag("transliteration", (left, one), (right, other), reason, found)


def _families(cluster: Cluster) -> dict[str, None]:
    return dict.fromkeys(name.family for name in cluster.names if len(name.family) >= _SHORTEST)


def _same_skeleton(left: str, right: str) -> bool:
    if same_word(left, right) or not (can_be_romanised(left) and can_be_romanised(right)):
        return False
    one, other = romanised(left), romanised(right)
    plural = sorted((one, other), key=len)
    return skeleton(one) == skeleton(other) and plural[1] != f"{plural[0]}s"


def _both_in_full(one: Cluster, other: Cluster) -> bool:
    return bool(one.full_names and other.full_names)


def _flag(
    kind: Difference | None, left: tuple[str, Cluster], right: tuple[str, Cluster], reason: str, found: Found
) -> Flag:
    (one, one_holder), (two, two_holder) = left, right
    places = sorted((_place(one_holder, one), _place(two_holder, two)))
    of = kind_of(kind, "spelling variant")
    kept = f"Both are taken for {one_holder.name}." if one_holder is two_holder else "They are kept apart."
    return Flag(
        id=flag_id(of, folded(one), folded(two)),
        kind=of,
        severity="low" if one_holder is two_holder else _SEVERITIES.get(of, "low"),
        message=f"“{one}” and “{two}”: {reason}. {kept}",
        evidence=tuple(places),
        subjects=found.subjects(one_holder, two_holder),
        suggestion="Use one form throughout."
        if one_holder is two_holder
        else "Say whether they are one person, and use one form throughout if so.",
        names=(one, two),
        decision=found.decision((one, two), at=tuple(places)),
    )


def _place(cluster: Cluster, form: str) -> Span:
    """The first place that has the form as a whole, or else in it."""
    held = next((r.span for r in cluster.references if r.person and same_word(r.person.family, form)), None)
    return held if held and form not in cluster.forms else first_place(cluster, form)
