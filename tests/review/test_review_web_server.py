"""`factsheet review --web` from its first line to its last."""

from __future__ import annotations

import re
import socket
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner
from review_program import program
from review_samples import save_sheet, spelling_flag

from factsheet.cli.main import cli
from factsheet.review.web.server import _has_screen
from factsheet.speakers.decisions.reading import read_decisions

TEXT = "Tamm met Tam."
FLAG = spelling_flag(TEXT, "Tamm", "Tam.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return save_sheet(tmp_path, "estonia", TEXT, FLAG)


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


def answer(address: str) -> None:
    """What a browser sends when the button "Same" is pressed."""
    page = urllib.request.urlopen(f"{address}flag/{FLAG.id}").read().decode()
    sent = {name: re.findall(rf'name="{name}" value="(.*?)"', page)[-1] for name in ("key", "seen")}
    data = urllib.parse.urlencode({**sent, "choice": "same"}).encode()
    origin = re.match(r"http://[^/]+", address)
    assert origin is not None
    request = urllib.request.Request(f"{address}flag/{FLAG.id}", data, {"Origin": origin[0]})
    assert urllib.request.urlopen(request).status == 200


def test_ctrl_c_ends_it_with_the_count_of_decisions(folder: Path, log: Path) -> None:
    with program(folder, log, "--no-browser") as running:
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", running.address)
        answer(running.address)
        code, out, err = running.end()
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        f"1 decision added to {log}.",
        f"To make the sheets follow: factsheet build ARTICLES -o {folder} --decisions {log}",
    ]
    assert [record.by for record in read_decisions(log)] == ["ana"]


def test_ctrl_c_before_any_answer_leaves_nothing(folder: Path, log: Path) -> None:
    with program(folder, log, "--no-browser") as running:
        assert running.end() == (0, "", "")
    assert not log.exists()


def test_it_can_be_reached_at_the_loopback_address_alone(folder: Path, log: Path) -> None:
    with program(folder, log, "--no-browser") as running:
        port = urllib.parse.urlsplit(running.address).port
        assert port is not None
        for host, reached in (("127.0.0.1", True), ("127.0.0.2", False)):
            with socket.socket() as other:
                other.settimeout(2)
                assert (other.connect_ex((host, port)) == 0) == reached


def test_nothing_is_said_of_what_is_asked_for(folder: Path, log: Path) -> None:
    with program(folder, log, "--no-browser") as running:
        urllib.request.urlopen(running.address).read()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{running.address}nosuch")
        assert running.end() == (0, "", "")


def test_a_browser_is_opened_at_an_address_that_works_once(tmp_path: Path, folder: Path, log: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}.part\nmv {opened}.part {opened}\n')
    browser.chmod(0o755)
    with program(folder, log, BROWSER=str(browser)) as running:
        deadline = time.monotonic() + 20
        while not opened.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
        once = opened.read_text().strip()
        token = urllib.parse.urlsplit(running.address).path
        assert token not in once
        assert urllib.request.urlopen(once).url == running.address
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(once)


@pytest.mark.parametrize(
    ("system", "environment", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"BROWSER": "w3m"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_no_text_browser_takes_the_terminal_over(
    monkeypatch: pytest.MonkeyPatch, system: str, environment: dict[str, str], screen: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", system)
    assert _has_screen() == screen


def test_a_port_that_is_taken_is_told(folder: Path, log: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner(env={"USER": "ana"}).invoke(
            cli, ["review", str(folder), "--decisions", str(log), "--web", "--no-browser", "--port", str(port)]
        )
    assert result.exit_code == 2
    assert f"port {port} cannot be used (Address already in use)" in result.stderr


@pytest.mark.parametrize("options", [["--port", "8000"], ["--no-browser"]])
def test_options_of_the_web_need_it(folder: Path, options: list[str]) -> None:
    result = CliRunner(env={"USER": "ana"}).invoke(cli, ["review", str(folder), *options])
    assert result.exit_code == 2
    assert "--port and --no-browser go with --web" in result.stderr


def test_a_file_that_is_no_sheet_is_named_at_the_end(folder: Path, log: Path) -> None:
    (folder / "bad.json").write_text("{")
    with program(folder, log, "--no-browser") as running:
        code, _, err = running.end()
    assert code == 1
    assert f"{folder / 'bad.json'}: not JSON" in err
