"""Nicknames in quotation marks within a name: Anna “Red” Berg. They are part of it, and nobody says them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from factsheet.quotations.marks.pairing import QuotedRegion
from factsheet.quotations.parse import Word

_NICKNAME = re.compile(r"(?:``|''|\W)[^\W\d_][\w.'’-]*(?:[^\S\r\n]+[\w.'’-]+){0,2}(?:''|[^\w\s.,!?…])")
_NAME_BEFORE = re.compile(r"(?:[^\W\d_][\w'’-]*\w|[^\W\d_]\.|[^\W\d_]\.[^\W\d_]\.)[^\S\r\n]+\(?\Z")
_NAME_BEHIND = re.compile(r"\)?[^\S\r\n]+[^\W\d_]")
_LOOK_BACK = 30
_PARTS = ("compound", "nmod")


def without_nicknames(regions: Iterable[QuotedRegion], text: str, words: Sequence[Word]) -> Iterator[QuotedRegion]:
    """The regions that are no nicknames."""
    starts = [word.start for word in words]
    return (region for region in regions if not _is_nickname(region, text, words, starts))


def _is_nickname(region: QuotedRegion, text: str, words: Sequence[Word], starts: list[int]) -> bool:
    """Whether a few words with a capital stand within a name: the word before them is a name that hangs on one behind
    them, and a capital follows."""
    if not region.closed or not _NICKNAME.fullmatch(text, region.start, region.end):
        return False
    before = _NAME_BEFORE.search(text, max(0, region.start - _LOOK_BACK), region.start)
    behind = _NAME_BEHIND.match(text, region.end)
    opening = next(filter(str.isalpha, text[region.start : region.end]))
    if not before or not behind or not opening.isupper():
        return False
    if not before.group()[0].isupper() or not text[behind.end() - 1].isupper():
        return False
    first = words[bisect_left(starts, before.start() + 1) - 1]
    return first.pos == "PROPN" and first.dep in _PARTS and first.head.start >= region.end
