"""``factsheet evaluate``: how well the program does against annotated articles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import click

from factsheet.cli.options import ANY_PATH, debug_option
from factsheet.cli.progress import progress
from factsheet.evaluation.score import KINDS, LEAST_OVERLAP
from factsheet.settings import DEFAULT_MODEL, Settings


@click.group
def evaluate() -> None:
    """Score the program against articles that people have annotated."""


@evaluate.command
@click.argument("gold_dir", type=ANY_PATH)
@click.option("--json", "as_json", is_flag=True, help="Print the figures as one JSON object.")
@click.option(
    "--model", metavar="NAME", default=DEFAULT_MODEL, show_default=True, help="An installed spaCy pipeline for English."
)
@debug_option
def quotations(gold_dir: Path, as_json: bool, model: str) -> None:
    """Score the quotations found in the articles of GOLD_DIR.

    GOLD_DIR is a corpus in brat standoff: text/*.txt beside attributions/*.ann.

    \b
    Examples:
      factsheet evaluate quotations corpus/dev
      factsheet evaluate quotations corpus/dev --json > scores.json
    """
    from factsheet.evaluation.quotations import evaluate as score_quotations

    with progress("Scoring articles") as on_progress:
        scores = score_quotations(gold_dir, Settings(model=model), on_progress=on_progress)
    click.echo(json.dumps(scores) if as_json else _table(scores))


def _table(scores: Mapping[str, float]) -> str:
    measures = "".join(f"{measure + ' P / R / F1':>24}" for measure in LEAST_OVERLAP)
    head = f"{'':9}{'gold':>7}{'found':>7}{measures}{'source right':>15}{'wrong':>8}"
    return "\n".join([f"articles: {scores['documents']:.0f}", head, *(_row(scores, kind) for kind in KINDS)])


def _row(scores: Mapping[str, float], kind: str) -> str:
    triples = (" / ".join(f"{scores[f'{kind} {m} {part}']:.3f}" for part in ("P", "R", "F1")) for m in LEAST_OVERLAP)
    measures = "".join(f"{triple:>24}" for triple in triples)
    counts = f"{scores[f'{kind} gold']:>7.0f}{scores[f'{kind} predicted']:>7.0f}"
    sources = f"{scores[f'{kind} source accuracy']:>15.3f}{scores[f'{kind} source wrong']:>8.3f}"
    return f"{kind:9}{counts}{measures}{sources}"
