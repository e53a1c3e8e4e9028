from __future__ import annotations

from pathlib import Path

import pytest

from factsheet.errors import EvaluationError
from factsheet.evaluation.meant import Meant, read_meant


def written(tmp_path: Path, content: bytes) -> Path:
    path = tmp_path / "meant.tsv"
    path.write_bytes(content)
    return path


def test_tabs_or_commas_any_order_and_other_columns(tmp_path: Path) -> None:
    tabs = read_meant(written(tmp_path, b"stem\tstart\tend\tname\nquay\t3\t5\tHannah Okoro\n"))
    assert tabs == (Meant("quay", 3, 5, ("Hannah Okoro",), line=2),)
    commas = (
        b'\xef\xbb\xbfName,note,End,Start,Stem,split,text\r\n"Okoro, Hannah | Mayor",x,5,3,quay.txt,held,he\r\n\r\n'
    )
    assert read_meant(written(tmp_path, commas)) == (
        Meant("quay", 3, 5, ("Okoro, Hannah", "Mayor"), "held", "he", line=2),
    )


@pytest.mark.parametrize("nobody", ["-", "–", "—"])
def test_a_dash_is_nobody(tmp_path: Path, nobody: str) -> None:
    (line,) = read_meant(written(tmp_path, f"stem,start,end,name\nquay,3,5,{nobody}\n".encode()))
    assert line.names == ()


def test_one_split_can_be_read(tmp_path: Path) -> None:
    path = written(tmp_path, b"stem,start,end,name,split\na,3,5,Roe,held\nb,3,5,Doe,worked\n")
    assert [line.stem for line in read_meant(path)] == ["a", "b"]
    assert [line.stem for line in read_meant(path, "worked")] == ["b"]


@pytest.mark.parametrize(
    ("content", "split", "message"),
    [
        (b"", None, "has no column stem; its first line must name stem, start, end, name"),
        (b"stem,start,end\n", None, "has no column name"),
        (b"stem,start,end,name\n", None, "has no lines"),
        (b"stem,start,end,name,split\na,1,2,Roe,held\n", "worked", "has no lines of the split 'worked'"),
        (b"stem,start,end,name\na,1,2,\n", None, "line 2: name is empty; write - where nobody is meant"),
        (b"stem,start,end,name\na,1\n", None, "line 2: end is empty"),
        (b"stem,start,end,name\na,x,2,Roe\n", None, "line 2: start and end must be numbers"),
        (b"stem,start,end,name\na,2,2,Roe\n", None, "line 2: start and end must be numbers"),
        (b"stem,start,end,name\na,-1,2,Roe\n", None, "line 2: start and end must be numbers"),
        (b"stem,start,end,name\na,1,2,Jos\xe9\n", None, "is not UTF-8"),
    ],
)
def test_a_file_of_another_form_is_told_with_its_line(
    tmp_path: Path, content: bytes, split: str | None, message: str
) -> None:
    path = written(tmp_path, content)
    with pytest.raises(EvaluationError) as error:
        read_meant(path, split)
    assert str(error.value).startswith(str(path))
    assert message in str(error.value)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"cannot be read \(No such file"):
        read_meant(tmp_path / "none.tsv")
