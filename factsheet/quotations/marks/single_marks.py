"""Pairing single quotation marks, which look like apostrophes, in one paragraph.

A single mark opens only at the front of a word. What closes it is punctuation beside it (`'We will go,'`) or else a
word that can end in no apostrophe; behind an s it may be a possessive, and closes only what nothing else does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factsheet.wordlists import words

_SINGLE = re.compile(r"['‘’‚`]")
_OPENS = re.compile(r"(?<![^\s(\[{—–―:/\"“„«-])['‘‚`](?=[\w(\[…]|\.\.|[$£€#@])")
_DECADE = re.compile(r"\d\ds?(?!\w)")
# A single mark is an apostrophe unless punctuation stands beside it, as at the end of a quoted sentence.
_CLOSES_SENTENCE = re.compile(r"(?<=[,.!?…])['’‘](?!\w)")
_CLOSES_WORD = re.compile(r"(?<=[\w)\]%])['’](?!\w)")
_CLOSES_LOW = re.compile(r"(?<=[\w,.!?…])[‘’'](?!\w)")
_WORD_BEFORE = re.compile(r"\w+\Z")
_WORD_AFTER = re.compile(r"\w+")
_ENDS_PHRASE = re.compile(r"[.,;:!?)\]—–]|\s*\Z")
_LONGEST_WORD = 20

# Behind an s the mark may be a possessive's, behind -in stand for a g: then the quotation is a short one.
_MAY_END_IN_APOSTROPHE = ("s", "z", "x", "in")
_LONGEST_DOUBTFUL = 100


@dataclass(frozen=True)
class SinglePair:
    """Text between two single marks, both included, as half-open character offsets.

    ``sure`` tells that punctuation inside the closing mark shows that it is one. ``end`` is None where nothing closes.
    """

    start: int
    end: int | None
    sure: bool = False


def single_pairs(text: str, first: int, last: int, taken: list[tuple[int, int]]) -> Iterator[SinglePair]:
    """The pairs of single marks in the paragraph ``text[first:last]``, in order, never overlapping.

    Marks within the stretches ``taken`` (ordered, apart) are passed over. The last pair may lack its end.
    """
    opening: int | None = None
    doubtful: int | None = None
    for start in _outside(text, first, last, taken):
        if opening is not None and start > opening:
            closing = _closing(text, opening, start, last)
            if closing == "doubtful":
                doubtful = doubtful or start
            elif closing:
                yield SinglePair(opening, start + 1, closing == "sentence")
                opening = doubtful = None
                continue
        if _is_opening(text, start, last):
            if opening is not None and doubtful is not None:
                yield from _doubtful(opening, doubtful)
                opening = None
            if opening is None:
                opening, doubtful = start, None
    if opening is not None and doubtful is not None:
        yield from _doubtful(opening, doubtful)
    elif opening is not None:
        yield SinglePair(opening, None)


def _outside(text: str, first: int, last: int, taken: list[tuple[int, int]]) -> Iterator[int]:
    stretches = iter([*taken, (last, last)])
    start, end = next(stretches)
    for match in _SINGLE.finditer(text, first, last):
        while end <= match.start():
            start, end = next(stretches)
        if match.start() < start:
            yield match.start()


def _doubtful(opening: int, closing: int) -> Iterator[SinglePair]:
    if closing - opening <= _LONGEST_DOUBTFUL:
        yield SinglePair(opening, closing + 1)


def _is_opening(text: str, start: int, last: int) -> bool:
    if not _OPENS.match(text, start, last) or _DECADE.match(text, start + 1):
        return False
    word = _WORD_AFTER.match(text, start + 1, last)
    return word is None or f"-{word.group().lower()}" not in words(__package__, "elisions.txt")


def _closing(text: str, opening: int, start: int, last: int) -> str:
    """ "sentence" or "word" for a mark that closes what ``opening`` opens, "doubtful" where it may, "" where not."""
    if text[opening] == "‚":
        return "sentence" if _CLOSES_LOW.match(text, start, last) else ""
    if _CLOSES_SENTENCE.match(text, start, last):
        return "sentence"
    if not _CLOSES_WORD.match(text, start, last):
        return ""
    before = _WORD_BEFORE.search(text, max(opening + 1, start - _LONGEST_WORD), start)
    word = before.group().lower() if before else ""
    if f"{word}-" in words(__package__, "elisions.txt"):
        return "doubtful" if _ENDS_PHRASE.match(text, start + 1, last) else ""
    return "doubtful" if word.endswith(_MAY_END_IN_APOSTROPHE) else "word"
