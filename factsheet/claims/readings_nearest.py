"""Readings of weekdays, months and days of a month without a year: the one before publication or the one after.

The tense and the prepositions decide; where they do not, the one before, unless the one after is nearer by far.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from factsheet.claims import periods
from factsheet.claims.readings import (
    HOLIDAYS,
    WEEKDAYS,
    Anchor,
    Reading,
    counted,
    explicit,
    month_of,
    undated,
    valid_day,
)
from factsheet.model.claim import DateBasis


def weekday(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "Friday", "last Friday", "next Friday"."""
    published, step = anchor.published, (match["step"] or "").lower()
    if published is None:
        yield undated(match)
        return
    back = (published.weekday() - WEEKDAYS[match["weekday"].lower()]) % 7
    past, ahead = published - timedelta(back), published + timedelta((7 - back) % 7)
    way = anchor.direction(*match.span())
    if step in ("next", "coming"):
        first = published + timedelta(7 - back)
        later = published - timedelta(published.weekday()) + timedelta(7 + WEEKDAYS[match["weekday"].lower()])
        if first == later:
            yield counted(match, periods.day_value(first))
        else:  # the coming one to some writers, the one of next week to others
            yield Reading(match.span(), None, "document date", vague=True, first=first, last=later)
    elif step in ("last", "past", "previous"):
        yield counted(match, periods.day_value(published - timedelta(back or 7)))
    elif way == "future" or (way is None and (step == "this" or anchor.coming(match.end()))):
        yield counted(match, periods.day_value(ahead))
    else:
        basis: DateBasis = "document date" if way or back == 0 else "inferred"
        yield Reading(match.span(), periods.day_value(past), basis)


def day_of_month(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "October 27", "27 October", "April 24 and 25" (two dates)."""
    if anchor.published is None:
        yield undated(match)
        return
    month, published = month_of(match), anchor.published
    years = range(published.year - 4, published.year + 5)  # February 29 comes once in four
    days = [date.fromisoformat(v) for year in years if (v := valid_day(year, month, int(match["day"])))]
    if not days:
        return
    day, sure = _choose(days, published, match, anchor)
    basis: DateBasis = "document date" if sure else "inferred"
    value = periods.day_value(day)
    extra = match["more"] if match["more"] and int(match["more"]) > day.day else None
    yield Reading((match.start(), match.end("day_end") if extra else match.end()), value, basis)
    if extra and (second := valid_day(day.year, month, int(extra))):
        yield Reading(match.span("more"), second, "inferred")


def week_of(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "the week of March 6"."""
    for day in day_of_month(match, anchor):
        if day.value is not None:
            yield Reading(match.span(), periods.week_value(date.fromisoformat(day.value)), day.basis)


def bare_month(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "in April", "last April"."""
    published = anchor.published
    if published is None:
        yield undated(match)
        return
    month, step = month_of(match), (match["step"] or "").lower()
    past = published.year - (month > published.month)
    ahead = published.year + (month < published.month)
    way = anchor.direction(*match.span())
    if step in ("last", "past", "previous"):
        year = past if month != published.month else published.year - 1
    elif step in ("next", "coming"):
        year = ahead if month != published.month else published.year + 1
    elif step:
        year = published.year
    else:
        forward = way == "future" or (
            way is None
            and (
                anchor.coming(match.end())
                or _nearer_by_far((month - published.month) % 12, (published.month - month) % 12)
            )
        )
        year = ahead if forward else past
    basis: DateBasis = "document date" if step or way else "inferred"
    yield Reading(match.span(), periods.month_value(year, month), basis, bool(match["mod"]))


def holiday(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "Thanksgiving", "last Christmas", "Labor Day 2015"."""
    rule = HOLIDAYS[re.sub(r"\s+", " ", match["holiday"].lower().replace("’", "'"))]
    if match["year"]:
        yield from explicit(match, periods.day_value(_holiday_in(int(match["year"]), rule)))
        return
    published, step = anchor.published, (match["step"] or "").lower()
    if published is None:
        yield undated(match)
        return
    days = [_holiday_in(published.year + i, rule) for i in (-1, 0, 1)]
    if step in ("last", "past", "previous"):
        day, sure = max(day for day in days if day < published), True
    elif step in ("next", "coming"):
        day, sure = min(day for day in days if day > published), True
    else:
        day, sure = _choose(days, published, match, anchor)
    yield Reading(match.span(), periods.day_value(day), "document date" if sure else "inferred")


def _holiday_in(year: int, rule: list[int]) -> date:
    if len(rule) == 2:
        return date(year, rule[0], rule[1])
    month, weekday, which = rule
    length = calendar.monthrange(year, month)[1]
    days = [d for d in range(1, length + 1) if date(year, month, d).weekday() == weekday]
    return date(year, month, days[which - 1 if which > 0 else which])


def _choose(days: list[date], published: date, match: re.Match[str], anchor: Anchor) -> tuple[date, bool]:
    """The one of some days that the sentence points at, and whether it says so; the nearest one if it does not."""
    past = max((day for day in days if day <= published), default=days[0])
    ahead = min((day for day in days if day >= published), default=days[-1])
    way = anchor.direction(*match.span())
    if way == "future" or (way is None and anchor.coming(match.end())):
        # What was due last week is still told as due: the coming one only if it is the nearer by far.
        return (past, False) if (published - past).days < 30 < (ahead - published).days / 5 else (ahead, True)
    if way == "past":
        return past, True
    return (ahead if _nearer_by_far((ahead - published).days, (published - past).days) else past), False


def _nearer_by_far(ahead: int, past: int) -> bool:
    """Whether, where nothing tells which way a date lies, the coming one is meant: newspapers look back more."""
    return 3 * ahead < past
