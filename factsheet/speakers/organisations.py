"""Whether two names are one organisation's: abbreviations, countries and their adjectives, word order."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded

_SMALL = {"of", "the", "for", "on", "and", "&", "in", "at", "to", "against", "de"}
# What stands before a country's name and is of it: "of the Republic of Kazakhstan".
_STATES = {"republic", "kingdom", "federation", "of", "the"}
# "Foreign Ministry" and "Ministry of Foreign Affairs" differ in these words alone.
_FILLING = {"affair", "affairs"}
_FEWEST_INITIALS = 3


@dataclass(frozen=True)
class OrganisationName:
    """The parts of an organisation's name: its content words in lower case, and the country it is of.

    ``abbreviation`` is the name without its country, in lower case and without full stops, if it is one. ``initials``
    are the first letters that may stand for it: "mfa" and "mofa" of a Ministry of Foreign Affairs.
    """

    text: str
    words: tuple[str, ...]
    country: str | None
    abbreviation: str | None
    initials: frozenset[str]

    def with_country(self) -> frozenset[str]:
        """The initials, also with the country's first letter before or behind them."""
        letter = self.country[0].lower() if self.country else ""
        return self.initials | {letter + letters for letters in self.initials} | {x + letter for x in self.initials}


def parse_organisation(text: str) -> OrganisationName:
    """The parts of an organisation's name such as "Kazakh MFA" or "the Ministry of Foreign Affairs of Kazakhstan"."""
    words = text.replace("’", "'").split()
    if words and words[0].lower() == "the":
        words = words[1:]
    country = None
    for size in (3, 2, 1):
        front, back = " ".join(words[:size]).removesuffix("'s"), " ".join(words[-size:])
        if len(words) > size and (named := lexicon.country(front)):
            country, words = named, words[size:]
            break
        if len(words) > size + 1 and words[-size - 1].lower() in {"of", "the"} and (named := lexicon.country(back)):
            country, words = named, words[:-size]
            while len(words) > 1 and words[-1].lower() in _STATES:
                words = words[:-1]
            break
    words = [word for word in words if word[0].isalnum()]
    content = tuple(folded(word).replace(".", "") for word in words if word.lower() not in _SMALL)
    abbreviation = content[0] if len(content) == len(words) == 1 and _is_abbreviation(words[0]) else None
    initials = {"".join(word[0] for word in content), "".join(folded(w)[0] for w in words if w.lower() != "the")}
    return OrganisationName(text, content, country, abbreviation, frozenset(initials))


def same_organisation(left: OrganisationName, right: OrganisationName) -> str | None:
    """Why two different wordings are one organisation's, in a reader's words; None where nothing shows it."""
    if left.country and right.country and left.country != right.country:
        return None
    if not left.words or not right.words:
        return None
    country = _country_reason(left, right)
    for short, long in ((left, right), (right, left)):
        if short.abbreviation and len(long.words) > 1 and _abbreviates(short, long):
            return f"“{short.abbreviation.upper()}” are the first letters of “{_content(long)}”{country}"
    if left.words == right.words:
        return f"the same words{country}"
    if bool(left.country) == bool(right.country) and _essence(left) == _essence(right):
        return f"the same words in another order{country}"
    return None


def _abbreviates(short: OrganisationName, long: OrganisationName) -> bool:
    letters = short.abbreviation or ""
    return len(letters) >= _FEWEST_INITIALS and letters in (long.initials if short.country else long.with_country())


def _content(name: OrganisationName) -> str:
    return name.text.removeprefix("the ").removeprefix("The ")


def _country_reason(left: OrganisationName, right: OrganisationName) -> str:
    if not (left.country and right.country):
        return ""
    stated = [name for name in (left, right) if left.country and left.country.lower() not in name.text.lower()]
    return f", and “{stated[0].text.split()[0]}” is of {left.country}" if stated else f", both of {left.country}"


def _essence(name: OrganisationName) -> frozenset[str]:
    return frozenset(name.words) - _FILLING


def _is_abbreviation(word: str) -> bool:
    """Whether the word is of capitals, with a small "o" between them at most: "MFA", "U.N.", "MoFA"."""
    letters = word.replace(".", "")
    return letters[:1].isupper() and letters[1:].replace("o", "").isupper() and letters.isalpha()
