"""Which files were written for an article, so that a file that would be written again just as it is can be left."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from factsheet.batch.cache import Cache

_KIND, _KEY = "written", "1"


class WrittenBefore:
    """The files of one article in the output folder, as earlier runs wrote them.

    Each is known by what it was made from (a digest that whoever renders it gives) and by its content.
    """

    def __init__(self, cache: Cache, article_id: str, folder: Path) -> None:
        self._cache, self._article_id, self._folder = cache, article_id, folder
        self._files = _read(cache.read(_KIND, article_id, _KEY))

    def stands(self, name: str, made_from: str) -> bool:
        """Whether the file is there, made from the same, and exactly what was written."""
        known = self._files.get(name)
        return known is not None and known == [made_from, _content(self._folder / name)]

    def note(self, files: Mapping[str, tuple[str, bytes]]) -> None:
        """Remember for each file what it was made from and its content."""
        if files:
            for name, (made_from, data) in files.items():
                self._files[name] = [made_from, hashlib.sha256(data).hexdigest()]
            self._cache.write(_KIND, self._article_id, _KEY, json.dumps(self._files, sort_keys=True).encode())


def holds(path: Path, data: bytes) -> bool:
    """Whether there is a file with this content."""
    return _content(path) == hashlib.sha256(data).hexdigest()


def _read(data: bytes | None) -> dict[str, list[str | None]]:
    try:
        plain = json.loads(data or b"{}")
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}


def _content(path: Path) -> str | None:
    """The sha256 of a file's content; None where there is no file of its own, or it cannot be read."""
    try:
        return None if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
