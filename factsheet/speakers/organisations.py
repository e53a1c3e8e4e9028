"""Whether two names are one organisation's: abbreviations, countries and their adjectives, word order."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded

_SMALL = {"of", "the", "for", "on", "and", "&", "in", "at", "de"}
# "Foreign Ministry" and "Ministry of Foreign Affairs" differ in these words alone.
_FILLING = {"affair", "affairs"}
_FEWEST_INITIALS = 3


@dataclass(frozen=True)
class OrganisationName:
    """The parts of an organisation's name: its content words in lower case, and the country it is of."""

    text: str
    words: tuple[str, ...]
    country: str | None

    @property
    def initials(self) -> str:
        """First letters of the content words: "Ministry of Foreign Affairs" gives "mfa"."""
        return "".join(word[0] for word in self.words)

    @property
    def abbreviation(self) -> str | None:
        """The name in lower case without full stops if it is an abbreviation, else None."""
        return self.words[0] if len(self.words) == 1 and _is_abbreviation(self.text.split()) else None


def parse_organisation(text: str) -> OrganisationName:
    """The parts of an organisation's name such as "Kazakh MFA" or "the Ministry of Foreign Affairs of Kazakhstan"."""
    words = text.split()
    country = None
    for size in (3, 2, 1):
        front, back = " ".join(words[:size]), " ".join(words[-size:])
        if len(words) > size and (named := lexicon.country(front)):
            country, words = named, words[size:]
            break
        if len(words) > size + 1 and words[-size - 1].lower() in {"of", "the"} and (named := lexicon.country(back)):
            country, words = named, words[:-size]
            break
    content = tuple(folded(w).replace(".", "") for w in words if w.lower() not in _SMALL and w[0].isalnum())
    return OrganisationName(text, content, country)


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
    initials = {long.initials}
    if long.country and not short.country:
        initials.add(long.initials + long.country[0].lower())
        initials.add(long.country[0].lower() + long.initials)
    return len(letters) >= _FEWEST_INITIALS and letters in initials


def _content(name: OrganisationName) -> str:
    return name.text.removeprefix("the ").removeprefix("The ")


def _country_reason(left: OrganisationName, right: OrganisationName) -> str:
    if not (left.country and right.country):
        return ""
    stated = [name for name in (left, right) if left.country and left.country.lower() not in name.text.lower()]
    return f", and “{stated[0].text.split()[0]}” is of {left.country}" if stated else f", both of {left.country}"


def _essence(name: OrganisationName) -> frozenset[str]:
    return frozenset(name.words) - _FILLING


def _is_abbreviation(words: list[str]) -> bool:
    letters = words[-1].replace(".", "")
    return letters.isupper() and letters.isalpha() and len(letters) >= 2
