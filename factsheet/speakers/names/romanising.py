"""Names in any script as plain small letters, and which scripts that can be done for."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from anyascii import anyascii

from factsheet.speakers.names.skeletons import skeleton

# Written letter by letter, vowels and all. Of the rest (Arabic, Hebrew, Chinese, Korean, ...) too much is left out
# or depends on the language: what comes out looks like a name and is not the one people write.
_READABLE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN"})


def can_be_romanised(text: str) -> bool:
    """Whether every letter of the text is of a script that can be read off letter by letter."""
    return text.isascii() or all(
        _script(letter) in _READABLE for letter in unicodedata.normalize("NFKC", text) if letter.isalpha()
    )


def is_latin(text: str) -> bool:
    """Whether every letter of the text is a Latin one."""
    return text.isascii() or all(_script(letter) == "LATIN" for letter in text if letter.isalpha())


def scripts(text: str) -> frozenset[str]:
    """The scripts that the letters of the text are of, by their names in Unicode ("LATIN", "CYRILLIC")."""
    return frozenset(_script(letter) for letter in text if letter.isalpha())


@lru_cache(maxsize=16384)
def romanised(text: str) -> str:
    """The text in ASCII small letters: "Мұхтар" gives "mukhtar", "Erdoğan" gives "erdogan"."""
    return anyascii(unicodedata.normalize("NFC", text)).casefold()


def same_in_latin(left: str, right: str) -> bool:
    """Whether two words of two scripts are the same read off letter by letter, habits of spelling aside."""
    return in_two_scripts(left, right) and skeleton(romanised(left)) == skeleton(romanised(right))


def in_two_scripts(left: str, right: str) -> bool:
    """Whether one of two words is in Latin letters and the other in letters that can be read off as such."""
    return is_latin(left) != is_latin(right) and can_be_romanised(left) and can_be_romanised(right)


def _script(letter: str) -> str:
    # Letter-like marks ("º", "ʼ") have names that begin with something else and stand in Latin text.
    name = unicodedata.name(letter, "").split(" ")[0]
    return "LATIN" if name in {"MODIFIER", "FEMININE", "MASCULINE"} else name
