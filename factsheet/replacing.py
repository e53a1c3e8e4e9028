"""A file put in the place of another in one step."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory


def replace_file(path: Path, data: bytes) -> None:
    """Give a file this content, or make it: what stood there stands there until the new file is whole and on the disk.
    Its permissions stay, and so does a link to it.

    Raises:
        OSError: it cannot be written; nothing has changed.
    """
    target = Path(os.path.realpath(path))
    with TemporaryDirectory(prefix=".factsheet-", dir=target.parent) as staging:
        new = Path(staging, "new")
        with new.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, new)
        new.replace(target)
