from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from spacy.language import Language

from factsheet.cli.main import cli
from factsheet.evaluation import quotations

TEXT = 'The lake froze on Sunday.\n\n"Nobody has walked across it since 1987," said Ilmari Salonen.\n'


@pytest.fixture(autouse=True)
def loaded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quotations, "load_pipeline", lambda *_args, **_kwargs: nlp)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    spans = {"Content": '"Nobody has walked across it since 1987,"', "Cue": "said", "Source": "Ilmari Salonen"}
    places = [
        f"T{i}\t{role} {TEXT.index(words)} {TEXT.index(words) + len(words)}\t{words}"
        for i, (role, words) in enumerate(spans.items(), 1)
    ]
    for folder, name, content in (
        ("text", "lake.txt", TEXT),
        ("attributions", "lake.ann", "\n".join([*places, "E1\tContent:T1 Cue:T2 Source:T3\n"])),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(content, "utf-8")
    return tmp_path


def test_what_the_program_finds_is_scored(corpus: Path) -> None:
    result = CliRunner().invoke(cli, ["evaluate", "quotations", str(corpus), "--json"])
    assert result.exit_code == 0, result.output
    scores = json.loads(result.stdout)
    assert (scores["documents"], scores["direct gold"], scores["direct predicted"]) == (1, 1, 1)
    assert (scores["direct exact F1"], scores["direct source accuracy"]) == (1.0, 1.0)


def test_the_rooms_behind_are_switched_on_again(corpus: Path, nlp: Language) -> None:
    before = nlp.pipe_names
    CliRunner().invoke(cli, ["evaluate", "quotations", str(corpus)])
    assert nlp.pipe_names == before


def test_the_table_is_for_people(corpus: Path) -> None:
    output = CliRunner().invoke(cli, ["evaluate", "quotations", str(corpus)]).stdout
    assert output.splitlines()[0] == "articles: 1"
    assert [line.split()[0] for line in output.splitlines()[2:]] == ["all", "direct", "mixed", "indirect"]
    assert "1.000 / 1.000 / 1.000" in output


@pytest.fixture
def disputed(corpus: Path) -> Path:
    """The corpus with an annotation more that the program cannot find."""
    frozen = TEXT.index("The lake froze")
    with (corpus / "attributions" / "lake.ann").open("a", encoding="utf-8") as file:
        file.write(f"T4\tContent {frozen} {frozen + 24}\tThe lake froze on Sunday\nE2\tContent:T4\n")
    return corpus


def test_errors_are_listed_behind_the_table(disputed: Path) -> None:
    table = CliRunner().invoke(cli, ["evaluate", "quotations", str(disputed)]).stdout
    listed = CliRunner().invoke(cli, ["evaluate", "quotations", str(disputed), "--errors", "--limit", "1"]).stdout
    assert listed.startswith(table)
    assert "     1  100.0%  missed, indirect: no cue annotated, none found\n" in listed
    assert "\nlake:0  indirect\n    [[The lake froze on Sunday]]. ¶ " in listed


def test_errors_as_json_stand_beside_the_figures(disputed: Path) -> None:
    figures = json.loads(CliRunner().invoke(cli, ["evaluate", "quotations", str(disputed), "--json"]).stdout)
    whole = json.loads(CliRunner().invoke(cli, ["evaluate", "quotations", str(disputed), "--json", "--errors"]).stdout)
    assert whole["figures"] == figures
    (error,) = whole["errors"]
    assert (error["error"], error["kind"], error["doc"], error["found"]) == ("missed", "indirect", "lake", None)
    content = [{"start": 0, "end": 24, "text": "The lake froze on Sunday"}]
    assert error["gold"] == {"content": content, "cue": [], "source": []}
    assert error["confidence"] is None


@pytest.mark.parametrize(
    "options", [["--limit", "3"], ["--limit", "3", "--errors", "--json"], ["--errors", "--limit", "0"]]
)
def test_a_limit_without_a_list_is_misuse(corpus: Path, options: list[str]) -> None:
    result = CliRunner().invoke(cli, ["evaluate", "quotations", str(corpus), *options])
    assert result.exit_code == 2
    assert "--limit" in result.stderr


def test_a_folder_that_is_no_corpus_is_misuse_told_in_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["evaluate", "quotations", str(tmp_path)])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"factsheet: {tmp_path / 'text'}: no such folder")
    assert result.stderr.count("\n") == 1
