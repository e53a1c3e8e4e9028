"""The authority file as a table of comma-separated values, for spreadsheets: out and in again, nothing lost.

A spreadsheet may run a cell that begins with ``=``, ``+``, ``-`` or ``@`` as a formula. Such a cell, and each item of a
list that begins so, gets an apostrophe before it, which is taken away again when the table is read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from factsheet.errors import AuthorityError
from factsheet.speakers.authority.entry import FIELDS, LISTS, Entry

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠]")
_ITEM = re.compile(r"(?:[^;\\]|\\.?)+", re.DOTALL)
_DELIMITERS = ",;\t"


@dataclass(frozen=True)
class Row:
    """One row: its number as a spreadsheet counts (the header is row 1), and the fields it has a cell for.

    A field is there with an empty value where its cell is empty.
    """

    number: int
    fields: dict[str, str | list[str]]


def to_csv(entries: Iterable[Entry]) -> str:
    """The table, with a header; lines end with CR LF, as the format wants it."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(FIELDS)
    for entry in entries:
        plain = {"kind": entry.kind, **entry.plain}
        writer.writerow([_cell(plain.get(field, "")) for field in FIELDS])
    return stream.getvalue()


def read_csv(path: Path) -> tuple[Row, ...]:
    """The rows of a table; a comma, a semicolon or a tab may stand between cells, as in the header.

    Raises:
        AuthorityError: it is not such a table; the message names the row.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise AuthorityError(f"{path}: the table cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise AuthorityError(f"{path}: this is not UTF-8; save the table as CSV UTF-8") from None
    return rows_of(text, path)


def rows_of(text: str, path: Path) -> tuple[Row, ...]:
    """The rows of a table's text; ``path`` is for messages.

    Raises:
        AuthorityError: as ``read_csv``.
    """
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[Row] = []
    header: list[str] = []
    number = 1
    try:
        for number, cells in enumerate(reader, 1):
            if not header:
                header = _header(cells, path)
            elif len(cells) > len(header) and any(cells[len(header) :]):
                raise AuthorityError(f"{path}, row {number}: more cells than the header has columns; correct it")
            elif any(cell.strip() for cell in cells):
                pairs = zip(header, cells, strict=False)
                rows.append(Row(number, {field: _value(field, cell) for field, cell in pairs}))
    except csv.Error as error:
        raise AuthorityError(f"{path}, near row {number}: this is not CSV ({error}); correct it") from None
    if not header:
        raise AuthorityError(f"{path}: the table is empty; its first row must be {','.join(FIELDS)}")
    return tuple(rows)


def _header(cells: list[str], path: Path) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    while header and not header[-1]:
        header.pop()
    wrong = next((name for i, name in enumerate(header) if name not in FIELDS or name in header[:i]), None)
    if wrong is not None or not header:
        problem = f"{wrong!r} stands there twice" if wrong in FIELDS else f"there is no column {wrong or ''!r}"
        raise AuthorityError(f"{path}, row 1: {problem}; the columns are {', '.join(FIELDS)}")
    return header


def _delimiter(text: str) -> str:
    return next((character for character in text.partition("\n")[0] if character in _DELIMITERS), ",")


def _cell(value: str | list[str]) -> str:
    if isinstance(value, str):
        return _guarded(value)
    return "; ".join(_guarded(item.replace("\\", "\\\\").replace(";", "\\;")) for item in value)


def _value(field: str, cell: str) -> str | list[str]:
    if field not in LISTS:
        return _bare(cell.replace("\r\n", "\n").replace("\r", "\n").strip())
    items = (_bare(item.strip()) for item in _ITEM.findall(cell))
    return [re.sub(r"\\(.)", r"\1", item, flags=re.DOTALL) for item in items if item]


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _bare(text: str) -> str:
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
