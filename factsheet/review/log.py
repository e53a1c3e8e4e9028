"""The decision log: one JSON record a line, append only. Whoever changes their mind adds a record
(``factsheet.speakers.decisions`` reads the log, ``factsheet.speakers.verdicts`` says what it comes to)."""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from dataclasses import MISSING, fields
from pathlib import Path

from factsheet.errors import AuthorityError
from factsheet.model import Decision
from factsheet.model.codec import to_plain

_NEEDED = {field.name for field in fields(Decision) if field.default is MISSING}
# JSON allows these in a string, but they would end the line for whoever reads the log line by line.
_LINE_ENDS = str.maketrans({char: f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"})


def append(decision: Decision, path: Path) -> int:
    """Add ``decision`` to the log at ``path``, which is made where there is none. It is on the disk when this
    returns, and is never there in part. The line has the record's id, and no fields that say nothing. By how many
    bytes the log has grown is returned.

    Raises:
        AuthorityError: the log cannot be written.
    """
    plain = to_plain(Decision, decision)
    said = {name: value for name, value in plain.items() if name in _NEEDED or value not in ("", [], None)}
    line = json.dumps({"id": decision.id, **said}, ensure_ascii=False).translate(_LINE_ENDS) + "\n"
    is_new = not path.exists()
    try:
        file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
        try:
            # A last line without its end, as an editor may leave it, is not to swallow the record.
            written = _added(file, ("" if _ends_line(file) else "\n").encode() + line.encode("utf-8"))
        finally:
            os.close(file)
        if is_new:
            _keep_name(path)
        return written
    except OSError as error:
        raise AuthorityError(
            f"{path}: the decision cannot be written ({error.strerror}); name another file with --decisions"
        ) from None


def _added(file: int, record: bytes) -> int:
    """Add a record in one piece; where there is no room for all of it, what was written of it is taken away again."""
    written = os.write(file, record)
    if written < len(record):
        end = os.lseek(file, 0, os.SEEK_CUR)
        if os.fstat(file).st_size == end:  # nobody has added to it meanwhile
            os.ftruncate(file, end - written)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    os.fsync(file)
    return written


def _keep_name(path: Path) -> None:
    """See that the disk has the name of a new file too, and not its content alone, where that can be asked for."""
    with suppress(OSError):
        folder = os.open(os.path.realpath(path.parent), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _ends_line(file: int) -> bool:
    size = os.fstat(file).st_size
    if size == 0:
        return True
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1) == b"\n"
