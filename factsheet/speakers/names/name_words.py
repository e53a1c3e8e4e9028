"""A name as a row of words for comparing: small ASCII letters, without titles, articles and particles."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from factsheet.speakers import lexicon
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names import known_names
from factsheet.speakers.names.parsing import parse_name
from factsheet.speakers.names.romanising import romanised

_BREAK = re.compile(r"[\s\-‐‑–—·•_/]+")
_SERVANT = re.compile(r"abd[auoei]l(?!lah?$|ov)(?=[a-z]{3})")
_SILENT = re.compile(r"[^a-z]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}|(?-i:[A-Z]{2})\Z")
# Digits that a scanner or a careless hand puts for the letters they look like.
_LOOKALIKES = str.maketrans("01345", "oieas")
_SON_OF = frozenset({"bin", "ben", "ibn", "bint", "binti"})
_ALWAYS_SMALL = _SON_OF | {"al", "el", "ul", "von", "van", "der", "den", "de", "del", "della", "la"}
_ARTICLES = frozenset({"al", "el", "ul", "as", "ad", "an", "ar", "at", "az", "ash"})
_SUFFIXES = {"jnr": "jr", "snr": "sr"}


@dataclass(frozen=True)
class NameWords:
    """What is compared of a name.

    ``words`` are in natural order, ``shown`` has each as it is written. ``son_of``: whether a word such as "bin"
    says whose child it is, so that the order of words is part of the name. ``family_alone``: no given name.
    ``digits``: whether digits were read as letters.
    """

    words: tuple[str, ...]
    shown: tuple[str, ...]
    suffix: str
    gender: Gender | None
    son_of: bool
    family_alone: bool
    digits: bool
    nickname: str

    @property
    def with_nickname(self) -> NameWords:
        """The name with its nickname for a given name."""
        return replace(self, words=(romanised(self.nickname), *self.words[1:]), shown=(self.nickname, *self.shown[1:]))


@lru_cache(maxsize=16384)
def name_words(text: str) -> NameWords:
    """The words of a name that is written in scripts that can be romanised."""
    name = parse_name(text)
    parts = [part for word in name.words.split() for part in _parts(word, name.words.isupper())]
    kept = [part for i, part in enumerate(parts) if not _is_small(parts, i, family_alone=not name.given)] or parts
    pairs = [(plain, part) for part in kept for plain in _plain(part)]
    suffix = lexicon.plain(name.suffix)
    return NameWords(
        words=tuple(plain for plain, _ in pairs),
        shown=tuple(part for _, part in pairs),
        suffix=_SUFFIXES.get(suffix, suffix),
        gender=name.titled_gender,
        son_of=any(romanised(part) in _SON_OF for part in parts[1:]),
        family_alone=not name.given,
        digits=any(_has_digit(part) for part in kept),
        nickname=name.nickname,
    )


def _parts(word: str, capitals: bool) -> list[str]:
    """A written word without its hyphens, a cluster of initials letter by letter."""
    known = lexicon.is_particle(word) or known_names.is_known(word)
    if _INITIALS.match(word) and ("." in word or not (capitals or known)):
        return [letter for letter in word if letter.isalpha()]
    parts = [part for part in _BREAK.split(word) if part]
    return parts[1:] if len(parts) > 1 and romanised(parts[0]) in _ARTICLES else parts


def _is_small(parts: list[str], at: int, *, family_alone: bool) -> bool:
    part = parts[at]
    if at == len(parts) - 1 or not lexicon.is_particle(romanised(part)):
        return False
    if at == 0:
        return part.islower() or (family_alone and not known_names.is_known_well(part))
    return part.islower() or romanised(part) in _ALWAYS_SMALL


def _plain(part: str) -> list[str]:
    """The word in small letters: two words where "Abdul" is written together with the name it belongs to."""
    letters = romanised(part)
    if _has_digit(part):
        letters = letters.translate(_LOOKALIKES)
    word = _SILENT.sub("", letters)
    if servant := _SERVANT.match(word):
        return ["abd", word[servant.end() :]]
    return [re.sub(r"^abd[auoei]l$", "abd", word)] if word else []


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word) and any(letter.isalpha() for letter in word)
