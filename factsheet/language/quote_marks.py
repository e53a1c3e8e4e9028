"""Quotation marks as characters: which there are, and on which side of a quotation each stands.

This is the view along a paragraph, one mark after another, that sentence boundaries need before anything is parsed.
What a mark's two neighbours leave open, the run of the marks before it decides. Pairing the marks of a paragraph is
the quotations room's work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

OPENING = "“„‟«‹「『〝"
CLOSING = "”»›」』〞〟"
EITHER = '"＂'

Side = Literal["open", "close"]
# "either" is what the neighbours of a mark say where they do not decide.
_Leaning = Literal["open", "close", "either"]

# LaTeX and typewriter marks are two characters long, and so are two curly single ones: they stand for one double mark.
_MARK = re.compile(rf"``|'{{2,}}|‘‘|’’(?!’)|[{OPENING}{CLOSING}{EITHER}]")
# An attribute's value in markup that was left in the text is no speech, even where a line break tore its tag apart.
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>|<[A-Za-z][^<>\n]*=[^<>\n]*\Z")
_BEFORE_OPENING = re.compile(rf"[\s(\[{{<>—–―\-/:`{OPENING}{EITHER}]")
_AFTER_CLOSING = re.compile(r"[\s.,;:!?)\]}…—–―]")
_SINGLES = "'‘’"
# Characters without width, as web pages scatter them, stand for nothing.
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)

_INCHES = re.compile(r"(?:^|[^\w.,])\d{1,3}(?:[.,/]\d{1,2})?[¼½¾]?\Z|[¼½¾]\Z")
_FEET_AND_INCHES = re.compile(r"\d ?['’′] ?\d{1,2}(?:\.\d)?[¼½¾]?\Z")
_AFTER_INCHES = re.compile(r"-\w| ?[x×]|\s(?=[a-z])")
_LONGEST_MEASURE = 12
_INCH_MARKS = frozenset([*EITHER, "”", "''"])


@dataclass(frozen=True)
class Mark:
    """One double quotation mark: half-open character offsets, and the side it stands on."""

    start: int
    end: int
    text: str
    side: Side


@dataclass(frozen=True)
class _Seen:
    """A mark as its neighbours show it. ``measure`` tells that it may stand for inches, ``feet`` that feet precede."""

    start: int
    end: int
    text: str
    leaning: _Leaning
    measure: bool = False
    feet: bool = False


def double_marks(text: str, start: int = 0, end: int | None = None) -> tuple[Mark, ...]:
    """The double quotation marks in ``text[start:end]``, a paragraph, each with the side it stands on.

    A mark in inches or feet (``6'2"``, ``12"``) is none, nor is one in a tag of markup.
    """
    limit = len(text) if end is None else end
    return tuple(_decided(text, list(_seen(text, start, limit)), start))


def _seen(text: str, first: int, limit: int) -> Iterator[_Seen]:
    tags = _TAG.finditer(text, first, limit)
    tag = next(tags, None)
    for match in _MARK.finditer(text, first, limit):
        while tag is not None and tag.end() <= match.start():
            tag = next(tags, None)
        in_tag = tag is not None and tag.start() < match.start()
        if in_tag or text[max(first, match.start() - 1) : match.start()] == "=":
            continue
        if text[match.end() : min(limit, match.end() + 1)] == ">":
            continue
        for a, b in _pieces(text, match.start(), match.end(), first):
            inches, feet = _measures(text, a, b, first)
            yield _Seen(a, b, text[a:b], _leaning(text, a, b, first, limit), inches or feet, feet)


def _pieces(text: str, start: int, end: int, first: int) -> Iterator[tuple[int, int]]:
    """Typewriter marks in a run of apostrophes: of an odd number, one is a single mark, on the inner side."""
    if text[start] != "'" or end - start == 2:
        yield start, end
        return
    opens = start == first or bool(_BEFORE_OPENING.match(text, start - 1))
    for a in range(start if opens else start + (end - start) % 2, end - 1, 2):
        yield a, a + 2


def _leaning(text: str, start: int, end: int, first: int, limit: int) -> _Leaning:
    mark, before, after = text[start:end], _before(text, start, first), _after(text, end, limit)
    may_open = before == "" or bool(_BEFORE_OPENING.match(before))
    may_close = after == "" or bool(_AFTER_CLOSING.match(after))
    if mark in ("``", "‘‘"):
        return "open"
    if mark == "’’":
        return "close"
    if mark in OPENING:
        # Some newsrooms open and close with the same curly mark, and German ones turn guillemets inwards.
        return "close" if may_close and not may_open else "either" if may_close or not may_open else "open"
    if mark in CLOSING:
        spaced = before == "" or before.isspace()
        return "close" if not spaced else "either" if may_close else "open"
    if may_open == may_close:
        return "either"
    return "open" if may_open else "close"


def _before(text: str, start: int, first: int) -> str:
    """The character that decides before a mark, past a single mark and what has no width ("" where there is none)."""
    for i in range(start - 1, max(first, start - 4) - 1, -1):
        if text[i] not in _INVISIBLE and text[i] not in _SINGLES:
            return text[i]
    return "" if start - 4 < first else text[start - 4]


def _after(text: str, end: int, limit: int) -> str:
    for i in range(end, min(limit, end + 4)):
        if text[i] not in _INVISIBLE and text[i] not in _SINGLES:
            return text[i]
    return "" if end + 4 > limit else text[end + 3]


def _measures(text: str, start: int, end: int, first: int) -> tuple[bool, bool]:
    """Whether a number that may be inches stands before a mark, and whether feet stand before that."""
    if text[start:end] not in _INCH_MARKS:
        return False, False
    before = text[max(first, start - _LONGEST_MEASURE) : start]
    return text[start] != "”" and bool(_INCHES.search(before)), bool(_FEET_AND_INCHES.search(before))


def _decided(text: str, seen: list[_Seen], first: int) -> Iterator[Mark]:
    opened: list[str] = []
    starts = bool(seen) and all(c.isspace() or c in _INVISIBLE for c in text[first : seen[0].start])
    for i, mark in enumerate(seen):
        following = seen[i + 1].leaning if i + 1 < len(seen) else None
        if mark.measure and _is_measure(text, mark, following, bool(opened)):
            continue
        side = "open" if starts and not i and mark.leaning == "either" else _side(text, mark, following, opened)
        if side == "open":
            opened.append(mark.text)
        elif opened:
            opened.pop()
        yield Mark(mark.start, mark.end, mark.text, side)


def _is_measure(text: str, mark: _Seen, following: _Leaning | None, opened: bool) -> bool:
    """Whether a mark behind a number stands for inches: nothing is open that it could close, or another mark will."""
    if not opened:
        return mark.leaning != "open"
    return following not in (None, "open") and (mark.feet or bool(_AFTER_INCHES.match(text, mark.end)))


def _side(text: str, mark: _Seen, following: _Leaning | None, opened: list[str]) -> Side:
    if opened and opened[-1] == "„" and mark.text in "“‟":
        return "close"
    if mark.leaning != "either":
        return mark.leaning
    if opened:
        # What opens by its shape opens again inside a quotation (« a « b » c »), but not at the paragraph's end.
        again = mark.text in OPENING and mark.text not in "“‟" and text[mark.end : mark.end + 1].isspace()
        return "open" if again and following is not None else "close"
    # Nothing is open: it opens (`. . . we go,"`), unless no mark is left to close it.
    shaped = mark.text in OPENING and following is not None
    return "open" if shaped or following in ("close", "either") else "close"
