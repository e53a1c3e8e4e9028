from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factsheet.cli.main import cli
from factsheet.evaluation.meant import read_meant
from factsheet.evaluation.speakers import evaluate_speakers, source_kind
from factsheet.settings import Settings

GOLD = Path(__file__).parent.parent / "gold"
POLNEAR = GOLD / "speakers-polnear-train.tsv"

TEXT = (
    "Mayor Hannah Okoro came to the quay on Monday. “It was late,” she said.\n\n"
    "Okoro asked Daniel Reyes and Martin Holt to wait. “No,” he said. The mayor said that it was dark.\n\n"
    "“We go,” \u202efishermen said.\n"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "quay.txt").write_text(TEXT, "utf-8")
    return folder


@pytest.fixture
def meant(tmp_path: Path) -> Path:
    """Right, right, wrong, unresolved, right, and nobody."""
    lines = [
        line("she", "Hannah Okoro", "worked"),
        line("Okoro asked", "Hannah Okoro", "worked", length=5),
        line("The mayor", "Daniel Reyes", "worked"),
        line("he said. The", "Martin Holt", "held", length=2),
        line("Hannah", "Hannah Okoro", "held", length=12),
    ]
    path = tmp_path / "meant.tsv"
    path.write_text("stem\tstart\tend\tname\tsplit\n" + "".join(lines), "utf-8")
    return path


def line(words: str, name: str, split: str, length: int | None = None) -> str:
    start = TEXT.index(words)
    return f"quay\t{start}\t{start + (length or len(words))}\t{name}\t{split}\n"


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["evaluate", "speakers", *map(str, args)])


def test_answers_are_right_wrong_or_unresolved(meant: Path, texts: Path) -> None:
    figures, answers = evaluate_speakers(meant, texts, Settings())
    assert [(a.place.text, a.outcome, a.answer) for a in answers] == [
        ("Hannah Okoro", "right", "Hannah Okoro"),
        ("she", "right", "Hannah Okoro"),
        ("Okoro", "right", "Hannah Okoro"),
        ("he", "unresolved", None),
        ("The mayor", "wrong", "Hannah Okoro"),
    ]
    assert figures["all"]["asked"] == 5
    assert [figures["all"][worth] for worth in ("right", "wrong", "unresolved")] == [3, 1, 1]
    assert figures["all"]["right_share"] == 3 / 5
    assert [figures[kind]["asked"] for kind in ("pronoun", "name", "title")] == [2, 2, 1]


def test_one_split_alone(meant: Path, texts: Path) -> None:
    assert json.loads(run(meant, texts, "--split", "held", "--json").stdout)["all"]["asked"] == 2


def test_the_table_and_the_errors_are_for_people(meant: Path, texts: Path) -> None:
    shown = run(meant, texts, "--errors").stdout
    lines = shown.splitlines()
    assert lines[1].split() == ["all", "5", "3", "0.600", "1", "0.200", "1", "0.200"]
    first, second = (place for place, text in enumerate(lines) if text.startswith("quay:"))
    assert lines[first].endswith("title  wrong")
    assert "[[The mayor]]" in lines[first + 1]
    assert lines[first + 2] == "    meant  Daniel Reyes"
    assert lines[first + 3].startswith(
        "    found  Hannah Okoro. “The mayor” is Hannah Okoro, the only one with that role"
    )
    assert lines[second].endswith("pronoun  unresolved")
    assert lines[second + 3].startswith("    found  (nobody). ")
    assert "\u202e" not in shown


def test_json_has_the_errors_too(meant: Path, texts: Path) -> None:
    whole = json.loads(run(meant, texts, "--json", "--errors").stdout)
    assert whole["figures"]["all"]["wrong"] == 1
    assert [error["outcome"] for error in whole["errors"]] == ["wrong", "unresolved"]
    error = whole["errors"][0]
    assert (error["doc"], error["kind"], error["place"]["text"], error["names"], error["answer"]) == (
        "quay",
        "title",
        "The mayor",
        ["Daniel Reyes"],
        "Hannah Okoro",
    )


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("she", "pronoun"),
        ("He,", "pronoun"),
        ("who", "pronoun"),
        ("Okoro", "name"),
        ("von der Leyen", "name"),
        ("Hannah Okoro of Norway", "name"),
        ("the mayor", "title"),
        ("The mayor", "title"),
        ("Her lawyer", "title"),
        ("a spokesman", "title"),
    ],
)
def test_kinds_of_words(words: str, kind: str) -> None:
    assert source_kind(words) == kind


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("stem,start,end,name\nnone,0,2,Roe\n", "line 2: there is no article"),
        ("stem,start,end,name\n../texts/quay,0,2,Roe\n", "line 2: there is no article"),
        ("stem,start,end,name\nquay,0,9999,Roe\n", "line 2: the article quay ends at character"),
        ("stem,start,end,name,text\nquay,0,5,Roe,Major\n", "line 2: at this place of quay stands 'Mayor', not 'Major'"),
        ("stem,start\n", "has no column end"),
    ],
)
def test_misuse_is_told_in_one_line(tmp_path: Path, texts: Path, content: str, message: str) -> None:
    path = tmp_path / "meant.csv"
    path.write_text(content, "utf-8")
    result = run(path, texts)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert not result.stdout


def test_the_notes_on_polnear_are_names_and_places_alone() -> None:
    lines = read_meant(POLNEAR)
    assert len(lines) == 200
    assert len(read_meant(POLNEAR, "held")) == len(read_meant(POLNEAR, "worked")) == 100
    halves = [{line.stem for line in lines if line.split == split} for split in ("held", "worked")]
    assert not halves[0] & halves[1]
    assert max(len(name) for line in lines for name in line.names) < 50


def test_the_half_worked_on_keeps_its_floor(shared: Path) -> None:
    texts = shared / "data" / "polnear" / "train" / "text"
    if not texts.is_dir():
        pytest.skip("PolNeAR train is not here")
    figures, _ = evaluate_speakers(POLNEAR, texts, Settings(), split="worked")
    assert figures["all"]["right_share"] >= 0.91
    assert figures["all"]["wrong_share"] <= 0.03
