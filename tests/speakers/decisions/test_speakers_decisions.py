"""The decision log as a state: what counts, where, what an undo does, and which answers contradict each other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.errors import AuthorityError
from factsheet.model import Decision, Span
from factsheet.model.codec import from_plain, to_plain
from factsheet.model.flag import ArticleRef, Scope, Score, Verdict
from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.decisions.verdicts import state

HERE, THERE = "a" * 64, "b" * 64
FIRST, SECOND = Span(10, 14, "Osei"), Span(90, 94, "Osei")


def record(
    verdict: Verdict,
    left: str = "Osei",
    right: str = "Daniel Osei",
    *,
    scope: Scope = "everywhere",
    article: str = HERE,
    mention: Span | None = None,
    preferred: str = "",
    undoes: str = "",
    at: str = "2026-01-01T00:00:00Z",
) -> Decision:
    articles = () if scope == "everywhere" else (ArticleRef("x", article),)
    return Decision(
        verdict, left, right, "ann", at, "f0", "", scope, articles, mention, preferred=preferred, undoes=undoes
    )


def undo(of: Decision, at: str = "2026-01-02T00:00:00Z") -> Decision:
    return record("undo", of.left, of.right, undoes=of.id, at=at)


SAME, DIFFERENT, NOT_SURE = record("same"), record("different"), record("not sure")


@pytest.mark.parametrize(
    ("log", "verdict"),
    [
        ([], None),
        ([SAME], "same"),
        ([SAME, DIFFERENT], "different"),
        ([DIFFERENT, SAME], "same"),
        ([DIFFERENT, NOT_SURE], "not sure"),
        ([SAME, undo(SAME)], None),
        ([SAME, DIFFERENT, undo(DIFFERENT)], "same"),
        ([SAME, DIFFERENT, undo(SAME)], "different"),
        ([SAME, undo(SAME), undo(undo(SAME))], "same"),
        ([SAME, undo(SAME), undo(undo(SAME)), undo(undo(undo(SAME)))], None),
        ([undo(SAME), SAME], "same"),
        ([SAME, undo(SAME), SAME], "same"),
        ([SAME, SAME, undo(SAME)], None),
    ],
)
def test_the_last_record_that_is_not_taken_back_counts(log: list[Decision], verdict: str | None) -> None:
    found = state(log).everywhere.recorded("daniel  osei", "OSEI")
    assert (found.verdict if found else None) == verdict


WIDE = record("same")
ARTICLE = record("different", scope="this article")
MENTION = record("same", scope="this mention", mention=FIRST)


@pytest.mark.parametrize("log", [[WIDE, ARTICLE, MENTION], [MENTION, ARTICLE, WIDE], [ARTICLE, MENTION, WIDE]])
def test_the_narrowest_scope_counts_whatever_came_last(log: list[Decision]) -> None:
    verdicts = state(log)
    assert verdicts.at(HERE, FIRST).recorded("Osei", "Daniel Osei") == MENTION
    assert verdicts.at(HERE, SECOND).recorded("Osei", "Daniel Osei") == ARTICLE
    assert verdicts.at(HERE).recorded("Osei", "Daniel Osei") == ARTICLE
    assert verdicts.at(THERE, FIRST).recorded("Osei", "Daniel Osei") == WIDE


def test_a_record_for_an_article_says_nothing_of_another() -> None:
    verdicts = state([ARTICLE, MENTION])
    assert verdicts.at(THERE, FIRST).recorded("Osei", "Daniel Osei") is None
    assert verdicts.everywhere.recorded("Osei", "Daniel Osei") is None


def test_same_apart_and_split() -> None:
    rulings = state([record("split", "Osei", "Daniel Osei"), record("preferred spelling", "A", "B", preferred="A")])
    here = rulings.everywhere
    assert (here.apart("Daniel Osei", "Osei"), here.same("Osei", "Daniel Osei")) == (True, False)
    assert here.split("Osei", "Daniel Osei")
    assert not here.split("Daniel Osei", "Osei")
    assert (here.same("B", "A"), here.apart("A", "B")) == (True, False)


@pytest.mark.parametrize(
    ("log", "form", "preferred"),
    [
        ([record("preferred spelling", "Tamm", "Tam", preferred="Tamm")], "Tam", "Tamm"),
        ([record("preferred spelling", "Tamm", "Tam", preferred="Tamm")], "Tamm", None),
        ([record("preferred spelling", "Núñez", "Nunez", preferred="Núñez")], "Nunez", "Núñez"),
        ([record("preferred spelling", "Núñez", "Nunez", preferred="Núñez")], "Núñez", None),
        (
            [
                record("preferred spelling", "Tamm", "Tam", preferred="Tamm"),
                record("preferred spelling", "Tamm", "Tam", preferred="Tam"),
            ],
            "Tamm",
            "Tam",
        ),
        (
            [record("preferred spelling", "Tamm", "Tam", preferred="Tamm"), record("different", "Tam", "Tamm")],
            "Tam",
            None,
        ),
    ],
)
def test_the_preferred_spelling(log: list[Decision], form: str, preferred: str | None) -> None:
    assert state(log).everywhere.preferred(form) == preferred


AB, BC, AC = record("same", "A", "B"), record("same", "B", "C"), record("different", "A", "C")
CD, XY = record("same", "C", "D"), record("same", "X", "Y")


def test_a_contradiction_is_found_with_its_records_and_joins_nothing() -> None:
    verdicts = state([AB, XY, BC, AC, CD])
    (found,) = verdicts.contradictions
    assert found.records == (AC, AB, BC)
    here = verdicts.everywhere
    assert not here.same("A", "B")
    assert not here.same("B", "C")
    assert here.apart("A", "C")
    assert here.same("X", "Y")
    assert here.same("C", "D"), "what merely hangs off the chain is no part of the contradiction"
    assert here.recorded("A", "B") == AB


@pytest.mark.parametrize("wrong", [AB, BC, AC])
def test_a_contradiction_is_settled_by_taking_back_any_of_its_records(wrong: Decision) -> None:
    verdicts = state([AB, BC, AC, undo(wrong)])
    assert verdicts.contradictions == ()
    right = [r for r in (AB, BC, AC) if r != wrong]
    assert [verdicts.everywhere.on(r.left, r.right) for r in right] == right


def test_every_way_round_a_contradiction_is_held_back() -> None:
    log = [AB, BC, AC, record("same", "A", "D"), record("same", "D", "C")]
    here = state(log).everywhere
    assert not any(here.same(*pair) for pair in ("AB", "BC", "AD", "DC"))


def test_a_contradiction_of_one_article_holds_there_only() -> None:
    apart = record("different", "A", "C", scope="this article")
    verdicts = state([AB, BC, apart])
    (found,) = verdicts.contradictions
    assert found.records == (apart, AB, BC)
    assert not verdicts.at(HERE).same("A", "B")
    assert verdicts.at(THERE).same("A", "B")


def test_an_answer_for_one_article_settles_a_wider_contradiction_there() -> None:
    verdicts = state([AB, BC, AC, record("same", "A", "C", scope="this article")])
    assert verdicts.at(HERE).contradictions == ()
    assert verdicts.at(HERE).same("A", "B")
    assert not verdicts.at(THERE).same("A", "B")


def test_two_mentions_of_two_people_contradict_nothing() -> None:
    one = record("same", "Osei", "Daniel Osei", scope="this mention", mention=FIRST)
    other = record("same", "Osei", "Grace Osei", scope="this mention", mention=SECOND)
    assert state([one, other, record("different", "Daniel Osei", "Grace Osei")]).contradictions == ()


SCOPES: st.SearchStrategy[Scope] = st.sampled_from(("everywhere", "this article", "this mention"))
ANSWERS: st.SearchStrategy[Verdict] = st.sampled_from(("same", "different", "split", "not sure"))
NAMES = st.sampled_from("ABCDE")


@st.composite
def logs(draw: Callable[[st.SearchStrategy[Any]], Any]) -> list[Decision]:
    """Logs with answers of every scope, and undos of any earlier record."""
    log: list[Decision] = []
    for number in range(draw(st.integers(0, 12))):
        at = f"2026-01-01T00:00:{number:02}Z"
        if log and draw(st.booleans()):
            log.append(undo(draw(st.sampled_from(log)), at))
            continue
        scope = draw(SCOPES)
        mention = draw(st.sampled_from((FIRST, SECOND))) if scope == "this mention" else None
        article = draw(st.sampled_from((HERE, THERE)))
        log.append(
            record(draw(ANSWERS), draw(NAMES), draw(NAMES), scope=scope, article=article, mention=mention, at=at)
        )
    return log


def answers(log: list[Decision]) -> list[object]:
    verdicts = state(log)
    places = [verdicts.at(article, *spans) for article in (HERE, THERE) for spans in ((), (FIRST,), (SECOND,))]
    pairs = [(left, right) for left in "ABCDE" for right in "ABCDE"]
    return [rulings.on(*pair) for rulings in (verdicts.everywhere, *places) for pair in pairs]


@given(logs())
def test_the_log_read_twice_over_says_the_same(log: list[Decision]) -> None:
    assert answers([*log, *log]) == answers(log)
    assert state(log) == state(list(log))


@given(logs(), st.data())
def test_an_undo_leaves_the_log_as_if_the_record_had_not_been_made(log: list[Decision], data: st.DataObject) -> None:
    if log:
        target = data.draw(st.sampled_from(log))
        taken_back = [*log, undo(target, "2026-02-01T00:00:00Z")]
        without = [r for r in log if r != target]
        assert answers(taken_back) == answers(without)
        assert answers([*taken_back, undo(taken_back[-1], "2026-02-02T00:00:00Z")]) == answers(log)


@given(logs(), st.randoms(use_true_random=False))
def test_records_on_other_names_can_stand_in_any_order(log: list[Decision], random: Random) -> None:
    groups: dict[frozenset[str], list[Decision]] = {}
    for one in log:
        groups.setdefault(frozenset({one.left, one.right}), []).append(one)
    shuffled = list(groups.values())
    random.shuffle(shuffled)
    assert answers([one for group in shuffled for one in group]) == answers(log)


@given(logs())
def test_nothing_is_joined_that_decisions_keep_apart(log: list[Decision]) -> None:
    """However far the answers that join are followed, they never reach two names that another one keeps apart."""
    verdicts = state(log)
    for rulings in (verdicts.everywhere, verdicts.at(HERE), verdicts.at(HERE, FIRST), verdicts.at(THERE, SECOND)):
        for start in "ABCDE":
            reached, waiting = {start}, [start]
            while waiting:
                new = {other for other in "ABCDE" if rulings.same(waiting[-1], other)} - reached
                waiting.pop()
                waiting += new
                reached |= new
            assert not any(rulings.apart(start, other) for other in reached - {start})


def test_an_id_is_made_of_content() -> None:
    again = from_plain(Decision, json.loads(json.dumps(to_plain(Decision, SAME))))
    assert (again, again.id) == (SAME, SAME.id)
    others = [DIFFERENT, record("same", at="2026-01-01T00:00:01Z"), record("same", scope="this article"), MENTION]
    assert len({SAME.id, *(other.id for other in others)}) == 5


def test_a_count_does_not_change_the_id_when_it_is_read_back() -> None:
    made = Decision("same", "A", "B", "ann", "2026-01-01T00:00:00Z", "f0", scores=(Score("places", 2),))
    assert from_plain(Decision, json.loads(json.dumps(to_plain(Decision, made)))).id == made.id


OLD = (
    '{"verdict": "same", "left": "A", "right": "B", "by": "ann", "at": "2026-01-01T00:00:00Z", '
    '"flag": "f0", "note": ""}'
)


def test_a_record_of_the_first_format_is_read_and_has_an_id(tmp_path: Path) -> None:
    (tmp_path / "log").write_text(OLD + "\n")
    (old,) = read_decisions(tmp_path / "log")
    assert old == Decision("same", "A", "B", "ann", "2026-01-01T00:00:00Z", "f0")
    assert old.id == Decision("same", "A", "B", "ann", "2026-01-01T00:00:00Z", "f0", note="").id
    assert state([old, undo(old)]).in_force == ()


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"id": "d0123456789abcdef"}, "was changed after it was written"),
        ({"verdict": "undo"}, 'needs the id of a record in "undoes"'),
        ({"verdict": "preferred spelling"}, 'needs "preferred"'),
        ({"verdict": "preferred spelling", "preferred": "Z"}, "must be one of the two names"),
        ({"scope": "this article"}, 'needs "articles"'),
        ({"scope": "this mention", "articles": [{"id": "x", "sha256": HERE}]}, 'needs a "mention"'),
        ({"scope": "somewhere"}, "scope"),
        ({"left": ""}, 'needs a name in "left" and in "right"'),
        ({"verdict": "different", "right": " \t"}, 'needs a name in "left" and in "right"'),
    ],
)
def test_a_record_that_cannot_be_obeyed_is_named(tmp_path: Path, more: dict[str, object], problem: str) -> None:
    (tmp_path / "log").write_text(OLD + "\n" + json.dumps({**json.loads(OLD), **more}))
    with pytest.raises(AuthorityError, match="line 2: .*" + problem):
        read_decisions(tmp_path / "log")


def test_that_a_flag_was_seen_is_no_answer_on_its_words() -> None:
    seen = record("seen", "Osei", "Daniel Osei", scope="this article", at="2026-01-03T00:00:00Z")
    verdicts = state([SAME, seen])
    assert verdicts.at(HERE).recorded("Osei", "Daniel Osei") == SAME
    assert (verdicts.seen("f0", HERE), verdicts.seen("f0", THERE), verdicts.seen("f1", HERE)) == (seen, None, None)
    assert verdicts.names == state([SAME]).names
    assert state([seen, undo(seen)]).seen("f0", HERE) is None
    assert state([record("seen")]).seen("f0", THERE) == record("seen")
