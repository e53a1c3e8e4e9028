"""What is left of a word when the habits of romanising it are taken out: words with one skeleton may be one name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factsheet.wordlists import table

_PACKAGE = __package__ or __name__
_SHORTEST = 4
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """The word without its habits of spelling: "zelenskyy" and "zelensky" are alike.

    ``word`` is in small ASCII letters. Words of up to three letters are left as they are: every letter counts.
    """
    return _DOUBLED.sub(r"\1", _replaced(word, "strict")) if len(word) >= _SHORTEST else word


@lru_cache(maxsize=16384)
def loose_skeleton(word: str) -> str:
    """The skeleton without what is often misheard: o and u are alike, e and i, and an h inside says nothing."""
    return _DOUBLED.sub(r"\1", _replaced(skeleton(word), "loose")) if len(word) >= _SHORTEST else word


def undoubled(word: str) -> str:
    """The word with every doubled letter once."""
    return _DOUBLED.sub(r"\1", word) if len(word) >= _SHORTEST else word


def consonants(word: str) -> str:
    """The skeleton's consonants in order, with the first letter whatever it is."""
    bones = loose_skeleton(word)
    return bones[:1] + re.sub("[aeiouE]", "", bones[1:])


def _replaced(word: str, habits: str) -> str:
    for pattern, replacement in _habits(habits):
        word = pattern.sub(replacement, word)
    return word


@cache
def _habits(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(pattern), replacement) for pattern, replacement in table(_PACKAGE, "romanisation.toml")[name]
    )
