"""The formats that articles are read from: one module each, found by the suffix of the file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from factsheet.reading import markdown, plain
from factsheet.reading.facts import Document

READERS: Mapping[str, Callable[[bytes, str], Document]] = {".txt": plain.read, ".md": markdown.read}


def reader(path: Path) -> Callable[[bytes, str], Document] | None:
    """The reader for a file, by its name's suffix in any capitals; None where there is none."""
    return READERS.get(path.suffix.lower())


def suffixes() -> str:
    """The suffixes that are read, as a sentence names them: ``.txt or .md``."""
    *most, last = READERS
    return f"{', '.join(most)} or {last}" if most else last
