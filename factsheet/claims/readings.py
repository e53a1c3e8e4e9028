"""What a date expression is read as, and what every reading of one needs."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from factsheet.claims.direction import Direction
from factsheet.model.claim import DateBasis
from factsheet.wordlists import table

DATA: dict[str, Any] = table(__package__, "date_words.toml")
MONTHS: dict[str, int] = DATA["months"]
WEEKDAYS: dict[str, int] = DATA["weekdays"]
HOLIDAYS: dict[str, list[int]] = DATA["holidays"]


@dataclass(frozen=True)
class Reading:
    """What a date expression means. ``span`` is where its words stand; ``first`` and ``last`` bound a date that has
    no value of its own ("the past three weeks") but is bounded all the same."""

    span: tuple[int, int]
    value: str | None
    basis: DateBasis
    vague: bool = False
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Anchor:
    """What a date is counted from: the day of publication, if known, and which way the sentence points."""

    published: date | None
    direction: Callable[[int, int], Direction | None]
    coming: Callable[[int], bool]


Read = Callable[[re.Match[str], Anchor], Iterator[Reading]]


def explicit(match: re.Match[str], value: str | None, vague: bool = False) -> Iterator[Reading]:
    """A reading that the words alone give; none where there is no such value."""
    if value is not None:
        yield Reading(match.span(), value, "explicit", vague)


def counted(match: re.Match[str], value: str, vague: bool = False) -> Reading:
    """A reading counted from the day of publication."""
    return Reading(match.span(), value, "document date", vague)


def undated(match: re.Match[str]) -> Reading:
    """The reading of words that count from the day of publication where that is not known."""
    return Reading(match.span(), None, "document date", vague=True)


def valid_day(year: int, month: int, day: int) -> str | None:
    """The value of a day, or None if there is no such day."""
    if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
        return date(year, month, day).isoformat()
    return None


def month_of(match: re.Match[str]) -> int:
    """The number of the month named in a match."""
    return MONTHS[match["month"].lower()]


def step_of(word: str) -> int:
    """How far "last", "this" or "next" is from the present unit."""
    return int(DATA["steps"][word.lower()])
