"""Bytes to text, strictly: an encoding is read from the file or the file is refused, never guessed."""

from __future__ import annotations

import codecs
import re

from factsheet.errors import ReadingError

_MARKED = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")

# The share of control characters above which Perl's -T, too, calls a file binary. A stray one is no reason to
# refuse an article; zeros are rarer in text than other control characters, and so count sooner.
_MOST_CONTROLS = 0.3
_MOST_ZEROS = 0.01


def decode(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, or UTF-8 or UTF-16 with a byte order mark, which is no part of the text.

    Line ends are kept as they are. ``name`` is how the file is called in messages.

    Raises:
        ReadingError: the bytes are empty, no text, or text in another encoding.
    """
    mark = next((mark for mark in _MARKED if data.startswith(mark)), b"")
    encoding = _MARKED.get(mark, "utf-8")
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        if not mark and (b"\0" in data or len(_CONTROL_BYTE.findall(data)) > _MOST_CONTROLS * len(data)):
            raise _no_text(name) from None
        raise ReadingError(
            f"{name}: not read, its encoding is unknown: byte {error.start + len(mark)} "
            f"(0x{error.object[error.start]:02x}) is not {encoding.upper()}; convert the file to UTF-8"
        ) from None
    if not text.strip():
        raise ReadingError(f"{name}: empty, nothing to read; put the article's text in it or leave it out")
    if len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text) or text.count("\0") > _MOST_ZEROS * len(text):
        raise _no_text(name)
    return text


def _no_text(name: str) -> ReadingError:
    return ReadingError(
        f"{name}: not read, this is no text (a picture, an office document?); save the article as UTF-8 text"
    )
