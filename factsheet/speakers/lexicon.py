"""The room's word lists, read once and given names. All entries are compared in lower case, without a full stop."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal

from factsheet.speakers.names.romanising import romanised
from factsheet.wordlists import table, words

Gender = Literal["male", "female"]

_PACKAGE = __package__ or __name__
_NAMES_TOO = {"del", "fr", "rep", "sec"}


def plain(word: str) -> str:
    """A word as the lists have it: lower case, one shape of apostrophe, no full stop at its end."""
    return word.lower().replace("’", "'").rstrip(".")


def is_given_name(word: str) -> bool:
    """Whether the word is a known given name, in Latin letters or read off in them ("Николай")."""
    return plain(word) in _given_names() or (not word.isascii() and romanised(plain(word)) in _given_names())


def given_name_gender(word: str) -> Gender | None:
    """The gender of a given name, or None where it is unknown or given to both."""
    names = _given_names()
    return names.get(plain(word)) if word.isascii() or plain(word) in names else names.get(romanised(plain(word)))


def is_short_for(one: str, other: str) -> bool:
    """Whether two given names may be one person's: a short and a full form ("Mike", "Michael"), two short forms of
    one name, or two spellings of it. A short form of men's and of women's names alike ("Sam") says nothing."""
    groups = _nicknames()
    return not groups.get(plain(one), frozenset()).isdisjoint(groups.get(plain(other), ()))


def stands_first(word: str) -> bool:
    """Whether the word is a family name of a language that puts it first ("Xi")."""
    return plain(word) in words(f"{_PACKAGE}.names", "family_first.txt")


def ends_as_family_name(word: str) -> bool:
    """Whether the word, in Cyrillic letters, ends as family names and patronymics do."""
    return not word.isascii() and plain(word).endswith(tuple(sorted(words(f"{_PACKAGE}.names", "family_ends.txt"))))


def is_courtesy(word: str) -> bool:
    """ "Mr.", "Sir": a way to address somebody, and no role."""
    return plain(word) in _gendered("courtesy")


def is_short_title(word: str) -> bool:
    """ "Sen.", "Gov.", "Capt": a role in short, with a capital; a full stop where it would be a name without."""
    return (
        plain(word) in _gendered("short")
        and word[:1].isupper()
        and (word.endswith(".") or plain(word) not in _NAMES_TOO)
    )


def is_relative(word: str) -> bool:
    """Whether the word brings in a relative ("son", "wife")."""
    return plain(word) in words(_PACKAGE, "relatives.txt")


def is_role(word: str) -> bool:
    """Whether the word is a noun for what somebody is ("minister", "spokeswoman")."""
    return plain(word) in _gendered("nouns")


def is_trade(word: str) -> bool:
    """Whether the word is a noun for what somebody is that is a family name with a capital ("baker")."""
    return word.islower() and plain(word) in _list("roles.toml", "trades", "words")


def plural_role(word: str) -> str | None:
    """The role whose plural, with a capital, the word is ("Presidents" gives "President"), or None."""
    one = word.removesuffix("s")
    return one if one != word and word[:1].isupper() and is_role(one) else None


def is_of_bodies_too(word: str) -> bool:
    """Whether what the word says is said of bodies as well ("maker", "leader")."""
    return plain(word) in _list("roles.toml", "bodies", "words")


def is_single_office(word: str) -> bool:
    """Whether one person at a time holds the office ("president")."""
    return plain(word) in _list("roles.toml", "single", "words")


def is_regnal(word: str) -> bool:
    """Whether the word stands before a first name as a title ("king")."""
    return plain(word) in _list("roles.toml", "regnal", "words")


def role_gender(word: str) -> Gender | None:
    """The gender that a title or a role shows, or None."""
    key = plain(word)
    return _gendered("courtesy").get(key) or _gendered("nouns").get(key)


def stands_for(word: str) -> frozenset[str]:
    """The offices that a title, in short as a rule, stands for ("Gov." for "governor"), and the word itself."""
    return frozenset({plain(word), *table(_PACKAGE, "roles.toml")["stands_for"].get(plain(word), "").split()})


def is_party(word: str) -> bool:
    """Whether the word says of what party or camp somebody is ("Republican")."""
    return plain(word) in _list("roles.toml", "party", "words")


def changes_role(word: str) -> bool:
    """Whether the word before a role makes another role of it ("vice", "former")."""
    return plain(word) in _list("roles.toml", "changing", "words")


def is_organisation_word(word: str) -> bool:
    """Whether a capitalised run with this word names an organisation."""
    return plain(word) in _list("organisations.toml", "words")


def is_organisation_head(word: str) -> bool:
    """Whether "the ..." with this head can take up an organisation named before."""
    return plain(word) in _list("organisations.toml", "heads")


def joins_organisation(word: str) -> bool:
    """Whether the small word can stand inside an organisation's name."""
    return plain(word) in _list("organisations.toml", "joining")


