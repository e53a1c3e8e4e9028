"""The paths that a caller of the library names: one, or any number of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

Paths: TypeAlias = Path | str | Iterable[Path | str]


def as_paths(paths: Paths) -> list[Path]:
    """The paths in their order. A ``str`` is one path, although it is an iterable of ``str`` too."""
    return [Path(paths)] if isinstance(paths, (Path, str)) else list(map(Path, paths))
