from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsheet.speakers.covering import Covering, Stretches

_BOUNDS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: (min(pair), max(pair))))


@given(_BOUNDS, st.integers(-1, 13))
def test_what_lies_at_an_offset(bounds: list[tuple[int, int]], offset: int) -> None:
    numbered = [(start, end, number) for number, (start, end) in enumerate(bounds)]
    expected = [number for start, end, number in numbered if start <= offset < end]
    assert list(Covering(numbered).at(offset)) == expected


@given(_BOUNDS, st.integers(0, 12), st.integers(1, 12))
def test_what_stretches_reach_into(bounds: list[tuple[int, int]], start: int, size: int) -> None:
    stretches = [(first, last) for first, last in bounds if first < last]
    expected = any(first < start + size and start < last for first, last in stretches)
    assert Stretches(stretches).reach_into(start, start + size) == expected
