"""``factsheet build``."""

from __future__ import annotations

from pathlib import Path

import click

from factsheet.cli.options import article_paths, debug_option, language_options, output_options
from factsheet.cli.progress import progress
from factsheet.cli.report import report_run
from factsheet.settings import Settings


@click.command
@article_paths
@output_options("pdf,md,json")
@language_options
@debug_option
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[Path, ...],
    output: Path,
    formats: tuple[str, ...],
    templates: Path | None,
    model: str,
    quotation_model: Path | None,
    speakers: Path | None,
    decisions: Path | None,
) -> None:
    """Make fact sheets of articles.

    PATH is a text file (.txt, .md) or a folder; folders are searched for such files, hidden ones left out. The
    sheets of NAME.txt are written as NAME.pdf, NAME.md and NAME.json. The speakers of all articles of one run are
    compared, and names that look inconsistent are flagged on the sheets. names.md and names.html list everybody who is
    named, with the places and what is still to be decided.

    What was made of an article is kept in the hidden folder .factsheet beside the sheets: after a decision, a run
    makes again only the sheets that it touches, and does not load the language model. The folder can be deleted.

    A file that factsheet did not write is never overwritten. Sheets of articles that are gone stay, and are named.

    An article that fails stops no other: it is named on standard error and the exit code is 1.

    \b
    Examples:
      factsheet build seeds/                       every article in seeds/, into build/
      factsheet build a.txt b.md -o sheets -f pdf  two articles, PDF only, into sheets/
      factsheet build inbox/ --speakers known.toml with your own list of speakers
      factsheet build a.txt --templates mine/      with your own templates
    """
    from factsheet.batch.build import build as run

    with progress("Making sheets") as on_progress:
        result = run(
            paths,
            output,
            formats,
            Settings(model=model, quotation_model=quotation_model),
            templates=templates,
            authority=speakers,
            decisions=decisions,
            on_progress=on_progress,
        )
    report_run(ctx, result, output)
