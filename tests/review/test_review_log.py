from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.errors import AuthorityError
from factsheet.model import Decision
from factsheet.model.flag import Verdict
from factsheet.review.log import append
from factsheet.speakers.decisions.reading import decision_on, read_decisions
from factsheet.speakers.decisions.verdicts import name_key


def decision(verdict: Verdict, left: str = "Tileuberdi", right: str = "Tleuberdi") -> Decision:
    return Decision(verdict, left, right, "ana", "2026-01-01T00:00:00+00:00", "f0")


def test_records_are_read_back_in_their_order(tmp_path: Path) -> None:
    log = tmp_path / "decisions.jsonl"
    records = (decision("same"), decision("not sure", "Мұхтар", "Мухтар"))
    for record in records:
        append(record, log)
    assert read_decisions(log) == records
    assert "Мұхтар" in log.read_text("utf-8")


def test_a_later_record_undoes_an_earlier_one(tmp_path: Path) -> None:
    log = tmp_path / "decisions.jsonl"
    append(decision("same"), log)
    append(decision("different", "Tleuberdi", "Tileuberdi"), log)
    latest = decision_on("Tileuberdi", "Tleuberdi", read_decisions(log))
    assert latest is not None
    assert latest.verdict == "different"
    assert len(log.read_text("utf-8").splitlines()) == 2


def test_what_is_there_is_never_touched(tmp_path: Path) -> None:
    log = tmp_path / "decisions.jsonl"
    append(decision("same"), log)
    before = log.read_bytes()
    append(decision("different"), log)
    assert log.read_bytes().startswith(before)


def test_a_last_line_without_its_end_is_ended_first(tmp_path: Path) -> None:
    log = tmp_path / "decisions.jsonl"
    append(decision("same"), log)
    log.write_bytes(log.read_bytes().rstrip(b"\n"))
    append(decision("different"), log)
    assert [record.verdict for record in read_decisions(log)] == ["same", "different"]


@given(name=st.text(st.characters(codec="utf-8")).filter(name_key))
def test_any_name_makes_one_line(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    log = tmp_path_factory.mktemp("log") / "decisions.jsonl"
    append(decision("same", left=name), log)
    append(decision("different", right=name + "\u2028\x85\n"), log)
    assert [record.left for record in read_decisions(log)] == [name, "Tileuberdi"]


@pytest.mark.skipif(os.name != "posix", reason="needs a folder that is no folder")
def test_a_log_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(AuthorityError, match=r"log\.jsonl: the decision cannot be written"):
        append(decision("same"), tmp_path / "file" / "log.jsonl")


def test_a_record_that_there_is_no_room_for_leaves_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "decisions.jsonl"
    append(decision("same"), log)
    before, write = log.read_bytes(), os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:20]))
    with pytest.raises(AuthorityError, match="No space left on device"):
        append(decision("different"), log)
    assert log.read_bytes() == before
