from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.evaluation.score import Attribution, Scores, count, figures
from factsheet.evaluation.words import quoted, words

TEXT = 'Ana said "one two three four five six seven eight". Bo Lund said nine ten.'


def at(part: str, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    start = text.index(part)
    return ((start, start + len(part)),)


def attribution(content: str, source: str | None = None) -> Attribution:
    return Attribution(at(content), source=at(source) if source else ())


DIRECT = attribution("one two three four five six seven eight", "Ana")
INDIRECT = attribution("nine ten", "Bo Lund")


def scores(gold: list[Attribution], predicted: list[Attribution]) -> Scores:
    return figures(count(TEXT, gold, predicted))


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        (
            [DIRECT, INDIRECT],
            {"all exact F1": 1.0, "direct gold": 1, "indirect gold": 1, "all source accuracy": 1.0},
        ),
        ([], {"all exact P": 0.0, "all exact R": 0.0, "all exact F1": 0.0, "direct predicted": 0}),
        # Seven of eight words: strict, not exact.
        (
            [attribution("one two three four five six seven", "Ana")],
            {"direct exact R": 0.0, "direct strict R": 1.0, "all strict R": 0.5, "all strict P": 1.0},
        ),
        # Three of eight words: lenient, not strict.
        (
            [attribution("one two three", "Ana")],
            {"direct strict R": 0.0, "direct lenient R": 1.0, "direct source accuracy": 1.0},
        ),
        # Two of eight words: nothing.
        ([attribution("one two", "Ana")], {"direct lenient R": 0.0, "direct lenient P": 0.0}),
        # A pair scores for recall under the gold's kind and for precision under the prediction's.
        (
            [attribution("Bo Lund said nine ten"), attribution('four five six seven eight". Bo Lund said')],
            {"direct lenient R": 1.0, "direct predicted": 0, "mixed predicted": 1, "mixed lenient P": 1.0},
        ),
        # The better of two takes the gold, the other one is a false find.
        (
            [attribution("one two three four"), DIRECT],
            {"direct exact R": 1.0, "direct exact P": 0.5, "direct lenient P": 0.5},
        ),
        # No source is not right, and not wrong either.
        ([attribution("nine ten")], {"indirect source accuracy": 0.0, "indirect source wrong": 0.0}),
        ([attribution("nine ten", "Ana")], {"indirect source accuracy": 0.0, "indirect source wrong": 1.0}),
        # Half of the shorter source's words are enough.
        ([attribution("nine ten", "Lund said")], {"indirect source accuracy": 1.0}),
        ([attribution("nine ten", ". Bo Lund said nine ten")], {"indirect source accuracy": 1.0}),
    ],
)
def test_scores_of_one_article(predicted: list[Attribution], expected: Scores) -> None:
    result = scores([DIRECT, INDIRECT], predicted)
    assert {key: result[key] for key in expected} == expected


def test_a_gold_without_source_counts_for_no_source() -> None:
    result = scores([attribution("nine ten")], [INDIRECT])
    assert (result["indirect source accuracy"], result["indirect source wrong"]) == (0.0, 0.0)


def test_content_without_a_word_is_left_out() -> None:
    assert scores([Attribution(at('"'))], [Attribution(())])["all gold"] == 0


def test_counts_of_articles_add_up() -> None:
    both = count(TEXT, [DIRECT], [DIRECT]) + count(TEXT, [INDIRECT], [])
    result = figures(both)
    assert result["documents"] == 2
    assert (result["all exact P"], result["all exact R"], result["all exact F1"]) == (1.0, 0.5, 0.6667)


def test_figures_of_nothing_are_zero() -> None:
    assert set(figures(Counter()).values()) == {0}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "a b" and c.', ["a", "b"]),
        ("He said “a b” and c.", ["a", "b"]),
        ("He said „a b” and «c».", ["a", "b", "c"]),
        ("He said ``a b'' and c.", ["a", "b"]),
        ('He said "a b” and c.', ["a", "b"]),
        ('He said "a b\nand c.', ["a", "b"]),
        ('He said "a "b" c" d.', ["a", "b"]),
        ("He is 6'2\" and c.", []),
        ("It's the dogs' c.", []),
        ('("a") b', ["a"]),
        ('"', []),
    ],
)
def test_words_inside_marks(text: str, inside: list[str]) -> None:
    units = words(text)
    starts = quoted(text, units)
    assert [text[start:end] for start, end in units if start in starts] == inside


spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda pair: (min(pair), max(pair)))
attributions = st.lists(
    st.builds(Attribution, st.lists(spans, min_size=1, max_size=2).map(tuple), st.just(()), spans.map(lambda s: (s,))),
    max_size=5,
)


@given(gold=attributions, predicted=attributions)
def test_scores_are_shares_and_looser_measures_are_no_lower(
    gold: list[Attribution], predicted: list[Attribution]
) -> None:
    result = scores(gold, predicted)
    assert all(0 <= value <= 1 for key, value in result.items() if key.split()[-1] in ("P", "R", "F1", "accuracy"))
    for kind in ("all", "direct", "mixed", "indirect"):
        assert result[f"{kind} exact R"] <= result[f"{kind} strict R"] <= result[f"{kind} lenient R"]


@given(gold=attributions)
def test_the_gold_scores_itself_fully(gold: list[Attribution]) -> None:
    result = scores(gold, gold)
    assert result["all exact R"] == (1.0 if result["all gold"] else 0.0)
