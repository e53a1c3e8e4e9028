"""The flags of a sheet in their order, and what is put to a sheet that is made already: more flags, and the records
that somebody looked at one."""

from __future__ import annotations

from dataclasses import replace

from factsheet.model import Flag, Sheet
from factsheet.sheet.check import checked
from factsheet.speakers.decisions.verdicts import Verdicts

_SEVERITIES = ("high", "medium", "low")


def with_flags(sheet: Sheet, flags: tuple[Flag, ...]) -> Sheet:
    """The sheet with more flags, each once and all in their order.

    Raises:
        SheetError: a flag quotes what the article does not say.
    """
    if not flags:
        return sheet
    return checked(replace(sheet, flags=in_order((*sheet.flags, *flags))))


def with_seen(sheet: Sheet, verdicts: Verdicts) -> Sheet:
    """The sheet with the record at each flag about no two names that somebody has looked at. Nothing else of a sheet
    depends on such a record."""
    return replace(sheet, flags=tuple(_seen(flag, verdicts, sheet.article.sha256) for flag in sheet.flags))


def in_order(flags: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """Flags by severity and then by place, each id once."""
    by_id = {flag.id: flag for flag in reversed(flags)}
    return tuple(sorted(by_id.values(), key=lambda f: (_SEVERITIES.index(f.severity), f.evidence[:1], f.id)))


def _seen(flag: Flag, verdicts: Verdicts, article: str) -> Flag:
    return flag if flag.names or flag.decision else replace(flag, decision=verdicts.seen(flag.id, article))
