"""What lies at a place of the text: found without looking at all that lies anywhere in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")


class Covering(Generic[T]):
    """Things that take up stretches of a text, by what they take up."""

    def __init__(self, stretches: Iterable[tuple[int, int, T]]) -> None:
        """Each stretch is given by the offsets at which it begins and ends (half open) and by what takes it up."""
        stretches = list(stretches)
        # Between two neighbouring bounds the same things lie everywhere.
        self._bounds = sorted({bound for start, end, _ in stretches for bound in (start, end)})
        self._between: list[list[T]] = [[] for _ in self._bounds]
        for start, end, thing in stretches:
            for i in range(bisect_left(self._bounds, start), bisect_left(self._bounds, end)):
                self._between[i].append(thing)

    def at(self, offset: int) -> Sequence[T]:
        """What lies at the offset, in the order in which it was given."""
        i = bisect_right(self._bounds, offset) - 1
        return self._between[i] if i >= 0 else ()


class Stretches:
    """Stretches of a text, to be asked what they reach into."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Each stretch is given by the offsets at which it begins and ends (half open)."""
        ordered = sorted(stretches)
        self._starts = [start for start, _ in ordered]
        self._farthest = list(accumulate((end for _, end in ordered), max))

    def reach_into(self, start: int, end: int) -> bool:
        """Whether a stretch has an offset in common with these (half open)."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._farthest[before - 1] > start
