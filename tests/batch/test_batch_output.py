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


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), KeyboardInterrupt()])
def test_after_an_error_halfway_all_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    replace = Path.replace

    def fail_on_the_last(self: Path, target: Path) -> Path:
        if self.parent.name == "new" and self.name == "a.txt":
            raise error
        return replace(self, target)

    (tmp_path / "a.md").write_text("old")
    (tmp_path / "a.txt").write_text("old too")
    monkeypatch.setattr(Path, "replace", fail_on_the_last)
    with pytest.raises((RenderingError, KeyboardInterrupt)):
        write_whole(tmp_path, {"a.md": b"new", "a.pdf": b"new", "a.txt": b"new"})
    assert names(tmp_path) == ["a.md", "a.txt"]
    assert (tmp_path / "a.md").read_text() == "old"
    assert (tmp_path / "a.txt").read_text() == "old too"


@pytest.mark.parametrize("links", [True, False])
def test_at_every_moment_a_whole_file_stands_under_each_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    replace, seen = Path.replace, list[set[str]]()

    def look(self: Path, target: Path) -> Path:
        seen.append({(tmp_path / name).read_text() for name in ("a.md", "a.txt")})
        return replace(self, target)

    def no_links(*_args: object, **_settings: object) -> None:
        raise OSError(95, "Operation not supported")

    for name in ("a.md", "a.txt"):
        (tmp_path / name).write_text("old")
    monkeypatch.setattr(Path, "replace", look)
    if not links:
        monkeypatch.setattr("os.link", no_links)
    write_whole(tmp_path, {"a.md": b"new", "a.txt": b"new"})
    assert seen == [{"old"}, {"new", "old"}]
    assert names(tmp_path) == ["a.md", "a.txt"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_self: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RenderingError, match=r"No space left on device; .* name another folder with -o"):
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
