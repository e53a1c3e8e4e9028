"""Articles to sheets, one after the other, without writing anything."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

from factsheet.batch.analysis import Analysis
from factsheet.batch.own_files import is_output
from factsheet.batch.paths import Paths, as_paths
from factsheet.batch.result import attempt
from factsheet.model import Sheet
from factsheet.reading.inputs import Failure, find_inputs
from factsheet.settings import Settings
from factsheet.sheet.flags import with_seen
from factsheet.speakers.authority.authority import read_authority
from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.decisions.verdicts import state


def extract(
    paths: Paths,
    *,
    settings: Settings | None = None,
    authority: Path | None = None,
    decisions: Path | None = None,
    on_failure: Callable[[Failure], None] | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> Iterator[Sheet]:
    """The sheets of the articles in ``paths`` (files or folders; one or several), each as soon as it is made.

    Articles are not compared with each other, because the first sheet is handed out before the last is made;
    :func:`factsheet.build` does that. ``on_failure`` is told of inputs that no sheet could be made of (without
    it they are logged as warnings), ``on_progress`` how many of how many inputs are done.

    Raises:
        UsageError: no path exists, or there are no articles in ``paths``.
        ModelError: the language model is missing or unfit.
        AuthorityError: ``authority`` or ``decisions`` is not of the form that is read.
    """
    inputs = find_inputs(as_paths(paths), is_output=is_output())
    report = on_failure or _log
    for failure in inputs.failures:
        report(failure)
    if not inputs.files:
        return
    log = read_decisions(decisions)
    analysis, verdicts = Analysis(settings or Settings(), read_authority(authority), log), state(log)
    analysis.load_model()
    for done, file in enumerate(inputs.files, 1):
        sheet = attempt(file.name, analysis.sheet, file)
        if on_progress:
            on_progress(done, len(inputs.files))
        if isinstance(sheet, Failure):
            report(sheet)
        else:
            yield with_seen(sheet, verdicts)


def _log(failure: Failure) -> None:
    logging.getLogger("factsheet").warning("%s", failure.message)
