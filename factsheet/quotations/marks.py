"""Pairing quotation marks: a small parser over one paragraph at a time.

Marks nest (straight in straight, too). What a mark is, opening or closing, is decided from its neighbours first and
from the run of the paragraph where those mislead. A stray mark costs its own paragraph at most: nothing is carried
to the next one except a quotation that its next paragraph reopens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from factsheet.language.paragraphs import paragraphs
from factsheet.language.quote_marks import Mark, double_marks

_OPENER = re.compile(r"\s*(?:``|''|[\"“„«])")
_SINGLE_OPENER = re.compile(r"\s*[‘'](?=\w)")
_SINGLE_OPEN = re.compile(r"(?:(?<=[\s(\[—–-])|(?<![^\n]))[‘'‚](?=\w)")
# A single mark is an apostrophe unless punctuation stands beside it, as at the end of a quoted sentence.
_SINGLE_CLOSE = re.compile(r"(?<=[,.!?…])[’'‘](?!\w)|(?<=\w)[’'](?=[.,;:!?]|\s*\Z)")


# More marks than this are no speech, and pairing them would take time in the square of their number.
_MOST_MARKS = 1000


@dataclass(frozen=True)
class QuotedRegion:
    """Text between an opening and a closing mark, both included, as half-open character offsets.

    ``closed`` is False where no mark closes it: it then runs to the end of its paragraph. ``continues`` is True where
    the next paragraph reopens it, so that the next region is more of the same speech. ``mark`` is the opening mark.
    """

    start: int
    end: int
    mark: str
    closed: bool = True
    continues: bool = False


def quoted_regions(text: str, start: int = 0) -> tuple[QuotedRegion, ...]:
    """The outermost quoted regions of ``text`` from offset ``start`` on, in order, never overlapping.

    A region inside another (a term in marks within a quotation) is part of the outer one and not listed.
    """
    bounds = [(max(a, start), b) for a, b in paragraphs(text) if b > start]
    found: list[QuotedRegion] = []
    for i, (first, last) in enumerate(bounds):
        following = bounds[i + 1][0] if i + 1 < len(bounds) else len(text)
        regions = list(_pair(text, first, last, bool(_OPENER.match(text, following))))
        found += _with_singles(text, first, last, regions, bool(_SINGLE_OPENER.match(text, following)))
    return tuple(found)


def _pair(text: str, first: int, last: int, reopened: bool) -> Iterator[QuotedRegion]:
    marks = list(double_marks(text, first, last))
    if len(marks) > _MOST_MARKS:
        return
    while marks:
        region, rest = _outermost(text, marks, last, reopened)
        if region is not None:
            yield region
        marks = rest


def _outermost(text: str, marks: list[Mark], last: int, reopened: bool) -> tuple[QuotedRegion | None, list[Mark]]:
    """The first outermost region that ``marks`` begin with, and the marks behind it."""
    opening = marks[0]
    if opening.side == "close":
        return None, marks[1:]
    depth = 0
    for i, mark in enumerate(marks):
        depth += 1 if _opens(mark, depth, opening) else -1
        if depth == 0:
            return QuotedRegion(opening.start, mark.end, opening.text), marks[i + 1 :]
    closings = [i for i, mark in enumerate(marks) if i and not _opens(mark, 1, opening)]
    if reopened and depth == 1:
        end = _trimmed(text, opening.start, last)
        return QuotedRegion(opening.start, end, opening.text, closed=False, continues=True), []
    if closings:
        # More marks open than close: one inside is stray. The first closing mark that ends a phrase is taken, so
        # that no word outside the marks is put into somebody's mouth.
        i = next((i for i in closings if _ends_speech(text, marks[i])), closings[-1])
        return QuotedRegion(opening.start, marks[i].end, opening.text), marks[i + 1 :]
    end = _trimmed(text, opening.start, marks[1].start if len(marks) > 1 else last)
    return QuotedRegion(opening.start, end, opening.text, closed=False), marks[1:]


def _opens(mark: Mark, depth: int, opening: Mark) -> bool:
    if opening.text == "„" and mark.text == "“" and depth:
        return False
    return mark.side == "open"


def _ends_speech(text: str, mark: Mark) -> bool:
    return text[mark.start - 1] in ",.!?…" or text[mark.end : mark.end + 1] in (",", ".", "")


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _with_singles(text: str, first: int, last: int, doubles: list[QuotedRegion], reopened: bool) -> list[QuotedRegion]:
    """The regions of one paragraph with those in single marks added, where these stand outside all others."""
    regions = list(doubles)
    position = first
    while opening := _SINGLE_OPEN.search(text, position, last):
        closing = _SINGLE_CLOSE.search(text, opening.end(), last)
        if closing is None:
            if reopened and opening.start() == first and not doubles:
                end = _trimmed(text, first, last)
                regions.append(QuotedRegion(first, end, opening.group(), closed=False, continues=True))
            break
        region = QuotedRegion(opening.start(), closing.end(), opening.group())
        position = closing.end()
        if not any(region.start < other.end and other.start < region.end for other in doubles):
            regions.append(region)
    return sorted(regions, key=lambda region: region.start)


def last_inside(text: str, start: int, end: int) -> str:
    """The last character of quoted words but for their closing marks ("" where there is none)."""
    return text[start:end].rstrip("\"'”’»")[-1:]


def chains(regions: tuple[QuotedRegion, ...]) -> tuple[tuple[QuotedRegion, ...], ...]:
    """The regions grouped so that a quotation over several paragraphs is one group."""
    grouped: list[list[QuotedRegion]] = []
    for region in regions:
        if grouped and grouped[-1][-1].continues:
            grouped[-1].append(region)
        else:
            grouped.append([region])
    # A last region that promised to go on, and did not, simply ends.
    return tuple((*group[:-1], replace(group[-1], continues=False)) for group in grouped)
