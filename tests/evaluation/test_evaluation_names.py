from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factsheet.cli.main import cli
from factsheet.evaluation.names import evaluate_names

# link and right; link and wrong; suggest and right; separate and right; separate and wrong.
PAIRS = """name1,name2,is_match,note
Mike Ferrante,Michael Ferrante,true,x
Anselm Pettersen,Anselm Petterson,false,x
"Okafor",Desmond Okafor,TRUE,x
Celia Okafor,Desmond Okafor,false,x
Ronny Wexford,Cedric Morland,1,x
"""


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "pairs.csv"
    path.write_text(PAIRS, "utf-8")
    return path


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["evaluate", "names", *map(str, args)])


def test_links_and_suggestions_are_counted(pairs: Path) -> None:
    scores, rows = evaluate_names(pairs)
    assert [row.comparison.answer for row in rows] == ["link", "link", "suggest", "separate", "separate"]
    assert scores["linked"] == {"precision": 1 / 2, "recall": 1 / 3, "right": 1, "answered": 2, "matching": 3}
    assert scores["suggested"] == {"precision": 2 / 3, "recall": 2 / 3, "right": 2, "answered": 3, "matching": 3}


def test_json_has_precision_and_recall_of_both(pairs: Path) -> None:
    scores = json.loads(run(pairs, "--json").stdout)
    assert (scores["linked"]["precision"], scores["suggested"]["recall"]) == (1 / 2, 2 / 3)


def test_the_table_is_for_people(pairs: Path) -> None:
    lines = run(pairs).stdout.splitlines()
    assert lines[0] == "pairs: 5, of one person: 3"
    assert lines[2].split() == ["link", "1/2", "0.500", "0.333"]
    assert lines[3].split() == ["link", "or", "suggest", "2/3", "0.667", "0.667"]


def test_rows_have_answer_and_reason(pairs: Path, tmp_path: Path) -> None:
    assert run(pairs, "--rows", tmp_path / "rows.csv").exit_code == 0
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[1]["answer"] == "link"
    assert rows[1]["corroborate"] == "true"
    assert "differ in one letter" in rows[1]["reason"]
    assert [row["is_match"] for row in rows] == ["true", "false", "true", "false", "true"]


def test_a_byte_order_mark_and_other_columns_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    path.write_bytes(b"\xef\xbb\xbfis_match,name2,x,name1\r\ntrue,Ann Oduya,,Ann Oduya\r\n\r\n")
    assert evaluate_names(path)[0]["linked"]["recall"] == 1.0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot be read (No such file or directory)"),
        (b"", "has no column name1"),
        (b"name1,name2\nA B,C D\n", "has no column is_match"),
        (b"name1,name2,is_match\n", "has no pairs of names"),
        (b"name1,name2,is_match\nA B,C D,perhaps\n", "line 2: is_match is 'perhaps'; write true or false"),
        (b"name1,name2,is_match\nA B,C D,true\nA B,true\n", "line 3: has 2 columns"),
        (b"name1,name2,is_match\nA B,,true\n", "line 2: a name is empty"),
        (b"name1,name2,is_match\nJos\xe9 B,C D,true\n", "is not UTF-8"),
    ],
)
def test_a_file_of_another_form_is_misuse_told_in_one_line(tmp_path: Path, content: bytes | None, message: str) -> None:
    path = tmp_path / "pairs.csv"
    if content is not None:
        path.write_bytes(content)
    result = run(path)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"factsheet: {path}")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert not result.stdout


def test_the_pairs_are_not_overwritten_by_their_rows(pairs: Path) -> None:
    before = pairs.read_bytes()
    result = run(pairs, "--rows", pairs)
    assert (result.exit_code, result.stdout, pairs.read_bytes()) == (2, "", before)
    assert "is an input and would be overwritten" in result.stderr


def test_rows_that_cannot_be_written_are_told_in_one_line(pairs: Path, tmp_path: Path) -> None:
    result = run(pairs, "--rows", tmp_path / "nowhere" / "rows.csv")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def test_the_figures_of_the_shared_pairs(shared: Path) -> None:
    scores, _ = evaluate_names(shared / "data" / "names" / "person_name_pairs.csv")
    assert scores["linked"]["precision"] >= 0.99
    assert scores["linked"]["recall"] >= 0.60
    assert scores["suggested"]["precision"] >= 0.90
    assert scores["suggested"]["recall"] >= 0.90
