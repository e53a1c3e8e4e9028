"""Entries of the authority file whose names look like one name written in two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from factsheet.speakers.authority.entry import Entry
from factsheet.speakers.names.comparing import folded, given_names_agree, one_edit, same_word, unhyphened
from factsheet.speakers.names.parsing import PersonName, parse_name

_SHORTEST = 4


@dataclass(frozen=True)
class _Name:
    """An entry's name as it is compared: its words without hyphens, and its parts where it is a person's."""

    entry: Entry
    words: list[str]
    person: PersonName | None


def alike(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry, str]]:
    """Each two entries of one kind that look alike, in the order of the entries, and why, in words.

    Only names are compared, not variants: a variant is a deliberate other spelling. Names that are the same, letter
    case and accents aside, are no likeness but a shared form, and left out.
    """
    names = [
        _Name(entry, unhyphened(entry.name).split(), _person(entry) if entry.kind == "person" else None)
        for entry in entries
    ]
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number, name in enumerate(names):
        for sign in _signs(name):
            groups[name.entry.kind, sign].append(number)
    for i, k in sorted({pair for group in groups.values() for pair in combinations(group, 2)}):
        if entries[i].key != entries[k].key and (reason := _reason(names[i], names[k])):
            yield entries[i], entries[k], reason


def _signs(name: _Name) -> set[Hashable]:
    """What two names have in common if they can be alike at all: so that not all need be compared with all."""
    words = name.words
    signs: set[Hashable] = {"".join(words), tuple(sorted(words))}
    # One letter apart, they share every word but one; a single word's first letter is taken to be right.
    signs |= {(*words[:i], "", *words[i + 1 :]) for i in range(len(words))} if words[1:] else {"".join(words)[:1]}
    if name.person and name.person.full:
        signs.add(("family", folded(name.person.family)))
    return signs


def _reason(left: _Name, right: _Name) -> str | None:
    if folded(left.entry.name) == folded(right.entry.name):
        return None
    if "".join(left.words) == "".join(right.words):
        return "only spaces and hyphens differ"
    if sorted(left.words) == sorted(right.words):
        return "the same words in another order"
    if left.person and right.person and left.person.full and right.person.full:
        agreed = same_word(left.person.family, right.person.family) and given_names_agree(left.person, right.person)
        if agreed:
            return agreed
    different = [pair for pair in zip(left.words, right.words, strict=False) if pair[0] != pair[1]]
    if len(left.words) == len(right.words) and len(different) == 1:
        words = different[0]
        if min(map(len, words)) >= _SHORTEST and not any(map(_has_digit, words)) and one_edit(*words):
            return "one letter differs"
    return None


def _person(entry: Entry) -> PersonName:
    """The parts of the name, with the family name that the entry gives."""
    name = parse_name(entry.name)
    words = [word for word in entry.name.split() if folded(word) not in folded(entry.family).split()]
    if not entry.family or same_word(name.family, entry.family) or not words:
        return name
    return replace(name, given=words[0], middle=tuple(words[1:]), family=entry.family)


def _has_digit(word: str) -> bool:
    return any(character.isdigit() for character in word)
