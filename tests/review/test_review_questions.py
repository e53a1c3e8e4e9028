"""What is asked, which answers a question allows, and what record an answer makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from review_samples import save_sheet, spelling_flag, unattributed_flag

from factsheet import __version__
from factsheet.model import Decision, Mention, Speaker, Variant
from factsheet.model.flag import ArticleRef, FlagKind, Scope, Score
from factsheet.review.answers import Answer, last_answer, record_of, undo_of
from factsheet.review.open_flags import SavedFlags, saved_flags
from factsheet.review.questions import Choice, Question, questions
from factsheet.speakers.decisions.verdicts import state

TEXT = 'Mr Tamm spoke.\n\nLater Mr Tam left. "Go home!" And so they did.'
SPELLING = replace(spelling_flag(TEXT, "Tam left", "Tamm"), names=("Tam left", "Tamm"))
SURNAME = replace(SPELLING, id="f1", kind="ambiguous surname")
UNATTRIBUTED = unattributed_flag(TEXT, '"Go home!"')
AT = "2026-01-01T00:00:00+00:00"
A_B = Decision("same", "A", "B", "ann", AT, "f7")
B_C = Decision("preferred spelling", "B", "C", "ann", AT, "f8", preferred="C")
A_C = Decision("different", "A", "C", "bo", AT, "f9")


def speaker() -> Speaker:
    mentions = tuple(Mention(span.start, span.end, span.text, "name") for span in SPELLING.evidence)
    return Speaker("s1", "Tamm", "person", (), (Variant("Tamm", 1, "name"), Variant("Tam left", 1, "name")), mentions)


@pytest.fixture
def saved(tmp_path: Path) -> SavedFlags:
    return saved_flags(save_sheet(tmp_path, "a", TEXT, UNATTRIBUTED, SPELLING, SURNAME, speakers=(speaker(),)))


@pytest.fixture
def asked(saved: SavedFlags) -> Question:
    return questions(saved, state(()))[0]


def test_contradictions_come_first_and_allow_to_take_one_answer_back(saved: SavedFlags) -> None:
    contradiction, *rest = questions(saved, state((A_B, B_C, A_C)))
    assert [question.id for question in rest] == [SPELLING.id, f"f1-{'0' * 12}", UNATTRIBUTED.id]
    assert contradiction.records == (A_C, A_B, B_C)
    assert contradiction.choices == ("take back",)
    assert "“A” and “C” are different" in contradiction.message
    assert "“C” is the spelling to use" in contradiction.message
    undo = record_of(contradiction, Answer("take back", record=B_C.id), by="cy", at=AT)
    assert (undo.verdict, undo.undoes, undo.by) == ("undo", B_C.id, "cy")
    assert not state((A_B, B_C, A_C, undo)).contradictions


@pytest.mark.parametrize(
    ("kind", "names", "first"),
    [
        ("spelling variant", ("Tam left", "Tamm"), "everywhere"),
        ("nickname or acronym", ("Mike Tamm", "Michael Tamm"), "everywhere"),
        ("nickname or acronym", ("HRC", "Harbour Review Commission"), "this article"),
        ("title conflict", ("Tamm", "Ann Tamm"), "this article"),
        ("missing first name", ("Tamm", "Ann Tamm"), "this article"),
    ],
)
def test_what_a_name_of_one_word_stands_for_is_decided_in_its_article(
    tmp_path: Path, kind: FlagKind, names: tuple[str, str], first: str
) -> None:
    flag = replace(SPELLING, kind=kind, names=names)
    (question,) = questions(saved_flags(save_sheet(tmp_path, "a", TEXT, flag)), state(()))
    assert question.scopes[0] == first


def test_names_are_decided_everywhere_and_an_ambiguous_surname_at_its_mention(saved: SavedFlags) -> None:
    spelling, surname, unattributed = questions(saved, state(()))
    assert spelling.scopes == ("everywhere", "this article", "this mention")
    assert surname.scopes == ("this mention", "this article", "everywhere")
    assert (unattributed.scopes, unattributed.choices) == (("this article",), ("seen",))


def test_of_one_name_it_is_asked_only_whether_it_is_one_persons(tmp_path: Path) -> None:
    flag = replace(SPELLING, kind="same name in different contexts", names=("Tamm", "tamm"))
    saved = saved_flags(save_sheet(tmp_path, "a", TEXT, flag))
    (question,) = questions(saved, state(()))
    assert question.choices == ("same", "different", "not sure")
    assert question.scopes[0] == "this article"
    for choice in ("same", "different", "not sure"):
        record = record_of(question, Answer(choice), by="ann", at=AT)
        assert (record.verdict, record.scope) == (choice, "this article")
        assert not saved.open(state((record,)))


def test_a_form_that_is_nobody_elses_cannot_be_split(tmp_path: Path, asked: Question) -> None:
    assert asked.split == ("Tam left", "Tamm")
    assert "split" in asked.choices
    (alone,) = questions(saved_flags(save_sheet(tmp_path / "build", "a", TEXT, SPELLING)), state(()))
    assert alone.split is None
    assert "split" not in alone.choices


def test_a_record_says_what_was_decided_and_what_was_shown(asked: Question) -> None:
    record = record_of(asked, Answer("same"), by="ann", at=AT)
    assert record == Decision(
        "same",
        "Tam left",
        "Tamm",
        "ann",
        AT,
        SPELLING.id,
        reasons=(SPELLING.message, SPELLING.suggestion or ""),
        scores=(Score("places of “Tam left”", 1), Score("places of “Tamm”", 1)),
        program_version=__version__,
    )


def test_a_narrower_record_has_its_article_and_its_mention_by_content(asked: Question) -> None:
    article = record_of(asked, Answer("different", "this article"), by="ann", at=AT)
    assert (article.articles, article.mention) == ((ArticleRef("a", "0" * 64),), None)
    mention = record_of(asked, Answer("split", "this mention"), by="ann", at=AT)
    assert mention.articles == article.articles
    assert mention.mention == SPELLING.evidence[0]
    assert (mention.left, mention.right) == ("Tam left", "Tamm")


def test_an_answer_for_the_article_is_one_for_all_articles_that_share_the_flag(tmp_path: Path) -> None:
    save_sheet(tmp_path, "a", TEXT, SPELLING)
    (asked,) = questions(saved_flags(save_sheet(tmp_path, "b", TEXT, SPELLING, sha256="1" * 64)), state(()))
    record = record_of(asked, Answer("same", "this article"), by="ann", at=AT)
    assert [article.id for article in record.articles] == ["a", "b"]
    assert asked.mention is None
    assert "this mention" not in asked.scopes


@pytest.mark.parametrize(
    "answer",
    [
        Answer("take back", record="d0"),
        Answer("preferred spelling"),
        Answer("preferred spelling", preferred="Tom"),
        Answer("preferred spelling", "this mention", preferred="Tamm"),
        Answer("same", preferred="Tamm"),
    ],
)
def test_an_answer_that_the_question_does_not_allow_is_refused(asked: Question, answer: Answer) -> None:
    with pytest.raises(ValueError, match=r"no answer to the question|no record|is none of"):
        record_of(asked, answer, by="ann", at=AT)


def test_nothing_can_be_answered_where_there_is_nothing_to_decide(saved: SavedFlags) -> None:
    with pytest.raises(ValueError, match="no answer"):
        record_of(questions(saved, state(()))[-1], Answer("same"), by="ann", at=AT)


@pytest.mark.parametrize("choice", ["same", "different", "split", "not sure"])
@pytest.mark.parametrize("scope", ["everywhere", "this article", "this mention"])
def test_every_answer_settles_its_question_and_its_undo_opens_it_again(
    saved: SavedFlags, asked: Question, choice: Choice, scope: Scope
) -> None:
    record = record_of(asked, Answer(choice, scope), by="ann", at=AT)
    assert asked.id not in {question.id for question in questions(saved, state((record,)))}
    undo = undo_of(record, by="bo", at=AT)
    assert asked.id in {question.id for question in questions(saved, state((record, undo)))}


def test_a_decision_in_the_sheet_that_was_taken_back_is_asked_again(tmp_path: Path) -> None:
    made = Decision("same", "Tam left", "Tamm", "ann", AT, SPELLING.id)
    saved = saved_flags(save_sheet(tmp_path, "a", TEXT, replace(SPELLING, decision=made)))
    assert questions(saved, state((made,))) == ()
    assert questions(saved, state(())) == ()
    (asked,) = questions(saved, state((made, undo_of(made, by="ann", at=AT))))
    assert asked.id == SPELLING.id


def test_the_last_answer_is_ones_own_and_no_mere_undo() -> None:
    undo = undo_of(B_C, by="ann", at=AT)
    assert last_answer((A_B, B_C, A_C), "ann") == B_C
    assert last_answer((A_B, B_C, A_C, undo), "ann") == A_B
    assert last_answer((A_C,), "ann") is None
    took_back = undo_of(A_C, by="ann", at=AT, flag="c0")
    assert last_answer((A_B, B_C, A_C, took_back), "ann") == took_back


@pytest.mark.parametrize("lacking", ["places", "digest"])
def test_without_a_place_or_a_digest_no_answer_holds_in_an_article(tmp_path: Path, lacking: str) -> None:
    flags = [flag if lacking == "digest" else replace(flag, evidence=()) for flag in (SPELLING, UNATTRIBUTED)]
    folder = save_sheet(tmp_path, "x", TEXT, *flags, sha256="" if lacking == "digest" else "0" * 64)
    spelling, unattributed = questions(saved_flags(folder), state(()))
    assert spelling.scopes == ("everywhere",)
    assert (unattributed.scopes, unattributed.choices) == ((), ())


def test_names_without_a_letter_are_no_question(tmp_path: Path) -> None:
    (question,) = questions(saved_flags(save_sheet(tmp_path, "x", TEXT, replace(SPELLING, names=("", " ")))), state(()))
    assert (question.names, question.choices) == (None, ("seen",))


def bearers(*names: str) -> tuple[Speaker, ...]:
    return tuple(Speaker(f"s{number}", name, "person", (), (), ()) for number, name in enumerate(names, 1))


def test_who_is_meant_by_a_name_that_several_bear_can_be_said(tmp_path: Path) -> None:
    speakers = bearers("Aru Tamm", "Tam left", "Bo Tamm", "Cy Doe")
    flag = replace(SURNAME, names=("Tam left", "Aru Tamm"), subjects=("s3", "s1", "s2"))
    saved = saved_flags(save_sheet(tmp_path, "x", TEXT, flag, speakers=speakers))
    (question,) = questions(saved, state(()))
    assert question.bearers == ("Aru Tamm", "Bo Tamm")
    assert "preferred spelling" not in question.choices
    record = record_of(question, Answer("same", "this article", meant="Bo Tamm"), by="ann", at=AT)
    assert (record.verdict, record.left, record.right, record.scope) == ("same", "Tam left", "Bo Tamm", "this article")
    assert questions(saved, state((record,))) == ()
    assert len(questions(saved, state((record, undo_of(record, by="ann", at=AT))))) == 1
    for answer in (Answer("different", meant="Bo Tamm"), Answer("same", meant="Cy Doe")):
        with pytest.raises(ValueError, match="is none of"):
            record_of(question, answer, by="ann", at=AT)


def test_where_one_bearer_alone_is_left_there_is_nobody_to_choose(tmp_path: Path) -> None:
    flag = replace(SURNAME, names=("Tam left", "Aru Tamm"), subjects=("s1", "s2"))
    folder = save_sheet(tmp_path, "x", TEXT, flag, speakers=bearers("Aru Tamm", "Tam left"))
    (question,) = questions(saved_flags(folder), state(()))
    assert question.bearers == ()
