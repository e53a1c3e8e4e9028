from __future__ import annotations

from collections.abc import Sequence

import pytest

from factsheet.model import Date, Quantity
from factsheet.rendering import wording


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1.0, "high (1.00)"),
        (0.999, "high (0.99)"),
        (0.9, "high (0.90)"),
        (0.8999, "good (0.89)"),
        (0.29, "low (0.29)"),
        (0.5, "moderate (0.50)"),
        (0.0, "low (0.00)"),
    ],
)
def test_confidence_is_never_rounded_up(value: float, words: str) -> None:
    assert wording.confidence(value) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2022-10-31", "31 October 2022"), ("2022-10", "2022-10"), ("2022-13-01", "2022-13-01"), ("soon", "soon")],
)
def test_a_day_in_prose(iso: str, words: str) -> None:
    assert wording.day(iso) == words


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (Date(0, 4, "2012", "2012", "2012-01-01", "2012-12-31", "on", "explicit", False), "2012, as written"),
        (Date(0, 4, "2030", "2030", None, "2030-12-31", "by", "explicit", False), "by 2030, as written"),
        (
            Date(0, 10, "October 27", "2022-10-27", "2022-10-27", "2022-10-27", "on", "document date", False),
            "“October 27” = 2022-10-27, reckoned from the article’s date",
        ),
        (Date(0, 7, "Earlier", None, None, None, "on", "explicit", True), "“Earlier” = undated, vague"),
        (
            Date(0, 6, "lately", None, None, "2022-10-31", "on", "inferred", True),
            "“lately” = between ? and 2022-10-31, inferred, vague",
        ),
    ],
)
def test_a_date_shows_what_was_made_of_it(date: Date, words: str) -> None:
    assert wording.date(date) == words


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(0, 4, "$5 m", 5e6, 5e6, None, "USD", "exactly", "year", None), "“$5 m” = 5,000,000 USD per year"),
        (Quantity(0, 1, "x", 5.0, None, "km", None, "more than", None, None), "“x” = more than 5 km"),
        (Quantity(0, 1, "x", 2.5, 3.0, None, None, "between", None, "voters"), "“x” = 2.5–3 of voters"),
        (Quantity(0, 1, "x", None, 0.05, "%", None, "up to", None, None), "“x” = up to 0.05 %"),
    ],
)
def test_an_amount_shows_what_was_made_of_it(quantity: Quantity, words: str) -> None:
    assert wording.quantity(quantity) == words


def test_lists_and_counts() -> None:
    assert [wording.listed(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert [wording.counted(n, "flag") for n in (0, 1, 2)] == ["no flags", "1 flag", "2 flags"]


@pytest.mark.parametrize(
    ("numbers", "words"), [([], ""), ([4], "4"), ([1, 2, 4, 5, 6, 9], "1, 2, 4–6, 9"), (range(1, 400), "1–399")]
)
def test_ranges(numbers: Sequence[int], words: str) -> None:
    assert wording.ranges(numbers) == words
