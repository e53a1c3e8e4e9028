"""Files that earlier runs left over in an output folder: nobody is asked about them.

The list is kept in the hidden folder beside the outputs. A file counts only while it has the content that it had when
the list was made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from factsheet.replacing import replace_file
from factsheet.settings import KEPT

_LIST = "left-over.json"


def read_left_over(folder: Path) -> dict[str, str]:
    """The names of the files that are left over in a folder of outputs, each with the reason why."""
    try:
        plain = json.loads((folder / KEPT / _LIST).read_bytes())
        return {name: why for name, (why, content) in plain.items() if _content(folder / name) == content}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def write_left_over(folder: Path, files: Mapping[str, str]) -> None:
    """Note which files are left over, and why; where nothing can be kept, nothing is."""
    kept = folder / KEPT
    plain = {name: (why, _content(folder / name)) for name, why in files.items()}
    with suppress(OSError):
        if not plain:
            (kept / _LIST).unlink(missing_ok=True)
            return
        replace_file(kept / _LIST, json.dumps(plain, indent=1, sort_keys=True).encode())


def _content(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None
