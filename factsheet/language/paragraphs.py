"""Where an article's paragraphs are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BLANK = re.compile(r"\s*\Z")

# A line of prose that an e-mail or a wire service broke off is about this long; a shorter or a longer line ended
# because its paragraph did.
_WRAPPED_LENGTHS = range(50, 101)
_ENDS_SENTENCE = re.compile(r"[.!?:;…\"”’»)\]]\s*\Z")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs of ``text`` as half-open character offsets, in order, without blank lines.

    Every line is a paragraph, as news sites write them, except where lines were broken off at a column: a line
    of 50 to 100 characters that does not end a sentence is continued by the next one.
    """
    return tuple(_join(text, list(_lines(text))))


def paragraph_number(bounds: tuple[tuple[int, int], ...], offset: int) -> int:
    """The number, from 1, of the paragraph that ``offset`` stands in (or of the last one that begins before it)."""
    return max(1, bisect_right(bounds, offset, key=lambda bound: bound[0]))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        if not _BLANK.match(line.group()):
            yield line.span()


def _join(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    last_line = (0, 0)
    for line in lines:
        if current is not None and _goes_on(text, last_line, line):
            current = (current[0], line[1])
        else:
            if current is not None:
                yield current
            current = line
        last_line = line
    if current is not None:
        yield current


def _goes_on(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    between = text[line[1] : following[0]]
    if between.count("\n") > 1 or between.count("\r") > 1:
        return False
    words = text[line[0] : line[1]].rstrip()
    return len(words) in _WRAPPED_LENGTHS and not _ENDS_SENTENCE.search(words)
