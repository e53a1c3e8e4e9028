from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from factsheet.batch import publish as publish_module
from factsheet.batch import together
from factsheet.batch.analysis import Analysis
from factsheet.batch.build import build
from factsheet.batch.extract import extract
from factsheet.batch.render import render_sheets
from factsheet.errors import RenderingError, UsageError
from factsheet.model import Flag, Sheet
from factsheet.reading.inputs import Failure, Input
from factsheet.sheet.json import to_json

WORDS = (
    '"The quay is safe," Jane Roe said on Monday.\n\nOmar Field, the harbour master, said that boats would return.\n'
)


pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two good articles, a.txt and c.md, and an empty one between them, b.txt."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(WORDS, "utf-8")
    (folder / "b.txt").write_text("", "utf-8")
    (folder / "c.md").write_text(WORDS.replace("Roe", "Doe"), "utf-8")
    return folder


def names(folder: Path) -> list[str]:
    """The sheets in a folder: neither what is kept for the next run nor the register."""
    return sorted(p.name for p in folder.iterdir() if p.name not in (".factsheet", "names.md", "names.html"))


def test_one_bad_file_stops_no_other(articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    result = build([articles], out, ("md", "json"))
    assert names(out) == ["a.json", "a.md", "c.json", "c.md"]
    assert [written.article_id for written in result.written] == ["a", "c"]
    assert result.written[0].files == (out / "a.md", out / "a.json")
    (failure,) = result.failures
    assert failure.path == str(articles / "b.txt")
    assert failure.message.startswith(f"{articles / 'b.txt'}: empty")
    assert failure.traceback is None


def test_the_same_run_writes_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build([articles], tmp_path / name, ("pdf", "md", "json"))
    assert names(tmp_path / "one") == names(tmp_path / "two")
    for name in names(tmp_path / "one"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_an_error_nobody_foresaw_is_one_failure_with_its_traceback(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = Analysis.sheet

    def fail_on_a(self: Analysis, file: Input) -> Sheet:
        if file.id == "a":
            raise KeyError("boats")
        return sheet(self, file)

    monkeypatch.setattr(Analysis, "sheet", fail_on_a)
    result = build([articles], tmp_path / "out", ["json"])
    assert names(tmp_path / "out") == ["c.json"]
    first = result.failures[0]
    assert first.message == f"{articles / 'a.txt'}: an error of this program (KeyError: 'boats')"
    assert first.traceback is not None
    assert "fail_on_a" in first.traceback


def test_a_sheet_that_fails_in_one_format_is_written_in_none(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_on_markdown(sheet: Sheet, name: str, **settings: object) -> bytes:
        if name == "md" and sheet.article.id == "a":
            raise RenderingError("no ink")
        return b"{}"

    monkeypatch.setattr(publish_module, "render", fail_on_markdown)
    out = tmp_path / "out"
    out.mkdir()
    earlier = '{\n  "schema": "factsheet/1" of an earlier run'
    (out / "a.json").write_text(earlier)
    result = build([articles], out, ["json", "md"])
    assert names(out) == ["a.json", "c.json", "c.md"]
    assert (out / "a.json").read_text() == earlier
    assert f"{articles / 'a.txt'}: no ink" in [failure.message for failure in result.failures]


def test_flags_of_the_whole_run_are_added(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_each(sheets: list[Sheet], _log: object) -> dict[str, tuple[Flag, ...]]:
        return {s.article.id: (Flag(f"f{s.article.id}", "title conflict", "high", "Look.", (), ()),) for s in sheets}

    monkeypatch.setattr(together, "flags_across", one_each)
    result = build([articles], tmp_path / "out", ["json"])
    saved = json.loads((tmp_path / "out" / "c.json").read_text("utf-8"))
    assert "fc" in [flag["id"] for flag in saved["flags"]]
    assert result.written[1].open_flags == len(saved["flags"])


def test_a_comparison_that_fails_costs_no_sheet(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_sheets: object, _log: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(together, "flags_across", fail)
    result = build([articles], tmp_path / "out", ["json"])
    assert names(tmp_path / "out") == ["a.json", "c.json"]
    assert result.failures[-1].path == "all articles"


def test_the_register_names_what_failed_and_an_article_gives_way_to_it(articles: Path, tmp_path: Path) -> None:
    (articles / "Names.txt").write_text(WORDS.replace("Roe", "Poe"), "utf-8")
    out = tmp_path / "out"
    result = build([articles], out, ["md"])
    assert names(out) == ["Names-2.md", "a.md", "c.md"]
    assert any("a file of the program's own has the same name" in notice for notice in result.notices)
    text = (out / "names.md").read_text("utf-8")
    assert "Jane Poe" in text
    assert "b.txt: empty" in text


def test_a_register_that_cannot_be_made_costs_no_sheet(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "names.html.j2").write_text("{{ nosuch }}")
    result = build([articles / "a.txt"], tmp_path / "out", ["json"], templates=tmp_path)
    assert (len(result.written), result.register) == (1, ())
    assert "'nosuch' is undefined" in result.failures[0].message
    assert not (tmp_path / "out" / "names.md").exists()


def test_no_register_without_a_sheet(articles: Path, tmp_path: Path) -> None:
    assert build([articles / "b.txt"], tmp_path / "out", ["json"]).register == ()
    assert not (tmp_path / "out" / "names.md").exists()


def test_progress_ends_at_its_total(articles: Path, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    build([articles], tmp_path / "out", ["json"], on_progress=lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1] == (6, 6)


def test_the_output_folder_is_no_input(articles: Path) -> None:
    build([articles], articles / "out", ["md"])
    result = build([articles], articles / "out", ["md"])
    assert [written.article_id for written in result.written] == ["a", "c"]


@pytest.mark.parametrize("formats", [[], ["docx"], ["md", "../x"]])
def test_an_unknown_format_is_misuse(articles: Path, tmp_path: Path, formats: list[str]) -> None:
    with pytest.raises(UsageError, match="pdf, md, json"):
        build([articles], tmp_path / "out", formats)
    assert not (tmp_path / "out").exists()


def test_an_input_is_never_overwritten(articles: Path) -> None:
    before = (articles / "c.md").read_bytes()
    with pytest.raises(UsageError, match=r"c\.md: is an input"):
        build([articles / "c.md"], articles, ["md"])
    assert (articles / "c.md").read_bytes() == before


def test_templates_that_are_not_there_are_misuse(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder of templates"):
        build([articles], tmp_path / "out", ["md"], templates=tmp_path / "gone")


def test_sheets_come_in_order_and_failures_are_told(articles: Path) -> None:
    failures: list[Failure] = []
    assert [sheet.article.id for sheet in extract([articles], on_failure=failures.append)] == ["a", "c"]
    assert [failure.path for failure in failures] == [str(articles / "b.txt")]


def test_each_sheet_comes_as_soon_as_it_is_made(articles: Path) -> None:
    steps: list[tuple[int, int]] = []
    sheets = extract([articles / "a.txt", articles / "c.md"], on_progress=lambda *step: steps.append(step))
    next(sheets)
    assert steps == [(1, 2)]


def test_a_failure_that_nobody_listens_to_is_logged(articles: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, "factsheet"):
        assert list(extract([articles / "b.txt"])) == []
    assert "b.txt: empty" in caplog.text


def test_a_missing_article_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        list(extract([tmp_path / "gone"]))


def test_a_saved_sheet_renders_to_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "built", ("pdf", "md", "json"))
    render_sheets([tmp_path / "built" / "a.json"], tmp_path / "rendered", ("pdf", "md", "json"))
    for name in ("a.pdf", "a.md", "a.json"):
        assert (tmp_path / "rendered" / name).read_bytes() == (tmp_path / "built" / name).read_bytes()


def test_a_list_of_sheets_renders_sheet_by_sheet(articles: Path, tmp_path: Path) -> None:
    (line,) = (to_json(sheet) for sheet in extract([articles / "a.txt"]))
    listed = tmp_path / "sheets.jsonl"
    listed.write_text(f"{line}\n\nnot json\n{line}\n", "utf-8")
    result = render_sheets([listed], tmp_path / "out", ["md"])
    assert [written.article_id for written in result.written] == ["a", "a-2"]
    (failure,) = result.failures
    assert failure.message.startswith(f"{listed}, line 3: not JSON")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "name a .json file that `factsheet build`"),
        (b"\xff\xfe", "UTF-8 text; name a .json"),
        (b'{"schema": "factsheet/9"}', "factsheet/9"),
    ],
)
def test_a_file_that_is_no_sheet_stops_no_other(articles: Path, tmp_path: Path, data: bytes, message: str) -> None:
    build([articles], tmp_path / "built", ["json"])
    (tmp_path / "bad.json").write_bytes(data)
    result = render_sheets([tmp_path / "bad.json", tmp_path / "built" / "a.json"], tmp_path / "out", ["md"])
    assert [written.article_id for written in result.written] == ["a"]
    (failure,) = result.failures
    assert failure.message.startswith(f"{tmp_path / 'bad.json'}: ")
    assert message in failure.message


def test_a_saved_sheet_is_never_overwritten(articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path, ["json"])
    with pytest.raises(UsageError, match="is an input"):
        render_sheets([tmp_path / "a.json"], tmp_path, ["json"])


@pytest.mark.parametrize("kind", [str, Path])
def test_one_path_needs_no_list(articles: Path, tmp_path: Path, kind: type[str] | type[Path]) -> None:
    article, sheet = kind(articles / "a.txt"), kind(tmp_path / "out" / "a.json")
    assert [made.article.id for made in extract(article)] == ["a"]
    assert [written.article_id for written in build(article, tmp_path / "out", ["json"]).written] == ["a"]
    assert [written.article_id for written in render_sheets(sheet, tmp_path / "again", ["md"]).written] == ["a"]


def test_a_missing_sheet_and_a_folder_stop_no_other(articles: Path, tmp_path: Path) -> None:
    build([articles / "a.txt"], tmp_path / "built", ["json"])
    result = render_sheets(
        [tmp_path / "gone.json", tmp_path / "built", tmp_path / "built" / "a.json"], tmp_path / "out"
    )
    assert [written.article_id for written in result.written] == ["a"]
    assert [failure.message for failure in result.failures] == [
        f"{tmp_path / 'gone.json'}: no such file; check the path",
        f"{tmp_path / 'built'}: is a folder; name the .json files in it",
    ]


def test_where_no_sheet_can_be_read_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("{")
    result = render_sheets([tmp_path / "bad.json"], tmp_path / "out")
    assert (result.written, len(result.failures)) == ((), 1)
    assert not (tmp_path / "out").exists()


def test_an_error_names_its_input_also_where_it_holds_the_name_by_chance(
    articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object, **_settings: object) -> bytes:
        raise RenderingError("a shortage of ink")

    build([articles / "a.txt"], tmp_path, ["json"])
    monkeypatch.setattr(publish_module, "render", fail)
    (failure,) = render_sheets(tmp_path / "a.json", tmp_path / "out", ["md"]).failures
    assert failure.message == "a: a shortage of ink"


def test_missing_sheets_and_folders_are_misuse(tmp_path: Path) -> None:
    for path, message in ((tmp_path / "gone.json", "no such file"), (tmp_path, "is a folder")):
        with pytest.raises(UsageError, match=message):
            render_sheets([path], tmp_path / "out")


def test_where_nothing_can_be_read_nothing_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"")
    result = build([tmp_path / "a.jpg"], tmp_path / "out")
    assert (result.written, len(result.failures)) == ((), 1)
    assert not (tmp_path / "out").exists()
