from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factsheet.batch import analysis
from factsheet.batch import build as build_module
from factsheet.cli.main import cli

WORDS = '"The quay is safe," Jane Roe said on Monday.\n'


pytestmark = pytest.mark.usefixtures("loaded")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments, prog_name="factsheet")


def test_build_extract_and_render(here: Path) -> None:
    (here / "a.txt").write_text(WORDS)
    built = run("build", "a.txt", "-f", "md, json", "-o", "out")
    assert (built.exit_code, built.stderr) == (0, "")
    assert built.stdout.startswith("1 sheet in out (md, json)")
    extracted = run("extract", "a.txt")
    assert (extracted.exit_code, extracted.stderr) == (0, "")
    assert json.loads(extracted.stdout)["article"]["id"] == "a"
    rendered = run("render", "out/a.json", "-f", "md")
    assert (rendered.exit_code, rendered.stderr) == (0, "")
    assert (here / "build" / "a.md").read_bytes() == (here / "out" / "a.md").read_bytes()


def test_formats_may_be_given_one_by_one(here: Path) -> None:
    (here / "a.txt").write_text(WORDS)
    assert run("build", "a.txt", "-f", "md", "-f", "json, md").exit_code == 0
    assert {path.name for path in (here / "build").glob("a.*")} == {"a.md", "a.json"}


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_bad_file_is_named_and_the_others_are_done(here: Path, command: str) -> None:
    (here / "a.txt").write_text("")
    (here / "b.txt").write_text(WORDS)
    (here / "c.txt").write_bytes("Müller".encode("latin-1"))
    result = run(command, ".")
    assert result.exit_code == 1
    empty, encoding, summary = result.stderr.splitlines()
    assert empty.startswith("factsheet: a.txt: empty")
    assert encoding.startswith("factsheet: c.txt: not read, its encoding is unknown")
    assert summary == "factsheet: 2 inputs failed, 1 sheet made"
    assert result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "gone.txt"], "factsheet: gone.txt: no such file or folder; check the path"),
        (["extract", "gone.txt"], "factsheet: gone.txt: no such file or folder; check the path"),
        (["render", "gone.json"], "factsheet: gone.json: no such file; check the path"),
        (["build", "empty"], "factsheet: empty: no .txt or .md files in this folder; name one that holds articles"),
        (["build", "a.txt", "-f", "docx"], "factsheet: there is no format 'docx'; choose from pdf, md, json"),
        (["build", "a.txt", "-f", ","], "factsheet: no format is given; choose from pdf, md, json"),
        (["build", "a.txt", "-o", "a.txt"], "factsheet: a.txt: is a file, not a folder; name an output folder with -o"),
        (["build", "a.txt", "--templates", "gone"], "factsheet: gone: no such folder of templates"),
        (["build", "gone\x1b[31m.txt"], "factsheet: gone\\x1b[31m.txt: no such file or folder; check the path"),
    ],
)
def test_misuse_is_one_line_and_nothing_is_done(here: Path, arguments: list[str], message: str) -> None:
    (here / "a.txt").write_text(WORDS)
    (here / "empty").mkdir()
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"{message}\n")
    assert sorted(path.name for path in here.iterdir()) == ["a.txt", "empty"]


def test_a_missing_path_stops_no_other(here: Path) -> None:
    (here / "a.txt").write_text(WORDS)
    for command, name, what in (
        ("build", "a.txt", "file or folder"),
        ("extract", "a.txt", "file or folder"),
        ("render", "build/a.json", "file"),
    ):
        result = run(command, "gone", name)
        assert result.exit_code == 1
        assert result.stdout
        assert result.stderr.splitlines() == [
            f"factsheet: gone: no such {what}; check the path",
            "factsheet: 1 input failed, 1 sheet made",
        ]


