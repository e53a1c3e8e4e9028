"""The flags of a sheet in their order, and more of them put to a sheet that is made already."""

from __future__ import annotations

from dataclasses import replace

from factsheet.model import Flag, Sheet
from factsheet.sheet.check import checked

_SEVERITIES = ("high", "medium", "low")


def with_flags(sheet: Sheet, flags: tuple[Flag, ...]) -> Sheet:
    """The sheet with more flags, each once and all in their order.

    Raises:
        SheetError: a flag quotes what the article does not say.
    """
    if not flags:
        return sheet
    return checked(replace(sheet, flags=in_order((*sheet.flags, *flags))))


def in_order(flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Flags by severity and then by place, each id once."""
    by_id = {flag.id: flag for flag in reversed(flags)}
    return tuple(sorted(by_id.values(), key=lambda f: (_SEVERITIES.index(f.severity), f.evidence[:1], f.id)))
