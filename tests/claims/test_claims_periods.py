from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.claims import periods


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2022-10-27", "2022-10-27", "2022-10-27"),
        ("2022-W43", "2022-10-24", "2022-10-30"),
        ("2022-W43-WE", "2022-10-29", "2022-10-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2022-12", "2022-12-01", "2022-12-31"),
        ("2022-Q4", "2022-10-01", "2022-12-31"),
        ("2022-H2", "2022-07-01", "2022-12-31"),
        ("2022-WI", "2022-12-01", "2023-02-28"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
    ],
)
def test_the_days_of_a_value(value: str, first: str, last: str) -> None:
    assert periods.bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "2022-13", "2022-02-30", "2022-W54", "22", "2022-Q5", "1X9X"])
def test_what_is_no_value_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        periods.bounds(value)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9990, 1, 1)))
def test_a_day_lies_in_every_value_made_of_it(day: date) -> None:
    for value in (
        periods.day_value(day),
        periods.week_value(day),
        periods.month_value(day.year, day.month),
        periods.quarter_value(day.year, (day.month + 2) // 3),
        periods.year_value(day.year),
        periods.decade_value(day.year),
    ):
        first, last = periods.bounds(value)
        assert first <= day <= last
