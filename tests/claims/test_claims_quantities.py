from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from factsheet.claims.dates import find_dates
from factsheet.claims.numbers import number_of
from factsheet.claims.quantities import find_quantities
from factsheet.model import Quantity

Parse = Callable[[str], Doc]


def quantities(parse: Parse, text: str) -> tuple[Quantity, ...]:
    doc = parse(text)
    return find_quantities(doc, text, find_dates(doc, text, "2022-10-31"))


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("It paid $2.5 billion for it.", "$2.5 billion", {"low": 2.5e9, "high": 2.5e9, "currency": "USD"}),
        ("The EU gave €300 million in aid.", "€300 million", {"low": 3e8, "currency": "EUR"}),
        ("It cost 300 million euros.", "300 million euros", {"low": 3e8, "currency": "EUR"}),
        ("It cost £5bn.", "£5bn", {"low": 5e9, "currency": "GBP"}),
        ("It cost US$3m.", "US$3m", {"low": 3e6, "currency": "USD"}),
        ("It costs $1.5-2 billion.", "$1.5-2 billion", {"low": 1.5e9, "high": 2e9, "comparator": "between"}),
        ("They earn $15 an hour.", "$15 an hour", {"low": 15, "currency": "USD", "per": "hour"}),
        ("It has 55,000 volunteers.", "55,000", {"low": 55000, "of": "volunteers", "unit": None}),
        ("He won by 83 percentage points.", "83 percentage points", {"low": 83, "unit": "percentage points"}),
        (
            "Nearly 90 percent of voters agreed.",
            "Nearly 90 percent",
            {"unit": "%", "comparator": "about", "of": "voters"},
        ),
        ("More than 2,000 people fled.", "More than 2,000", {"low": 2000, "high": None, "comparator": "more than"}),
        ("Fewer than 20 people fled.", "Fewer than 20", {"low": None, "high": 20, "comparator": "less than"}),
        (
            "At least 12 people died.",
            "At least 12",
            {"low": 12, "high": None, "comparator": "at least"},
        ),
        ("Up to 500 people came.", "Up to 500", {"low": None, "high": 500, "comparator": "up to"}),
        ("It weighs between 5 and 10 tonnes.", "between 5 and 10 tonnes", {"low": 5, "high": 10, "unit": "tonnes"}),
        ("He is 5 to 10 percent ahead.", "5 to 10 percent", {"low": 5, "high": 10, "comparator": "between"}),
        ("The plant makes 500 MW of power.", "500 MW", {"low": 500, "unit": "MW", "of": "power"}),
        ("Twenty-two workers went home.", "Twenty-two", {"low": 22, "of": "workers"}),
        ("He gave two hundred and ten dollars.", "two hundred and ten dollars", {"low": 210, "currency": "USD"}),
        ("Half of the voters stayed home.", "Half", {"low": 0.5, "unit": "share", "of": "the voters"}),
        ("Two-thirds of the members left.", "Two-thirds", {"low": 0.667, "unit": "share", "of": "the members"}),
        ("Nearly six in 10 voters agreed.", "Nearly six in 10", {"low": 0.6, "comparator": "about", "of": "voters"}),
        ("It took over two years.", "two years", {"low": 2, "comparator": "exactly", "unit": "years"}),
        ("Prices fell by -3%.", "-3%", {"low": -3, "unit": "%"}),
        ("One person was killed.", "One", {"low": 1, "of": "person"}),
        ("It was minus 41 degrees in Almaty.", "minus 41 degrees", {"low": -41, "high": -41, "unit": "degrees"}),
        ("Half a dozen ships sank.", "Half a dozen", {"low": 6, "high": 6, "of": "ships"}),
        ("Roughly two dozen farmers came.", "Roughly two dozen", {"low": 24, "comparator": "about", "of": "farmers"}),
        ("Rates rose by a quarter of a percent.", "a quarter of a percent", {"low": 0.25, "unit": "%"}),
        ("Rates rose by half a percentage point.", "half a percentage point", {"low": 0.5}),
        ("It cost half a million euros.", "half a million euros", {"low": 500_000, "currency": "EUR"}),
        ("It takes two or three months.", "two or three months", {"low": 2, "high": 3, "unit": "months"}),
        ("One or two people left.", "One or two", {"low": 1, "high": 2, "of": "people"}),
    ],
)
def test_an_amount_is_worked_out(parse: Parse, text: str, words: str, expected: dict[str, Any]) -> None:
    (found,) = quantities(parse, text)
    assert found.text == words
    assert {name: getattr(found, name) for name in expected} == expected


def test_two_of_three(parse: Parse) -> None:
    found = quantities(parse, "Two of the three candidates left.")
    assert [(amount.text, amount.of) for amount in found] == [("Two", "the three candidates"), ("three", "candidates")]


@pytest.mark.parametrize(
    ("text", "lows", "unit"),
    [
        ("Turnout fell from 35 to 12 percent.", [35, 12], "%"),
        ("Turnout went 35 to 12 percent.", [35, 12], "%"),
        ("Turnout rose from 12 to 35 percent.", [12], "%"),
        ("The fee fell from $50 to $35.", [50, 35], None),
    ],
)
def test_a_fall_from_one_amount_to_another_is_no_range(parse: Parse, text: str, lows: list[int], unit: str) -> None:
    found = quantities(parse, text)
    assert [amount.low for amount in found] == lows
    assert {amount.unit for amount in found} == {unit}


def test_two_amounts_joined_by_and_are_two(parse: Parse) -> None:
    found = quantities(parse, "They gave £5bn and US$3m.")
    assert [(amount.low, amount.currency) for amount in found] == [(5e9, "GBP"), (3e6, "USD")]


@pytest.mark.parametrize(
    "text",
    [
        "Smith, 52, is a doctor.",
        "The 44-year-old man was on Flight 103.",
        "Call 555-1234 now.",
        "It began at 6 a.m. on Oct. 23, 2015.",
        "It began at 10:35.",
        "One does not say that.",
        "One day he will see.",
        "1. The first thing.",
        "The G20 met about COVID-19.",
        "It was signed in 2012.",
        "No. 5 is alive.",
    ],
)
def test_a_number_that_counts_nothing_is_no_amount(parse: Parse, text: str) -> None:
    assert quantities(parse, text) == ()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("five", 5),
        ("twenty-two", 22),
        ("two hundred and ten thousand", 210_000),
        ("a million", 1_000_000),
        ("1,234.5", 1234.5),
        ("fish", None),
        ("9" * 400, None),
    ],
)
def test_numbers_in_figures_and_in_words(words: str, number: float | None) -> None:
    assert number_of(words) == number
