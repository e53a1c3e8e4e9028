"""What can only be made of all articles of a run together: flags about names in two of them, and the register."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factsheet.batch.publish import Publishing
from factsheet.model import Decision, Sheet
from factsheet.reading.inputs import Failure
from factsheet.rendering.register import render_register
from factsheet.sheet.flags import with_flags, with_seen
from factsheet.speakers.across import flags_across
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.decisions.verdicts import state
from factsheet.speakers.register import register_of


def with_flags_across(sheets: Sequence[Sheet], log: tuple[Decision, ...]) -> list[Sheet]:
    """The sheets, with the flags that come of comparing them with each other, and at each flag that somebody looked
    at the record of that."""
    flags, verdicts = flags_across(sheets, log), state(log)
    return [with_seen(with_flags(sheet, flags.get(sheet.article.id, ())), verdicts) for sheet in sheets]


def write_register(
    publishing: Publishing,
    sheets: Sequence[Sheet],
    authority: Authority,
    log: tuple[Decision, ...],
    failures: Sequence[Failure],
) -> tuple[Path, ...]:
    """Write the register of a run's sheets, and return its files. The inputs that failed are named in it.

    Raises:
        RenderingError: it cannot be rendered or written.
    """
    register = register_of(sheets, authority, log, (failure.message for failure in failures))
    return publishing.write(render_register(register, publishing.templates))
