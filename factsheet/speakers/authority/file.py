"""The text of the authority file, in and out: read as it is, written whole or not at all."""

from __future__ import annotations

import codecs
from pathlib import Path

from factsheet.errors import AuthorityError
from factsheet.replacing import replace_file


def read_text(path: Path) -> str:
    """The text of the file, with the line ends it has; a byte order mark is left out.

    Raises:
        AuthorityError: the file cannot be read or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise AuthorityError(
            f"{path}: there is no such authority file; check the path, or make one with `factsheet speakers add`"
        ) from None
    except OSError as error:
        raise AuthorityError(f"{path}: the authority file cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError as error:
        raise AuthorityError(f"{path}: this is not UTF-8 (byte {error.start}); save it as UTF-8") from None


def write_text(path: Path, text: str) -> None:
    """Replace the file in one step, or make it; its permissions stay, and so does a link to it.

    A byte order mark stays where there was one.

    Raises:
        AuthorityError: it cannot be written; what stood there stands there still.
    """
    try:
        replace_file(path, (codecs.BOM_UTF8 if _marked(path) else b"") + text.encode("utf-8"))
    except OSError as error:
        raise AuthorityError(f"{path}: cannot be written ({error.strerror}); mend this, or name another file") from None


def _marked(path: Path) -> bool:
    if not path.exists():
        return False
    with path.open("rb") as file:
        return file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8
