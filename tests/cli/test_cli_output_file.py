"""Files that the user names for a result."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factsheet.cli.output_file import check_output, write_output
from factsheet.errors import UsageError


def test_a_file_is_replaced_whole_with_its_rights_and_links(tmp_path: Path) -> None:
    file, link = tmp_path / "rows.csv", tmp_path / "link.csv"
    file.write_text("old")
    file.chmod(0o640)
    link.symlink_to(file)
    check_output(link, "-o")
    write_output(link, b"new", "-o")
    assert (file.read_bytes(), file.stat().st_mode & 0o777, link.is_symlink()) == (b"new", 0o640, True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.csv", "rows.csv"]


def test_what_is_read_is_never_written_by_whatever_name(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("mine")
    (tmp_path / "hard.csv").hardlink_to(pairs)
    (tmp_path / "soft.csv").symlink_to(pairs)
    for path in (pairs, tmp_path / "hard.csv", tmp_path / "soft.csv", tmp_path / "." / "pairs.csv"):
        with pytest.raises(UsageError, match=r"is an input and would be overwritten; name another file with --rows"):
            check_output(path, "--rows", [tmp_path / "other.csv", pairs])


@pytest.mark.parametrize(
    ("path", "message"), [("", "is a folder"), ("no/rows.csv", "there is no folder"), ("f/rows.csv", "no folder")]
)
def test_what_stands_in_the_way_is_told_before(tmp_path: Path, path: str, message: str) -> None:
    (tmp_path / "f").write_text("")
    with pytest.raises(UsageError, match=message):
        check_output(tmp_path / path, "-o")


def test_what_fails_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "rows.csv").write_text("old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match="No space left on device"):
        write_output(tmp_path / "rows.csv", b"new", "-o")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="there is no /dev/null here")
def test_a_device_is_written_to() -> None:
    check_output(Path(os.devnull), "-o")
    write_output(Path(os.devnull), b"new", "-o")
    assert not Path(os.devnull).is_file()
