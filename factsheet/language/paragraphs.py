"""Where an article's paragraphs are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BREAKS = "\n\r\u2028\u2029"
_BLANK = re.compile(r"\s*\Z")

# A line of prose that an e-mail or a wire service broke off is about this long; a shorter or a longer line ended
# because its paragraph did.
_WRAPPED_LENGTHS = range(50, 101)
_ENDS_SENTENCE = re.compile(r"[.!?:;…\"”’»)\]]\s*\Z")


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """The paragraphs of ``text`` as half-open character offsets, in order, without blank lines.

    Every line is a paragraph, as news sites write them, except where lines were broken off at a column: the lines
    of such a block are one paragraph, and any line of 50 to 100 characters that does not end a sentence is continued
    by the next one.
    """
    return tuple(bounds for block in _blocks(text) for bounds in _join(text, block))


def paragraph_number(bounds: tuple[tuple[int, int], ...], offset: int) -> int:
    """The number, from 1, of the paragraph that ``offset`` stands in (or of the last one that begins before it)."""
    return max(1, bisect_right(bounds, offset, key=lambda bound: bound[0]))


def line_start(text: str, offset: int) -> int:
    """Where the line that ``offset`` stands in begins; a line broken off at a column and the next count as one."""
    start = _after_break(text, offset)
    end = start - 1
    if end > 0 and text[end - 1] == "\r":
        end -= 1
    previous = _after_break(text, max(0, end))
    return previous if previous < end and _goes_on(text, (previous, end)) else start


def _after_break(text: str, offset: int) -> int:
    return 1 + max(text.rfind(mark, 0, offset) for mark in _BREAKS)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for line in _LINE.finditer(text):
        if not _BLANK.match(line.group()):
            yield line.span()


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """The lines that no blank line parts."""
    block: list[tuple[int, int]] = []
    for line in _lines(text):
        if block and _is_blank(text[block[-1][1] : line[0]]):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_blank(between: str) -> bool:
    return between.count("\n") > 1 or between.count("\r") > 1


def _join(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if _is_wrapped(text, block):
        yield block[0][0], block[-1][1]
        return
    start = block[0][0]
    for line, following in pairwise(block):
        if not _goes_on(text, line):
            yield start, line[1]
            start = following[0]
    yield start, block[-1][1]


def _is_wrapped(text: str, block: list[tuple[int, int]]) -> bool:
    """Whether lines were broken off at a column: three or more, one of them within a sentence, and each as full as
    the longest of them lets it be."""
    written = [text[start:end].rstrip() for start, end in block]
    width = max(len(line) for line in written)
    return (
        len(block) > 2
        and width in _WRAPPED_LENGTHS
        and not all(_ENDS_SENTENCE.search(line) for line in written[:-1])
        and all(len(line) + 1 + len(following.split()[0]) > width for line, following in pairwise(written))
    )


def _goes_on(text: str, line: tuple[int, int]) -> bool:
    words = text[line[0] : line[1]].rstrip()
    return len(words) in _WRAPPED_LENGTHS and not _ENDS_SENTENCE.search(words)
