"""Lines of a text, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE_END = re.compile(r"[\r\n]|\Z")


@dataclass(frozen=True)
class Line:
    """A line without the white space around it, the half-open offsets of what is left, and whether an empty line
    stands before it."""

    start: int
    end: int
    text: str
    after_blank: bool = False


def next_line(text: str, start: int) -> Line | None:
    """The first line in ``text[start:]`` that is more than white space; None where there is none."""
    begin = skip_space(text, start)
    if begin == len(text):
        return None
    end = _LINE_END.search(text, begin)
    words = text[begin : end.start() if end else len(text)].rstrip()
    gap = text[start:begin].replace("\r\n", "\n")
    return Line(begin, begin + len(words), words, gap.count("\n") + gap.count("\r") > 1)


def skip_space(text: str, start: int) -> int:
    """The offset of the first character at or behind ``start`` that is no white space."""
    while start < len(text) and text[start].isspace():
        start += 1
    return start
