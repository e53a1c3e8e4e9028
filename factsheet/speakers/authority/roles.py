"""A role of a known speaker with the time it was held, and the short text that people write for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_BRACKETS = re.compile(r"(?P<title>.*?)\s*\((?P<period>[^()]*)\)\Z", re.DOTALL)
_PERIOD = re.compile(r"(?:from (?P<open>\S+)|to (?P<closed>\S+)|(?P<start>\S+) to (?P<end>\S+))\Z")
# Brackets with a number of four digits and nothing but dates and small words are meant as a period, well put or not.
_MEANT = re.compile(r"(?=.*\d{4})(?:\s|[\d./–—-]|\b(?:from|since|until|till|to|present|now|today)\b)+\Z", re.IGNORECASE)


class RoleError(ValueError):
    """A role that cannot be read; the message says what is wrong with it and how to write it."""


@dataclass(frozen=True)
class Role:
    """What a speaker is or was. ``start`` and ``end`` are dates as fine as they are known: "2022", "2022-01",
    "2022-01-15", or None where there is none."""

    title: str
    start: str | None = None
    end: str | None = None

    @property
    def text(self) -> str:
        """The role in one line, with its dates in brackets; ``read_role`` makes the same role of it again."""
        period = " ".join(filter(None, (self.start, f"to {self.end}" if self.end else None)))
        if period and not self.end:
            period = f"from {period}"
        return f"{self.title} ({period})" if period else self.title


def read_role(text: str) -> Role:
    """The role of a text: "Mayor of Lund", "Mayor of Lund (2019 to 2022-10)", "(from 2022-01-15)", "(to 2018)".

    Raises:
        RoleError: there is no title, or brackets at the end hold dates that cannot be read.
    """
    found = _BRACKETS.match(text)
    if found is None or not _MEANT.match(found["period"]):
        return _role(text, None, None)
    period = _PERIOD.match(" ".join(found["period"].split()))
    if period is None:
        raise RoleError(
            f"{found['period']!r} is no time; write it like (2022-01 to 2024-03), (from 2022) or (to 2024-03-31)"
        )
    return _role(found["title"], period["open"] or period["start"], period["closed"] or period["end"])


def role_of_table(table: dict[str, object]) -> Role:
    """The role of a TOML table such as ``{ title = "Mayor", from = "2022-01", to = 2024-03-31 }``.

    Raises:
        RoleError: it has no title, a field that is not known, or dates that cannot be read.
    """
    unknown = next((field for field in table if field not in {"title", "from", "to"}), None)
    if unknown is not None:
        raise RoleError(f"{unknown!r} is no field of a role; it has title, from and to")
    title = table.get("title")
    if not isinstance(title, str):
        raise RoleError("a role must have a title, a text in quotation marks")
    role = _role(title, *(_plain_date(table.get(field)) for field in ("from", "to")))
    if read_role(role.title) != Role(role.title):
        raise RoleError(f"the title {title!r} ends with dates; put them into from and to")
    return role


def _role(title: str, start: str | None, end: str | None) -> Role:
    title = title.strip()
    if not title:
        raise RoleError("a role must have a title")
    for value in (start, end):
        if value is not None and not _is_date(value):
            raise RoleError(f"{value!r} is no date; write it like 2022, 2022-01 or 2022-01-15")
    if start and end:
        known = min(len(start), len(end))
        if start[:known] > end[:known]:
            raise RoleError(f"{title!r} ends ({end}) before it begins ({start}); exchange the two")
    return Role(title, start, end)


def _plain_date(value: object) -> str | None:
    """A date as text: TOML has dates of its own for whole days, and a year alone is a number there."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    return value.strip() if isinstance(value, str) else str(value)


def _is_date(text: str) -> bool:
    found = _DATE.match(text)
    if found is None or not text.isascii():
        return False
    try:
        date(*(int(part or "1") for part in found.groups()))
    except ValueError:
        return False
    return True
