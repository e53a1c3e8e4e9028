"""Files that say who is meant by words of an article: a stem, two offsets and a name a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factsheet.errors import EvaluationError
from factsheet.reading.names import printable

_NEEDED = ("stem", "start", "end", "name")
_NOBODY = {"-", "–", "—"}
_OR = "|"


@dataclass(frozen=True)
class Meant:
    """Who is meant by the characters from ``start`` up to ``end`` of the article with this stem.

    ``names`` are the names of which any one is right, none where nobody in the article, or nobody in particular, is
    meant. ``split`` is the part of the file that the line belongs to ("" without that column), ``text`` the words
    that must stand there, where the file says it, ``line`` the number of the line.
    """

    stem: str
    start: int
    end: int
    names: tuple[str, ...]
    split: str = ""
    text: str | None = None
    line: int = 0


def read_meant(path: Path, split: str | None = None) -> tuple[Meant, ...]:
    """The lines of a file of tab- or comma-separated values, in their order; those of one ``split`` if it is given.

    The first line names the columns, in any order: ``stem``, ``start``, ``end`` and ``name``, and if wanted ``split``
    and ``text``. Other columns are passed over. In ``name``, ``-`` is nobody, and ``|`` stands between names of which
    any one will do.

    Raises:
        EvaluationError: the file is missing, no UTF-8, or not of that form (the message names the line).
    """
    name = printable(str(path))
    try:
        # Spreadsheets put a byte order mark before UTF-8.
        content = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise EvaluationError(f"{name}: cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise EvaluationError(f"{name}: is not UTF-8; save it as UTF-8") from None
    tabs = "\t" in content.partition("\n")[0]
    table = csv.reader(io.StringIO(content, newline=""), delimiter="\t" if tabs else ",")
    try:
        columns = [column.strip().lower() for column in next(table, [])]
        if missing := [column for column in _NEEDED if column not in columns]:
            raise EvaluationError(f"{name}: has no column {missing[0]}; its first line must name {', '.join(_NEEDED)}")
        lines = [_line(columns, cells, table.line_num, name) for cells in table if any(map(str.strip, cells))]
    except csv.Error as error:
        raise EvaluationError(f"{name}, line {table.line_num}: cannot be read as a table ({error})") from None
    kept = tuple(line for line in lines if split is None or line.split == split)
    if not kept:
        wanted = f" of the split {printable(split)!r}" if split is not None else ""
        raise EvaluationError(f"{name}: has no lines{wanted}")
    return kept


def _line(columns: Sequence[str], cells: Sequence[str], number: int, name: str) -> Meant:
    where = f"{name}, line {number}"
    cell = dict(zip(columns, map(str.strip, cells), strict=False))
    if missing := [column for column in _NEEDED if not cell.get(column)]:
        hint = "; write - where nobody is meant" if missing[0] == "name" else ""
        raise EvaluationError(f"{where}: {missing[0]} is empty{hint}")
    if not (cell["start"].isdecimal() and cell["end"].isdecimal() and int(cell["start"]) < int(cell["end"])):
        raise EvaluationError(f"{where}: start and end must be numbers of characters, the second the larger")
    names = () if cell["name"] in _NOBODY else tuple(filter(None, map(str.strip, cell["name"].split(_OR))))
    return Meant(
        cell["stem"].removesuffix(".txt"),
        int(cell["start"]),
        int(cell["end"]),
        names,
        cell.get("split", ""),
        cell.get("text") or None,
        number,
    )
