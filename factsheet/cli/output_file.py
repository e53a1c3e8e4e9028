"""A file that the user names for a result: what is in its way is told before any work, and it is whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from factsheet.errors import UsageError
from factsheet.replacing import replace_file


def check_output(path: Path, option: str, inputs: Iterable[Path] = ()) -> None:
    """See that a file can be written, and that it is none of what the command reads.

    Raises:
        UsageError: it cannot, or it is.
    """
    if path.is_dir():
        raise UsageError(f"{path}: is a folder; name a file with {option}")
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}; make it, or name another file with {option}")
    if any(_is_same(path, other) for other in inputs):
        raise UsageError(f"{path}: is an input and would be overwritten; name another file with {option}")
    # Every file is replaced, so that it is the folder that must be open to writing; a pipe or a terminal is written to.
    if not os.access(path if path.exists() and not path.is_file() else path.parent, os.W_OK):
        raise UsageError(f"{path}: cannot be written, its folder is closed to you; name another file with {option}")


def write_output(path: Path, data: bytes, option: str) -> None:
    """Write a file in one step: what stood there stands there until the new one is whole. A link stays one.

    Raises:
        UsageError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            replace_file(path, data)
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}); name another file with {option}") from None


def _is_same(path: Path, other: Path) -> bool:
    """Whether two paths are one file, also by way of links."""
    if os.path.realpath(path) == os.path.realpath(other):
        return True
    try:
        return path.samefile(other)
    except OSError:
        return False
