"""What was made of an article, kept for the next run in a hidden folder beside the outputs.

Nothing depends on it: an entry that is missing, damaged or of another key is made again, and where nothing can be
kept, nothing is. The folder can be deleted at any time.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

_MAGIC = b"factsheet-cache/1"
_FAST = 1


class Cache:
    """The entries in one folder: at most one of each kind for each article. Without a folder it keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def read(self, kind: str, article_id: str, key: str) -> bytes | None:
        """What was kept with this key; None where it is not there, or not as it was written."""
        return None if self._folder is None else _unpacked(self._path(kind, article_id), key)

    def every(self, kind: str, key: str) -> Iterator[bytes]:
        """What was kept of one kind with this key, of every article."""
        for path in sorted(self._folder.glob(f"*.{kind}")) if self._folder else ():
            if (data := _unpacked(path, key)) is not None:
                yield data

    def write(self, kind: str, article_id: str, key: str, data: bytes) -> None:
        """Keep something in the place of what was kept before, in one step; where that cannot be done, keep nothing."""
        if self._folder is None:
            return
        packed = zlib.compress(data, _FAST)
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            with TemporaryDirectory(prefix=".new-", dir=self._folder) as staging:
                new = Path(staging, "entry")
                new.write_bytes(b"\n".join((_MAGIC, key.encode(), _checksum(packed), packed)))
                new.replace(self._path(kind, article_id))

    def _path(self, kind: str, article_id: str) -> Path:
        # An id may be as long as a file's name can be, and then there is no room for an ending.
        name = hashlib.sha256(article_id.encode()).hexdigest()[:32]
        return Path(self._folder or "", f"{name}.{kind}")


def digest(*parts: str) -> str:
    """64 hexadecimal digits that differ when any part does."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.hexdigest()


def _unpacked(path: Path, key: str) -> bytes | None:
    try:
        magic, known, checksum, packed = path.read_bytes().split(b"\n", 3)
        if (magic, known, checksum) != (_MAGIC, key.encode(), _checksum(packed)):
            return None
        return zlib.decompress(packed)
    except (OSError, ValueError, zlib.error):
        return None


def _checksum(data: bytes) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()
