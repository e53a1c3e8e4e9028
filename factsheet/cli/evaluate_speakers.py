"""``factsheet evaluate speakers``: how well the words that name a source are resolved to who is meant."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import click

from factsheet.cli.options import ANY_PATH, debug_option, quotation_model_option
from factsheet.cli.progress import progress
from factsheet.evaluation.speakers import KINDS, SpeakerAnswer, SpeakerFigures
from factsheet.rendering.visible import one_line
from factsheet.settings import DEFAULT_MODEL, Settings

_WORST_FIRST = ("wrong", "unresolved")


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
    from factsheet.evaluation.speakers import evaluate_speakers

    with progress("Scoring articles") as on_progress:
        figures, answers = evaluate_speakers(
            meant, texts, Settings(model=model, quotation_model=quotation_model), split=split, on_progress=on_progress
        )
    errors = sorted(
        (answer for answer in answers if answer.outcome != "right"),
        key=lambda answer: (_WORST_FIRST.index(answer.outcome), KINDS.index(answer.kind)),
    )
    if as_json:
        whole = {"figures": figures, "errors": [asdict(error) for error in errors]}
        click.echo(json.dumps(whole if with_errors else figures))
        return
    for line in _table(figures):
        click.echo(line)
    for line in _listing(errors) if with_errors else ():
        click.echo(line)


def _table(figures: Mapping[str, SpeakerFigures]) -> Iterator[str]:
    yield f"{'':9}{'asked':>7}{'right':>15}{'wrong':>15}{'unresolved':>15}"
    for kind, of in figures.items():
        counts = (
            (of["right"], of["right_share"]),
            (of["wrong"], of["wrong_share"]),
            (of["unresolved"], of["unresolved_share"]),
        )
        yield f"{kind:9}{of['asked']:>7}" + "".join(f"{count:>7}{share:>8.3f}" for count, share in counts)


def _listing(errors: Sequence[SpeakerAnswer]) -> Iterator[str]:
    for error in errors:
        before = error.passage.text[: error.place.start - error.passage.start]
        behind = error.passage.text[error.place.end - error.passage.start :]
        yield ""
        yield f"{one_line(error.doc)}:{error.place.start}  {error.kind}  {error.outcome}"
        yield f"    {_shown(before)}[[{_shown(error.place.text)}]]{_shown(behind)}"
        yield f"    meant  {_shown(' | '.join(error.names)) or '(nobody)'}"
        yield f"    found  {_shown(error.answer) if error.answer else '(nobody)'}. {_shown(error.reason)}"


def _shown(text: str) -> str:
    return one_line(" ¶ ".join(filter(None, (line.strip("\r") for line in text.split("\n")))))
