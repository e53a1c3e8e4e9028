"""``factsheet evaluate names``: how well names that stand by themselves are compared."""

from __future__ import annotations

import json
from pathlib import Path

import click

from factsheet.cli.options import ANY_PATH, debug_option
from factsheet.cli.output_file import check_output, write_output


@click.command
@click.argument("pairs", metavar="PAIRS.csv", type=ANY_PATH)
@click.option("--rows", "rows_file", metavar="FILE", type=ANY_PATH, help="Write each pair's answer and reason as CSV.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@debug_option
def names(pairs: Path, rows_file: Path | None, as_json: bool) -> None:
    """Score the answers for the pairs of names in PAIRS.csv.

    Its columns are name1, name2 and is_match (true or false). The answers are those for two names in two articles
    about which nothing else is known: link, suggest (ask somebody) or separate.

    \b
    Examples:
      factsheet evaluate names pairs.csv
      factsheet evaluate names pairs.csv --rows answers.csv --json > scores.json
    """
    from factsheet.evaluation.names import Figures, evaluate_names, rows_csv

    def line(what: str, figures: Figures) -> str:
        counts = f"{figures['right']}/{figures['answered']}"
        return f"{what:16}{counts:>13}{figures['precision']:>11.3f}{figures['recall']:>8.3f}"

    if rows_file is not None:
        check_output(rows_file, "--rows", [pairs])
    scores, rows = evaluate_names(pairs)
    if as_json:
        click.echo(json.dumps(scores))
    else:
        click.echo(f"pairs: {scores['pairs']}, of one person: {scores['linked']['matching']}")
        click.echo(f"{'':16}{'right/found':>13}{'precision':>11}{'recall':>8}")
        click.echo(line("link", scores["linked"]))
        click.echo(line("link or suggest", scores["suggested"]))
    if rows_file is not None:
        write_output(rows_file, rows_csv(rows).encode("utf-8"), "--rows")
