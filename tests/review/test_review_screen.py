from __future__ import annotations

from pathlib import Path

import pytest
from review_samples import save_sheet, spelling_flag, unattributed_flag

from factsheet.model import Flag
from factsheet.review.open_flags import OpenFlag, open_flags
from factsheet.review.screen import Answer, Screen

TEXT = (
    "The minister, Aru Tamme, spoke in Parnu on Monday.\n\n"
    'It was \x1b[31mred\x1b[0m and \u202ereversed\u202c: Tame left early. "Go home!"\r\n'
)
SPELLING = spelling_flag(TEXT, "Tamme", "Tame")
UNATTRIBUTED = unattributed_flag(TEXT, '"Go home!"')


class Typist:
    """Types the given lines at a screen, and keeps what it shows."""

    def __init__(self, *lines: str) -> None:
        self._lines = iter(lines)
        self.shown = ""

    def read(self) -> str:
        return next(self._lines, "")

    def write(self, text: str) -> None:
        self.shown += text


def ask(flag: OpenFlag, *lines: str) -> tuple[Answer, str]:
    typist = Typist(*lines)
    answer = Screen(typist.read, typist.write).ask(flag, 3, 12)
    return answer, typist.shown


def opened(tmp_path: Path, flag: Flag) -> OpenFlag:
    (found,) = open_flags(save_sheet(tmp_path, "minister", TEXT, flag)).flags
    return found


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("s\n", "same"),
        ("d\n", "different"),
        ("u\n", "not sure"),
        ("k\n", "skip"),
        ("q\n", "quit"),
        (" S \r\n", "same"),
        ("skip\n", "skip"),
        ("not sure\n", "not sure"),
        ("", "quit"),
    ],
)
def test_keys(tmp_path: Path, typed: str, answer: Answer) -> None:
    assert ask(opened(tmp_path, SPELLING), typed)[0] == answer


@pytest.mark.parametrize("typed", ["\n", "x\n", "sd\n", "stop\n"])
def test_anything_else_is_asked_again(tmp_path: Path, typed: str) -> None:
    answer, shown = ask(opened(tmp_path, SPELLING), typed, "d\n")
    assert answer == "different"
    assert "Type one of s, d, u, k, q" in shown


@pytest.mark.parametrize("typed", ["s\n", "d\n", "u\n"])
def test_a_flag_about_no_two_names_can_only_be_skipped(tmp_path: Path, typed: str) -> None:
    answer, shown = ask(opened(tmp_path, UNATTRIBUTED), typed, "k\n")
    assert answer == "skip"
    assert "[s]" not in shown
    assert "nothing to decide here" in shown


def test_the_screen_shows_both_places_the_suggestion_and_the_progress(tmp_path: Path) -> None:
    _, shown = ask(opened(tmp_path, SPELLING))
    assert "3 of 12  spelling variant (high)" in shown
    assert "minister, paragraph 1\n    The minister, Aru >>Tamme<<, spoke in Parnu on Monday." in shown
    assert ">>Tame<< left early." in shown
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
    found = open_flags(save_sheet(tmp_path, "z", TEXT, SPELLING)).flags[0]
    _, shown = ask(found)
    assert (shown.count(">>Tamme<<"), shown.count(">>Tame<<")) == (2, 2)
    assert "... and 6 more places" in shown
