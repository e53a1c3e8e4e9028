from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factsheet.cli.main import cli

ADDED = ["add", "Hannah Okoro", "--variant", "HO", "--variant", "H. Okoro", "--role", "Mayor (from 2022-01)"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["speakers", *arguments], prog_name="factsheet")


def done(*arguments: str) -> str:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_from_nothing_to_a_list_and_out_and_in_again(here: Path) -> None:
    assert done(*ADDED, "--wikidata", "Q1", "--note", "n") == "okoro-hannah: Hannah Okoro added to speakers.toml\n"
    assert done("add", "Harbour Commission", "--kind", "organisation", "--key", "hc").startswith("hc: ")
    assert done("list").splitlines() == [
        "KEY           NAME                KIND          VARIANTS  ROLES",
        "okoro-hannah  Hannah Okoro        person        HO        Mayor (from 2022-01)",
        "                                                H. Okoro",
        "hc            Harbour Commission  organisation",
    ]
    assert done("check") == "speakers.toml: 2 speakers, no problems\n"
    table = done("export")
    assert table.splitlines()[1] == "okoro-hannah,Hannah Okoro,person,,HO; H. Okoro,Mayor (from 2022-01),,Q1,n"
    assert done("export", "-o", "t.csv") == "2 speakers in t.csv\n"
    assert (here / "t.csv").read_bytes() == b"\xef\xbb\xbf" + table.replace("\n", "\r\n").encode()
    before = (here / "speakers.toml").read_bytes()
    assert done("import", "t.csv") == "0 added, 0 changed, 2 as they were; speakers.toml left as it was\n"
    assert (here / "speakers.toml").read_bytes() == before
    assert done("import", "t.csv", "--speakers", "copy.toml").endswith(
        "2 added, 0 changed, 0 as they were; copy.toml written\n"
    )
    assert (here / "copy.toml").read_bytes() == before


def test_the_list_as_json() -> None:
    done(*ADDED)
    done("add", "Hanna Okoro", "--distinct-from", "okoro-hannah", "--note", "é")
    first, second = json.loads(done("list", "--json"))
    assert first == {
        "key": "okoro-hannah",
        "name": "Hannah Okoro",
        "kind": "person",
        "family": None,
        "variants": ["HO", "H. Okoro"],
        "roles": [{"title": "Mayor", "from": "2022-01", "to": None}],
        "distinct_from": ["okoro-hanna"],
        "wikidata": None,
        "notes": None,
    }
    assert (second["distinct_from"], second["notes"]) == (["okoro-hannah"], "é")


@pytest.mark.parametrize("option", ["--speakers", "--file"])
def test_the_file_can_be_another(here: Path, option: str) -> None:
    done(*ADDED, option, "mine.toml")
    assert [path.name for path in here.iterdir()] == ["mine.toml"]
    assert done("check", option, "mine.toml") == "mine.toml: 1 speaker, no problems\n"


def test_names_are_compared_when_one_is_added() -> None:
    done(*ADDED)
    alike = run("add", "Hanna Okoro")
    assert (alike.exit_code, alike.stdout) == (0, "okoro-hanna: Hanna Okoro added to speakers.toml\n")
    assert alike.stderr.startswith("factsheet: speakers.toml, okoro-hannah: “Hannah Okoro” looks like “Hanna Okoro”")
    checked = run("check")
    assert checked.exit_code == 1
    assert checked.stdout == alike.stderr.removeprefix("factsheet: ")
    assert checked.stderr == "factsheet: 1 problem in speakers.toml\n"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["add", "ho"], "“ho” is a form of okoro-hannah already; "),
        (["add", "Ana", "--variant", "Hannah  Okoro"], "“Hannah  Okoro” is a form of okoro-hannah already; "),
        (["add", "Ana", "--key", "okoro-hannah"], "the key 'okoro-hannah' is that of “Hannah Okoro”; "),
        (["add", "Ana", "--distinct-from", "x"], "--distinct-from x: no entry has this key; "),
        (["add", "Ana", "--kind", "robot"], "kind is 'robot'; it must be one of person, organisation, group"),
        (["add", "Ana", "--role", "Mayor (2024 to 2022)"], "roles: 'Mayor' ends (2022) before it begins (2024); "),
        (["add", "Ana", "--wikidata", "42"], "wikidata is '42'; "),
        (["add", "Ana", "--variant", "ANA"], "the variant “ANA” is the same as the name; "),
        (["add", " "], "the name is empty; "),
        (["import", "gone.csv"], "gone.csv: the table cannot be read (No such file or directory); "),
        (["export", "-o", "speakers.toml"], "speakers.toml: is an input and would be overwritten; "),
        (["list", "--speakers", "gone\x1b.toml"], "gone\\x1b.toml: there is no such authority file; "),
        (["check", "--speakers", "gone.toml"], "gone.toml: there is no such authority file; "),
        (["add", "Ana", "--speakers", "gone/s.toml"], "gone/s.toml: cannot be written (No such file or directory); "),
    ],
)
def test_misuse_is_one_line_and_nothing_is_done(here: Path, arguments: list[str], says: str) -> None:
    done(*ADDED)
    before = (here / "speakers.toml").read_bytes()
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"factsheet: {says}")
    assert len(result.stderr.splitlines()) == 1
    assert [path.name for path in here.iterdir()] == ["speakers.toml"]
    assert (here / "speakers.toml").read_bytes() == before


