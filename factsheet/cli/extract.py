"""``factsheet extract``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factsheet.cli.options import article_paths, debug_option, language_options
from factsheet.cli.progress import progress
from factsheet.cli.report import finish, report_failure
from factsheet.settings import Settings

if TYPE_CHECKING:
    from factsheet.reading.inputs import Failure


@click.command
@article_paths
@language_options
@debug_option
@click.pass_context
def extract(
    ctx: click.Context,
    paths: tuple[Path, ...],
    model: str,
    quotation_model: Path | None,
    speakers: Path | None,
    decisions: Path | None,
) -> None:
    """Print the sheets of articles as JSON, one a line.

    PATH is a text file (.txt, .md) or a folder; folders are searched for such files, hidden ones left out. Each
    sheet is printed, in UTF-8, as soon as it is made; so articles are not compared with each other, as build does.
    docs/sheet.schema.json describes the fields.

    An article that fails stops no other: it is named on standard error and the exit code is 1.

    \b
    Examples:
      factsheet extract seeds/ > sheets.jsonl
      factsheet extract article.txt | jq '.quotations[].content[].text'
      factsheet extract inbox/ --model en_core_web_trf > sheets.jsonl
    """
    from factsheet.batch.extract import extract as run
    from factsheet.sheet.json import to_json

    failures: list[Failure] = []

    def on_failure(failure: Failure) -> None:
        failures.append(failure)
        report_failure(ctx, failure)

    made = 0
    stdout = sys.stdout.buffer
    with progress("Reading articles") as on_progress:
        sheets = run(
            paths,
            settings=Settings(model=model, quotation_model=quotation_model),
            authority=speakers,
            decisions=decisions,
            on_failure=on_failure,
            on_progress=on_progress,
        )
        for sheet in sheets:
            stdout.write(to_json(sheet).encode("utf-8") + b"\n")
            stdout.flush()
            made += 1
    finish(ctx, made, failures)
