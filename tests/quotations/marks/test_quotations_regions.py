from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.quotations.marks.pairing import QuotedRegion, quoted_regions
from factsheet.quotations.marks.regions import Regions

TEXT = 'He said "yes" and "no," then "go."'


def words(region: QuotedRegion | None) -> str | None:
    return None if region is None else TEXT[region.start : region.end]


def test_regions_are_found_by_offset() -> None:
    regions = Regions(quoted_regions(TEXT))
    assert words(regions.at(TEXT.index("no"))) == '"no,"'
    assert regions.at(0) is None
    assert words(regions.before(TEXT.index("then"))) == '"no,"'
    assert regions.before(3) is None
    assert words(regions.after(TEXT.index("then"))) == '"go."'
    assert regions.after(len(TEXT)) is None
    assert [words(region) for region in regions.within(10, 20)] == ['"yes"', '"no,"']


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("a “cold house” and “long winter.”", True),
        ("a “cold house,” a “long winter.”", True),
        ("a “cold house” and a “long winter.”", True),
        ("a “cold house,” “long winter.”", True),
        ("a “cold house” “long winter.”", False),
        ("a “cold house,” she said, “long winter.”", False),
        ("a “cold house”, “long winter.”", True),
        ("a “cold house” or of “long winters.”", True),
        ("a “cold house” but “long winters.”", False),
        ("a “cold house.” “Long winters.”", False),
        ("a “cold house” and\n\n“long winters.”", False),
    ],
)
def test_what_joins_the_pieces_of_a_list(text: str, joined: bool) -> None:
    first, second = quoted_regions(text)
    regions = Regions((first, second))
    assert regions.joined_to(second, text) == (first if joined else None)
    assert regions.list_of(second, text) == (first if joined else second)
    assert regions.list_of(first, text) == first


@given(st.text(alphabet="ab “”,.", max_size=60), st.integers(0, 60))
def test_before_at_and_after_agree(text: str, offset: int) -> None:
    regions = Regions(quoted_regions(text))
    before, at, after = regions.before(offset), regions.at(offset), regions.after(offset)
    assert before is None or before.end <= offset
    assert after is None or after.start >= offset
    assert at is None or at.start <= offset < at.end
    assert set(regions.within(offset, offset + 1)) == ({at} if at else set())
