"""Two names side by side: which word of one answers to which word of the other, in the order they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from factsheet.speakers.names.likeness import Likeness, likeness

_LEFT_OVER = 10.0
_COST = {
    Likeness.SAME: 0.0,
    Likeness.ROMANISED: 0.2,
    Likeness.OTHER_LANGUAGE: 0.3,
    Likeness.SHORT_FORM: 0.4,
    Likeness.LOOSE: 0.5,
    Likeness.RARE_SHORT_FORM: 1.0,
    Likeness.INITIAL: 1.0,
    Likeness.ONE_LETTER: 4.0,
    Likeness.VOWELS: 6.0,
    Likeness.TWO_LETTERS: 7.0,
}
_JOINT = 0.1
_SHAPES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (1, 4), (4, 1))


@dataclass(frozen=True)
class Pair:
    """Words of one name that answer to words of another, each as a half-open range of places."""

    left: tuple[int, int]
    right: tuple[int, int]
    likeness: Likeness


@dataclass(frozen=True)
class Alignment:
    """The pairs in order, and the places of the words that nothing answers to."""

    pairs: tuple[Pair, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]

    @property
    def worst(self) -> Likeness:
        """The likeness of the pair that is least alike."""
        return max((pair.likeness for pair in self.pairs), default=Likeness.DIFFERENT)


def align(left: Sequence[str], right: Sequence[str]) -> Alignment:
    """The cheapest way to read one name beside the other, neither turned round.

    Several words may answer to one that is made of them ("jong", "un" to "jongun").
    """

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[Pair, ...]]:
        if i == len(left) or j == len(right):
            return _LEFT_OVER * (len(left) - i + len(right) - j), ()
        ways = [_plus(_LEFT_OVER, (), best(i + 1, j)), _plus(_LEFT_OVER, (), best(i, j + 1))]
        for m, n in _SHAPES:
            if i + m <= len(left) and j + n <= len(right):
                alike = _joined_likeness(left[i : i + m], right[j : j + n])
                if alike in _COST:
                    cost = _COST[alike] + _JOINT * (m + n - 2)
                    ways.append(_plus(cost, (Pair((i, i + m), (j, j + n), alike),), best(i + m, j + n)))
        return min(ways, key=lambda way: way[0])

    pairs = best(0, 0)[1]
    return Alignment(
        pairs,
        _uncovered(len(left), [pair.left for pair in pairs]),
        _uncovered(len(right), [pair.right for pair in pairs]),
    )


def _joined_likeness(left: Sequence[str], right: Sequence[str]) -> Likeness:
    one, other = "".join(left), "".join(right)
    if len(left) == len(right):
        return likeness(one, other)
    if min(map(len, (*left, *right))) > 1 and (alike := likeness(one, other)) <= Likeness.ROMANISED:
        return alike
    return Likeness.DIFFERENT


def _plus(cost: float, pairs: tuple[Pair, ...], rest: tuple[float, tuple[Pair, ...]]) -> tuple[float, tuple[Pair, ...]]:
    return cost + rest[0], pairs + rest[1]


def _uncovered(length: int, ranges: list[tuple[int, int]]) -> tuple[int, ...]:
    return tuple(i for i in range(length) if not any(start <= i < end for start, end in ranges))
