"""Keys for new entries, made of their names."""

from __future__ import annotations

import re
from collections.abc import Container

from factsheet.errors import UsageError
from factsheet.model import SpeakerKind
from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.parsing import parse_name
from factsheet.speakers.names.romanising import can_be_romanised, romanised

_GAP = re.compile(r"[^a-z0-9]+")


def propose_key(name: str, kind: SpeakerKind, family: str, taken: Container[str]) -> str:
    """A key of small ASCII letters, digits and hyphens: "okoro-hannah", or "okoro-hannah-2" where that is taken.

    A person's begins with the family name. The same name gives the same key each time.

    Raises:
        UsageError: the name is in a script that cannot be read off letter by letter, or has no letters.
    """
    words = name.replace("'", "").replace("’", "")
    if kind == "person":
        words = _family_first(words, family)
    key = _GAP.sub("-", romanised(words)).strip("-")
    if not key or not can_be_romanised(name):
        raise UsageError(f"no key can be made of “{name}”; give one with --key, such as --key okoro-hannah")
    number, unique = 1, key
    while unique in taken:
        number += 1
        unique = f"{key}-{number}"
    return unique


def without_title(name: str) -> str:
    """A person's name without the titles around it. "Dean" in "Dean Smith" may be a title, and is taken for a name."""
    parts = parse_name(name)
    if not parts.titles or lexicon.is_given_name(parts.titles[0]):
        return name
    return " ".join(filter(None, (parts.words, parts.suffix)))


def _family_first(name: str, family: str) -> str:
    family = family or parse_name(name).family
    words = [word.strip(",") for word in without_title(name).split()]
    return " ".join((family, *(word for word in words if folded(word) not in folded(family).split())))
