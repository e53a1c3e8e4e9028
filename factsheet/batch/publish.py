"""Sheets to files, in the formats asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factsheet.batch.cache import Cache, digest
from factsheet.batch.output import write_whole
from factsheet.batch.result import Written
from factsheet.batch.stamps import program_stamp
from factsheet.batch.written import Entry, Ledger
from factsheet.errors import RenderingError, UsageError
from factsheet.model import Sheet
from factsheet.reading.names import printable
from factsheet.rendering.register import REGISTER
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


def spare_others(targets: Mapping[str, Iterable[str]], publishing: Publishing) -> None:
    """See that no file is overwritten that this program did not write. ``targets`` are the files to be written, by
    article.

    What templates of the user's own made is known by its content alone, which is told when it is written.

    Raises:
        UsageError: one would be.
    """
    entries = ((publishing.ledger.entry(article_id), names) for article_id, names in targets.items())
    foreign = [
        publishing.folder / name
        for entry, names in entries
        for name in names
        if not (publishing.templates and name.endswith((".md", ".html"))) and not publishing.ledger.is_free(entry, name)
    ]
    if foreign:
        raise UsageError(not_ours(*foreign))


def not_ours(*files: Path) -> str:
    """In words, that files are not overwritten because this program did not write them."""
    more = f" (and {len(files) - 1} more such files)" if len(files) > 1 else ""
    return (
        f"{printable(str(files[0]))}: is there already and this program did not write it{more}; move it away, or name "
        "another folder with -o"
    )


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
    is sure, the user's own templates, and where it is kept what earlier runs wrote.

    A file that stands in the folder and that the program did not write is never overwritten.
    """

    folder: Path
    formats: tuple[str, ...]
    sure: float
    templates: Path | None
    cache: Cache

    @cached_property
    def ledger(self) -> Ledger:
        """What earlier runs wrote to the folder."""
        return Ledger(self.folder, self.cache)

    def publish(self, sheet: Sheet, source: Path | None = None) -> Written:
        """Write one sheet in every format, as ``folder/ID.FORMAT``: all that are not there as they should be, or none.
        ``source`` is the file of its article, where it is known.

        A file is rendered only where the sheet, the program or a template may have changed since it was written.

        Raises:
            RenderingError: the sheet cannot be rendered or written.
        """
        before = self.ledger.entry(sheet.article.id)
        content = to_json(sheet)
        made: dict[str, tuple[str, str, bytes]] = {}
        for format_name in self.formats:
            name = f"{sheet.article.id}.{format_name}"
            made_from = self._made_from(format_name, content)
            if not made_from or not self.ledger.stands(before, name, made_from):
                data = render(sheet, format_name, sure=self.sure, templates=self.templates)
                made[name] = made_from, digest(content), data
        changed = self._write_changed(before, source, made)
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
        made = {name: ("", "", data) for name, data in files.items()}
        self._write_changed(self.ledger.entry(REGISTER), None, made)
        return tuple(self.folder / name for name in files)

    def _write_changed(self, before: Entry, source: Path | None, made: Mapping[str, tuple[str, str, bytes]]) -> bool:
        changed = {name: data for name, (_, _, data) in made.items() if not self.ledger.holds(name, data)}
        if foreign := [name for name in changed if not self.ledger.is_free(before, name)]:
            raise RenderingError(not_ours(self.folder / foreign[0]))
        # Before they are written: after a crash the files are still known for the program's own.
        self.ledger.note(before, source, made)
        if changed:
            write_whole(self.folder, changed)
        return bool(changed)

    def _made_from(self, format_name: str, content: str) -> str:
        """What decides a file's content, as a digest; empty where templates of the user's own do, which may be any
        files and are read each time."""
        if self.templates is not None and format_name not in WITHOUT_TEMPLATES:
            return ""
        return digest(program_stamp(), format_name, str(self.sure), content)
