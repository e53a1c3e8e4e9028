"""Readings of dates that say everything themselves, or that no day of publication could help to date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factsheet.claims import periods
from factsheet.claims.readings import DATA, Anchor, Reading, explicit, month_of, valid_day


def iso(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """2022-10-27."""
    yield from explicit(match, valid_day(int(match[1]), int(match[2]), int(match[3])))


def numeric(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """31/10/2022 and 10/31/2022 are one day each; 5/6/2022 is one of two, and so has no value."""
    year = int(match["year"]) if len(match["year"]) == 4 else 2000 + int(match["year"])
    a, b = int(match["a"]), int(match["b"])
    readings = {value for value in (valid_day(year, a, b), valid_day(year, b, a)) if value is not None}
    if match["mark"] == ".":
        readings = {value for value in (valid_day(year, b, a),) if value is not None}
    if len(readings) == 1:
        yield from explicit(match, readings.pop())
    elif readings:
        days = sorted(date.fromisoformat(value) for value in readings)
        yield Reading(match.span(), None, "explicit", vague=True, first=days[0], last=days[1])


def full(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "October 27, 2022", "27 October 2022"."""
    yield from explicit(match, valid_day(int(match["year"]), month_of(match), int(match["day"])))


def month_year(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "early May 2015"."""
    yield from explicit(match, periods.month_value(int(match["year"]), month_of(match)), bool(match["mod"]))


def season_year(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "the summer of 2015"."""
    yield from explicit(match, f"{match['year']}-{DATA['seasons'][match['season'].lower()]}", vague=True)


def decade(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "the 1990s", "the late 60s" (a decade without a century is one of the 20th), "the 1800s" (a century)."""
    year = int(match["decade"] if len(match["decade"]) == 4 else "19" + match["decade"])
    hundred = year % 100 == 0 and year < 2000
    yield from explicit(match, periods.century_value(year // 100 + 1) if hundred else periods.decade_value(year), True)


def century(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "the 19th century"."""
    word = match["century"].lower()
    number = int(word[:-2]) if word[0].isdigit() else int(DATA["centuries"][word])
    if 2 <= number <= 30:
        yield from explicit(match, periods.century_value(number), vague=True)


def year_range(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "2010-2012", "2015-16": two dates."""
    first, last = match["first"], match["last"]
    if len(last) == 2:
        last = first[:2] + last
    if int(first) < int(last):
        yield Reading(match.span("first"), first, "explicit")
        yield Reading(match.span("last"), last, "explicit")


def year(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "2012", "late 2015"."""
    yield from explicit(match, match["year"], vague=bool(match["mod"]))


def vague(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """Words that date nothing by themselves: "earlier", "the next day"."""
    yield Reading(match.span(), None, "explicit", vague=True)
