"""How a file of the program's own is known by what stands in it, where nothing was kept of who wrote it.

Templates of a user's own may leave the mark of Markdown and HTML out; then only what was kept tells.
"""

from __future__ import annotations

import re

_MARKS = {
    "json": re.compile(rb'\A\{\n  "schema": "factsheet/'),
    "pdf": re.compile(rb"\A%PDF-.*?/Creator \(factsheet ", re.DOTALL),
    # A sheet says at its foot what it was made of. The register says it in other words.
    "md": re.compile(
        rb"(?m:^factsheet \d.*\n\nSource sha256 [0-9a-f]{64}\r?$)"
        rb"|\A# Register of speakers\r?\n(?s:.*)\n---\r?\n\r?\nfactsheet \d"
    ),
    "html": re.compile(rb"<title>Register of speakers</title>(?s:.*)<footer>\s*<p>factsheet \d"),
}


def bears_mark(name: str, data: bytes) -> bool:
    """Whether a file of this name and content says of itself that this program wrote it."""
    mark = _MARKS.get(name.rpartition(".")[2])
    return bool(mark and mark.search(data))
