"""Markdown files (.md): front matter and headings give facts; the text itself stays as it was written."""

from __future__ import annotations

from factsheet.reading.decoding import decode
from factsheet.reading.facts import Document
from factsheet.reading.headers import read_front_matter
from factsheet.reading.opening import read_opening


def read(data: bytes, name: str) -> Document:
    """The document in the bytes of a Markdown file; ``name`` is how the file is called in messages.

    Raises:
        ReadingError: the bytes are no text in a known encoding.
    """
    text = decode(data, name)
    return read_opening(text, read_front_matter(text), headings=True)
