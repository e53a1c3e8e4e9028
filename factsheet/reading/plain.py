"""Plain text files (.txt)."""

from __future__ import annotations

from factsheet.reading.decoding import decode
from factsheet.reading.facts import Document
from factsheet.reading.opening import read_opening


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of a text file; ``name`` is how the file is called in messages.

    Raises:
        ReadingError: the bytes are no text in a known encoding.
    """
    return read_opening(decode(data, name))
