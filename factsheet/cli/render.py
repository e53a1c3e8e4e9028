"""``factsheet render``."""

from __future__ import annotations

from pathlib import Path

import click

from factsheet.cli.options import ANY_PATH, debug_option, output_options
from factsheet.cli.progress import progress
from factsheet.cli.report import report_run


@click.command
@click.argument("sheets", metavar="SHEET...", nargs=-1, required=True, type=ANY_PATH)
@output_options("pdf,md")
@debug_option
@click.pass_context
def render(
    ctx: click.Context, sheets: tuple[Path, ...], output: Path, formats: tuple[str, ...], templates: Path | None
) -> None:
    """Make PDF or Markdown of saved sheets.

    SHEET is a .json file that build wrote, or a .jsonl file of what extract printed. Neither the article nor a
    language model is needed.

    A sheet that fails stops no other: it is named on standard error and the exit code is 1.

    \b
    Examples:
      factsheet render build/*.json -f pdf
      factsheet render sheets.jsonl -o sheets
      factsheet render build/article.json -f md --templates mine/
    """
    from factsheet.batch.render import render_sheets

    with progress("Making sheets") as on_progress:
        result = render_sheets(sheets, output, formats, templates=templates, on_progress=on_progress)
    report_run(ctx, result, output)
