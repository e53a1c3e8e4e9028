from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from review_samples import save_sheet, spelling_flag, unattributed_flag

from factsheet.errors import UsageError
from factsheet.model import Decision
from factsheet.model.flag import ArticleRef
from factsheet.review.open_flags import open_flags

TEXT = 'Mr Tamm spoke.\n\nLater Mr Tam left. "Go home!" And so they did.'
SPELLING = replace(spelling_flag(TEXT, "Tamm", "Tam left"), names=("Tamm", "Tam"))
UNATTRIBUTED = unattributed_flag(TEXT, '"Go home!"')
DIFFERENT = Decision("different", "Tam", "Tamm", "ana", "2026-01-01T00:00:00+00:00", SPELLING.id)
SEEN = Decision("seen", '"Go home!"', "", "ana", "2026-01-01T00:00:00+00:00", UNATTRIBUTED.id, scope="this article")


def test_a_flag_comes_with_its_places_and_their_context(tmp_path: Path) -> None:
    (found,) = open_flags(save_sheet(tmp_path, "a", TEXT, SPELLING)).flags
    assert found.names == ("Tamm", "Tam")
    assert [(p.article, p.excerpt.paragraph, p.excerpt.text) for p in found.places] == [
        ("a", 1, "Tamm"),
        ("a", 2, "Tam left"),
    ]
    assert found.places[0].excerpt.before == "Mr "


def test_a_flag_that_several_sheets_share_is_asked_once_with_all_places(tmp_path: Path) -> None:
    save_sheet(tmp_path, "b", TEXT, SPELLING)
    (found,) = open_flags(save_sheet(tmp_path, "a", TEXT, SPELLING)).flags
    assert [place.article for place in found.places] == ["a", "a", "b", "b"]


def test_questions_about_names_come_first_then_the_more_severe(tmp_path: Path) -> None:
    low = replace(UNATTRIBUTED, id="f1", severity="low")
    high = replace(UNATTRIBUTED, id="f2", severity="high")
    mild = replace(SPELLING, id="f3", severity="low", names=("Tamm", "Tom"))
    save_sheet(tmp_path, "a", TEXT, low, UNATTRIBUTED, mild)
    found = open_flags(save_sheet(tmp_path, "b", TEXT, high, SPELLING)).flags
    assert [flag.flag.id for flag in found] == [SPELLING.id, "f3", "f2", UNATTRIBUTED.id, "f1"]


def test_a_flag_decided_in_its_sheet_is_not_open(tmp_path: Path) -> None:
    folder = save_sheet(tmp_path, "a", TEXT, replace(SPELLING, decision=DIFFERENT), UNATTRIBUTED)
    assert [flag.flag for flag in open_flags(folder).flags] == [UNATTRIBUTED]


def test_a_flag_decided_in_the_log_is_not_open_whatever_the_order_of_names(tmp_path: Path) -> None:
    assert open_flags(save_sheet(tmp_path, "a", TEXT, SPELLING), [DIFFERENT]).flags == ()


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"schema": "factsheet/99"}', b"\xff\xfe", b'{"log": true}'])
def test_a_file_that_is_no_sheet_is_one_line_and_stops_nothing(tmp_path: Path, content: bytes) -> None:
    folder = save_sheet(tmp_path, "a", TEXT, SPELLING)
    (folder / "bad.json").write_bytes(content)
    found = open_flags(folder)
    (problem,) = found.problems
    assert problem.startswith(f"{folder / 'bad.json'}: ")
    assert "\n" not in problem
    assert len(found.flags) == 1


def test_a_missing_or_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere: no such folder"):
        open_flags(tmp_path / "nowhere")
    with pytest.raises(UsageError, match="no saved sheet"):
        open_flags(tmp_path)


def test_two_names_that_are_asked_about_for_two_reasons_are_asked_about_once(tmp_path: Path) -> None:
    save_sheet(tmp_path, "a", TEXT, replace(SPELLING, id="f1", kind="same name, other article", severity="low"))
    folder = save_sheet(tmp_path, "b", TEXT, replace(SPELLING, names=("Tam", "Tamm")))
    (found,) = open_flags(folder).flags
    assert (found.flag.id, found.flag.severity) == (SPELLING.id, "high")
    assert {place.article for place in found.places} == {"a", "b"}


