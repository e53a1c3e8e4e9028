"""Quoted regions in the order of the text, looked up by offset."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from factsheet.quotations.marks import QuotedRegion


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

    def within(self, start: int, end: int) -> tuple[QuotedRegion, ...]:
        """The regions that share a character with ``[start, end)``."""
        return self.all[bisect_right(self._ends, start) : bisect_left(self._starts, end)]
