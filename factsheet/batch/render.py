"""Saved sheets to files in other formats, without articles and without a language model."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from factsheet.batch.cache import Cache
from factsheet.batch.output import prepare_folder, spare_inputs
from factsheet.batch.paths import Paths, as_paths
from factsheet.batch.publish import Publishing, check_formats, check_templates, spare_others
from factsheet.batch.result import RunResult, Written, attempt
from factsheet.errors import SheetError, UsageError
from factsheet.model import Sheet
from factsheet.reading.inputs import Failure
from factsheet.reading.names import distinct, printable
from factsheet.rendering.register import REGISTER
from factsheet.settings import KEPT, Settings
from factsheet.sheet.json import REMEDY, from_json
from factsheet.sheet.source_date import source_date


def render_sheets(
    paths: Paths,
    output: Path | str = "build",
    formats: Sequence[str] = ("pdf", "md"),
    settings: Settings | None = None,
    *,
    templates: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> RunResult:
    """Write saved sheets as ``output/ID.FORMAT``.

    ``paths`` names one file or several: ``.json`` files of one sheet, or ``.jsonl`` files of one a line.

    A sheet that fails stops no other. ``templates`` is a folder of templates that go before the program's own;
    ``on_progress`` is told how many of how many sheets are done.

    Raises:
        UsageError: before anything is written: no path is a file, a format is unknown, ``SOURCE_DATE_EPOCH`` is
            no number, the output folder cannot be written to, or an input or a file that this program did not write
            would be overwritten.
    """
    settings, folder = settings or Settings(), Path(output)
    wanted = check_formats(formats)
    check_templates(templates)
    source_date()
    files, failures = _usable(as_paths(paths))
    sheets = _distinct([sheet for file in files for sheet in _read(file, failures)])
    spare_inputs(files, (folder / f"{sheet.article.id}.{name}" for sheet in sheets for name in wanted))
    if not sheets:
        return RunResult((), tuple(failures))
    prepare_folder(folder)
    publishing = Publishing(folder, wanted, settings.sure, templates, Cache(folder / KEPT))
    spare_others({sheet.article.id: [f"{sheet.article.id}.{f}" for f in wanted] for sheet in sheets}, publishing)
    written: list[Written] = []
    for done, sheet in enumerate(sheets, 1):
        made = attempt(sheet.article.id, publishing.publish, sheet)
        if isinstance(made, Failure):
            failures.append(made)
        else:
            written.append(made)
        if on_progress:
            on_progress(done, len(sheets))
    return RunResult(tuple(written), tuple(failures))


def _usable(named: list[Path]) -> tuple[list[Path], list[Failure]]:
    """The files among the paths, and a failure for each of the others.

    Raises:
        UsageError: there is no file.
    """
    files: list[Path] = []
    failures: list[Failure] = []
    for path in named:
        name = printable(str(path))
        if not os.access(path, os.F_OK):
            failures.append(Failure(name, f"{name}: no such file; check the path"))
        elif path.is_dir():
            failures.append(Failure(name, f"{name}: is a folder; name the .json files in it"))
        else:
            files.append(path)
    if not files:
        raise UsageError("; ".join(failure.message for failure in failures) or "no sheet is named")
    return files, failures


def _read(file: Path, failures: list[Failure]) -> Iterator[Sheet]:
    """The sheets in one file; what cannot be read goes to ``failures``."""
    name = printable(str(file))
    text = attempt(name, _text, file)
    if isinstance(text, Failure):
        failures.append(text)
        return
    is_list = file.suffix.lower() == ".jsonl"
    for number, line in enumerate(text.split("\n") if is_list else [text], 1):
        if is_list and not line.strip():
            continue
        sheet = attempt(f"{name}, line {number}" if is_list else name, from_json, line)
        if isinstance(sheet, Failure):
            failures.append(sheet)
        else:
            yield sheet


def _text(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SheetError(f"cannot be read: {error.strerror}; check its permissions") from None
    except UnicodeDecodeError:
        raise SheetError(f"not a fact sheet: it is not UTF-8 text; {REMEDY}") from None


def _distinct(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets, with ids told apart where two have the same: nothing is to be overwritten."""
    ids = distinct([sheet.article.id for sheet in sheets], {REGISTER})
    return [replace(s, article=replace(s.article, id=i)) for s, i in zip(sheets, ids, strict=True)]
