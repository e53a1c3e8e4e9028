from __future__ import annotations

import os
from pathlib import Path

import pytest

from factsheet.errors import UsageError
from factsheet.reading.inputs import find_inputs
from factsheet.reading.names import distinct


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("One.")


def test_folders_are_searched_in_order_and_hidden_files_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a/B.TXT", ".hidden.txt", ".git/c.txt", "picture.jpg", "build/b.md")
    inputs = find_inputs([tmp_path], leave_out=tmp_path / "build")
    assert [str(file.path.relative_to(tmp_path)) for file in inputs.files] == ["b.txt", "a/B.TXT", "a/z.md"]
    assert [file.id for file in inputs.files] == ["b", "B-2", "z"]
    assert inputs.failures == ()


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    inputs = find_inputs([tmp_path / "a.txt", tmp_path, tmp_path / "." / "a.txt"])
    assert [file.id for file in inputs.files] == ["a"]


def test_two_articles_of_one_name_are_told_apart_with_a_notice(tmp_path: Path) -> None:
    write(tmp_path, "x/a.txt", "y/a.txt", "y/a-2.md")
    inputs = find_inputs([tmp_path])
    assert [file.id for file in inputs.files] == ["a", "a-2", "a-3"]
    assert len(inputs.notices) == 1
    assert "y/a.txt" in inputs.notices[0]
    assert "a-3" in inputs.notices[0]


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (["a", "a", "a"], ["a", "a-2", "a-3"]),
        (["a", "A"], ["a", "A-2"]),
        (["a", "a", "a-2"], ["a", "a-3", "a-2"]),
        (["a-2", "a", "a"], ["a-2", "a", "a-3"]),
        (["a", "a", "a-2", "a-2"], ["a", "a-3", "a-2", "a-2-2"]),
    ],
)
def test_distinct_ids(ids: list[str], expected: list[str]) -> None:
    assert distinct(ids) == expected


def test_a_missing_path_is_a_failure_beside_others(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.jpg")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link.txt").symlink_to("nowhere")
    named = [tmp_path / name for name in ("gone.txt", "a.txt", "empty", "b.jpg", "link.txt")]
    inputs = find_inputs(named)
    assert [file.id for file in inputs.files] == ["a"]
    assert [failure.path for failure in inputs.failures] == [str(path) for path in named if path.name != "a.txt"]
    assert inputs.failures[0].message == f"{named[0]}: no such file or folder; check the path"


def test_nothing_but_missing_paths_and_empty_folders_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError) as error:
        find_inputs([tmp_path / "gone.txt", tmp_path / "empty", tmp_path / "gone"])
    assert str(error.value).splitlines() == [str(error.value)]
    for name in ("gone.txt: no such file", "empty: no .txt", "gone: no such file"):
        assert f"{tmp_path}/{name}" in str(error.value)


def test_a_folder_that_cannot_be_listed_is_one_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    (failure,) = find_inputs([tmp_path]).failures
    assert failure.message == f"{tmp_path}: cannot be read: Permission denied; check its permissions"


def test_no_path_is_misuse() -> None:
    with pytest.raises(UsageError):
        find_inputs([])


def test_an_empty_folder_alone_is_misuse_and_beside_others_a_failure(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(UsageError, match=r"empty: no \.txt or \.md files"):
        find_inputs([empty])
    inputs = find_inputs([empty, tmp_path / "a.txt"])
    assert [file.id for file in inputs.files] == ["a"]
    assert [failure.path for failure in inputs.failures] == [str(empty)]


def test_a_named_file_of_another_format_is_a_failure(tmp_path: Path) -> None:
    write(tmp_path, "a.jpg")
    (failure,) = find_inputs([tmp_path / "a.jpg"]).failures
    assert failure.message.endswith("a.jpg: not read, only .txt or .md files are; save the article as one")


@pytest.mark.parametrize(
    ("name", "article_id"),
    [("..%2f.txt", "..%2f"), ("-f.txt", "-f"), ("a\nb\x1b[31m.txt", "a_b_[31m"), ("a\\..\\b.txt", "a_.._b")],
)
def test_an_id_is_a_harmless_file_name(tmp_path: Path, name: str, article_id: str) -> None:
    write(tmp_path, name)
    (file,) = find_inputs([tmp_path / name]).files
    assert file.id == article_id
