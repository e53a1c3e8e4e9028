from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from factsheet.cli.main import cli

GOLD = Path(__file__).parent.parent / "gold"


def test_weights_are_learned_used_and_scored(tmp_path: Path) -> None:
    file = tmp_path / "weights.json"
    result = CliRunner().invoke(cli, ["train", "quotations", str(GOLD), "-o", str(file), "--hold-out", "5"])
    assert result.exit_code == 0, result.output
    assert "articles: 4" in result.output
    article = tmp_path / "note.txt"
    article.write_text('"We will close the bridge," the mayor said on Monday.\n', "utf-8")
    sheet = CliRunner().invoke(cli, ["extract", str(article), "--quotation-model", str(file)])
    assert sheet.exit_code == 0, sheet.output
    assert json.loads(sheet.stdout)["quotations"][0]["content"][0]["text"] == '"We will close the bridge,"'


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["train", "quotations", "no-such-folder", "-o", "x.json"], 2, "no such folder"),
        (["extract", "seeds", "--quotation-model", "none.json"], 2, "the quotation model cannot be read"),
    ],
)
def test_a_wrong_call_is_one_line(arguments: list[str], code: int, message: str) -> None:
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == code
    assert message in result.output
    assert result.output.strip().count("\n") == 0


def test_weights_that_cannot_be_written_leave_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "no" / "weights.json"
    result = CliRunner().invoke(cli, ["train", "quotations", str(GOLD), "-o", str(target)])
    assert result.exit_code == 2
    assert "there is no folder" in result.output
    assert not list(tmp_path.iterdir())


def test_an_article_to_learn_from_is_not_overwritten(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    shutil.copytree(GOLD, corpus)
    target = sorted((corpus / "attributions").iterdir())[0]
    before = target.read_bytes()
    result = CliRunner().invoke(cli, ["train", "quotations", str(corpus), "-o", str(target)])
    assert (result.exit_code, target.read_bytes()) == (2, before)
    assert "is an input and would be overwritten" in result.output
