"""A sitting: what it sees of what others do meanwhile, and which answers it refuses."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from review_samples import save_sheet, spelling_flag

from factsheet.errors import AuthorityError, UsageError
from factsheet.model import Decision, Flag
from factsheet.model.flag import ArticleRef
from factsheet.review.answers import Answer
from factsheet.review.folder import SheetFolder
from factsheet.review.log import append
from factsheet.review.sitting import Sitting, StaleAnswerError, fingerprint
from factsheet.speakers.decisions.reading import read_decisions

TEXT = "Tamm met Tam. Later Kallas met Kalas."
TAMM, KALLAS = spelling_flag(TEXT, "Tamm", "Tam."), spelling_flag(TEXT, "Kallas", "Kalas")
SAME, DIFFERENT = Answer("same"), Answer("different")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def sitting(tmp_path: Path, log: Path) -> Sitting:
    return Sitting(save_sheet(tmp_path, "estonia", TEXT, TAMM, KALLAS), log, by="ana")


def seen(sitting: Sitting, flag: str) -> str:
    question = sitting.look().question(flag)
    assert question is not None
    return fingerprint(question)


def test_two_sittings_see_each_others_answers(tmp_path: Path, sitting: Sitting, log: Path) -> None:
    other = Sitting(tmp_path / "build", log, by="bo")
    made = sitting.answer(TAMM.id, seen(sitting, TAMM.id), SAME)
    assert [question.id for question in other.look().questions] == [KALLAS.id]
    assert (sitting.look().undoable, other.look().undoable) == (made, None)
    other.take_back(made.id)
    assert sitting.look().question(TAMM.id) is not None
    assert sitting.look().undoable is None


def test_of_many_answers_to_one_question_one_is_recorded(sitting: Sitting, log: Path) -> None:
    shown, refused = seen(sitting, TAMM.id), []

    def answer() -> None:
        try:
            sitting.answer(TAMM.id, shown, SAME)
        except StaleAnswerError as stale:
            refused.append(str(stale))

    threads = [threading.Thread(target=answer) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_decisions(log)) == 1
    assert len(refused) == 7


def test_records_that_others_add_are_read_also_while_answering(sitting: Sitting, log: Path) -> None:
    tamm, kallas = seen(sitting, TAMM.id), seen(sitting, KALLAS.id)
    sitting.answer(TAMM.id, tamm, SAME)
    append(Decision("same", "Kalas", "Kallas", "bo", "2026-01-01T00:00:00Z", "f0"), log)
    with pytest.raises(StaleAnswerError, match="Already answered by bo"):
        sitting.answer(KALLAS.id, kallas, SAME)
    assert sitting.look().records == read_decisions(log)


def test_a_log_that_was_put_back_to_an_earlier_state_is_read_again(sitting: Sitting, log: Path) -> None:
    sitting.answer(TAMM.id, seen(sitting, TAMM.id), SAME)
    log.unlink()
    assert len(sitting.look().questions) == 2
    sitting.answer(TAMM.id, seen(sitting, TAMM.id), DIFFERENT)
    assert [record.verdict for record in read_decisions(log)] == ["different"]


@pytest.mark.parametrize(
    "changed",
    [
        replace(TAMM, message="They differ in a letter."),
        replace(TAMM, names=("Tam.", "Tamm")),
        replace(TAMM, evidence=TAMM.evidence[:1]),
    ],
)
def test_an_answer_is_refused_where_the_question_has_changed(tmp_path: Path, sitting: Sitting, changed: Flag) -> None:
    before = seen(sitting, TAMM.id)
    save_sheet(tmp_path, "estonia", TEXT, changed)
    with pytest.raises(StaleAnswerError, match="has changed"):
        sitting.answer(TAMM.id, before, SAME)
    save_sheet(tmp_path, "estonia", TEXT, TAMM)
    assert seen(sitting, TAMM.id) == before


def test_an_answer_to_what_no_sheet_has_any_more_is_refused(tmp_path: Path, sitting: Sitting, log: Path) -> None:
    before = seen(sitting, TAMM.id)
    save_sheet(tmp_path, "estonia", TEXT, KALLAS)
    with pytest.raises(StaleAnswerError, match="not in the sheets any more"):
        sitting.answer(TAMM.id, before, SAME)
    save_sheet(tmp_path, "estonia", TEXT, replace(TAMM, decision=Decision("same", "A", "B", "bo", "", "f0")))
    with pytest.raises(StaleAnswerError, match="carries a decision in its sheet"):
        sitting.answer(TAMM.id, before, SAME)
    assert not log.exists()


def test_an_answer_that_the_question_does_not_allow_is_refused(sitting: Sitting, log: Path) -> None:
    with pytest.raises(ValueError, match="no record"):
        sitting.answer(TAMM.id, seen(sitting, TAMM.id), Answer("take back", record="d0"))
    assert not log.exists()


def test_what_was_skipped_is_asked_again_when_its_answer_is_taken_back(sitting: Sitting) -> None:
    made = sitting.answer(TAMM.id, seen(sitting, TAMM.id), SAME)
    sitting.skip(TAMM.id)
    sitting.take_back(made.id)
    assert TAMM.id not in sitting.skipped
    with pytest.raises(StaleAnswerError, match="taken back meanwhile"):
        sitting.take_back(made.id)


def test_nothing_is_recorded_once_it_is_closed(sitting: Sitting, log: Path) -> None:
    shown = seen(sitting, TAMM.id)
    sitting.close()
    with pytest.raises(StaleAnswerError, match="has ended"):
        sitting.answer(TAMM.id, shown, SAME)
    assert not log.exists()


def test_a_folder_and_a_log_that_are_spoilt_meanwhile_are_told(tmp_path: Path, sitting: Sitting, log: Path) -> None:
    log.write_text("{}\n")
    with pytest.raises(AuthorityError, match="line 1"):
        sitting.look()
    log.unlink()
    (tmp_path / "build" / "estonia.json").unlink()
    with pytest.raises(UsageError, match="no saved sheet"):
        sitting.look()


def test_the_sheet_of_an_article_is_found_by_its_content(tmp_path: Path) -> None:
    save_sheet(tmp_path, "estonia", TEXT, TAMM)
    folder = SheetFolder(save_sheet(tmp_path, "latvia", TEXT, TAMM, sha256="1" * 64))
    found = folder.sheet(ArticleRef("latvia", "1" * 64))
    assert found is not None
    assert found.article.id == "latvia"
    assert folder.sheet(ArticleRef("latvia", "2" * 64)) is None
    (folder.path / "latvia.json").write_text("{")
    assert folder.sheet(ArticleRef("latvia", "1" * 64)) is None
