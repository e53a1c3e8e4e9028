from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from review_samples import save_sheet, spelling_flag, unattributed_flag

from factsheet.cli.main import cli
from factsheet.review.open_flags import OpenFlag
from factsheet.review.screen import Answer
from factsheet.review.session import Outcome, review
from factsheet.speakers.decisions import read_decisions

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


def answering(*answers: Answer) -> Callable[[OpenFlag, int, int], Answer]:
    rest = iter(answers)
    return lambda flag, number, total: next(rest)


def sit(folder: Path, log: Path, *answers: Answer) -> Outcome:
    return review(folder, log, answering(*answers), by="ana", now=lambda: datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC))


def test_answers_are_recorded_with_who_and_when(folder: Path, log: Path) -> None:
    outcome = sit(folder, log, "same", "different", "not sure", "skip")
    assert read_decisions(log) == outcome.decisions
    assert [(d.verdict, d.left, d.right, d.flag) for d in outcome.decisions] == [
        ("same", "Tamm", "Tam.", FLAGS[0].id),
        ("different", "Kallas", "Kalas", FLAGS[1].id),
        ("not sure", "Sepp", "Sep.", FLAGS[2].id),
    ]
    assert {(d.by, d.at) for d in outcome.decisions} == {("ana", "2026-05-04T03:02:01+00:00")}


def test_a_sitting_goes_on_where_the_last_one_stopped(folder: Path, log: Path) -> None:
    assert len(sit(folder, log, "same", "quit").decisions) == 1
    asked: list[str] = []

    def note(flag: OpenFlag, number: int, total: int) -> Answer:
        asked.append(flag.flag.id)
        return "skip"

    outcome = review(folder, log, note, by="ana")
    assert asked == [flag.id for flag in FLAGS[1:]]
    assert outcome.open == 3
    assert len(read_decisions(log)) == 1


def test_an_answer_is_on_the_disk_before_the_next_question(folder: Path, log: Path) -> None:
    def crash(flag: OpenFlag, number: int, total: int) -> Answer:
        if number > 1:
            raise KeyboardInterrupt
        return "same"

    with pytest.raises(KeyboardInterrupt):
        review(folder, log, crash, by="ana")
    assert [record.verdict for record in read_decisions(log)] == ["same"]


def test_skipping_and_quitting_leave_no_log(folder: Path, log: Path) -> None:
    sit(folder, log, "skip", "quit")
    assert not log.exists()


def test_the_command(folder: Path, log: Path) -> None:
    arguments = ["review", str(folder), "--decisions", str(log)]
    first = CliRunner(env={"USER": "ana"}).invoke(cli, arguments, input="s\nd\nq\n")
    assert first.exit_code == 0
    assert f"2 decisions added to {log}." in first.output
    assert {record.by for record in read_decisions(log)} == {"ana"}
    second = CliRunner().invoke(cli, arguments, input="k\nk\n")
    assert "1 of 2" in second.output
    assert "decisions added" not in second.output


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
