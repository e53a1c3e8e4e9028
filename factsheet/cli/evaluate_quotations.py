"""``factsheet evaluate quotations``: scores of the quotations found, and the errors behind them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

import click

from factsheet.cli.options import ANY_PATH, debug_option, quotation_model_option
from factsheet.cli.progress import progress
from factsheet.evaluation.score import KINDS, LEAST_OVERLAP
from factsheet.settings import DEFAULT_MODEL, Settings


@click.command
@click.argument("gold_dir", type=ANY_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print the figures (and errors) as one JSON object.")
@click.option("--errors", "with_errors", is_flag=True, help="List every error, the commonest cause first.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    help="With --errors: show at most N errors of a cause, spread over it.  [default: all]",
)
@click.option(
    "--model", metavar="NAME", default=DEFAULT_MODEL, show_default=True, help="An installed spaCy pipeline for English."
)
@quotation_model_option
@debug_option
def quotations(
    gold_dir: Path, as_json: bool, with_errors: bool, limit: int | None, model: str, quotation_model: Path | None
) -> None:
    """Score the quotations found in the articles of GOLD_DIR.

    GOLD_DIR is a corpus in brat standoff: text/*.txt beside attributions/*.ann.

    \b
    Examples:
      factsheet evaluate quotations corpus/dev
      factsheet evaluate quotations corpus/dev --json > scores.json
      factsheet evaluate quotations corpus/dev --errors --limit 20 | less
    """
    if limit and (as_json or not with_errors):
        raise click.UsageError("--limit shortens the list that --errors prints; give it with --errors, without --json")
    from factsheet.cli.quotation_errors import listing
    from factsheet.evaluation.quotations import evaluate_with_errors

    with progress("Scoring articles") as on_progress:
        scores, errors = evaluate_with_errors(
            gold_dir, Settings(model=model, quotation_model=quotation_model), on_progress=on_progress
        )
    if as_json:
        whole = {"figures": scores, "errors": [asdict(error) for error in errors]}
        click.echo(json.dumps(whole if with_errors else scores))
        return
    click.echo(table(scores))
    if with_errors:
        for line in listing(errors, limit):
            click.echo(line)


def table(scores: Mapping[str, float]) -> str:
    """The figures for a reader, a kind of quotation a line."""
    measures = "".join(f"{measure + ' P / R / F1':>24}" for measure in LEAST_OVERLAP)
    head = f"{'':9}{'gold':>7}{'found':>7}{measures}{'source right':>15}{'wrong':>8}"
    return "\n".join([f"articles: {scores['documents']:.0f}", head, *(_row(scores, kind) for kind in KINDS)])


def _row(scores: Mapping[str, float], kind: str) -> str:
    triples = (" / ".join(f"{scores[f'{kind} {m} {part}']:.3f}" for part in ("P", "R", "F1")) for m in LEAST_OVERLAP)
    measures = "".join(f"{triple:>24}" for triple in triples)
    counts = f"{scores[f'{kind} gold']:>7.0f}{scores[f'{kind} predicted']:>7.0f}"
    sources = f"{scores[f'{kind} source accuracy']:>15.3f}{scores[f'{kind} source wrong']:>8.3f}"
    return f"{kind:9}{counts}{measures}{sources}"
