"""Text in columns of a terminal: as wide as it looks, with nothing in it that a terminal would obey."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import zip_longest

from factsheet.rendering.visible import one_line

_BETWEEN = "  |  "


def wrapped(text: str, columns: int, indent: str = "") -> list[str]:
    """``text`` on lines of at most ``columns`` columns, each begun with ``indent``. A word that is longer than a
    line is cut. At least one line comes back."""
    room = max(columns - _width(indent), 1)
    lines = [""]
    for word in re.findall(r"\S+", one_line(text)):
        for part in _cut(word, room):
            longer = f"{lines[-1]} {part}" if lines[-1] else part
            if _width(longer) <= room:
                lines[-1] = longer
            else:
                lines.append(part)
    return [indent + line for line in lines]


def flowing(items: Iterable[str], columns: int) -> list[str]:
    """Items on as few lines as they need, none of them broken that fits a line."""
    lines: list[str] = []
    for item in items:
        if lines and _width(lines[-1]) + 2 + _width(item) <= columns:
            lines[-1] += f"  {one_line(item)}"
        else:
            lines += wrapped(item, columns)
    return lines


def side_by_side(left: Iterable[str], right: Iterable[str], columns: int) -> list[str]:
    """Two columns of lines that are narrow enough (see :func:`column_width`) next to each other."""
    width = column_width(columns)
    return [
        f"{one}{' ' * max(width - _width(one), 0)}{_BETWEEN}{other}".rstrip()
        for one, other in zip_longest(left, right, fillvalue="")
    ]


def column_width(columns: int) -> int:
    """How wide each of two columns is in a terminal of so many columns."""
    return (columns - len(_BETWEEN)) // 2


def _cut(word: str, room: int) -> list[str]:
    parts = [""]
    for letter in word:
        if parts[-1] and _width(parts[-1] + letter) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def _width(text: str) -> int:
    """How many columns the text takes: East Asian wide letters take two, marks on a letter none."""
    return sum(
        0
        if unicodedata.combining(letter) or unicodedata.category(letter) in {"Mn", "Me", "Cf"}
        else 2
        if unicodedata.east_asian_width(letter) in "WF"
        else 1
        for letter in text
    )
