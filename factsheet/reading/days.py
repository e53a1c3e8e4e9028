"""Calendar days as headers and datelines write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = r"(?P<month>" + "|".join(rf"{m[:3]}(?:{m[3:]}|{'t' if m == 'september' else ''})" for m in MONTHS) + r")\b\.?"
_WEEKDAY = r"(?:(?:" + "|".join(rf"{d[:3]}[a-z]*" for d in WEEKDAYS) + r")\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?(?![\d:])"

# The numbers of 10/11/2022 stand in either order; a day above 12 settles it, and otherwise it is not read.
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})([-/])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?!\d)",
        rf"{_WEEKDAY}{_MONTH}\s*{_DAY}{_YEAR}",
        rf"{_WEEKDAY}{_DAY}\s+{_MONTH}{_YEAR}",
        r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)",
        r"(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)",
        r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})(?!\d)",
    )
)


@dataclass(frozen=True)
class Day:
    """A day of the calendar as written; ``year`` is None where it is not. ``end`` is the offset behind it."""

    year: int | None
    month: int
    day: int
    end: int

    @property
    def iso(self) -> str | None:
        """The ISO date, or None without a year."""
        return None if self.year is None else f"{self.year:04}-{self.month:02}-{self.day:02}"

    def agrees_with(self, iso: str) -> bool:
        """Whether this is, as far as it goes, the day of an ISO date."""
        return iso[5:] == f"{self.month:02}-{self.day:02}" and self.year in (None, int(iso[:4]))


def read_day(text: str, start: int = 0) -> Day | None:
    """The day written at ``text[start:]``, or None where none is, or none that exists (February 30)."""
    for form in _FORMS:
        if (match := form.match(text, start)) and (day := _day(match)):
            return day
    return None


def _day(match: re.Match[str]) -> Day | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else 1 + next(i for i, m in enumerate(MONTHS) if m[:3] == month[:3])
    year = int(match["year"]) if match["year"] else None
    try:
        # A leap year, so that February 29 without a year stands.
        date(2000 if year is None else year, number, int(match["day"]))
    except ValueError:
        return None
    return Day(year, number, int(match["day"]), match.end())
