from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from review_samples import save_sheet, spelling_flag, unattributed_flag

from factsheet.model import Decision, Flag, Speaker
from factsheet.review.answers import Answer
from factsheet.review.open_flags import saved_flags
from factsheet.review.questions import Question, questions
from factsheet.review.screen import Screen
from factsheet.review.session import Move, Turn
from factsheet.speakers.decisions.verdicts import state

TEXT = (
    "The minister, Aru Tamme, spoke in Parnu on Monday.\n\n"
    'It was \x1b[31mred\x1b[0m and \u202ereversed\u202c: Tame left early. "Go home!"\r\n'
)
SPELLING = spelling_flag(TEXT, "Tamme", "Tame")
UNATTRIBUTED = unattributed_flag(TEXT, '"Go home!"')
Said = Answer | Move


class Typist:
    """Types the given lines at a screen, and keeps what it shows."""

    def __init__(self, *lines: str) -> None:
        self._lines = iter(lines)
        self.shown = ""

    def read(self) -> str:
        return next(self._lines, "")

    def write(self, text: str) -> None:
        self.shown += text


def ask(question: Question, *lines: str, undoable: Decision | None = None, columns: int = 80) -> tuple[Said, str]:
    typist = Typist(*lines)
    answer = Screen(typist.read, typist.write, lambda: columns).ask(Turn(question, 3, 12, undoable))
    return answer, typist.shown


def opened(tmp_path: Path, flag: Flag, speakers: tuple[Speaker, ...] = ()) -> Question:
    (found,) = questions(saved_flags(save_sheet(tmp_path, "minister", TEXT, flag, speakers=speakers)), state(()))
    return found


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("s\n", Answer("same", "everywhere")),
        ("d\n", Answer("different", "everywhere")),
        ("u\n", Answer("not sure", "everywhere")),
        ("k\n", "skip"),
        ("q\n", "quit"),
        (" S \r\n", Answer("same", "everywhere")),
        ("skip\n", "skip"),
        ("not sure\n", Answer("not sure", "everywhere")),
        ("", "quit"),
    ],
)
def test_keys(tmp_path: Path, typed: str, answer: Said) -> None:
    assert ask(opened(tmp_path, SPELLING), typed)[0] == answer


@pytest.mark.parametrize("typed", ["\n", "x\n", "sd\n", "stop\n"])
def test_anything_else_is_asked_again(tmp_path: Path, typed: str) -> None:
    answer, shown = ask(opened(tmp_path, SPELLING), typed, "d\n")
    assert answer == Answer("different", "everywhere")
    assert "Type one of s, d, p, u, c, k, q" in shown


@pytest.mark.parametrize("typed", ["s\n", "d\n", "u\n"])
def test_a_flag_about_no_two_names_can_only_be_seen_or_skipped(tmp_path: Path, typed: str) -> None:
    answer, shown = ask(opened(tmp_path, UNATTRIBUTED), typed, "k\n")
    assert answer == "skip"
    assert "[s]" not in shown
    assert "Have you checked it against the article?" in shown
    answer, shown = ask(opened(tmp_path, UNATTRIBUTED), typed, "e\n")
    assert answer == Answer("seen", "this article")
    assert "[e] seen" in shown


def test_the_screen_shows_both_places_the_suggestion_and_the_progress(tmp_path: Path) -> None:
    shown, narrow = (ask(opened(tmp_path, SPELLING), columns=columns)[1] for columns in (100, 70))
    assert "3 of 12  spelling variant (high)" in shown
    assert "minister, paragraph 1\n    The minister, Aru >>Tamme<<, spoke in Parnu on Monday." in narrow
    assert ">>Tame<< left early." in " ".join(narrow.split())
    assert "Suggestion: Use Tamme." in shown
    assert "Do “Tamme” and “Tame” name the same one?" in shown


def test_nothing_of_an_article_steers_the_terminal(tmp_path: Path) -> None:
    _, shown = ask(opened(tmp_path, SPELLING))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "\r" not in shown
    assert "⟨U+001B⟩[31mred" in shown


