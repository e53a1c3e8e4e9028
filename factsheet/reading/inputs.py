"""From the paths a user names to the files to read, each with its article's id."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, field
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


def find_inputs(
    paths: Iterable[Path],
    *,
    leave_out: Path | None = None,
    reserved: Container[str] = (),
    is_output: Callable[[Path], bool] = lambda _path: False,
) -> Inputs:
    """The articles in ``paths``: files as named, folders with everything in them that can be read, sorted.

    In folders, hidden files and folders are passed over, and so is the folder ``leave_out``. Files that
    ``is_output`` tells to be the program's own are left out with a notice. A file named twice is read once. An id
    is the stem of the file's name; a stem that two files share, or that is ``reserved`` (in small letters), gets a
    number, with a notice.
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
    walk = _Walk(os.path.realpath(leave_out) if leave_out else None, is_output, failures)
    for path in named:
        count = len(failures)
        files = _files(path, walk, failures)
        for file in files:
            found.setdefault(os.path.realpath(file), file)
        if not files and len(failures) == count:
            nothing_there.append(_nothing(path, walk.has_outputs_in(path)))
            failures.append(nothing_there[-1])
    if nothing_there == failures and not found:
        raise UsageError("; ".join(failure.message for failure in failures))
    ids = distinct([article_id(path) for path in found.values()], reserved)
    inputs = tuple(map(Input, found.values(), ids))
    return Inputs(inputs, tuple(failures), (*walk.notices(), *_notices(inputs, reserved)))


def _files(path: Path, walk: _Walk, failures: list[Failure]) -> list[Path]:
    """The files that a path stands for; what cannot be used goes to ``failures``."""
    if not _is_there(path):
        return []
    if path.is_dir():
        return list(walk.files(path))
    if reader(path) is None:
        failures.append(_failure(path, f"not read, only {suffixes()} files are; save the article as one"))
        return []
    return [path]


def _nothing(path: Path, has_outputs: bool) -> Failure:
    if has_outputs:
        return _failure(path, "all articles in it are sheets that factsheet wrote; name a folder of articles")
    if _is_there(path):
        return _failure(path, f"no {suffixes()} files in this folder; name one that holds articles")
    return _failure(path, "no such file or folder; check the path")


def _is_there(path: Path) -> bool:
    """Whether there is such a file or folder. Where that may not be known, ``Path`` would raise an error."""
    return os.access(path, os.F_OK)


@dataclass
class _Walk:
    """A search of folders: what is left out, and what could not be read (``failures``)."""

    leave_out: str | None
    is_output: Callable[[Path], bool]
    failures: list[Failure]
    outputs: dict[Path, int] = field(default_factory=dict)

    def files(self, folder: Path) -> Iterator[Path]:
        """The articles in a folder and those below it, in order."""
        for name, folders, files in os.walk(folder, onerror=self._note):
            here = Path(name)
            folders[:] = sorted(
                f for f in folders if not f.startswith(".") and os.path.realpath(here / f) != self.leave_out
            )
            for file in (here / file for file in sorted(files) if not file.startswith(".")):
                if reader(file) is None:
                    continue
                if self.is_output(file):
                    self.outputs[here] = self.outputs.get(here, 0) + 1
                else:
                    yield file

    def has_outputs_in(self, folder: Path) -> bool:
        """Whether outputs were left out in this folder or one below it."""
        return any(found.is_relative_to(folder) for found in self.outputs)

    def notices(self) -> Iterator[str]:
        """What was left out, and is not in the output folder of this very run."""
        for folder, count in self.outputs.items():
            files, them = ("1 file is", "it") if count == 1 else (f"{count} files are", "them")
            yield f"{printable(str(folder))}: {files} left out, because factsheet wrote {them}"

    def _note(self, error: OSError) -> None:
        path = Path(error.filename)
        self.failures.append(_failure(path, f"cannot be read: {error.strerror}; check its permissions"))


def _failure(path: Path, problem: str) -> Failure:
    name = printable(str(path))
    return Failure(name, f"{name}: {problem}")


def _notices(inputs: Iterable[Input], reserved: Container[str]) -> Iterator[str]:
    for file in inputs:
        name = article_id(file.path)
        if file.id != name:
            taken = "a file of the program's own" if name.casefold() in reserved else "another article"
            yield f"{file.name}: {taken} has the same name, so the sheet of this one is called {file.id}"
