"""Files that the program did not write are never overwritten, and its own are no articles."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from factsheet.batch.build import build
from factsheet.batch.extract import extract
from factsheet.batch.marks import bears_mark
from factsheet.batch.output import write_whole
from factsheet.batch.render import render_sheets
from factsheet.errors import UsageError
from factsheet.settings import KEPT
from factsheet.sheet.json import to_json

WORDS = '"The quay is safe," Jane Roe said on Monday.\n'
FORMATS = ("md", "pdf", "json")


pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Somebody's folder with an article in it."""
    (tmp_path / "port.txt").write_text(WORDS, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["names.md", "names.html", "port.md", "port.pdf", "port.json"])
def test_a_file_of_the_users_own_stops_the_run_before_any_work(desk: Path, name: str) -> None:
    (desk / name).write_text("mine", "utf-8")
    with pytest.raises(UsageError, match=rf"{name}: is there already and this program did not write it; move it"):
        build(desk / "port.txt", desk, FORMATS)
    assert (desk / name).read_text("utf-8") == "mine"
    assert sorted(path.name for path in desk.iterdir()) == sorted(["port.txt", name])
    (desk / name).unlink()
    assert len(build(desk / "port.txt", desk, FORMATS).written) == 1


def test_a_file_that_was_put_in_the_place_of_a_sheet_is_not_overwritten(desk: Path) -> None:
    build(desk / "port.txt", desk / "out", ["md"])
    (desk / "out" / "port.md").write_text("My notes on the port.\n", "utf-8")
    with pytest.raises(UsageError, match=r"port\.md: is there already"):
        build(desk / "port.txt", desk / "out", ["md"])
    # Empty files and folders hold nobody's words.
    (desk / "out" / "port.md").write_text("", "utf-8")
    assert build(desk / "port.txt", desk / "out", ["md"]).failures == ()


def test_a_link_is_not_replaced(desk: Path) -> None:
    (desk / "elsewhere.md").write_text("mine", "utf-8")
    (desk / "port.md").symlink_to(desk / "elsewhere.md")
    with pytest.raises(UsageError, match=r"port\.md: is there already"):
        build(desk / "port.txt", desk, ["md"])
    assert (desk / "elsewhere.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("kept", [True, False])
def test_the_programs_own_files_are_made_again_also_where_nothing_was_kept_of_them(desk: Path, kept: bool) -> None:
    out = desk / "out"
    build(desk / "port.txt", out, FORMATS)
    for name in ("port.md", "names.md", "names.html"):
        text = (out / name).read_text("utf-8")
        (out / name).write_text(text.replace("Roe", "Roe (checked)") + "\nSeen, ann\n", "utf-8")
    if not kept:
        shutil.rmtree(out / KEPT)
    (desk / "port.txt").write_text(WORDS.replace("Roe", "Doe"), "utf-8")
    result = build(desk / "port.txt", out, FORMATS)
    assert (result.failures, result.written[0].changed) == ((), True)
    build(desk / "port.txt", desk / "fresh", FORMATS)
    for path in (desk / "fresh").glob("[a-z]*.*"):
        assert (out / path.name).read_bytes() == path.read_bytes()


def test_every_output_bears_the_mark_of_the_program(desk: Path) -> None:
    build(desk / "port.txt", desk / "out", FORMATS)
    files = [path for path in (desk / "out").iterdir() if path.is_file()]
    assert len(files) == 5
    assert [path.name for path in files if not bears_mark(path.name, path.read_bytes())] == []
    assert not bears_mark("port.md", WORDS.encode())
    assert not bears_mark("port.txt", (desk / "out" / "port.md").read_bytes())


def test_sheets_of_own_templates_are_known_by_their_content(desk: Path) -> None:
    mine, out = desk / "mine", desk / "out"
    mine.mkdir()
    (mine / "sheet.md.j2").write_text("{{ heading }}\n", "utf-8")
    build(desk / "port.txt", out, ["md"], templates=mine)
    (mine / "sheet.md.j2").write_text("# {{ heading }}\n", "utf-8")
    assert build(desk / "port.txt", out, ["md"], templates=mine).failures == ()
    shutil.rmtree(out / KEPT)
    assert build(desk / "port.txt", out, ["md"], templates=mine).failures == ()
    shutil.rmtree(out / KEPT)
    (mine / "sheet.md.j2").write_text("{{ heading }}!\n", "utf-8")
    (failure,) = build(desk / "port.txt", out, ["md"], templates=mine).failures
    assert "did not write it" in failure.message


def test_after_a_crash_before_or_after_a_sheet_is_written_it_is_still_the_programs(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, out = desk / "mine", desk / "out"
    mine.mkdir()

    def crash_before(*_args: object) -> None:
        raise KeyboardInterrupt

    def crash_after(folder: Path, files: dict[str, bytes]) -> None:
        write_whole(folder, files)
        raise KeyboardInterrupt

    for number, crash in enumerate((crash_before, crash_after, crash_before)):
        (mine / "sheet.md.j2").write_text(f"{number} {{{{ heading }}}}\n", "utf-8")
        with monkeypatch.context() as patch:
            patch.setattr("factsheet.batch.publish.write_whole", crash)
            with pytest.raises(KeyboardInterrupt):
                build(desk / "port.txt", out, ["md"], templates=mine)
        assert build(desk / "port.txt", out, ["md"], templates=mine).failures == ()
        assert (out / "port.md").read_text("utf-8") == f"{number} port\n"


def test_render_spares_what_is_not_the_programs_and_the_register(desk: Path) -> None:
    (desk / "names.txt").write_text(WORDS, "utf-8")
    lines = list(extract([desk / "names.txt", desk / "port.txt"]))
    (desk / "sheets.jsonl").write_text("\n".join(map(to_json, lines)), "utf-8")
    (desk / "port.md").write_text("mine", "utf-8")
    with pytest.raises(UsageError, match=r"port\.md: is there already"):
        render_sheets(desk / "sheets.jsonl", desk, ["md"])
    (desk / "port.md").unlink()
    for _ in range(2):
        result = render_sheets(desk / "sheets.jsonl", desk, ["md"])
        assert [written.article_id for written in result.written] == ["names-2", "port"]


def test_sheets_among_the_articles_are_no_articles(desk: Path) -> None:
    build(desk / "port.txt", desk, ["md"])
    build(desk / "port.txt", desk / "out", ["md"])
    (desk / "out" / "notes.md").write_text(WORDS, "utf-8")
    result = build(desk, desk / "other", ["md"])
    assert [written.article_id for written in result.written] == ["port", "notes"]
    assert result.notices == (
        f"{desk}: 2 files are left out, because factsheet wrote them",
        f"{desk / 'out'}: 2 files are left out, because factsheet wrote them",
    )
    assert len(list(extract(desk))) == 2
    again = build(desk, desk, ["md"])
    assert [written.article_id for written in again.written] == ["port", "notes"]


def test_a_folder_of_sheets_alone_is_no_folder_of_articles(desk: Path) -> None:
    build(desk / "port.txt", desk / "out", ["md"])
    with pytest.raises(UsageError, match="all articles in it are sheets that factsheet wrote"):
        build(desk / "out", desk / "other", ["md"])
