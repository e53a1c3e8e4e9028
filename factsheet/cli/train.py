"""``factsheet train``: learning from articles that people have annotated."""

from __future__ import annotations

from pathlib import Path

import click

from factsheet.cli.options import ANY_PATH, debug_option
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

    if output.is_dir() or not output.parent.is_dir():
        raise UsageError(f"{output}: the weights cannot be written there; name a file in a folder that exists with -o")
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
    _write(output, weights.to_json())
    click.echo(f"{len(weights.cue) + len(weights.content)} weights written to {output}.")
    if left_out:
        with progress("Scoring articles") as on_progress:
            scores, _ = evaluate_articles(
                left_out, Settings(model=model, quotation_model=output), on_progress=on_progress
            )
        click.echo(table(scores))


def _write(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(
            f"{path}: the weights cannot be written: {error.strerror}; name another file with -o"
        ) from None
