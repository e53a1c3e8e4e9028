from __future__ import annotations

from pathlib import Path

import pytest

from factsheet.batch.output import prepare_folder, write_whole
from factsheet.errors import RenderingError, UsageError


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_written_and_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("old")
    assert write_whole(tmp_path, {"a.md": b"new", "a.pdf": b"pdf"}) == (tmp_path / "a.md", tmp_path / "a.pdf")
    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert names(tmp_path) == ["a.md", "a.pdf"]


@pytest.mark.parametrize("name", ["a.pdf", "x" * 300])
def test_where_one_cannot_be_written_none_is(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.md").write_text("old")
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(RenderingError, match="cannot be written"):
        write_whole(tmp_path, {"a.md": b"new", name: b"pdf"})
    assert (tmp_path / "a.md").read_text() == "old"
    assert names(tmp_path) == ["a.md", "a.pdf"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RenderingError, match="No space left on device"):
        write_whole(tmp_path, {"a.md": b"new"})
    assert names(tmp_path) == []


def test_a_file_in_the_way_of_the_folder_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(UsageError, match="not a folder"):
            prepare_folder(folder)


def test_a_folder_that_cannot_be_written_to_is_misuse() -> None:
    with pytest.raises(UsageError, match=r"cannot write to this folder .*; name another with -o"):
        prepare_folder(Path("/proc/self/fdinfo"))
