"""Quotation marks as characters: which there are, and which side of a quotation each can stand on.

This is the local view, one mark and its neighbours, that sentence boundaries need before anything is parsed.
Pairing the marks of a paragraph is the quotations room's work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

OPENING = "“„‟«"
CLOSING = "”»"
EITHER = '"'

Side = Literal["open", "close"]

# LaTeX and typewriter marks are two characters long, and stand for one double mark.
_MARK = re.compile(r"``|''|[\"“”„‟«»]")
_BEFORE_OPENING = re.compile(r"[\s(\[{<—–\-/:“„«‘'\"`]")
_AFTER_CLOSING = re.compile(r"[\s.,;:!?)\]}…—–]")


@dataclass(frozen=True)
class Mark:
    """One double quotation mark: half-open character offsets, and the side it seems to stand on."""

    start: int
    end: int
    text: str
    side: Side


def double_marks(text: str, start: int = 0, end: int | None = None) -> tuple[Mark, ...]:
    """The double quotation marks in ``text[start:end]``, each with the side its neighbours suggest.

    A mark in inches or feet (``6'2"``, ``12"``) is none.
    """
    limit = len(text) if end is None else end
    return tuple(
        Mark(m.start(), m.end(), m.group(), _side(text, m.start(), m.end(), start, limit))
        for m in _MARK.finditer(text, start, limit)
        if not _is_measure(text, m.start(), m.group(), start)
    )


def _side(text: str, start: int, end: int, first: int, limit: int) -> Side:
    mark = text[start:end]
    before = text[start - 1] if start > first else " "
    after = text[end] if end < limit else " "
    at_word_start = bool(_BEFORE_OPENING.match(before)) and not after.isspace()
    if mark == "``" or mark in OPENING:
        # An opening mark behind a comma and before a space was meant to close.
        return "close" if mark == "“" and before in ",.!?" and after.isspace() else "open"
    if mark in CLOSING:
        # Some newsrooms open and close with the same curly mark.
        return "open" if before.isspace() and after.isalnum() else "close"
    if mark == "''":
        return "open" if at_word_start and after.isalnum() else "close"
    # A space or punctuation to the right closes, even after a space: `he left. " she said`.
    return "open" if at_word_start and not _AFTER_CLOSING.match(after) else "close"


def _is_measure(text: str, start: int, mark: str, first: int) -> bool:
    """Whether a straight mark stands for inches: right behind a digit, with no mark before it to close."""
    if mark not in ('"', "''") or start == first or not text[start - 1].isdigit():
        return False
    return not re.search(r"[\"“„«]|``|(?<!\w)''", text[first:start])
