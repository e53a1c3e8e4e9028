"""Which files the program wrote to an output folder: so that a file that would be written again just as it is can be
left, a file of the user's own is never overwritten, and what earlier runs left over is known.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from factsheet.batch.cache import Cache
from factsheet.batch.marks import bears_mark

_KIND, _KEY = "written", "2"


@dataclass(frozen=True)
class FileRecord:
    """A file as it was written: digests of what it was made from and of its sheet (empty where that is none's), and
    the sha256 of its content, before it that of what stood there earlier, which a crash may have left."""

    made_from: str
    sheet: str
    contents: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """What was written for one article, or for the register; ``source`` is the article's file, from the output
    folder, and empty where it is not known."""

    id: str
    source: str = ""
    files: dict[str, FileRecord] = field(default_factory=dict)


class Ledger:
    """The files of an output folder as earlier runs wrote them."""

    def __init__(self, folder: Path, cache: Cache) -> None:
        self.folder, self._cache = folder, cache

    def entry(self, article_id: str) -> Entry:
        """What is known of one article; an empty entry where nothing is."""
        return _entry(self._cache.read(_KIND, article_id, _KEY)) or Entry(article_id)

    def entries(self) -> Iterator[Entry]:
        """What is known of every article, the register among them."""
        return filter(None, map(_entry, self._cache.every(_KIND, _KEY)))

    def note(self, before: Entry, source: Path | None, files: Mapping[str, tuple[str, str, bytes]]) -> None:
        """Remember files that are about to be written: of each what it is made from, its sheet and its content."""
        known = dict(before.files)
        for name, (made_from, sheet, data) in files.items():
            content = content_digest(data)
            last = known[name].contents[-1:] if name in known else ()
            known[name] = FileRecord(made_from, sheet, (*(c for c in last if c != content), content))
        after = replace(before, source=self._from_here(source) or before.source, files=known)
        if after != before:
            self._cache.write(_KIND, before.id, _KEY, json.dumps(asdict(after), sort_keys=True).encode())

    def stands(self, entry: Entry, name: str, made_from: str) -> bool:
        """Whether the file is there, made from the same, and exactly what was written."""
        record = entry.files.get(name)
        return record is not None and record.made_from == made_from and record.contents[-1:] == (self._content(name),)

    def holds(self, name: str, data: bytes) -> bool:
        """Whether there is a file with this content."""
        return self._content(name) == content_digest(data)

    def is_as_written(self, entry: Entry, name: str) -> bool:
        """Whether a file is there with a content that the program gave it."""
        record = entry.files.get(name)
        return record is not None and self._content(name) in record.contents

    def is_free(self, entry: Entry, name: str) -> bool:
        """Whether nothing is lost where a file of this name is written: there is none, it is empty, or it is the
        program's own."""
        path = self.folder / name
        if not os.path.lexists(path) or path.is_dir():
            return True  # what a folder is in the way of is another matter
        if path.is_symlink():
            return False
        try:
            data = path.read_bytes()
        except OSError:
            return False
        return not data or self.is_as_written(entry, name) or bears_mark(name, data)

    def source(self, entry: Entry) -> Path | None:
        """The file of an entry's article, links resolved; None where it is not known."""
        return Path(os.path.realpath(self.folder.resolve() / entry.source)) if entry.source else None

    def _from_here(self, source: Path | None) -> str:
        """A path from the output folder, so that both can be moved together; or as it is, where there is no such."""
        if source is None:
            return ""
        try:
            return os.path.relpath(os.path.realpath(source), self.folder.resolve())
        except ValueError:  # another drive
            return os.path.realpath(source)

    def _content(self, name: str) -> str | None:
        """The digest of a file's content; None where there is no file of its own, or it cannot be read."""
        path = self.folder / name
        try:
            return None if path.is_symlink() else content_digest(path.read_bytes())
        except OSError:
            return None


def _entry(data: bytes | None) -> Entry | None:
    """An entry as it was kept; None where it was not kept by this version of the program."""
    if data is None:
        return None
    try:
        plain = json.loads(data)
        files = {
            name: FileRecord(file["made_from"], file["sheet"], tuple(file["contents"]))
            for name, file in plain["files"].items()
        }
        return Entry(plain["id"], plain["source"], files)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def content_digest(data: bytes) -> str:
    """What a content is known by."""
    return hashlib.sha256(data).hexdigest()
