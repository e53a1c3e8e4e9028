"""Sheets to files, in the formats asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from factsheet.batch.cache import Cache, digest
from factsheet.batch.output import write_whole
from factsheet.batch.result import Written
from factsheet.batch.stamps import program_stamp
from factsheet.batch.written import WrittenBefore, holds
from factsheet.errors import UsageError
from factsheet.model import Sheet
from factsheet.reading.names import printable
from factsheet.rendering.render import FORMATS, WITHOUT_TEMPLATES, render
from factsheet.sheet.json import to_json


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


@dataclass(frozen=True)
class Publishing:
    """Where and how the sheets of a run are written: the folder, the formats, the confidence from which a quotation
    is sure, the user's own templates, and where it is kept what earlier runs wrote."""

    folder: Path
    formats: tuple[str, ...]
    sure: float
    templates: Path | None
    cache: Cache

    def publish(self, sheet: Sheet) -> Written:
        """Write one sheet in every format, as ``folder/ID.FORMAT``: all that are not there as they should be, or none.

        A file is rendered only where the sheet, the program or a template may have changed since it was written.

        Raises:
            RenderingError: the sheet cannot be rendered or written.
        """
        before = WrittenBefore(self.cache, sheet.article.id, self.folder)
        content = to_json(sheet)
        made: dict[str, tuple[str, bytes]] = {}
        for format_name in self.formats:
            name = f"{sheet.article.id}.{format_name}"
            made_from = self._made_from(format_name, content)
            if not made_from or not before.stands(name, made_from):
                made[name] = made_from, render(sheet, format_name, sure=self.sure, templates=self.templates)
        changed = self._write_changed({name: data for name, (_, data) in made.items()})
        before.note(made)
        return Written(
            sheet.article.id,
            tuple(self.folder / f"{sheet.article.id}.{format_name}" for format_name in self.formats),
            sum(flag.decision is None for flag in sheet.flags),
            changed,
        )

    def write(self, files: Mapping[str, bytes]) -> tuple[Path, ...]:
        """Write other files of the run to the folder, those that are not there just so: all of them or none.

        Raises:
            RenderingError: one cannot be written.
        """
        self._write_changed(files)
        return tuple(self.folder / name for name in files)

    def _write_changed(self, files: Mapping[str, bytes]) -> bool:
        changed = {name: data for name, data in files.items() if not holds(self.folder / name, data)}
        if changed:
            write_whole(self.folder, changed)
        return bool(changed)

    def _made_from(self, format_name: str, content: str) -> str:
        """What decides a file's content, as a digest; empty where templates of the user's own do, which may be any
        files and are read each time."""
        if self.templates is not None and format_name not in WITHOUT_TEMPLATES:
            return ""
        return digest(program_stamp(), format_name, str(self.sure), content)
