"""From the text of an authority file to its ``[[speaker]]`` tables. Where the text is no TOML, every place is told at
which it is none, and the tables come as far as they can be read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_HEADING = re.compile(r"^[ \t]*\[\[[ \t]*speaker[ \t]*\]\]", re.MULTILINE)
_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)\Z")
_AT_END = " (at end of document)"
_FIELD = re.compile(r"\s*([\w-]+)\s*=")
# A text with more in one table is another kind of text.
_MOST_ERRORS = 100
_BARE_MONTH = re.compile(r"\b(from|to)\s*=\s*(\d{4}-\d{2})(?![-\d])")


@dataclass(frozen=True)
class FoundTable:
    """A table as plain data, and the fields of it that could not be read."""

    plain: object
    unread: frozenset[str] = frozenset()


_Tables = tuple[tuple[FoundTable, ...], tuple[str, ...]]


def tables_of(text: str) -> _Tables:
    """The tables in the order of the text, and what is wrong with how they are written down."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        tables, complaints = _piece_by_piece(text)
        # Each piece may be TOML, and the whole is none.
        return tables, complaints or (f"this is not TOML ({error}); correct it",)
    return _of(data)


def _of(data: dict[str, object], unread: frozenset[str] = frozenset()) -> _Tables:
    tables = data.get("speaker", [])
    complaints = [
        f"expected [[speaker]] tables only, not {name!r}; correct the heading" for name in data if name != "speaker"
    ]
    if not isinstance(tables, list):
        complaints.append("expected [[speaker]] tables only; write each heading in two pairs of brackets")
        tables = [tables]
    return tuple(FoundTable(plain, unread) for plain in tables), tuple(complaints)


def _piece_by_piece(text: str) -> _Tables:
    """The same, from one heading to the next."""
    text = text.replace("\r\n", "\n")
    starts = [0, *(match.start() for match in _HEADING.finditer(text)), len(text)]
    tables: list[FoundTable] = []
    complaints: list[str] = []
    for start, end in pairwise(starts):
        lines, unread = text[start:end].removesuffix("\n").split("\n"), set[str]()
        complaints += _mended(lines, unread, text.count("\n", 0, start))
        found, more = _of(tomllib.loads("\n".join(lines)), frozenset(unread))
        tables += found
        complaints += more
    return tuple(tables), tuple(complaints)


def _mended(lines: list[str], unread: set[str], before: int) -> Iterator[str]:
    """Take the lines out that are no TOML, with a complaint for each place, by its line in the whole text: ``before``
    is how many lines stand before these."""
    last = ""
    for _ in range(_MOST_ERRORS):
        try:
            tomllib.loads("\n".join(lines))
        except tomllib.TOMLDecodeError as error:
            place = _PLACE.search(str(error))
            what = str(error)[: place.start()] if place else str(error).removesuffix(_AT_END)
            at = int(place[1]) if place else max(i for i, line in enumerate(lines, 1) if line)
            column = f", column {place[2]}" if place else ""
            line = lines[at - 1]
            # One error may go on over the lines below.
            if what != last or _FIELD.match(line):
                yield f"this is not TOML ({what}, line {before + at}{column}); {_remedy(line)}"
            last = what
            if field := _FIELD.match(line):
                unread.add(field[1])
            lines[at - 1] = ""
        else:
            return
    lines.clear()


def _remedy(line: str) -> str:
    month = _BARE_MONTH.search(line)
    if month:
        return f'a month needs quotation marks: {month[1]} = "{month[2]}"'
    return "correct it"
