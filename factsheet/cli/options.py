"""Options that several commands share, in groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from factsheet.cli.messages import set_debugging
from factsheet.settings import DEFAULT_MODEL

Command = TypeVar("Command", bound=Callable[..., Any])

AUTHORITY = Path("speakers.toml")
DECISIONS = Path("decisions.jsonl")

# click is not to look whether a file can be read: that is a failure of this file, and stops no other.
ANY_PATH = click.Path(path_type=Path, readable=False)


def article_paths(command: Command) -> Command:
    """The argument ``PATH...``: articles, or folders of them."""
    return click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=ANY_PATH)(command)


def language_options(command: Command) -> Command:
    """What the analysis of an article obeys: ``--model``, ``--quotation-model``, ``--speakers``, ``--decisions``."""
    decisions = click.option(
        "--decisions",
        metavar="FILE",
        type=ANY_PATH,
        default=lambda: _if_there(DECISIONS),
        help=f"Decisions about names, made in review.  [default: {DECISIONS}, where there is one]",
    )
    speakers = click.option(
        "--speakers",
        metavar="FILE",
        type=ANY_PATH,
        default=lambda: _if_there(AUTHORITY),
        help=f"Your own list of known speakers.  [default: {AUTHORITY}, where there is one]",
    )
    model = click.option(
        "--model",
        metavar="NAME",
        default=DEFAULT_MODEL,
        show_default=True,
        help="An installed spaCy pipeline for English.",
    )
    return model(quotation_model_option(speakers(decisions(command))))


def quotation_model_option(command: Command) -> Command:
    """``--quotation-model``."""
    return click.option(
        "--quotation-model",
        metavar="FILE",
        type=ANY_PATH,
        help="Weights that `factsheet train quotations` made.  [default: those of the program]",
    )(command)


def output_options(formats: str) -> Callable[[Command], Command]:
    """Where and how sheets are written: ``-o``, ``-f`` (with this default), ``--templates``."""

    def decorate(command: Command) -> Command:
        output = click.option(
            "-o",
            "--output",
            metavar="DIR",
            type=ANY_PATH,
            default=Path("build"),
            show_default=True,
            help="The folder to write to; it is made where there is none.",
        )
        wanted = click.option(
            "-f",
            "--format",
            "formats",
            metavar="LIST",
            multiple=True,
            default=(formats,),
            show_default=True,
            callback=lambda _ctx, _param, lists: _names(lists),
            help="Formats to write, with commas between: pdf, md, json. May be given more than once.",
        )
        templates = click.option(
            "--templates",
            metavar="DIR",
            type=ANY_PATH,
            help="A folder of your own templates; they go before the ones of the same name.",
        )
        return output(wanted(templates(command)))

    return decorate


def debug_option(command: Command) -> Command:
    """``--debug``: tracebacks as well as messages."""
    return click.option(
        "--debug",
        is_flag=True,
        expose_value=False,
        callback=lambda ctx, _param, value: set_debugging(ctx) if value else None,
        help="Show where in the program an error came up.",
    )(command)


def _names(lists: Sequence[str]) -> tuple[str, ...]:
    """The names in lists with commas between them, each once."""
    names = (name.strip() for names in lists for name in names.split(","))
    return tuple(dict.fromkeys(filter(None, names)))


def _if_there(path: Path) -> Path | None:
    return path if path.exists() else None
