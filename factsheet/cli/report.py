"""How a run that writes sheets ends: what failed, what was made, and the exit code."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factsheet.cli.group import FAILED
from factsheet.cli.messages import debugging, escaped, say, say_all, say_traceback

if TYPE_CHECKING:
    from factsheet.batch.result import RunResult
    from factsheet.reading.inputs import Failure


def report_run(ctx: click.Context, result: RunResult, output: Path) -> None:
    """Say on standard error what failed and on standard output what was made; exit with 1 if anything failed."""
    say_all(result.notices)
    for failure in result.failures:
        report_failure(ctx, failure)
    made, open_flags = len(result.written), sum(written.open_flags for written in result.written)
    if made:
        formats = ", ".join(path.suffix[1:] for path in result.written[0].files)
        left = sum(not written.changed for written in result.written)
        news = f": {made - left:,} made, {left:,} unchanged" if left else ""
        flags = f"; {_count(open_flags, 'flag')} to review" if open_flags else ""
        names = f"; speakers in {', '.join(path.name for path in result.register)}" if result.register else ""
        click.echo(f"{_count(made, 'sheet')} in {escaped(str(output))} ({formats}){news}{flags}{names}")
    finish(ctx, made, result.failures)


def report_failure(ctx: click.Context, failure: Failure) -> None:
    """Say what failed: one line, and the traceback before it where one is wanted."""
    if failure.traceback and debugging(ctx):
        say_traceback(failure.traceback)
    say(failure.message + ("; --debug shows where" if failure.traceback and not debugging(ctx) else ""))


def finish(ctx: click.Context, made: int, failures: Iterable[Failure]) -> None:
    """Exit with 1, and a line that sums up, if anything failed."""
    failed = len(list(failures))
    if failed:
        say(f"{_count(failed, 'input')} failed, {_count(made, 'sheet')} made")
        ctx.exit(FAILED)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
