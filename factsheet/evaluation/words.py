"""The unit that quotations are scored in: words, and which of them stand inside double quotation marks.

This reading of marks is kept apart from the program's own on purpose: a yardstick must not move with what it
measures. It is the reading of the published comparisons on PolNeAR, so that scores can be set beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Offsets = tuple[int, int]

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_LINE = re.compile(r"[^\n]+")
_MARK = re.compile(r"``|''|[\"“”„«»]")
_OPENING = frozenset({"``", "“", "„", "«"})
_BEFORE_OPENING = "([-—–"


def words(text: str) -> tuple[Offsets, ...]:
    """Every word of ``text``, as half-open character offsets, in order."""
    return tuple(match.span() for match in _WORD.finditer(text))


def quoted(text: str, units: tuple[Offsets, ...]) -> frozenset[int]:
    """The starts of those of ``units`` that begin inside double quotation marks.

    Marks pair within a line; one that is left open runs to the end of its line. Marks inside marks count for
    nothing.
    """
    stretches = [stretch for line in _LINE.finditer(text) for stretch in _stretches(text, *line.span())]
    return frozenset(start for start, _ in units if any(a < start < b for a, b in stretches))


def _stretches(text: str, first: int, limit: int) -> Iterator[Offsets]:
    opened: int | None = None
    for mark in _MARK.finditer(text, first, limit):
        opens = _opens(text, mark)
        if opens and opened is None:
            opened = mark.start()
        elif not opens and opened is not None:
            yield opened, mark.start()
            opened = None
    if opened is not None:
        yield opened, limit


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() != '"':
        return mark.group() in _OPENING
    before = text[max(0, mark.start() - 1) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    at_word_start = not before or before.isspace() or before in _BEFORE_OPENING
    return at_word_start and bool(after) and not after.isspace()
