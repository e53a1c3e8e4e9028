"""What earlier runs left in the output folder and this run did not make again: never deleted, never asked about.

A sheet of an article that is still there, and that this run merely was not asked for, is no such file.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from factsheet.batch.result import Written
from factsheet.batch.written import Entry, Ledger
from factsheet.reading.names import printable
from factsheet.rendering.register import REGISTER
from factsheet.rendering.wording import counted
from factsheet.sheet.left_over import read_left_over, write_left_over

_GONE, _FAILED, _OLDER = "the article is gone", "the article failed", "older than what was made now"
_MOST_NAMED = 6


def note_left_over(
    ledger: Ledger, sources: Mapping[str, Path], written: Sequence[Written], register: Sequence[Path] = ()
) -> tuple[str, ...]:
    """Note what a run left over, and say so in a line, if anything is.

    ``sources`` are the files of the articles that the run was asked for, by id; ``written`` and ``register`` is what
    it made of them.
    """
    run = _Run(ledger, sources, written, register)
    known = read_left_over(ledger.folder)
    found: dict[str, str] = {}
    for entry in ledger.entries():
        for name in sorted(entry.files):
            if name not in run.files and ledger.is_as_written(entry, name) and (why := run.why(entry, name, known)):
                found[name] = why
    write_left_over(ledger.folder, found)
    if not found:
        return ()
    reasons = "; ".join(f"{_named(found, why)} ({why})" for why in (_GONE, _FAILED, _OLDER) if why in found.values())
    folder = printable(str(ledger.folder))
    return (f"{folder}: left over from earlier runs and not reviewed: {reasons}; you can delete what you do not need",)


class _Run:
    """What a run was asked for, and what it made."""

    def __init__(
        self, ledger: Ledger, sources: Mapping[str, Path], written: Sequence[Written], register: Sequence[Path]
    ) -> None:
        self._ledger = ledger
        self.files = {path.name for done in written for path in done.files} | {path.name for path in register}
        made = {done.article_id for done in written}
        self._made = {os.path.realpath(path) for article_id, path in sources.items() if article_id in made}
        self._failed = {os.path.realpath(path) for path in sources.values()} - self._made
        self._ids = made

    def why(self, entry: Entry, name: str, known: Mapping[str, str]) -> str | None:
        """Why a file that this run did not make is out of date; None where it is not, as far as can be told."""
        if entry.id in self._ids:
            now = {entry.files[other].sheet for other in entry.files if other in self.files}
            return None if entry.files[name].sheet in now else _OLDER
        source = self._ledger.source(entry)
        if source is None:
            # The register, where this run has none; or a sheet that was rendered from a saved one.
            return _OLDER if entry.id == REGISTER else known.get(name)
        if not source.exists():
            return _GONE
        if str(source) in self._made:
            return _OLDER  # its article goes by another name now
        return _FAILED if str(source) in self._failed else known.get(name)


def _named(found: Mapping[str, str], why: str) -> str:
    names = [printable(name) for name, reason in found.items() if reason == why]
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {counted(more, 'more file')}" if more > 0 else "")
