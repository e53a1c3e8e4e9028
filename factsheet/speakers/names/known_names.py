"""What is known of names: given names, their short forms and forms in other languages, frequent family names."""

from __future__ import annotations

from functools import cache

from factsheet.speakers import lexicon
from factsheet.speakers.names.romanising import romanised
from factsheet.wordlists import words

_PACKAGE = __package__ or __name__


def is_known(word: str) -> bool:
    """Whether the word, in any script that can be romanised, is in one of the lists of given names."""
    name = romanised(lexicon.plain(word))
    return lexicon.is_given_name(name) or name in _groups("given_names_across.txt") or name in _listed()


def is_known_well(word: str) -> bool:
    """As ``is_known``, without the long list of short forms, which has family names among them."""
    name = romanised(lexicon.plain(word))
    return lexicon.is_given_name(name) or name in _groups("given_names_across.txt")


def are_one_across_languages(one: str, other: str) -> bool:
    """Whether two romanised given names are forms of one name in two languages ("volodymyr", "vladimir")."""
    return bool(
        _groups("given_names_across.txt").get(one, frozenset())
        & _groups("given_names_across.txt").get(other, frozenset())
    )


def are_short_and_full(one: str, other: str) -> bool:
    """Whether the program's own list has one as short for the other ("mike", "michael")."""
    return lexicon.is_short_for(one, other)


def may_be_short_and_full(one: str, other: str) -> bool:
    """Whether a long list has one as a short or pet form of the other: many of these are rare."""
    return other in _short_forms().get(one, frozenset()) or one in _short_forms().get(other, frozenset())


def is_frequent_family_name(word: str) -> bool:
    """Whether the word is in the list of frequent family names."""
    return romanised(lexicon.plain(word)) in _groups("family_names.txt")


@cache
def _groups(file: str) -> dict[str, frozenset[int]]:
    """The numbers of the lines that each name stands in."""
    lines: dict[str, set[int]] = {}
    for number, line in enumerate(sorted(words(_PACKAGE, file))):
        for name in line.split():
            lines.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in lines.items()}


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    return {line.split()[0]: frozenset(line.split()[1:]) for line in words(_PACKAGE, "short_forms.txt")}


@cache
def _listed() -> frozenset[str]:
    return frozenset(name for line in words(_PACKAGE, "short_forms.txt") for name in line.split())
