"""Marks of what an output depends on beside its article: this program, what it stands on, and the language model."""

from __future__ import annotations

import hashlib
import os
import platform
from collections.abc import Container, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, version
from importlib.util import find_spec
from pathlib import Path

import factsheet
from factsheet.batch.cache import digest
from factsheet.rendering.environment import packaged_templates

_STANDS_ON = ("spacy", "thinc", "numpy", "pydantic", "pydantic-core", "anyascii", "Jinja2", "MarkupSafe", "reportlab")
_PACKAGE = Path(factsheet.__file__).parent


# What an article's Doc, with its quotations, does not depend on: rooms behind these are imported by none before them.
_BEHIND_QUOTATIONS = frozenset({"speakers", "claims", "sheet", "rendering", "review", "evaluation", "training", "cli"})


@cache
def program_stamp() -> str:
    """Differs when the program differs: any file of it, the packages that it stands on, or Python.

    The files' content counts and not the version alone, so that whoever changes a rule or a word list sees it.
    """
    templates = packaged_templates()
    return digest(reading_stamp(), _content(_PACKAGE, _BEHIND_QUOTATIONS), _content(templates))


@cache
def reading_stamp() -> str:
    """The same of the rooms up to the quotations, and of this one."""
    rooms = frozenset(path.name for path in _PACKAGE.iterdir()) - _BEHIND_QUOTATIONS
    return digest(_content(_PACKAGE, rooms), platform.python_version(), *map(_version, _STANDS_ON))


def model_stamp(name: str) -> str | None:
    """Differs when the spaCy pipeline of this name differs, as its files tell by size and time; None where it is not
    known where they are. The pipeline is not loaded, nor is spaCy."""
    folder = _model_folder(name)
    if folder is None or not (folder / "meta.json").is_file():
        return None
    files = ((file, file.stat()) for file in _files(folder))
    told = [f"{file.relative_to(folder).as_posix()} {stat.st_size} {stat.st_mtime_ns}" for file, stat in files]
    return digest(name, str(folder.resolve()), *told)


def _model_folder(name: str) -> Path | None:
    """Where spaCy will load the pipeline from: an installed package before a folder, as it does."""
    try:
        distribution(name)
    except (PackageNotFoundError, ValueError):
        return Path(name)
    spec = find_spec(name) if name.isidentifier() else None
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if len(places) == 1 else None


def _content(folder: Path, only: Container[str] | None = None) -> str:
    """A digest of what the files in a folder hold, or in those folders and files of it that are named."""
    told = []
    for file in _files(folder):
        name = file.relative_to(folder)
        if only is None or name.parts[0] in only:
            told += [name.as_posix(), hashlib.sha256(file.read_bytes()).hexdigest()]
    return digest(*told)


def _files(folder: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if f != "__pycache__")
        yield from (Path(name, file) for file in sorted(files))


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
