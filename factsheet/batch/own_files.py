"""The program's own files among what is found in a folder of articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from factsheet.batch.cache import Cache
from factsheet.batch.marks import bears_mark
from factsheet.batch.written import Ledger, content_digest
from factsheet.settings import KEPT


def is_output() -> Callable[[Path], bool]:
    """Tells of a file whether this program wrote it; what was kept in its folder is read once."""
    known: dict[Path, frozenset[str]] = {}

    def told(path: Path) -> bool:
        folder = path.parent
        if not (folder / KEPT).is_dir():
            return False
        if folder not in known:
            records = (f for entry in Ledger(folder, Cache(folder / KEPT)).entries() for f in entry.files.values())
            known[folder] = frozenset(content for record in records for content in record.contents)
        try:
            data = path.read_bytes()
        except OSError:
            return False
        return content_digest(data) in known[folder] or bears_mark(path.name, data)

    return told
