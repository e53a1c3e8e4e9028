"""``factsheet train``: learning from articles that people have annotated."""

from __future__ import annotations

from pathlib import Path

import click

from factsheet.cli.options import ANY_PATH, debug_option
from factsheet.cli.output_file import check_output, write_output
from factsheet.cli.progress import progress
from factsheet.errors import UsageError
from factsheet.settings import DEFAULT_MODEL, Settings


@click.group
def train() -> None:
    """Learn from articles that people have annotated."""


@train.command
@click.argument("gold_dirs", metavar="GOLD_DIR...", nargs=-1, required=True, type=ANY_PATH)
@click.option("-o", "--output", metavar="FILE", type=ANY_PATH, required=True, help="The file to write the weights to.")
@click.option(
    "--hold-out",
    type=click.IntRange(min=2),
    metavar="N",
    help="Leave every N-th article out of training, and print the scores on those.",
)
@click.option(
    "--model", metavar="NAME", default=DEFAULT_MODEL, show_default=True, help="An installed spaCy pipeline for English."
)
@debug_option
def quotations(gold_dirs: tuple[Path, ...], output: Path, hold_out: int | None, model: str) -> None:
    """Learn from the articles of GOLD_DIR which words report somebody's speech, and what they report.

    GOLD_DIR is a corpus in brat standoff: text/*.txt beside attributions/*.ann. Several are learned from together, so
    that you can add articles of your own. `factsheet build --quotation-model FILE` uses the result, with the spaCy
    pipeline that it was learned with. Needs the extra: pip install 'factsheet[train]'.

    \b
    Examples:
      factsheet train quotations corpus/train -o weights.json
      factsheet train quotations corpus/train ours -o weights.json --hold-out 10
    """
    from factsheet.cli.evaluate_quotations import table
    from factsheet.evaluation.brat import read_corpus
    from factsheet.evaluation.quotations import evaluate_articles
    from factsheet.training.quotations import train as learn

    check_output(output, "-o", (path for folder in gold_dirs for path in folder.glob("*/*")))
    corpus = [article for folder in gold_dirs for article in read_corpus(folder)]
    left_out = corpus[hold_out - 1 :: hold_out] if hold_out else []
    if hold_out and not left_out:
        raise UsageError(f"--hold-out {hold_out}: there are only {len(corpus)} articles; give a smaller number")
    stems = {(article.path, article.stem) for article in left_out}
    with progress("Reading articles") as on_progress:
        weights = learn(
            [article for article in corpus if (article.path, article.stem) not in stems],
            Settings(model=model),
            on_progress=on_progress,
        )
    write_output(output, weights.to_json().encode("utf-8"), "-o")
    click.echo(f"{len(weights.cue) + len(weights.content)} weights written to {output}.")
    if left_out:
        with progress("Scoring articles") as on_progress:
            scores, _ = evaluate_articles(
                left_out, Settings(model=model, quotation_model=output), on_progress=on_progress
            )
        click.echo(table(scores))
