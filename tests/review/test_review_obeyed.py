"""From an article to a flag, to a decision, and back into the article's speakers."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_samples import save_sheet
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.language.pipeline import analyse
from factsheet.model import Decision
from factsheet.reading.articles import read_article
from factsheet.review.answers import Answer
from factsheet.review.log import append
from factsheet.review.questions import Choice
from factsheet.review.session import Move, Turn, review
from factsheet.review.sitting import Sitting
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.find import find_speakers

ARTICLE = Path(__file__).parent.parent / "articles" / "misspelt-surname.txt"


@pytest.fixture
def doc(nlp: Language) -> Doc:
    return analyse(nlp, read_article(ARTICLE))


def speakers_of_direct_quotations(doc: Doc, log: Path) -> set[str | None]:
    findings = find_speakers(doc, doc._.quotations, Authority(), read_decisions(log))
    return {quotation.speaker for quotation in findings.quotations if quotation.kind == "direct"}


def decide(tmp_path: Path, doc: Doc, log: Path, choice: Choice) -> None:
    folder = save_sheet(tmp_path, "embassy", doc.text, *doc._.flags)
    sitting = Sitting(folder, log, by="ana")
    review(sitting, lambda turn: Answer(choice) if turn.question.names else "skip", str)
    assert [decision.verdict for decision in sitting.made] == [choice]


def test_the_next_run_obeys_a_decision(tmp_path: Path, doc: Doc) -> None:
    log = tmp_path / "decisions.jsonl"
    decide(tmp_path, doc, log, "different")
    assert len(speakers_of_direct_quotations(doc, log)) == 2


def test_the_next_run_obeys_the_record_that_undoes_it(tmp_path: Path, doc: Doc) -> None:
    log = tmp_path / "decisions.jsonl"
    decide(tmp_path, doc, log, "same")
    assert len(speakers_of_direct_quotations(doc, log)) == 1
    (first,) = read_decisions(log)
    append(Decision("different", first.right, first.left, "bo", "2026-11-01T09:00:00+00:00", first.flag), log)
    assert len(speakers_of_direct_quotations(doc, log)) == 2


def test_an_answered_flag_is_not_asked_again(tmp_path: Path, doc: Doc) -> None:
    log = tmp_path / "decisions.jsonl"
    decide(tmp_path, doc, log, "same")
    findings = find_speakers(doc, doc._.quotations, Authority(), read_decisions(log))
    folder = save_sheet(tmp_path, "embassy", doc.text, *findings.flags)
    asked: list[str] = []

    def note(turn: Turn) -> Move:
        asked.append(turn.question.kind)
        return "skip"

    review(Sitting(folder, tmp_path / "another.jsonl", by="ana"), note, str)
    assert "spelling variant" not in asked
