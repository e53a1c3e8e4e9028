from __future__ import annotations

from dataclasses import replace

import pytest
import rendering_sheets as made
from hypothesis import given
from hypothesis import strategies as st

from factsheet.model import Flag, Quotation, Sheet
from factsheet.rendering.selection import grouped, highest, telling, told_about
from factsheet.rendering.view import MOST_POSSIBLE, view_of


@given(st.lists(st.integers(0, 5)), st.integers(0, 6))
def test_the_highest_in_their_own_order(ranks: list[int], most: int) -> None:
    items = list(enumerate(ranks))
    taken = highest(items, most, lambda item: item[1])
    assert list(taken) == sorted(taken)
    left = [item for item in items if item not in taken]
    assert len(taken) == min(most, len(items))
    assert all((a[1], -a[0]) > (b[1], -b[0]) for a in taken for b in left)


@pytest.mark.parametrize(
    "sentence",
    [
        "It stands in quotation marks, and “said” beside it reports it.",
        "“added\nthat” reports it: the clause behind it is what was said.",
        "“the Board (Santa Marija)” is its subject.",
        "Nobody is named as its source.",
    ],
)
def test_the_obvious_is_left_out(sentence: str) -> None:
    assert telling([sentence]) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "“He” is taken to be Rustam Äliyev, the person last spoken of.",
        "“He” may stand for more than one person, or for nobody named before.",
        "It is what may be said or was not said, rather than what was.",
        "Its quotation mark is never closed; it is taken to end with its paragraph.",
        "“Trend” cites “the Board”.",
        "“Board” is its subject. Nothing shows for certain whom it stands for.",
    ],
)
def test_what_a_reader_would_not_know_stays(sentence: str) -> None:
    assert telling(["“said” reports it: the clause behind it is what was said.", sentence]) == (sentence,)


def many(confidence: float, number: int) -> Sheet:
    text = " ".join(f"Statement {i}." for i in range(number))
    found: list[Quotation] = [
        made.quotation(i, [made.span(text, f"Statement {i}.")], confidence=confidence + i / 1000) for i in range(number)
    ]
    return made.sheet(made.article(text), found)


def test_a_sure_quotation_is_never_left_out() -> None:
    view = view_of(many(0.7, 80), 0.7)
    assert [entry.number for entry in view.quotations] == list(range(1, 81))


def test_the_likeliest_of_many_possible_quotations_keep_their_order_and_numbers() -> None:
    view = view_of(many(0.3, 40), 0.7)
    assert [entry.number for entry in view.possible] == list(range(41 - MOST_POSSIBLE, 41))
    assert view.possible_note.endswith("The 15 likeliest of 40; the other 25 are in the JSON sheet.")


def test_a_speaker_with_a_sure_quotation_a_flag_or_a_merge_is_told_about() -> None:
    sheet = made.ordinary()
    assert told_about(sheet, 0.7) == {"s1", "s2", "s3"}
    assert told_about(sheet, 0.99) == {"s1", "s2"}
    assert told_about(replace(sheet, flags=()), 0.99) == {"s1"}


def test_every_speaker_is_named_once() -> None:
    view = view_of(made.ordinary(), 0.7)
    names = [*(entry.name for entry in view.speakers), *(entry.name for entry in view.also_named)]
    assert sorted(names) == sorted(speaker.name for speaker in made.ordinary().speakers)


def test_flags_of_a_kind_stand_together_and_say_a_shared_suggestion_once() -> None:
    (variant,) = made.ordinary().flags
    low: Flag = replace(variant, kind="low confidence", severity="low", suggestion=None)
    again = replace(variant, message="Another pair.")
    assert grouped([variant, low, again]) == ((variant, again), (low,))
    shared, single = view_of(replace(made.ordinary(), flags=(variant, low, again)), 0.7).flags
    assert shared.suggestion == variant.suggestion
    assert [flag.suggestion for flag in shared.flags] == ["", ""]
    assert (single.suggestion, single.flags[0].suggestion) == ("", "")
