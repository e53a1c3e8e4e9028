"""Names in any script as plain small letters, and which scripts that can be done for."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Written letter by letter, vowels and all. Of the rest (Arabic, Hebrew, Chinese, Korean, ...) too much is left out
# or depends on the language: what comes out looks like a name and is not the one people write.
_READABLE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"})


def can_be_romanised(text: str) -> bool:
    """Whether every letter of the text is of a script that can be read off letter by letter."""
    return all(_script(letter) in _READABLE for letter in unicodedata.normalize("NFKC", text) if letter.isalpha())


def is_latin(text: str) -> bool:
    """Whether every letter of the text is a Latin one."""
    return all(_script(letter) == "LATIN" for letter in text if letter.isalpha())


def scripts(text: str) -> frozenset[str]:
    """The scripts that the letters of the text are of, by their names in Unicode ("LATIN", "CYRILLIC")."""
    return frozenset(_script(letter) for letter in text if letter.isalpha())


@lru_cache(maxsize=16384)
def romanised(text: str) -> str:
    """The text in ASCII small letters: "Мұхтар" gives "mukhtar", "Erdoğan" gives "erdogan"."""
    return anyascii(unicodedata.normalize("NFC", text)).casefold()


def _script(letter: str) -> str:
    # Letter-like marks ("º", "ʼ") have names that begin with something else and stand in Latin text.
    name = unicodedata.name(letter, "").split(" ")[0]
    return "LATIN" if name in {"MODIFIER", "FEMININE", "MASCULINE"} else name