def test_what_a_family_name_stands_for_is_asked_in_each_article(tmp_path: Path) -> None:
    save_sheet(tmp_path, "a", TEXT, replace(SPELLING, id="f1", kind="ambiguous surname"))
    folder = save_sheet(tmp_path, "b", TEXT, replace(SPELLING, id="f2", kind="ambiguous surname"))
    assert [flag.flag.id for flag in open_flags(folder).flags] == ["f1", "f2"]


def test_one_question_about_a_family_name_in_two_articles_is_two(tmp_path: Path) -> None:
    surname = replace(SPELLING, kind="ambiguous surname")
    save_sheet(tmp_path, "a", TEXT, surname, sha256="a" * 64)
    folder = save_sheet(tmp_path, "b", TEXT, replace(surname, names=("Tamm", "Tom")), sha256="b" * 64)
    one, other = open_flags(folder).flags
    assert (one.flag.id, other.flag.id) == (SPELLING.id, SPELLING.id)
    assert (one.id, other.id) == (f"{SPELLING.id}-{'a' * 12}", f"{SPELLING.id}-{'b' * 12}")
    assert [{place.article for place in flag.places} for flag in (one, other)] == [{"a"}, {"b"}]
    # An answer in one of them leaves the other open.
    here = replace(DIFFERENT, scope="this article", articles=(ArticleRef("a", "a" * 64),))
    assert [flag.id for flag in open_flags(folder, [here]).flags] == [other.id]


def test_whether_one_name_is_one_persons_is_asked_in_each_article(tmp_path: Path) -> None:
    namesakes = replace(SPELLING, kind="same name in different contexts", names=("Tamm", "tamm"))
    save_sheet(tmp_path, "a", TEXT, namesakes, sha256="a" * 64)
    folder = save_sheet(tmp_path, "b", TEXT, namesakes, sha256="b" * 64)
    assert [len({place.article for place in flag.places}) for flag in open_flags(folder).flags] == [1, 1]


def test_a_flag_about_no_two_names_is_settled_where_it_was_seen(tmp_path: Path) -> None:
    folder = save_sheet(tmp_path, "a", TEXT, UNATTRIBUTED, sha256="a" * 64)
    save_sheet(tmp_path, "b", TEXT, UNATTRIBUTED, sha256="b" * 64)
    here = replace(SEEN, articles=(ArticleRef("a", "a" * 64),))
    (found,) = open_flags(folder, [here]).flags
    assert {place.article for place in found.places} == {"b"}
    assert open_flags(folder, [replace(here, articles=(*here.articles, ArticleRef("b", "b" * 64)))]).flags == ()
    assert len(open_flags(folder, [replace(here, flag="f0")]).flags) == 1


@pytest.mark.parametrize(
    ("names", "waits"),
    [
        (("Aru Tamm", "Aru Tam"), True),
        (("Aru Tam", "ARU TAMM"), True),
        (("Aru Tamm", "Ara Tam"), False),
        (("Aru Tamm", "Aru Mari Tam"), False),
        (("Aru Tamm", "Aru Tom"), False),
    ],
)
def test_two_full_names_wait_for_the_word_that_differs(tmp_path: Path, names: tuple[str, str], waits: bool) -> None:
    across = replace(SPELLING, id="f1", names=names, severity="medium")
    save_sheet(tmp_path, "a", TEXT, across, sha256="a" * 64)
    folder = save_sheet(tmp_path, "b", TEXT, across, SPELLING, sha256="b" * 64)
    shown = [SPELLING.id] if waits else [SPELLING.id, "f1"]
    assert [flag.id for flag in open_flags(folder).flags] == shown
    # An answer in the log alone may make the names alike when the sheets are made again.
    assert [flag.id for flag in open_flags(folder, [DIFFERENT]).flags] == shown[1:]
    save_sheet(tmp_path, "b", TEXT, across, replace(SPELLING, decision=DIFFERENT), sha256="b" * 64)
    assert [flag.id for flag in open_flags(folder, [DIFFERENT]).flags] == ["f1"]
    save_sheet(tmp_path, "b", TEXT, across, sha256="b" * 64)
    save_sheet(tmp_path, "c", TEXT, SPELLING, sha256="c" * 64)
    assert [flag.id for flag in open_flags(folder).flags] == [SPELLING.id, "f1"]