def test_a_file_that_cannot_be_read_stops_no_other(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where these tests run as root, to whom no file is closed."""
    may, read = os.access, Path.read_bytes

    def access(path: Path | str, mode: int, **how: bool) -> bool:
        return may(path, mode, **how) and not (mode & os.R_OK and Path(os.fsdecode(path)).stem == "closed")

    def read_bytes(self: Path) -> bytes:
        if self.stem == "closed":
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    (here / "a.txt").write_text(WORDS)
    (here / "closed.txt").write_text(WORDS)
    (here / "closed.json").write_text("{}")
    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    for command, bad, good in (
        ("build", "closed.txt", "a.txt"),
        ("extract", "closed.txt", "a.txt"),
        ("render", "closed.json", "build/a.json"),
    ):
        result = run(command, bad, good)
        assert result.exit_code == 1
        assert result.stdout
        problem, summary = result.stderr.splitlines()
        assert problem.startswith(f"factsheet: {bad}: cannot be read: Permission denied")
        assert summary == "factsheet: 1 input failed, 1 sheet made"


@pytest.mark.parametrize("command", ["build", "render"])
def test_a_source_date_that_is_none_is_misuse(here: Path, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    (here / "a.txt").write_text(WORDS)
    assert run("build", "a.txt", "-f", "json", "-o", "in").exit_code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    result = run(command, "a.txt" if command == "build" else "in/a.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "factsheet: SOURCE_DATE_EPOCH is 'yesterday', which is not a number of seconds since 1970\n"
    )


@pytest.mark.parametrize("arguments", [["build"], ["build", "--nonsense", "a.txt"], ["nonsense"]])
def test_a_wrong_call_says_how_to_get_help(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "--help" in result.stderr


@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_a_traceback_comes_with_debug_only(here: Path, monkeypatch: pytest.MonkeyPatch, debug: list[str]) -> None:
    def fail(*_args: object) -> None:
        raise KeyError("boats\x1b[31m")

    monkeypatch.setattr(analysis.Analysis, "sheet", fail)
    (here / "a.txt").write_text(WORDS)
    for arguments in (["build", "a.txt", *debug], [*debug, "build", "a.txt"]):
        result = run(*arguments)
        assert result.exit_code == 1
        assert ("Traceback" in result.stderr) == bool(debug)
        assert "factsheet: a.txt: an error of this program (KeyError: 'boats" in result.stderr
        assert "\x1b" not in result.stderr


@pytest.mark.parametrize("name", ["decisions.jsonl", "speakers.toml"])
def test_a_folder_in_place_of_a_usual_file_is_no_silence(here: Path, name: str) -> None:
    (here / "a.txt").write_text(WORDS)
    (here / name).mkdir()
    result = run("build", "a.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"factsheet: {name}: ")
    assert result.stderr.count("\n") == 1
    assert not list(here.glob("build/*.*"))


def test_the_usual_files_in_this_folder_are_used(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[object, object]] = []

    def look(*_args: object, authority: object, decisions: object, **_options: object) -> None:
        seen.append((authority, decisions))
        raise KeyboardInterrupt

    monkeypatch.setattr(build_module, "build", look)
    (here / "a.txt").write_text(WORDS)
    run("build", "a.txt")
    (here / "speakers.toml").write_text("")
    (here / "decisions.jsonl").write_text("")
    run("build", "a.txt")
    run("build", "a.txt", "--speakers", "mine.toml")
    assert seen == [
        (None, None),
        (Path("speakers.toml"), Path("decisions.jsonl")),
        (Path("mine.toml"), Path("decisions.jsonl")),
    ]


def test_an_interrupt_is_quiet(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(analysis.Analysis, "sheet", interrupt)
    (here / "a.txt").write_text(WORDS)
    result = run("extract", "a.txt")
    assert (result.exit_code, result.stderr) == (130, "")


def test_a_reader_that_goes_away_is_no_error(here: Path) -> None:
    for number in range(3):
        (here / f"{number}.txt").write_text(WORDS)
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as nobody:
        done = subprocess.run(
            [sys.executable, "-m", "factsheet", "extract", "."], stdout=nobody, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_output_that_cannot_be_written_is_one_line(here: Path) -> None:
    (here / "a.txt").write_text(WORDS)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "factsheet", "extract", "a.txt"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (1, b"factsheet: standard output: No space left on device\n")
