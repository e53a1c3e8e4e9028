"""File names as text: what an article is called, and what its sheets may be called."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import Path

# What a file name may hold on some system and must not on another, or that would act on a terminal: control
# characters, separators, and the lone surrogates that Python makes of bytes that are no UTF-8.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029/\\\ud800-\udfff]")


def article_id(path: Path) -> str:
    """The stem of the file's name, with ``_`` for characters that a file name should not have."""
    return _UNSAFE.sub("_", path.stem)


def is_safe_id(article_id: str) -> bool:
    """Whether an id makes a file name in the folder it is put in, and nowhere else."""
    return bool(article_id) and not _UNSAFE.search(article_id)


def printable(path: str) -> str:
    """A path as text that has a UTF-8 form: bytes of it that are no UTF-8 are written ``\\xNN``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def distinct(ids: list[str], reserved: Container[str] = ()) -> list[str]:
    """The same ids, in order, with ``-2``, ``-3`` ... behind those that came before, in any capitals, and behind the
    ``reserved`` ones (in small letters).

    Any other id that nobody shares keeps its name, also where it looks like a numbered one.
    """
    taken = {name.casefold() for name in ids}
    seen: set[str] = set()
    result = []
    for name in ids:
        number, unique = 1, name
        while _is_taken(unique.casefold(), seen, reserved) or (number > 1 and unique.casefold() in taken):
            number += 1
            unique = f"{name}-{number}"
        seen.add(unique.casefold())
        result.append(unique)
    return result


def _is_taken(name: str, *by: Container[str]) -> bool:
    return any(name in names for names in by)