def test_somebody_else_of_the_same_name_can_be_added() -> None:
    done(*ADDED)
    assert done("add", "Hannah Okoro", "--distinct-from", "okoro-hannah").startswith("okoro-hannah-2: ")
    assert done("check") == "speakers.toml: 2 speakers, no problems\n"


def test_a_table_with_bad_rows_is_told_row_by_row(here: Path) -> None:
    done(*ADDED)
    before = (here / "speakers.toml").read_bytes()
    (here / "t.csv").write_text("key,name,wikidata\na,,\nb,Ana,1\nc,Bo,\n")
    result = run("import", "t.csv")
    assert (result.exit_code, result.stdout) == (1, "")
    first, second, summary = result.stderr.splitlines()
    assert first.startswith("factsheet: t.csv, row 2 (a): name is missing")
    assert second.startswith("factsheet: t.csv, row 3 (b): wikidata is '1'")
    assert summary == "factsheet: 2 problems in t.csv; speakers.toml is left as it was"
    assert (here / "speakers.toml").read_bytes() == before


def test_an_import_says_what_it_does_to_each(here: Path) -> None:
    done(*ADDED)
    (here / "t.csv").write_text("key,name,family\nokoro-hannah,Hannah Okoro,Okoro\n,Ana Reyes,\n")
    lines = ["okoro-hannah: Hannah Okoro changed (family)", "reyes-ana: Ana Reyes added"]
    counts = "1 added, 1 changed, 0 as they were; "
    assert done("import", "t.csv", "--dry-run").splitlines() == [*lines, f"{counts}nothing was written (--dry-run)"]
    assert done("import", "t.csv").splitlines() == [*lines, f"{counts}speakers.toml written"]


def test_many_doubts_are_summed_up(here: Path) -> None:
    (here / "t.csv").write_text(
        "key,name,family\n" + "".join(f"k{i},Ana {c}eyes,Roe\n" for i, c in enumerate("BCDFGHJKLMNP"))
    )
    result = run("import", "t.csv", "--dry-run")
    assert result.exit_code == 0
    *told, more = result.stderr.splitlines()
    assert len(told) == 10
    assert more.endswith(" more to look at; `factsheet speakers check` shows them all")


def test_what_is_shown_is_nothing_that_a_terminal_obeys(here: Path) -> None:
    (here / "speakers.toml").write_text('[[speaker]]\nkey = "a\u202eb"\nname = "A"\n', "utf-8")
    assert "a\\u202eb  A" in done("list")


def test_an_empty_list_says_how_to_begin(here: Path) -> None:
    (here / "speakers.toml").write_text("# nobody yet\n")
    assert done("list") == "speakers.toml has no speakers yet; `factsheet speakers add NAME` adds one.\n"


def test_nothing_that_takes_long_is_imported(here: Path) -> None:
    done(*ADDED)
    program = (
        "import sys; from factsheet.cli.main import cli; cli(['speakers', 'check'], standalone_mode=False); "
        "print([name for name in ('spacy', 'pydantic', 'numpy', 'tomlkit') if name in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=here)
    assert shown.stdout.endswith("\n[]\n")
