"""Stretches of time as values at their own granularity, and the days they run from and to.

The values are those of TimeML (ISO 8601 with quarters, halves, seasons and weekends), with EDTF's ``X`` for a digit
that is left open: ``2022-10-27``, ``2022-W43``, ``2022-W43-WE``, ``2022-10``, ``2022-Q4``, ``2022-H2``, ``2022-FA``,
``2022``, ``199X``, ``19XX``. A season is taken as the northern hemisphere's and, for winter, as the one that begins in
the year named.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta

_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?\Z")
_PART = re.compile(r"(\d{4})-(?:Q([1-4])|H([12])|(SP|SU|FA|WI))\Z")
_OPEN = re.compile(r"(\d{2})(\d|X)X\Z")
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?\Z")


def bounds(value: str) -> tuple[date, date]:
    """The first and the last day of a value, both inclusive.

    Raises:
        ValueError: it is no value, or no such day exists.
    """
    if match := _WEEK.match(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return (monday + timedelta(5) if match[3] else monday), monday + timedelta(6)
    if match := _PART.match(value):
        return _part_of_year(int(match[1]), match[2], match[3], match[4])
    if match := _OPEN.match(value):
        first = int(match[1]) * 100 + (0 if match[2] == "X" else int(match[2]) * 10)
        return date(first, 1, 1), date(first + (99 if match[2] == "X" else 9), 12, 31)
    if match := _DAY.match(value):
        if match[3]:
            day = date.fromisoformat(value)
            return day, day
        if match[2]:
            return _months(int(match[1]), int(match[2]), 1)
        return _months(int(match[1]), 1, 12)
    raise ValueError(f"no date value: {value!r}")


def day_value(day: date) -> str:
    """The value of one day."""
    return day.isoformat()


def week_value(day: date) -> str:
    """The ISO week that a day is in."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_value(year: int, month: int) -> str:
    """The value of a month; ``month`` may run below 1 or above 12, into the years beside."""
    year, month = _month(year, month)
    return f"{year:04}-{month:02}"


def quarter_value(year: int, quarter: int) -> str:
    """The value of a calendar quarter; ``quarter`` may run below 1 or above 4, into the years beside."""
    return f"{year + (quarter - 1) // 4:04}-Q{(quarter - 1) % 4 + 1}"


def year_value(year: int) -> str:
    """The value of a year."""
    return f"{year:04}"


def decade_value(year: int) -> str:
    """The decade that a year is in."""
    return f"{year // 10:03}X"


def century_value(century: int) -> str:
    """The value of a century by its number, counted as it is usually spoken of: the 20th is 19XX."""
    return f"{century - 1:02}XX"


def season_start(year: int, season: str) -> date:
    """The first day of a season (TimeML's code) in a year."""
    return date(year, _SEASON_STARTS[season], 1)


def _part_of_year(year: int, quarter: str | None, half: str | None, season: str | None) -> tuple[date, date]:
    if quarter:
        return _months(year, 3 * int(quarter) - 2, 3)
    if half:
        return _months(year, 6 * int(half) - 5, 6)
    return _months(year, _SEASON_STARTS[season or ""], 3)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """The first and the last day of ``count`` months from the one named."""
    after_year, after_month = _month(year, month + count)
    last = date(MAXYEAR, 12, 31) if after_year > MAXYEAR else date(after_year, after_month, 1) - timedelta(1)
    return date(max(year, MINYEAR), month, 1), last


def _month(year: int, month: int) -> tuple[int, int]:
    return year + (month - 1) // 12, (month - 1) % 12 + 1
