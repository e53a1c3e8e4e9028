"""From the paths a user names to the files to read, each with its article's id."""

from __future__ import annotations

import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factsheet.errors import UsageError
from factsheet.reading.formats import reader, suffixes
from factsheet.reading.names import article_id, distinct, printable


@dataclass(frozen=True)
class Input:
    """A file to read, and the id that its article gets."""

    path: Path
    id: str

    @property
    def name(self) -> str:
        """The path as messages show it."""
        return printable(str(self.path))


@dataclass(frozen=True)
class Failure:
    """An input that came to nothing: its path, one line that says why and what to do, and for an error nobody
    foresaw the traceback."""

    path: str
    message: str
    traceback: str | None = None


@dataclass(frozen=True)
class Inputs:
    """The files to read, in order; what cannot be used; and what the user should know."""

    files: tuple[Input, ...]
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()


def find_inputs(paths: Iterable[Path], *, leave_out: Path | None = None, reserved: Container[str] = ()) -> Inputs:
    """The articles in ``paths``: files as named, folders with everything in them that can be read, sorted.

    In folders, hidden files and folders are passed over, and so is the folder ``leave_out``. A file named twice
    is read once. An id is the stem of the file's name; a stem that two files share, or that is ``reserved`` (in small
    letters), gets a number, with a notice.
    A path that does not exist, and a folder without articles, is a failure beside others.

    Raises:
        UsageError: no path is given, or there is nothing but missing paths and folders without articles.
    """
    named = list(paths)
    if not named:
        raise UsageError("no file or folder is named")
    found: dict[str, Path] = {}
    failures: list[Failure] = []
    nothing_there: list[Failure] = []
    for path in named:
        count = len(failures)
        files = _files(path, leave_out, failures)
        for file in files:
            found.setdefault(os.path.realpath(file), file)
        if not files and len(failures) == count:
            nothing_there.append(_nothing(path))
            failures.append(nothing_there[-1])
    if nothing_there == failures and not found:
        raise UsageError("; ".join(failure.message for failure in failures))
    ids = distinct([article_id(path) for path in found.values()], reserved)
    inputs = tuple(map(Input, found.values(), ids))
    return Inputs(inputs, tuple(failures), tuple(_notices(inputs, reserved)))


def _files(path: Path, leave_out: Path | None, failures: list[Failure]) -> list[Path]:
    """The files that a path stands for; what cannot be used goes to ``failures``."""
    if not _is_there(path):
        return []
    if path.is_dir():
        return list(_walk(path, leave_out, failures))
    if reader(path) is None:
        failures.append(_failure(path, f"not read, only {suffixes()} files are; save the article as one"))
        return []
    return [path]


def _nothing(path: Path) -> Failure:
    if _is_there(path):
        return _failure(path, f"no {suffixes()} files in this folder; name one that holds articles")
    return _failure(path, "no such file or folder; check the path")


def _is_there(path: Path) -> bool:
    """Whether there is such a file or folder. Where that may not be known, ``Path`` would raise an error."""
    return os.access(path, os.F_OK)


def _walk(folder: Path, leave_out: Path | None, failures: list[Failure]) -> Iterator[Path]:
    left_out = os.path.realpath(leave_out) if leave_out else None

    def note(error: OSError) -> None:
        failures.append(_failure(Path(error.filename), f"cannot be read: {error.strerror}; check its permissions"))

    for name, folders, files in os.walk(folder, onerror=note):
        here = Path(name)
        folders[:] = sorted(f for f in folders if not f.startswith(".") and os.path.realpath(here / f) != left_out)
        yield from (here / file for file in sorted(files) if not file.startswith(".") and reader(here / file))


def _failure(path: Path, problem: str) -> Failure:
    name = printable(str(path))
    return Failure(name, f"{name}: {problem}")


def _notices(inputs: Iterable[Input], reserved: Container[str]) -> Iterator[str]:
    for file in inputs:
        name = article_id(file.path)
        if file.id != name:
            taken = "a file of the program's own" if name.casefold() in reserved else "another article"
            yield f"{file.name}: {taken} has the same name, so the sheet of this one is called {file.id}"
