"""Answers given in the browser, by plain forms alone: recorded, refused, taken back, several at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from review_samples import save_sheet, spelling_flag, unattributed_flag
from review_web import Reader

from factsheet.model import Decision, Mention, Speaker, Variant
from factsheet.review.log import append
from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.decisions.verdicts import state

TEXT = 'Tamm met Tam. Later Kallas met Kalas, and Sepp met Sep. "Go home!" they heard.'
TAMM, KALLAS, SEPP = (
    spelling_flag(TEXT, left, right) for left, right in (("Tamm", "Tam."), ("Kallas", "Kalas"), ("Sepp", "Sep."))
)
SILENT = unattributed_flag(TEXT, '"Go home!"')


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def reader(tmp_path: Path, log: Path) -> Reader:
    return Reader(save_sheet(tmp_path, "estonia", TEXT, TAMM, KALLAS, SEPP, SILENT), log)


def verdicts(log: Path) -> list[tuple[str, str, str]]:
    return [(r.verdict, r.left, r.scope) for r in read_decisions(log)] if log.exists() else []


@pytest.mark.parametrize(
    ("button", "scope", "record"),
    [
        ("s Same", None, ("same", "everywhere", "")),
        ("d Different", None, ("different", "everywhere", "")),
        ("u Not sure", None, ("not sure", "everywhere", "")),
        ("1 Tamm", None, ("preferred spelling", "everywhere", "Tamm")),
        ("2 Tam.", None, ("preferred spelling", "everywhere", "Tam.")),
        ("s Same", "this article", ("same", "this article", "")),
        ("d Different", "this mention", ("different", "this mention", "")),
    ],
)
def test_an_answer_is_recorded_and_the_next_flag_asked(
    reader: Reader, log: Path, button: str, scope: str | None, record: tuple[str, str, str]
) -> None:
    following = reader.press(reader.open(f"flag/{TAMM.id}"), button, scope=scope)
    (made,) = read_decisions(log)
    assert (made.verdict, made.scope, made.preferred) == record
    assert (made.by, made.at, made.flag) == ("ana", "2026-05-04T03:02:01+00:00", TAMM.id)
    assert "Recorded: " in following.words
    assert "Do “Kallas” and “Kalas” name the same one?" in following.words
    assert "1 of 4 done" in following.words
    assert "To make the sheets follow: factsheet build ARTICLES" in following.words


def test_a_split_is_offered_where_there_is_one(tmp_path: Path, log: Path) -> None:
    tam = TAMM.evidence[1]
    speaker = Speaker(
        "s1",
        "Ants Tamm",
        "person",
        (),
        (Variant("Ants Tamm", 1, "name"),),
        (Mention(tam.start, tam.end, tam.text, "name"),),
    )
    flag = replace(TAMM, names=("Tam.", "Tamm"))
    reader = Reader(save_sheet(tmp_path, "estonia", TEXT, flag, speakers=(speaker,)), log)
    reader.press(reader.open(f"flag/{flag.id}"), "x Split “Tam.” from “Ants Tamm”")
    (made,) = read_decisions(log)
    assert (made.verdict, made.left, made.right) == ("split", "Tam.", "Ants Tamm")


def test_a_preferred_spelling_at_one_mention_is_refused_and_said_so(reader: Reader, log: Path) -> None:
    page = reader.press(reader.open(f"flag/{TAMM.id}"), "1 Tamm", scope="this mention")
    assert page.status == 422
    assert "cannot be given here" in page.words
    assert "s Same" in page.form("s Same").buttons
    assert verdicts(log) == []


def test_what_is_skipped_is_not_recorded_and_asked_last(reader: Reader, log: Path) -> None:
    page = reader.press(reader.open(f"flag/{TAMM.id}"), "k Skip")
    assert "1 flag skipped: nothing was recorded." in page.words
    for button in ("s Same", "s Same", "k Skip"):
        assert "Do “Tamm”" not in page.words
        page = reader.press(page, button)
    assert "Flags to review" in page.words
    assert "“Tamm”" not in page.words
    assert "spelling variant skipped" in page.words
    assert [left for _, left, _ in verdicts(log)] == ["Kallas", "Sepp"]


def test_a_flag_about_no_two_names_can_only_be_seen_or_skipped(reader: Reader, log: Path) -> None:
    page = reader.open(f"flag/{SILENT.id}")
    assert set(page.form("k Skip").buttons) == {"", "e Seen", "k Skip"}
    assert "Have you checked it against the article?" in page.words
    after = reader.press(page, "e Seen")
    assert "was looked at, and stays as it is" in after.words
    assert [record.verdict for record in read_decisions(log)] == ["seen"]
    assert reader.open(f"flag/{SILENT.id}").status == 404
    history = reader.open("history")
    assert "was looked at" in history.words
    reader.press(reader.open(), "z Undo")
    assert "took back an answer on “" in reader.open("history").words
    assert "and “”" not in reader.open("history").words
    assert reader.open(f"flag/{SILENT.id}").status == 200


def test_one_answer_for_several_flags_is_given_to_those_that_it_fits(reader: Reader, log: Path) -> None:
    after = reader.press(reader.open(), "e Seen", TAMM.id, SILENT.id)
    assert "1 flag left as before: about two names." in after.words
    after = reader.press(reader.open(), "s Same", TAMM.id, scope="everywhere")
    assert [record.verdict for record in read_decisions(log)] == ["seen", "same"]


def test_the_answer_of_a_second_tab_is_told_and_not_recorded(reader: Reader, log: Path) -> None:
    one, other = reader.open(f"flag/{TAMM.id}"), reader.open(f"flag/{TAMM.id}")
    reader.press(one, "s Same")
    late = reader.press(other, "d Different")
    assert late.status == 409
    assert "Already answered by ana" in late.words
    assert "“Tamm” and “Tam.” are the same. Your answer was not recorded." in late.words
    assert verdicts(log) == [("same", "Tamm", "everywhere")]


def test_the_answer_of_somebody_at_the_terminal_is_seen(reader: Reader, log: Path) -> None:
    page = reader.open(f"flag/{TAMM.id}")
    append(Decision("different", "Tam.", "Tamm", "bo", "2026-01-01T00:00:00Z", "f0"), log)
    assert reader.press(page, "s Same").status == 409
    assert reader.open(f"flag/{TAMM.id}").status == 404
    assert len(read_decisions(log)) == 1


def test_an_answer_to_what_a_new_build_has_changed_is_refused(tmp_path: Path, reader: Reader, log: Path) -> None:
    page = reader.open(f"flag/{TAMM.id}")
    save_sheet(tmp_path, "latvia", TEXT, replace(TAMM, message="More is known now."), sha256="1" * 64)
    late = reader.press(page, "s Same")
    assert late.status == 409
    assert "has changed since it was shown" in late.words
    assert verdicts(log) == []
    reader.press(late, "s Same")
    assert verdicts(log) == [("same", "Tamm", "everywhere")]


def test_one_press_takes_an_answer_back_and_asks_it_again(reader: Reader, log: Path) -> None:
    page = reader.press(reader.open(f"flag/{TAMM.id}"), "s Same")
    again = reader.press(page, "z Undo")
    assert "Do “Tamm” and “Tam.” name the same one?" in again.words
    assert [verdict for verdict, _, _ in verdicts(log)] == ["same", "undo"]
    assert "z Undo" not in {button for form in again.forms for button in form.buttons}
    twice = reader.press(page, "z Undo")
    assert "it was taken back meanwhile" in twice.words
    assert len(read_decisions(log)) == 2


def test_several_flags_are_answered_at_once_and_taken_back_at_once(reader: Reader, log: Path) -> None:
    page = reader.press(reader.open(), "d Different", TAMM.id, SEPP.id, SILENT.id)
    assert "2 answers recorded." in page.words
    assert "1 flag left as before: not about two names." in page.words
    assert verdicts(log) == [("different", "Tamm", "everywhere"), ("different", "Sepp", "everywhere")]
    page = reader.press(page, "z Undo all 2")
    assert "2 answers taken back." in page.words
    assert state(read_decisions(log)).in_force == ()
    assert "2 of 4 open flags" not in page.words


@pytest.mark.parametrize(("scope", "recorded"), [("", "everywhere"), ("this article", "this article")])
def test_several_answers_hold_where_they_are_said_to(reader: Reader, log: Path, scope: str, recorded: str) -> None:
    reader.press(reader.open(), "u Not sure", TAMM.id, KALLAS.id, scope=scope)
    assert {scope for _, _, scope in verdicts(log)} == {recorded}


def test_of_several_answers_those_that_come_too_late_are_named(reader: Reader, log: Path) -> None:
    page = reader.open()
    append(Decision("different", "Kallas", "Kalas", "bo", "2026-01-01T00:00:00Z", "f0"), log)
    after = reader.press(page, "s Same", TAMM.id, KALLAS.id)
    assert "Recorded: “Tamm” and “Tam.” are the same, everywhere." in after.words
    assert "Already answered by bo" in after.words
    assert [record.left for record in read_decisions(log)] == ["Kallas", "Tamm"]


def test_one_of_several_answers_that_settles_another_is_given_once(tmp_path: Path, log: Path) -> None:
    twin = replace(TAMM, id="f2", kind="ambiguous surname")
    reader = Reader(save_sheet(tmp_path, "estonia", TEXT, TAMM, twin), log)
    page = reader.press(reader.open(), "s Same", TAMM.id, f"f2-{'0' * 12}")
    assert "Already answered by ana" in page.words
    assert len(read_decisions(log)) == 1


def test_several_flags_are_skipped_at_once(reader: Reader, log: Path) -> None:
    page = reader.press(reader.open(), "k Skip", TAMM.id, SILENT.id)
    assert "2 flags skipped" in page.words
    assert "2 skipped" in page.words
    assert verdicts(log) == []


def test_nothing_happens_where_nothing_is_chosen(reader: Reader, log: Path) -> None:
    assert "No flag was chosen" in reader.press(reader.open(), "s Same").words
    assert verdicts(log) == []


def test_a_contradiction_is_asked_as_soon_as_it_is_there_and_settled_by_taking_back(reader: Reader, log: Path) -> None:
    append(Decision("same", "Tamm", "Tom", "bo", "2026-01-01T00:00:00Z", "f0"), log)
    append(Decision("different", "Tom", "Tam.", "bo", "2026-01-01T00:00:00Z", "f0"), log)
    page = reader.press(reader.open(f"flag/{TAMM.id}?kind=spelling+variant"), "s Same")
    assert "Which answer is wrong?" in page.words
    assert "“Tom” and “Tam.” are different" in page.words
    after = reader.press(page, "1 Take this back")
    assert "Taken back: the answer on “Tom” and “Tam.”." in after.words
    assert state(read_decisions(log)).contradictions == ()


def test_the_history_has_every_record_and_takes_back_any(reader: Reader, log: Path) -> None:
    append(Decision("same", "Sepp", "Sep.", "bo", "2026-01-01T00:00:00Z", "f0", note="By phone."), log)
    reader.press(reader.open(f"flag/{TAMM.id}"), "s Same")
    history = reader.open("history")
    assert "2 records" in history.words
    assert history.words.index("“Tamm” and “Tam.” are the same") < history.words.index("“Sepp” and “Sep.” are the same")
    assert "Note: By phone." in history.words
    assert "2026-05-04 03:02:01 UTC" in history.words
    by_bo = read_decisions(log)[0].id
    (form,) = (form for form in history.forms if ("record", by_bo) in form.fields)
    history.forms = [form]
    after = reader.press(history, "Take back")
    assert "3 records" in after.words
    assert "taken back" in after.words
    assert "took back an answer on “Sepp” and “Sep.”" in after.words
    assert [record.left for record in state(read_decisions(log)).in_force] == ["Tamm"]
    reader.press(after, "Bring back")
    assert [record.left for record in state(read_decisions(log)).in_force] == ["Sepp", "Tamm"]


def test_the_history_says_which_answer_counts(reader: Reader, log: Path) -> None:
    append(Decision("same", "Sepp", "Sep.", "bo", "2026-01-01T00:00:00Z", "f0"), log)
    append(Decision("different", "Sepp", "Sep.", "bo", "2026-01-01T00:00:00Z", "f0"), log)
    words = reader.open("history").words
    assert words.index("everywhere counts") < words.index("everywhere a later answer counts")


def test_the_history_is_paged(reader: Reader, log: Path) -> None:
    for number in range(101):
        append(Decision("same", f"A{number}", "B", "bo", f"2026-01-01T00:00:{number}Z", "f0"), log)
    first = reader.open("history")
    assert ("“A100”" in first.words, "“A0”" in first.words) == (True, False)
    last = reader.open(first.links["older →"])
    assert ("“A100”" in last.words, "“A0”" in last.words) == (False, True)
    assert reader.open("history?page=99").words == last.words
    assert reader.open("history?page=x").words == first.words


def test_finishing_says_what_was_done_and_stops(reader: Reader) -> None:
    page = reader.press(reader.open(f"flag/{TAMM.id}"), "s Same")
    last = reader.press(page, "Finish")
    assert "1 decision added to" in last.words
    assert "3 still open" in last.words
    assert reader.stopped == [True]


def test_an_answer_after_the_end_is_not_recorded(reader: Reader, log: Path) -> None:
    page = reader.open(f"flag/{TAMM.id}")
    reader.sitting.close()
    assert "The review has ended." in reader.press(page, "s Same").words
    assert verdicts(log) == []


def test_who_is_meant_is_chosen_among_those_who_bear_the_name(tmp_path: Path, log: Path) -> None:
    speakers = tuple(Speaker(f"s{n}", name, "person", (), (), ()) for n, name in enumerate(("Aru Tam.", "Bo Tam.")))
    flag = replace(TAMM, kind="ambiguous surname", names=("Tam.", "Aru Tam."), subjects=("s0", "s1"))
    reader = Reader(save_sheet(tmp_path, "estonia", TEXT, flag, speakers=speakers), log)
    page = reader.open(f"flag/{flag.id}-{'0' * 12}")
    assert "Does “Tam.” mean “Aru Tam.” here? Or say who is meant." in page.words
    after = reader.press(page, "2 Bo Tam.", scope="this article")
    assert "Recorded: “Tam.” and “Bo Tam.” are the same, in estonia." in after.words
    assert verdicts(log) == [("same", "Tam.", "this article")]
    assert "Nothing is left to review." in after.words
