from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from review_samples import save_sheet, spelling_flag, unattributed_flag

from factsheet.cli.main import cli
from factsheet.model import Decision
from factsheet.model.flag import Verdict
from factsheet.review.answers import Answer
from factsheet.review.log import append
from factsheet.review.session import Ask, Move, Turn, review
from factsheet.review.sitting import Sitting
from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.decisions.verdicts import state

TEXT = 'Tamm met Tam. Later Kallas met Kalas, and Sepp met Sep. "Go home!" they heard.'
FLAGS = (
    spelling_flag(TEXT, "Tamm", "Tam."),
    spelling_flag(TEXT, "Kallas", "Kalas"),
    spelling_flag(TEXT, "Sepp", "Sep."),
    unattributed_flag(TEXT, '"Go home!"'),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save_sheet(tmp_path, "estonia", TEXT, *FLAGS)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


SAME, DIFFERENT, NOT_SURE = Answer("same"), Answer("different"), Answer("not sure")


def answering(*answers: Answer | Move) -> Callable[[Turn], Answer | Move]:
    rest = iter(answers)
    return lambda turn: next(rest)


def sit(folder: Path, log: Path, *answers: Answer | Move) -> Sitting:
    return hold(folder, log, answering(*answers))


def answered_before(log: Path, *answers: tuple[Verdict, str, str]) -> None:
    for verdict, left, right in answers:
        append(Decision(verdict, left, right, "bo", "2026-01-01T00:00:00Z", "f0"), log)


def hold(folder: Path, log: Path, ask: Ask, told: list[str] | None = None) -> Sitting:
    sitting = Sitting(folder, log, by="ana", now=lambda: datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC))
    review(sitting, ask, (told if told is not None else []).append)
    return sitting


def test_answers_are_recorded_with_who_and_when(folder: Path, log: Path) -> None:
    outcome = sit(folder, log, SAME, DIFFERENT, NOT_SURE, "skip")
    assert read_decisions(log) == tuple(outcome.made)
    assert [(d.verdict, d.left, d.right, d.flag) for d in outcome.made] == [
        ("same", "Tamm", "Tam.", FLAGS[0].id),
        ("different", "Kallas", "Kalas", FLAGS[1].id),
        ("not sure", "Sepp", "Sep.", FLAGS[2].id),
    ]
    assert {(d.by, d.at) for d in outcome.made} == {("ana", "2026-05-04T03:02:01+00:00")}


def test_a_sitting_goes_on_where_the_last_one_stopped(folder: Path, log: Path) -> None:
    assert len(sit(folder, log, SAME, "quit").made) == 1
    asked: list[str] = []

    def note(turn: Turn) -> Move:
        asked.append(turn.question.id)
        return "skip"

    outcome = hold(folder, log, note)
    assert asked == [flag.id for flag in FLAGS[1:]]
    assert outcome.started == 3
    assert len(read_decisions(log)) == 1


def test_an_answer_is_on_the_disk_before_the_next_question(folder: Path, log: Path) -> None:
    def crash(turn: Turn) -> Answer:
        if turn.number > 1:
            raise KeyboardInterrupt
        return SAME

    with pytest.raises(KeyboardInterrupt):
        hold(folder, log, crash)
    assert [record.verdict for record in read_decisions(log)] == ["same"]


def test_skipping_and_quitting_leave_no_log(folder: Path, log: Path) -> None:
    sit(folder, log, "skip", "quit")
    assert not log.exists()


def test_an_answer_that_is_taken_back_is_asked_again_and_stays_in_the_log(folder: Path, log: Path) -> None:
    asked: list[tuple[str, int, bool]] = []
    answers: Iterator[Answer | Move] = iter((SAME, "undo", DIFFERENT, "quit"))

    def note(turn: Turn) -> Answer | Move:
        asked.append((turn.question.id, turn.number, turn.undoable is not None))
        return next(answers)

    hold(folder, log, note)
    assert asked == [
        (FLAGS[0].id, 1, False),
        (FLAGS[1].id, 2, True),
        (FLAGS[0].id, 1, False),
        (FLAGS[1].id, 2, True),
    ]
    same, undo, different = read_decisions(log)
    assert (same.verdict, undo.verdict, different.verdict) == ("same", "undo", "different")
    assert undo.undoes == same.id


def test_an_answer_of_an_earlier_sitting_can_be_taken_back_by_who_gave_it(folder: Path, log: Path) -> None:
    (same,) = sit(folder, log, SAME, "quit").made
    (undo,) = sit(folder, log, "undo", "quit").made
    assert undo.undoes == same.id
    assert sit(folder, log, "undo", "quit").made == []


