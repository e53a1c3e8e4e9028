"""Sheets that no run makes any more: they stay where they are, and nobody is asked about them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from factsheet.batch.build import build
from factsheet.errors import UsageError
from factsheet.review.open_flags import sheet_files
from factsheet.review.sitting import Sitting
from factsheet.settings import KEPT
from factsheet.sheet.left_over import read_left_over

WORDS = "Hannah Osei runs the farm. Daniel Osei sells milk. “We sold the cows,” Osei said on Monday.\n"


pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("farm", "port"):
        (folder / f"{name}.txt").write_text(WORDS, "utf-8")
    return folder


@pytest.fixture
def out(articles: Path, tmp_path: Path) -> Path:
    assert build(articles, tmp_path / "out", ["md", "json"]).notices == ()
    return tmp_path / "out"


def asked_about(out: Path) -> list[str]:
    return [path.stem for path in sheet_files(out)]


def notice(articles: Path | Sequence[Path], out: Path, *formats: str) -> str:
    (said,) = build(articles, out, formats or ("md", "json")).notices
    assert said.startswith(f"{out}: left over from earlier runs and not reviewed: ")
    return said


def test_sheets_of_an_article_that_is_gone_stay_and_are_not_asked_about(articles: Path, out: Path) -> None:
    (articles / "port.txt").unlink()
    assert "port.json, port.md (the article is gone)" in notice(articles, out)
    assert (out / "port.md").exists()
    assert asked_about(out) == ["farm"]
    assert "port" not in (out / "names.md").read_text("utf-8")
    assert Sitting(out, out / "log", by="ann").left_over == ["port.json"]
    # Each run says so, until somebody deletes them or the article is back.
    assert "port.md" in notice(articles, out)
    (out / "port.md").unlink()
    assert "port.json (the article is gone)" in notice(articles, out)
    (articles / "port.txt").write_text(WORDS, "utf-8")
    assert build(articles, out, ["md", "json"]).notices == ()
    assert asked_about(out) == ["farm", "port"]


def test_sheets_of_an_article_that_fails_are_left_over_until_it_is_read_again(articles: Path, out: Path) -> None:
    (articles / "port.txt").write_bytes(b"\x00\x01\x02\xff")
    assert "port.json, port.md (the article failed)" in notice(articles, out)
    assert asked_about(out) == ["farm"]
    assert "port.json, port.md (the article failed)" in notice(articles / "farm.txt", out)
    (articles / "port.txt").write_text(WORDS, "utf-8")
    assert build(articles, out, ["md", "json"]).notices == ()


def test_sheets_in_another_format_are_left_over_when_the_article_changes(articles: Path, out: Path) -> None:
    assert build(articles, out, ["md"]).notices == ()
    assert asked_about(out) == ["farm", "port"]
    (articles / "port.txt").write_text(WORDS.replace("cows", "goats"), "utf-8")
    assert "port.json (older than what was made now)" in notice(articles, out, "md")
    assert asked_about(out) == ["farm"]
    assert build(articles, out, ["json"]).notices == ()
    assert asked_about(out) == ["farm", "port"]


def test_an_article_that_a_run_is_not_asked_for_leaves_nothing_over(articles: Path, out: Path) -> None:
    assert build(articles / "farm.txt", out, ["md", "json"]).notices == ()
    assert asked_about(out) == ["farm", "port"]


def test_articles_and_sheets_can_be_moved_together(articles: Path, out: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    shutil.move(articles, moved / "in")
    shutil.move(out, moved / "out")
    assert build(moved / "in" / "farm.txt", moved / "out", ["md", "json"]).notices == ()


def test_an_article_under_another_name_leaves_its_old_sheets_over(articles: Path, tmp_path: Path) -> None:
    more, out = tmp_path / "more", tmp_path / "out"
    more.mkdir()
    (more / "port.txt").write_text(WORDS, "utf-8")
    build([articles, more], out, ["json"])
    assert sorted(asked_about(out)) == ["farm", "port", "port-2"]
    assert "port-2.json (older than what was made now)" in notice([articles / "farm.txt", more], out, "json")


def test_a_file_of_the_users_own_is_never_called_left_over(articles: Path, out: Path) -> None:
    (articles / "port.txt").unlink()
    (out / "port.json").write_text("{}", "utf-8")
    assert "port.json" not in notice(articles, out)
    assert "port.md" in read_left_over(out)
    (out / "port.md").write_text("mine", "utf-8")
    assert read_left_over(out) == {}


def test_where_nothing_is_current_that_is_said(articles: Path, out: Path) -> None:
    (articles / "port.txt").write_bytes(b"\xff\x00")
    (articles / "farm.txt").write_bytes(b"\xff\x00")
    assert "names.html, names.md (older than what was made now)" in notice(articles, out)
    with pytest.raises(UsageError, match="all sheets in it are left over"):
        sheet_files(out)


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"port.json": 3}', b"\xff"])
def test_a_damaged_list_is_no_list(articles: Path, out: Path, damage: bytes) -> None:
    (articles / "port.txt").unlink()
    build(articles, out, ["json"])
    (out / KEPT / "left-over.json").write_bytes(damage)
    assert asked_about(out) == ["farm", "port"]