def test_every_form_is_seen_however_often_another_one_stands(tmp_path: Path) -> None:
    for number in range(4):
        save_sheet(tmp_path, f"a{number}", TEXT, SPELLING)
    found = questions(saved_flags(save_sheet(tmp_path, "z", TEXT, SPELLING)), state(()))[0]
    _, shown = ask(found)
    assert (shown.count(">>Tamme<<"), shown.count(">>Tame<<")) == (2, 2)
    assert shown.count("... and 3 more places") == 2


UNDOABLE = Decision("same", "Tamm", "Tam", "ana", "2026-01-01T00:00:00Z", "f0")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (("p\n", "2\n"), Answer("preferred spelling", "everywhere", "Tame")),
        (("p\n", "b\n", "d\n"), Answer("different", "everywhere")),
        (("preferred spelling\n", "1\n"), Answer("preferred spelling", "everywhere", "Tamme")),
        (("c\n", "s\n"), Answer("same", "this article")),
        (("c\n", "c\n", "s\n"), Answer("same", "this mention")),
        (("c\n", "c\n", "p\n", "s\n"), Answer("same", "this mention")),
        (("c\n", "c\n", "c\n", "s\n"), Answer("same", "everywhere")),
        (("p\n", ""), "quit"),
        (("z\n", "q\n"), "quit"),
    ],
)
def test_answers_of_several_keys(tmp_path: Path, typed: tuple[str, ...], answer: Said) -> None:
    assert ask(opened(tmp_path, SPELLING), *typed)[0] == answer


def test_undo_is_offered_where_there_is_something_to_take_back(tmp_path: Path) -> None:
    asked = opened(tmp_path, SPELLING)
    assert ask(asked, "z\n", undoable=UNDOABLE)[0] == "undo"
    assert ask(asked, "z\n")[0] == "quit"


def test_what_is_told_cannot_steer_the_terminal() -> None:
    typist = Typist()
    Screen(typist.read, typist.write).tell("Taken back: “\x1b[2JTam”.")
    assert typist.shown == "Taken back: “⟨U+001B⟩[2JTam”.\n"


def test_a_split_says_from_whom(tmp_path: Path) -> None:
    question = replace(opened(tmp_path, SPELLING), choices=("same", "split"), split=("Tame", "Aru\x1b Tamme"))
    answer, shown = ask(question, "x\n")
    assert answer == Answer("split", "everywhere")
    assert "[x] split “Tame” from “Aru⟨U+001B⟩ Tamme”" in " ".join(shown.split())


@pytest.mark.parametrize("columns", [20, 60, 71])
def test_places_stand_one_below_another_in_a_narrow_terminal(tmp_path: Path, columns: int) -> None:
    _, shown = ask(opened(tmp_path, SPELLING), columns=columns)
    assert "  |  " not in shown
    assert max(map(len, shown.splitlines())) <= columns or columns == 20


@pytest.mark.parametrize("columns", [72, 80, 100])
def test_places_stand_side_by_side_where_there_is_room(tmp_path: Path, columns: int) -> None:
    _, shown = ask(opened(tmp_path, SPELLING), columns=columns)
    (line,) = [line for line in shown.splitlines() if "paragraph 1" in line]
    left, right = line.split("  |  ")
    assert "paragraph 1" in left
    assert "paragraph 2" in right
    assert max(map(len, shown.splitlines())) <= columns


def test_who_is_meant_is_a_number(tmp_path: Path) -> None:
    speakers = tuple(Speaker(f"s{n}", name, "person", (), (), ()) for n, name in enumerate(("Aru Tame", "Bo Tame")))
    flag = replace(SPELLING, kind="ambiguous surname", names=("Tame", "Aru Tame"), subjects=("s0", "s1"))
    answer, shown = ask(opened(tmp_path, flag, speakers=speakers), "3\n", "2\n")
    assert isinstance(answer, Answer)
    assert (answer.choice, answer.meant) == ("same", "Bo Tame")
    assert "[1] it is “Aru Tame”  [2] it is “Bo Tame”" in " ".join(shown.split("\n"))