def test_a_contradiction_is_asked_first_and_as_soon_as_it_is_there(folder: Path, log: Path) -> None:
    answered_before(log, ("same", "Tamm", "Tom"), ("different", "Tom", "Tam."))
    asked: list[str] = []

    def note(turn: Turn) -> Answer | Move:
        asked.append(turn.question.kind)
        if turn.question.records:
            return Answer("take back", record=turn.question.records[0].id)
        return SAME if len(asked) == 1 else "quit"

    hold(folder, log, note)
    assert asked == ["spelling variant", "contradiction", "spelling variant"]
    assert state(read_decisions(log)).contradictions == ()


def test_an_answer_that_comes_too_late_is_told_and_not_recorded(folder: Path, log: Path) -> None:
    by_bo = Decision("different", "Tam.", "Tamm", "bo", "2026-01-01T00:00:00Z", "f0")

    def late(turn: Turn) -> Answer | Move:
        if turn.number > 1:
            return "quit"
        append(by_bo, log)
        return SAME

    told: list[str] = []
    assert hold(folder, log, late, told).made == []
    assert read_decisions(log) == (by_bo,)
    assert told == [
        "Already answered by bo at 2026-01-01T00:00:00Z: “Tam.” and “Tamm” are different. Your answer was not recorded."
    ]


def test_an_undo_says_what_it_takes_back(folder: Path, log: Path) -> None:
    told: list[str] = []
    hold(folder, log, answering(SAME, "undo", "quit"), told)
    same = "“Tamm” and “Tam.” are the same"
    assert told == [f"Recorded: {same}, everywhere.", f"Taken back: {same}."]


def test_the_command_at_a_contradiction_says_what_it_takes_back(folder: Path, log: Path) -> None:
    answered_before(log, ("same", "A", "B"), ("same", "B", "C"), ("different", "A", "C"))
    arguments = ["review", str(folder), "--decisions", str(log)]
    result = CliRunner(env={"USER": "ana"}).invoke(cli, arguments, input="1\nz\n2\nq\n")
    assert "[1] “A” and “C” are different" in result.output
    assert "Taken back: the taking back of an answer on “A” and “C”." in result.output
    assert f"0 decisions added to {log}, 3 taken back." in result.output
    assert [record.verdict for record in state(read_decisions(log)).in_force] == ["same", "different"]


def test_the_command(folder: Path, log: Path) -> None:
    arguments = ["review", str(folder), "--decisions", str(log)]
    first = CliRunner(env={"USER": "ana"}).invoke(cli, arguments, input="s\nd\nq\n")
    assert first.exit_code == 0
    assert f"2 decisions added to {log}." in first.output
    assert f"To make the sheets follow: factsheet build ARTICLES -o {folder} --decisions {log}\n" in first.output
    assert {record.by for record in read_decisions(log)} == {"ana"}
    second = CliRunner().invoke(cli, arguments, input="k\nk\n")
    assert "1 of 2" in second.output
    assert "decisions added" not in second.output


def test_ctrl_c_says_what_was_recorded(folder: Path, log: Path) -> None:
    command = [sys.executable, "-m", "factsheet", "review", str(folder), "--decisions", str(log)]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "USER": "ana"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write("s\n")
        running.stdin.flush()
        while "2 of 4" not in running.stdout.readline():
            pass
        running.send_signal(signal.SIGINT)
        assert f"1 decision added to {log}." in running.stdout.read()
    assert running.returncode == 130


def test_the_command_names_what_is_no_sheet_and_does_the_rest(folder: Path, log: Path) -> None:
    (folder / "bad.json").write_text("{")
    result = CliRunner(env={"USER": "ana"}).invoke(
        cli, ["review", str(folder), "--decisions", str(log)], input="s\nq\n"
    )
    assert result.exit_code == 1
    assert f"{folder / 'bad.json'}: not JSON" in result.output
    assert len(read_decisions(log)) == 1


def test_the_command_says_when_there_is_nothing_to_do(tmp_path: Path, log: Path) -> None:
    result = CliRunner().invoke(cli, ["review", str(save_sheet(tmp_path, "calm", TEXT)), "--decisions", str(log)])
    assert (result.exit_code, result.output) == (0, "There is nothing to review.\n")


def test_the_command_on_a_missing_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["review", str(tmp_path / "nowhere")])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"factsheet: {tmp_path / 'nowhere'}: no such folder")


def test_a_log_that_nothing_can_be_added_to_is_told_before_the_first_question(folder: Path, tmp_path: Path) -> None:
    arguments = ["review", str(folder), "--decisions", str(tmp_path / "nowhere" / "log.jsonl")]
    result = CliRunner(env={"USER": "ana"}).invoke(cli, arguments, input="s\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no folder" in result.stderr
