"""Saved sheets to files in other formats, without articles and without a language model."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from factsheet.batch.output import prepare_folder, spare_inputs
from factsheet.batch.publish import check_formats, check_templates, publish
from factsheet.batch.result import RunResult, Written, attempt
from factsheet.errors import SheetError, UsageError
from factsheet.model import Sheet
from factsheet.reading.inputs import Failure
from factsheet.reading.names import distinct, printable
from factsheet.settings import Settings
from factsheet.sheet.json import from_json


def render_sheets(
    paths: Iterable[Path | str],
    output: Path | str = "build",
    formats: Sequence[str] = ("pdf", "md"),
    settings: Settings | None = None,
    *,
    templates: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> RunResult:
    """Write saved sheets as ``output/ID.FORMAT``: ``.json`` files of one sheet, or ``.jsonl`` files of one a line.

    A sheet that fails stops no other. ``templates`` is a folder of templates that go before the program's own;
    ``on_progress`` is told how many of how many sheets are done.

    Raises:
        UsageError: before anything is written: a path does not exist, a format is unknown, the output folder
            cannot be written to, or an input would be overwritten.
    """
    settings, folder, files = settings or Settings(), Path(output), list(map(Path, paths))
    wanted = check_formats(formats)
    check_templates(templates)
    _check(files)
    failures: list[Failure] = []
    sheets = _distinct([sheet for file in files for sheet in _read(file, failures)])
    spare_inputs(files, (folder / f"{sheet.article.id}.{name}" for sheet in sheets for name in wanted))
    prepare_folder(folder)
    written: list[Written] = []
    for done, sheet in enumerate(sheets, 1):
        made = attempt(sheet.article.id, publish, sheet, folder, wanted, settings.sure, templates)
        if isinstance(made, Failure):
            failures.append(made)
        else:
            written.append(made)
        if on_progress:
            on_progress(done, len(sheets))
    return RunResult(tuple(written), tuple(failures))


def _check(files: list[Path]) -> None:
    if not files:
        raise UsageError("no sheet is named")
    for file in files:
        if not os.path.lexists(file):
            raise UsageError(f"{printable(str(file))}: no such file; check the path")
        if file.is_dir():
            raise UsageError(f"{printable(str(file))}: is a folder; name the .json files in it")


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
        raise SheetError(f"cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SheetError("not a fact sheet: it is not UTF-8 text") from None


def _distinct(sheets: list[Sheet]) -> list[Sheet]:
    """The sheets, with ids told apart where two have the same: nothing is to be overwritten."""
    ids = distinct([sheet.article.id for sheet in sheets])
    return [replace(s, article=replace(s.article, id=i)) for s, i in zip(sheets, ids, strict=True)]
