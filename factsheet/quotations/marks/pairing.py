"""Pairing quotation marks: a small parser over one paragraph at a time.

Marks nest (straight in straight, too). A stray mark costs its own paragraph at most: nothing is carried to the next
one except a quotation that its next paragraph reopens. Time grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factsheet.language.paragraphs import paragraphs
from factsheet.language.quote_marks import CLOSING, EITHER, OPENING, Mark, double_marks
from factsheet.quotations.marks.single_marks import single_pairs

_SINGLE_OPENER = re.compile(r"\s*[‘'‚`](?=\w)")
# A double mark that a single one closes by mistake: “We go.’ She left.
_MISMATCHED = re.compile(r"(?<=[,.!?…])['’](?=\s|\Z)")
_SINGLE_OPENING = re.compile(r"(?<![^\s(\[—–-])['‘`](?=\w)")
# How far behind a mark the next letter is looked for.
_LOOK_AHEAD = 8
_SINGLES = "'‘’‚`"
_SHAPED = frozenset([*OPENING, *CLOSING, "‘‘", "’’"])
_BREAKS_OFF = ".,!?:;…—–-"
_CLOSING_MARKS = CLOSING + EITHER + "'’‘“"


@dataclass(frozen=True)
class QuotedRegion:
    """Text between an opening and a closing mark, both included, as half-open character offsets.

    ``closed`` is False where no mark closes it: it then runs to the end of its paragraph, or to the next quotation in
    it. ``continues`` is True where the next paragraph reopens it, so that the next region is more of the same speech.
    ``mark`` is the opening mark.
    """

    start: int
    end: int
    mark: str
    closed: bool = True
    continues: bool = False


# A quotation that goes over several paragraphs, region by region.
Chain = tuple[QuotedRegion, ...]


def quoted_regions(text: str, start: int = 0) -> tuple[QuotedRegion, ...]:
    """The outermost quoted regions of ``text`` from offset ``start`` on, in order, never overlapping.

    A region inside another (a term in marks within a quotation) is part of the outer one and not listed.
    """
    bounds = [(max(a, start), b) for a, b in paragraphs(text) if b > start]
    marks = [double_marks(text, first, last) for first, last in bounds]
    openings: list[Mark | None] = [None] * (len(bounds) + 1)
    for i in reversed(range(len(bounds))):
        opening = _opening_at(text, bounds[i][0], marks[i])
        if opening and not _reopens(openings[i + 1], opening) and _opens_extract(marks[i]):
            marks[i] = marks[i][1:]
        else:
            openings[i] = opening
    found: list[QuotedRegion] = []
    for i, (first, last) in enumerate(bounds):
        following = bounds[i + 1][0] if i + 1 < len(bounds) else len(text)
        regions = list(_pair(text, marks[i], last, openings[i + 1]))
        found += _with_singles(text, first, last, regions, bool(_SINGLE_OPENER.match(text, following)))
    return tuple(found)


def _opening_at(text: str, start: int, marks: Sequence[Mark]) -> Mark | None:
    """The mark that opens a paragraph which begins at ``start``, if one does."""
    opens = bool(marks) and marks[0].side == "open" and not text[start : marks[0].start].strip()
    return marks[0] if opens else None


def _reopens(reopening: Mark | None, opening: Mark) -> bool:
    """Whether the mark that opens the next paragraph is of the same kind as one that was never closed."""
    return reopening is not None and are_alike(reopening.text, opening.text)


def _pair(text: str, marks: Sequence[Mark], last: int, reopening: Mark | None) -> Iterator[QuotedRegion]:
    closed_by = _closings(marks)
    unclosed = [i for i, mark in enumerate(marks) if mark.side == "open" and closed_by[i] is None]
    phrase_ends = [i for i, mark in enumerate(marks) if mark.side == "close" and _ends_phrase(text, mark)]
    closings = [i for i, mark in enumerate(marks) if mark.side == "close"]
    i = 0
    while i < len(marks):
        closing = closed_by[i]
        if marks[i].side == "close":
            i += 1
        elif closing is not None:
            yield QuotedRegion(marks[i].start, marks[closing].end, marks[i].text)
            i = closing + 1
        elif _reopens(reopening, marks[i]) and i == unclosed[-1] and not _begins_another(text, marks, i):
            end = _trimmed(text, marks[i].start, last)
            yield QuotedRegion(marks[i].start, end, marks[i].text, closed=False, continues=True)
            return
        else:
            # The first closing mark that ends a phrase is taken, so that no word outside the marks is put into
            # somebody's mouth.
            following = bisect_right(phrase_ends, i)
            closing = phrase_ends[following] if following < len(phrase_ends) else max([i, *closings[-1:]])
            region, i = _unbalanced(text, marks, i, closing, last)
            yield region


def _closings(marks: Sequence[Mark]) -> list[int | None]:
    """For each mark, the number of the one that closes it, as parentheses pair."""
    closed_by: list[int | None] = [None] * len(marks)
    opened: list[int] = []
    for i, mark in enumerate(marks):
        if mark.side == "open":
            opened.append(i)
        elif opened:
            closed_by[opened.pop()] = i
    return closed_by


def _opens_extract(marks: Sequence[Mark]) -> bool:
    """Whether the first mark opens a paragraph of another's text rather than somebody's words: it is straight and never
    closed, while all marks behind it are shaped ones, in pairs."""
    if marks[0].text not in EITHER or any(mark.text not in _SHAPED for mark in marks[1:]):
        return False
    closed_by = _closings(marks[1:])
    return 2 * sum(closing is not None for closing in closed_by) == len(closed_by) > 0


def _begins_another(text: str, marks: Sequence[Mark], i: int) -> bool:
    """Whether the next mark, of the same shape, opens behind the end of a sentence, as a term inside would not."""
    if i + 1 == len(marks) or marks[i + 1].text != marks[i].text:
        return False
    return text[_trimmed(text, marks[i].start, marks[i + 1].start) - 1] in ".!?…"


def _unbalanced(text: str, marks: Sequence[Mark], i: int, closing: int, last: int) -> tuple[QuotedRegion, int]:
    """The region of an opening mark that no closing one is left for, and the number of the next mark to look at.

    ``closing`` is the closing mark to make do with, or ``i`` where there is none.
    """
    opening = marks[i]
    limit = marks[i + 1].start if i + 1 < len(marks) else last
    mismatched = _MISMATCHED.search(text, opening.end, limit)
    if mismatched and not _SINGLE_OPENING.search(text, opening.end, mismatched.start()):
        return QuotedRegion(opening.start, mismatched.end(), opening.text), i + 1
    end = _trimmed(text, opening.start, limit)
    # Where a quotation breaks off, the next mark begins another; else it stands inside, and one of the two is stray.
    if closing == i or text[end - 1] in _BREAKS_OFF:
        return QuotedRegion(opening.start, end, opening.text, closed=False), i + 1
    return QuotedRegion(opening.start, marks[closing].end, opening.text), closing + 1


def _ends_phrase(text: str, mark: Mark) -> bool:
    return text[mark.start - 1] in ",.!?…" or text[mark.end : mark.end + 1] in (",", ".", "")


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _with_singles(text: str, first: int, last: int, doubles: list[QuotedRegion], reopened: bool) -> list[QuotedRegion]:
    """The regions of one paragraph with those in single marks added, where these stand outside all others or hold
    them whole (as British newspapers nest them)."""
    singles: list[QuotedRegion] = []
    for pair in single_pairs(text, first, last, [(region.start, region.end) for region in doubles]):
        mark = text[pair.start]
        if pair.end is None:
            if reopened and not doubles and not text[first : pair.start].strip():
                end = _trimmed(text, pair.start, last)
                singles.append(QuotedRegion(pair.start, end, mark, closed=False, continues=True))
        elif pair.sure or not _next_between(doubles, pair.start, pair.end):
            singles.append(QuotedRegion(pair.start, pair.end, mark))
    starts = [region.start for region in singles]
    outside = [region for region in doubles if not _holds(singles, bisect_right(starts, region.start) - 1, region)]
    return sorted([*singles, *outside], key=lambda region: region.start)


def _next_between(regions: list[QuotedRegion], start: int, end: int) -> bool:
    i = bisect_right(regions, start, key=lambda region: region.start)
    return i < len(regions) and regions[i].start < end


def _holds(singles: list[QuotedRegion], i: int, region: QuotedRegion) -> bool:
    return i >= 0 and region.start < singles[i].end


def are_alike(one: str, other: str) -> bool:
    """Whether two opening marks are of one kind: straight ones, pairs of single ones, single ones, or shaped ones."""
    return _kind(one) == _kind(other)


def is_single(mark: str) -> bool:
    """Whether a mark is a single one."""
    return mark in _SINGLES


def _kind(mark: str) -> str:
    if len(mark) > 1:
        return "pair"
    return "straight" if mark in EITHER else "single" if is_single(mark) else "shaped"


def ends_on_comma(text: str, region: QuotedRegion) -> bool:
    """Whether a quoted region ends on a comma, inside its marks or right behind them."""
    return last_inside(text, region.start, region.end) == "," or text.startswith(",", region.end)


def sentence_goes_on(text: str, region: QuotedRegion) -> bool:
    """Whether the sentence that a quoted region ends goes on behind it: it ends on a comma, or on a question or an
    exclamation with a small letter behind it."""
    small = text[region.end : region.end + _LOOK_AHEAD].lstrip()[:1].islower()
    return ends_on_comma(text, region) or (small and may_go_on(text, region))


def may_go_on(text: str, region: QuotedRegion) -> bool:
    """Whether a quoted region ends on a comma, or on a question or an exclamation that a sentence may go on behind."""
    return ends_on_comma(text, region) or last_inside(text, region.start, region.end) in ("?", "!")


def last_inside(text: str, start: int, end: int) -> str:
    """The last character of quoted words but for their closing marks ("" where there is none)."""
    return text[start:end].rstrip(_CLOSING_MARKS)[-1:]


def chains(regions: tuple[QuotedRegion, ...]) -> tuple[Chain, ...]:
    """The regions grouped so that a quotation over several paragraphs is one group."""
    grouped: list[list[QuotedRegion]] = []
    for region in regions:
        if grouped and grouped[-1][-1].continues:
            grouped[-1].append(region)
        else:
            grouped.append([region])
    # A last region that promised to go on, and did not, simply ends.
    return tuple((*group[:-1], replace(group[-1], continues=False)) for group in grouped)
