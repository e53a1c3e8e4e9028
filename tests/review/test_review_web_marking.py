"""The article beside a question: its words to the letter, and which of them are marked as what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review_samples import save_sheet, spelling_flag

from factsheet.language.paragraphs import paragraphs
from factsheet.model import Flag, Mention, Sheet, Span, Speaker, Variant
from factsheet.review.folder import SheetFolder
from factsheet.review.questions import Question, questions
from factsheet.review.web.marking import Stretch, marked_article
from factsheet.speakers.decisions.verdicts import state


def opened(tmp_path: Path, text: str, flag: Flag, *speakers: Speaker) -> tuple[Sheet, Question]:
    folder = SheetFolder(save_sheet(tmp_path, "estonia", text, flag, speakers=speakers))
    (question,) = questions(folder.saved(), state(()))
    sheet = folder.sheet(question.articles[0])
    assert sheet is not None
    return sheet, question


def marks(tmp_path: Path, text: str, flag: Flag, *speakers: Speaker) -> list[tuple[str, str, bool]]:
    shown = marked_article(*opened(tmp_path, text, flag, *speakers))
    stretches = [stretch for paragraph in shown for stretch in paragraph.stretches]
    return [(s.text, s.side, s.asked) for s in stretches if s.side or s.asked]


def speaker(text: str, *forms: str) -> Speaker:
    mentions = tuple(Mention(text.index(form), text.index(form) + len(form), form, "name") for form in forms)
    return Speaker("s1", forms[0], "person", (), tuple(Variant(form, 1, "name") for form in forms), mentions)


def test_every_place_of_both_names_is_marked_and_those_asked_about_stand_out(tmp_path: Path) -> None:
    text = "Tamm met Tam. Then Tamm left Tamms and Tam behind."
    flag = replace(spelling_flag(text, "Tamm", "Tam."), names=("Tamm", "Tam"))
    flag = replace(flag, evidence=(flag.evidence[0], Span.within(text, 9, 12)))
    assert marks(tmp_path, text, flag) == [
        ("Tamm", "a", True),
        ("Tam", "b", True),
        ("Tamm", "a", False),
        ("Tam", "b", False),
    ]


def test_a_surname_within_the_full_name_of_another_is_not_taken_for_it(tmp_path: Path) -> None:
    text = "Grace Osei met Dan Osei. Osei left."
    flag = replace(spelling_flag(text, "Osei left", "Grace Osei"), names=("Osei", "Grace Osei"))
    flag = replace(flag, evidence=(Span.within(text, 25, 29), flag.evidence[1]))
    speakers = (speaker(text, "Grace Osei"), replace(speaker(text, "Dan Osei"), id="s2"))
    assert marks(tmp_path, text, flag, *speakers) == [("Grace Osei", "b", True), ("Osei", "a", True)]


def test_subjects_are_those_of_the_sheet_that_is_shown(tmp_path: Path) -> None:
    text = "Ann Tamm met Tam. Bo left."
    flag = replace(spelling_flag(text, "Tamm", "Tam."), subjects=("s9",))
    others = replace(speaker(text, "Bo"), id="s9"), replace(speaker(text, "Ann"), id="s8")
    stretches = [s for p in marked_article(*opened(tmp_path, text, flag, *others)) for s in p.stretches if s.who]
    assert stretches == [
        Stretch("Ann", who="Ann (name)"),
        Stretch("Bo", who="Bo (name)", near=True),
    ]


@given(
    text=st.text(alphabet="ab \n“”é", min_size=3, max_size=60),
    offsets=st.lists(st.tuples(st.integers(0, 59), st.integers(1, 20)), max_size=8),
)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_words_of_the_article_are_never_changed(tmp_path: Path, text: str, offsets: list[tuple[int, int]]) -> None:
    spans = [(start, min(start + length, len(text))) for start, length in offsets if start < len(text)]
    mentions = tuple(Mention(start, end, text[start:end], "name") for start, end in spans)
    who = Speaker("s1", "a", "person", (), (), mentions)
    evidence = tuple(Span.within(text, start, end) for start, end in spans[:3]) or (Span.within(text, 0, 1),)
    flag = replace(spelling_flag("ab b", "ab", "b"), evidence=evidence)
    sheet, question = opened(tmp_path, text, flag, who)
    shown = ["".join(stretch.text for stretch in paragraph.stretches) for paragraph in marked_article(sheet, question)]
    assert shown == [text[start:end] for start, end in paragraphs(text)]
