"""What a printed sheet leaves to the JSON sheet, so that it stays short: never a sure quotation, never a flag."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeVar

from factsheet.model import Flag, Sheet
from factsheet.wordlists import words

T = TypeVar("T")


def highest(items: Iterable[T], most: int, rank: Callable[[T], float]) -> tuple[T, ...]:
    """The ``most`` items of the highest rank, in the order they came in. Of equals the first ones are taken."""
    ranked = sorted(enumerate(items), key=lambda pair: -rank(pair[1]))[:most]
    return tuple(item for _, item in sorted(ranked, key=lambda pair: pair[0]))


def telling(evidence: Iterable[str]) -> tuple[str, ...]:
    """The sentences of a quotation's evidence that say more than who spoke and which words report it: whom a
    pronoun stands for, say, and all that is uncertain. The sentences left out are those of ``obvious.txt``."""
    return tuple(sentence for sentence in evidence if not _obvious().fullmatch(sentence))


def told_about(sheet: Sheet, sure: float) -> frozenset[str]:
    """The ids of the speakers there is something to tell about: those with a quotation of confidence ``sure`` or
    more, those a flag is about, and those drawn together from different names."""
    quoted = {quotation.speaker for quotation in sheet.quotations if quotation.is_sure(sure)}
    flagged = {subject for flag in sheet.flags for subject in flag.subjects}
    return frozenset(s.id for s in sheet.speakers if s.id in quoted or s.id in flagged or s.evidence)


def grouped(flags: Sequence[Flag]) -> tuple[tuple[Flag, ...], ...]:
    """Flags of one kind and severity together, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Flag]] = {}
    for flag in flags:
        groups.setdefault((flag.kind, flag.severity), []).append(flag)
    return tuple(map(tuple, groups.values()))


@cache
def _obvious() -> re.Pattern[str]:
    sentences = sorted(words(__package__, "obvious.txt"))
    return re.compile("|".join(re.escape(sentence).replace("…", ".*") for sentence in sentences), re.DOTALL)
