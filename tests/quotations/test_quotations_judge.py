from __future__ import annotations

from factsheet.quotations.frames import ContentCandidate
from factsheet.quotations.judge import ANY_CUE, Judge, default_judge

JUDGE = Judge(
    {
        (ANY_CUE, "ccomp right"): (50, 100),
        (ANY_CUE, "rest"): (1, 100),
        ("say", "ccomp right"): (97, 97),
        ("walk", "ccomp right"): (0, 97),
    },
    frozenset({"say", "walk"}),
)
CLAUSE = ContentCandidate(((10, 20),), "ccomp right")
REST = ContentCandidate(((8, 30),), "rest")


def test_a_rate_is_smoothed_towards_that_of_all_cues() -> None:
    assert JUDGE.probability("say", "ccomp right") == (97 + 3) / 103
    assert JUDGE.probability("mumble", "ccomp right") == 0.5


def test_the_likeliest_candidate_is_chosen() -> None:
    chosen = JUDGE.choose("say", [REST, CLAUSE])
    assert chosen is not None
    assert chosen[0] is CLAUSE


def test_what_is_seldom_reported_is_refused() -> None:
    assert JUDGE.choose("walk", [CLAUSE, REST]) is None
    assert JUDGE.choose("say", []) is None


def test_the_counts_that_come_with_the_program_are_sound() -> None:
    judge = default_judge()
    assert {"say", "tell", "accord"} <= judge.known
    assert all(0 <= right <= seen for right, seen in judge.counts.values())
    assert judge.probability("say", "quotation before") > 0.8
