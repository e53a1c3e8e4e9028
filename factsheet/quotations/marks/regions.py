"""Quoted regions in the order of the text, looked up by offset."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from factsheet.quotations.marks.pairing import QuotedRegion, last_inside

_AND = r"[^\S\r\n]+(?:and|or)(?:[^\S\r\n]+(?:a|an|the|of|to|for|that|as|about|on|in|with|by))?"
_JOINT = re.compile(rf"(?:,|,?{_AND})[^\S\r\n]+")
_JOINT_BEHIND_COMMA = re.compile(rf"(?:{_AND}|[^\S\r\n]+(?:a|an|the))?[^\S\r\n]+")


@dataclass(frozen=True)
class Regions:
    """Quoted regions in order, none overlapping another."""

    all: tuple[QuotedRegion, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [region.start for region in self.all]

    @cached_property
    def _ends(self) -> list[int]:
        return [region.end for region in self.all]

    def at(self, offset: int) -> QuotedRegion | None:
        """The region that the character at ``offset`` stands in, or None."""
        i = bisect_right(self._starts, offset) - 1
        return self.all[i] if i >= 0 and offset < self.all[i].end else None

    def before(self, offset: int) -> QuotedRegion | None:
        """The last region that ends at ``offset`` or before it, or None."""
        i = bisect_right(self._ends, offset)
        return self.all[i - 1] if i else None

    def after(self, offset: int) -> QuotedRegion | None:
        """The first region that begins at ``offset`` or behind it, or None."""
        i = bisect_left(self._starts, offset)
        return self.all[i] if i < len(self.all) else None

    def joined_to(self, region: QuotedRegion, text: str) -> QuotedRegion | None:
        """The region that another one is joined to by no more than a comma, "and" or "or", as in a list of pieces of
        one speech: spoke of “a cold house” and “a long winter.”"""
        previous = self.before(region.start)
        if previous is None:
            return None
        joint = _JOINT_BEHIND_COMMA if last_inside(text, previous.start, previous.end) == "," else _JOINT
        return previous if joint.fullmatch(text, previous.end, region.start) else None

    def list_of(self, region: QuotedRegion, text: str) -> QuotedRegion:
        """The first region of the list that a region is in, or itself."""
        while (previous := self.joined_to(region, text)) is not None:
            region = previous
        return region

    def within(self, start: int, end: int) -> tuple[QuotedRegion, ...]:
        """The regions that share a character with ``[start, end)``."""
        return self.all[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
