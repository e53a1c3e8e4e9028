"""Readings of dates that are so many days, weeks, months or years from the day of publication."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date, timedelta

from factsheet.claims import periods
from factsheet.claims.direction import Direction
from factsheet.claims.numbers import number_of
from factsheet.claims.readings import DATA, Anchor, Reading, counted, explicit, month_of, step_of, undated


def deictic(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "today", "yesterday", "last night"."""
    word = match["word"].lower()
    if anchor.published is None:
        yield undated(match)
        return
    offset = -1 if word in ("yesterday", "last night", "overnight") else 1 if word == "tomorrow" else 0
    yield counted(match, periods.day_value(anchor.published + timedelta(offset)))


def stepped_unit(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "last week", "early next year", "the end of this month"."""
    published, unit = anchor.published, match["unit"].lower()
    if published is None:
        yield undated(match)
        return
    step = step_of(match["step"]) if match["step"] else 0
    if (match["step"] or "").lower() in ("past", "coming") or (unit == "decade" and step):
        yield from _stretch(match, anchor, unit, 1, step)  # "the past year" is no calendar year
        return
    vague = bool(match["mod"])
    if unit == "week":
        value = periods.week_value(published + timedelta(7 * step))
    elif unit == "weekend":
        value = _weekend(published, step, anchor.direction(*match.span()))
    elif unit == "month":
        value = periods.month_value(published.year, published.month + step)
    elif unit == "quarter":
        value = periods.quarter_value(published.year, (published.month + 2) // 3 + step)
    elif unit == "decade":
        value = periods.decade_value(published.year + 10 * step)
    else:
        value = periods.year_value(published.year + step)
    yield counted(match, value, vague)


def the_weekend(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "over the weekend", of which the preposition is no part."""
    span, value = match.span("weekend"), None
    if anchor.published is not None:
        value = _weekend(anchor.published, 0, anchor.direction(*span))
    yield Reading(span, value, "document date", vague=value is None)


def _weekend(published: date, step: int, way: Direction | None) -> str:
    saturday = published - timedelta(published.weekday()) + timedelta(5)
    if step == 0 and (way != "future" and published < saturday):
        step = -1
    return periods.week_value(saturday + timedelta(7 * step)) + "-WE"


def month_step(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "April next year", "October of last year"."""
    if anchor.published is None:
        yield undated(match)
    else:
        year = anchor.published.year + step_of(match["step"])
        yield counted(match, periods.month_value(year, month_of(match)), bool(match["mod"]))


def quarter(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "the third quarter of 2015", "Q3", "the first half of this year"."""
    which = match["number"] or match["which"]
    number = int(which) if which.isdigit() else int(DATA["ordinals"][which.lower()])
    letter = "H" if match["unit"] == "half" else "Q"
    if letter == "H":
        number = 2 if number == 4 else number
        if number > 2:
            return
    if match["year"]:
        yield from explicit(match, f"{match['year']}-{letter}{number}")
    elif match["step"] and anchor.published is not None:
        year = anchor.published.year + step_of(match["step"])
        yield Reading(match.span(), f"{year:04}-{letter}{number}", "document date")
    elif anchor.published is not None and letter == "Q":
        now = (anchor.published.month + 2) // 3
        ahead = anchor.direction(*match.span()) == "future"
        year = anchor.published.year + (1 if ahead and number < now else -1 if not ahead and number > now else 0)
        yield Reading(match.span(), f"{year:04}-Q{number}", "document date", vague=True)
    else:
        yield undated(match)


def bare_season(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "last fall", "this summer"."""
    published = anchor.published
    if published is None:
        yield undated(match)
        return
    code, step = DATA["seasons"][match["season"].lower()], (match["step"] or "").lower()
    starts = periods.season_start(published.year, code)
    forward = step in ("next", "coming") or (
        step not in ("last", "past", "previous") and anchor.direction(*match.span()) == "future"
    )
    year = published.year
    if forward and starts <= published - timedelta(92):
        year += 1
    elif (not forward and starts > published) or (
        step in ("last", "past") and starts <= published < starts + timedelta(92)
    ):
        year -= 1
    yield counted(match, f"{year:04}-{code}", vague=True)


def recent_stretch(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "the past three weeks", "the next two months"."""
    ahead = match["way"].lower() in ("next", "coming")
    yield from _stretch(match, anchor, match["unit"].lower(), _count(match), 1 if ahead else -1)


def _stretch(match: re.Match[str], anchor: Anchor, unit: str, count: int | None, way: int) -> Iterator[Reading]:
    """A stretch that begins or ends with publication: it has bounds, and no value of its own."""
    if anchor.published is None:
        yield undated(match)
        return
    other = _moved(anchor.published, unit, count, way)
    if other is None:
        yield Reading(match.span(), None, "explicit", vague=True)
        return
    first, last = sorted((anchor.published, other))
    yield Reading(match.span(), None, "document date", vague=True, first=first, last=last)


def ago(match: re.Match[str], anchor: Anchor) -> Iterator[Reading]:
    """For "50 years ago", "six weeks ago": at the granularity of the unit. "More than" leaves it open how long."""
    unit, about = match["unit"].lower(), (match["about"] or "").strip().lower()
    if anchor.published is None:
        yield undated(match)
        return
    day = _moved(anchor.published, unit, _count(match), -1)
    if day is None or about in ("over", "more than", "at least"):
        yield Reading(match.span(), None, "explicit", vague=True)
        return
    values = {"day": periods.day_value(day), "week": periods.week_value(day)}
    values["month"] = periods.month_value(day.year, day.month)
    vague = bool(about) or unit == "decade" or match["count"].lower() == "a couple of"
    yield counted(match, values.get(unit, periods.year_value(day.year)), vague)


def _count(match: re.Match[str]) -> int | None:
    word = match["count"].lower()
    if word in ("a", "an"):
        return 1
    if word == "a couple of":
        return 2
    number = number_of(word)
    return int(number) if number is not None and number == int(number) else None


def _moved(day: date, unit: str, count: int | None, way: int) -> date | None:
    """The day so many units after (``way`` 1) or before (-1) another; None where the calendar has none."""
    if count is None or count > MAXYEAR:
        return None
    if unit in ("day", "week", "weekend"):
        return day + timedelta(way * count * (1 if unit == "day" else 7))
    months = way * count * {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit]
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
