"""``factsheet evaluate speakers``: how well the words that name a source are resolved to who is meant."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from factsheet.cli.options import ANY_PATH, debug_option, quotation_model_option
from factsheet.cli.progress import progress
from factsheet.settings import DEFAULT_MODEL, Settings


@click.command
@click.argument("meant", metavar="MEANT.tsv", type=ANY_PATH)
@click.argument("texts", metavar="TEXTS", type=ANY_PATH)
@click.option("--split", metavar="NAME", help="Only the lines whose column split has this word.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures (and errors) as one JSON object.")
@click.option(
    "--errors", "with_errors", is_flag=True, help="List every answer that is not right, the wrong ones first."
)
@click.option(
    "--model", metavar="NAME", default=DEFAULT_MODEL, show_default=True, help="An installed spaCy pipeline for English."
)
@quotation_model_option
@debug_option
def speakers(
    meant: Path,
    texts: Path,
    split: str | None,
    as_json: bool,
    with_errors: bool,
    model: str,
    quotation_model: Path | None,
) -> None:
    """Score who is said to speak against MEANT.tsv, for the articles in the folder TEXTS.

    MEANT.tsv (or .csv) has the columns stem, start, end and name: the article TEXTS/STEM.txt, the place of the words
    that name a source ("she", "the minister", "Roe"), in characters, and the fullest name that the article has for who
    is meant, or - for nobody. An answer is right, wrong or unresolved.

    \b
    Examples:
      factsheet evaluate speakers meant.tsv articles
      factsheet evaluate speakers meant.tsv articles --errors | less
      factsheet evaluate speakers meant.csv articles --split held --json > scores.json
    """
    from factsheet.cli.speaker_errors import listing, table, worst_first
    from factsheet.evaluation.speakers import evaluate_speakers

    with progress("Scoring articles") as on_progress:
        figures, answers = evaluate_speakers(
            meant, texts, Settings(model=model, quotation_model=quotation_model), split=split, on_progress=on_progress
        )
    errors = worst_first(answers)
    if as_json:
        whole = {"figures": figures, "errors": [asdict(error) for error in errors]}
        click.echo(json.dumps(whole if with_errors else figures))
        return
    for line in (*table(figures), *(listing(errors) if with_errors else ())):
        click.echo(line)
