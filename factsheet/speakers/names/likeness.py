"""How alike two words of two names are: the least that has to be supposed for both to be one word."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from factsheet.speakers.names import known_names
from factsheet.speakers.names.skeletons import consonants, loose_skeleton, skeleton, undoubled

# Two letters of a word this long count as one where they stand for one sound.
_LONG = 7
# No name has a word longer than this, and comparing takes the square of its length.
_LONGEST = 60
# A changed letter takes one out of what both words have and puts one in: two make four at most.
_MOST_UNSHARED = 4


class Likeness(IntEnum):
    """From equal to different. Up to ``INITIAL`` nothing is supposed to be wrong with either word."""

    SAME = 0
    ROMANISED = 1
    OTHER_LANGUAGE = 2
    SHORT_FORM = 3
    LOOSE = 4
    RARE_SHORT_FORM = 5
    INITIAL = 6
    ONE_LETTER = 7
    VOWELS = 8
    TWO_LETTERS = 9
    DIFFERENT = 10


WORDS = {
    Likeness.ROMANISED: "are two ways to write one name in Latin letters",
    Likeness.OTHER_LANGUAGE: "are one given name in two languages or spellings",
    Likeness.SHORT_FORM: "are a short and a full form of one given name",
    Likeness.LOOSE: "sound nearly the same",
    Likeness.RARE_SHORT_FORM: "can be a short and a full form of one given name",
    Likeness.INITIAL: "have the same initial",
    Likeness.ONE_LETTER: "differ in one letter",
    Likeness.VOWELS: "differ in two letters and have the same consonants",
    Likeness.TWO_LETTERS: "differ in two letters",
}


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> Likeness:
    """How alike two words in small ASCII letters are."""
    if one == other:
        return Likeness.SAME
    if min(len(one), len(other)) == 1:
        return Likeness.INITIAL if one[:1] == other[:1] else Likeness.DIFFERENT
    if skeleton(one) == skeleton(other):
        return Likeness.ROMANISED
    if known_names.are_one_across_languages(one, other):
        return Likeness.OTHER_LANGUAGE
    if known_names.are_short_and_full(one, other):
        return Likeness.SHORT_FORM
    if loose_skeleton(one) == loose_skeleton(other) or undoubled(one) == undoubled(other):
        return Likeness.LOOSE
    if known_names.may_be_short_and_full(one, other):
        return Likeness.RARE_SHORT_FORM
    apart = letters_apart(one, other)
    long = min(len(one), len(other)) >= _LONG
    if apart == 1 or (apart == 2 and long and letters_apart(skeleton(one), skeleton(other)) == 1):
        return Likeness.ONE_LETTER
    if apart == 2 and max(len(one), len(other)) > 2:
        return Likeness.VOWELS if consonants(one) == consonants(other) else Likeness.TWO_LETTERS
    return Likeness.DIFFERENT


def letters_apart(one: str, other: str) -> int:
    """How many letters put in, left out or replaced, or neighbours swapped, make one word of the other; 3 is "more"."""
    if abs(len(one) - len(other)) > 2 or len(one) > _LONGEST or len(set(one) ^ set(other)) > _MOST_UNSHARED:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, letter_there in enumerate(other, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != letter_there)))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == letter_there:
                row[j] = min(row[j], older[j - 2] + 1)
    return min(row[-1], 3)
