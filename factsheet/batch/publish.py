"""Sheets to files, in the formats asked for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from factsheet.batch.output import write_whole
from factsheet.batch.result import Written
from factsheet.errors import UsageError
from factsheet.model import Sheet
from factsheet.reading.names import printable
from factsheet.rendering.render import FORMATS, render


def check_formats(formats: Iterable[str]) -> tuple[str, ...]:
    """The formats, each once, in the order given.

    Raises:
        UsageError: one is not known, or none is given.
    """
    wanted = tuple(dict.fromkeys(formats))
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown or not wanted:
        problem = f"there is no format {unknown[0]!r}" if unknown else "no format is given"
        raise UsageError(f"{problem}; choose from {', '.join(FORMATS)}")
    return wanted


def check_templates(templates: Path | None) -> None:
    """See that a folder of the user's own templates is there.

    Raises:
        UsageError: it is not.
    """
    if templates is not None and not templates.is_dir():
        raise UsageError(f"{printable(str(templates))}: no such folder of templates")


def publish(sheet: Sheet, output: Path, formats: tuple[str, ...], sure: float, templates: Path | None) -> Written:
    """Write one sheet in every format, as ``output/ID.FORMAT``: all of them or none.

    Raises:
        RenderingError: the sheet cannot be rendered or written.
    """
    rendered = {f"{sheet.article.id}.{name}": render(sheet, name, sure=sure, templates=templates) for name in formats}
    files = write_whole(output, rendered)
    return Written(sheet.article.id, files, sum(flag.decision is None for flag in sheet.flags))