def is_document(word: str) -> bool:
    """Whether what the word names speaks for its maker ("statement")."""
    return plain(word) in _list("organisations.toml", "documents")


def is_thing(word: str) -> bool:
    """Whether the word is a noun for what never speaks itself: a time, an amount, a thing done or shown."""
    return plain(word) in _words("things.txt")


def is_area(word: str) -> bool:
    """Whether the word is a noun for an area, behind or before its name ("oblast")."""
    return plain(word) in _words("areas.txt")


def ends_no_person(word: str) -> bool:
    """Whether a name of several words that ends so is of a place, a prize, a law or the like."""
    return plain(word) in _words("name_ends.txt")


def is_group(word: str) -> bool:
    """Whether the word is a noun for several people that speak with one voice."""
    return plain(word) in _list("groups.toml", "words")


def is_people(word: str) -> bool:
    """Whether the word is a noun for several people, or for a body of them, whose words may be told ("the camp")."""
    return is_group(word) or plain(word) in _list("groups.toml", "more")


def is_collective(word: str) -> bool:
    """Whether the word is a noun in the singular for people whom "they" may stand for ("team")."""
    return plain(word) in _list("groups.toml", "collective")


def is_deed(word: str) -> bool:
    """Whether the word is in the plural and, by its ending, of what is done and not of who does it ("rulings")."""
    return plain(word).endswith(tuple(_list("groups.toml", "deeds")))


def is_side(word: str) -> bool:
    """Whether the word, after a country's name or adjective, is one that acts for it."""
    return plain(word) in _list("groups.toml", "sides")


def is_particle(word: str) -> bool:
    """Whether the word is a small part of a family name ("von", "bin")."""
    return plain(word) in _words("particles.txt")


def follows_hyphen(word: str) -> bool:
    """Whether the word, after a name and a hyphen, makes an adjective of the name ("-led")."""
    return plain(word) in _words("hyphened.txt")


def is_department(word: str) -> bool:
    """Whether the word says what a minister or a secretary is in charge of."""
    return plain(word) in _words("departments.txt")


def country(phrase: str) -> str | None:
    """The country that the phrase names or is the adjective of, or None."""
    return _countries().get(plain(phrase))


def state(phrase: str) -> str | None:
    """The state of the United States that the words name, in full or in short ("Vt."), or None."""
    return _states().get(_state_key(phrase))


def is_place(phrase: str) -> bool:
    """Whether the phrase is a country, its adjective, or a region known to stand before titles and names."""
    return plain(phrase) in _countries() or plain(phrase) in _words("regions.txt")


@cache
def _given_names() -> dict[str, Gender | None]:
    """Every known given name, with its gender where it has one."""
    lists = table(_PACKAGE, "given_names.toml")
    female, male, either = (set(lists[key].split()) for key in ("female", "male", "either"))
    names: dict[str, Gender | None] = dict.fromkeys(sorted(either | (female & male)))
    names.update((name, "female") for name in sorted(female - male - either))
    names.update((name, "male") for name in sorted(male - female - either))
    return names


@cache
def _nicknames() -> dict[str, frozenset[int]]:
    """For each name the groups it is in: a full form of a line, its spellings, and the line's short forms."""
    found: list[list[str]] = []
    for line in sorted(words(_PACKAGE, "nicknames.txt")):
        shorts, _, fulls = line.partition(":")
        spellings = [full.split("/") for full in fulls.split()]
        genders = {given_name_gender(name) for names in spellings for name in names} - {None}
        found += [[*names, *([] if len(genders) > 1 else shorts.split())] for names in spellings]
    groups: dict[str, set[int]] = {}
    for number, names in enumerate(found):
        for name in names:
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@cache
def _gendered(part: str) -> dict[str, Gender | None]:
    lists: Mapping[str, Any] = table(_PACKAGE, "roles.toml")[part]
    genders: dict[str, Gender | None] = dict.fromkeys(_split(lists["either"]))
    genders.update((word, "male") for word in _split(lists["male"]))
    genders.update((word, "female") for word in _split(lists["female"]))
    return genders


@cache
def _list(file: str, *path: str) -> frozenset[str]:
    value: Any = table(_PACKAGE, file)
    for key in path:
        value = value[key]
    return frozenset(_split(value))


@cache
def _words(file: str) -> frozenset[str]:
    return frozenset(plain(word) for word in words(_PACKAGE, file))


@cache
def _countries() -> dict[str, str]:
    names: dict[str, str] = {}
    for name, adjectives in table(_PACKAGE, "countries.toml").items():
        names[plain(name)] = name
        names.update((plain(adjective), name) for adjective in adjectives)
    return names


@cache
def _states() -> dict[str, str]:
    return {
        _state_key(form): name
        for name, short in table(_PACKAGE, "states.toml").items()
        for form in (name, *short.split())
    }


def _state_key(name: str) -> str:
    return plain(name.replace(".", "").replace(" ", ""))


def _split(entries: str | Iterable[str]) -> list[str]:
    return entries.split() if isinstance(entries, str) else list(entries)
