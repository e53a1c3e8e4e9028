"""The main job: articles to fact sheets in a folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from factsheet.batch.analysis import Analysis
from factsheet.batch.cache import Cache
from factsheet.batch.left_over import note_left_over
from factsheet.batch.output import prepare_folder, spare_inputs
from factsheet.batch.own_files import is_output
from factsheet.batch.paths import Paths, as_paths
from factsheet.batch.publish import Publishing, check_formats, check_templates, spare_others
from factsheet.batch.result import Made, RunResult, Written, attempt
from factsheet.batch.together import with_flags_across, write_register
from factsheet.model import Sheet
from factsheet.reading.inputs import Failure, find_inputs
from factsheet.rendering.register import REGISTER, REGISTER_FILES
from factsheet.settings import KEPT, Settings
from factsheet.speakers.authority.authority import read_authority
from factsheet.speakers.decisions.reading import read_decisions


def build(
    paths: Paths,
    output: Path | str = "build",
    formats: Sequence[str] = ("pdf", "md", "json"),
    settings: Settings | None = None,
    *,
    templates: Path | None = None,
    authority: Path | None = None,
    decisions: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> RunResult:
    """Make the fact sheets of the articles in ``paths`` (files or folders; one or several), as ``output/ID.FORMAT``,
    and the register of everybody they name, as ``output/names.md`` and ``output/names.html``.

    All articles are analysed first, because their speakers are compared with each other; then all sheets are
    written. An input that fails stops no other. What was made of an article is kept in ``output/.factsheet``: only
    what differs from the last run is made again, and files that stand as they should are left. Files that earlier
    runs wrote and that are out of date now stay where they are and are told of.

    ``templates`` is a folder of templates that go before the program's own, ``authority`` a ``speakers.toml``,
    ``decisions`` a ``decisions.jsonl``; ``on_progress`` is told how many of how many steps are done (an article
    analysed or a sheet written is one).

    Raises:
        UsageError: before any work: no path exists or there are no articles, a format is unknown, the output
            folder cannot be written to, or an input or a file that this program did not write would be overwritten.
        ModelError: the language model is missing or unfit.
        AuthorityError: ``authority`` or ``decisions`` is not of the form that is read.
    """
    settings, folder = settings or Settings(), Path(output)
    wanted = check_formats(formats)
    check_templates(templates)
    inputs = find_inputs(as_paths(paths), leave_out=folder, reserved={REGISTER}, is_output=is_output())
    targets = {REGISTER: REGISTER_FILES} | {file.id: [f"{file.id}.{name}" for name in wanted] for file in inputs.files}
    spare_inputs((f.path for f in inputs.files), (folder / name for names in targets.values() for name in names))
    failures = list(inputs.failures)
    if not inputs.files:
        return RunResult((), tuple(failures), inputs.notices)
    prepare_folder(folder)
    cache = Cache(folder / KEPT)
    publishing = Publishing(folder, wanted, settings.sure, templates, cache)
    spare_others(targets, publishing)
    known, log = read_authority(authority), read_decisions(decisions)
    analysis = Analysis(settings, known, log, cache)
    steps = _Steps(2 * len(inputs.files), on_progress)
    sheets: list[Sheet] = []
    for file in inputs.files:
        _sort(attempt(file.name, analysis.sheet, file), sheets, failures)
        steps.done(1)
    steps.done(len(inputs.files) - len(sheets))
    compared: list[list[Sheet]] = []
    _sort(attempt("all articles", with_flags_across, sheets, log), compared, failures)
    # Where the comparison itself fails, the sheets are written as they were.
    sheets = compared[0] if compared else sheets
    written: list[Written] = []
    sources = {file.id: file.path for file in inputs.files}
    for sheet in sheets:
        _sort(attempt(sheet.article.path, publishing.publish, sheet, sources[sheet.article.id]), written, failures)
        steps.done(1)
    register: list[tuple[Path, ...]] = []
    if sheets:
        made = attempt("register of speakers", write_register, publishing, sheets, known, log, tuple(failures))
        _sort(made, register, failures)
    left_over = note_left_over(publishing.ledger, sources, written, *register)
    return RunResult(tuple(written), tuple(failures), (*inputs.notices, *left_over), *register)


class _Steps:
    """Counts the steps of a run. An article that failed has no second step."""

    def __init__(self, total: int, tell: Callable[[int, int], None] | None) -> None:
        self._total, self._tell, self._count = total, tell, 0

    def done(self, steps: int) -> None:
        self._count += steps
        if self._tell and steps:
            self._tell(self._count, self._total)


def _sort(made: Made | Failure, good: list[Made], failures: list[Failure]) -> None:
    if isinstance(made, Failure):
        failures.append(made)
    else:
        good.append(made)
