"""``factsheet review``: decide the flags of saved sheets, one by one, in the terminal."""

from __future__ import annotations

import getpass
import os
import shutil
import sys
from pathlib import Path

import click

from factsheet.cli.group import FAILED
from factsheet.cli.messages import say_all
from factsheet.cli.options import ANY_PATH, DECISIONS, debug_option
from factsheet.errors import UsageError


@click.command
@click.argument("folder", metavar="[DIR]", default="build", type=ANY_PATH)
@click.option(
    "--decisions",
    default=DECISIONS,
    show_default=True,
    metavar="FILE",
    type=ANY_PATH,
    help="The log that decisions are added to.",
)
@debug_option
@click.pass_context
def review(ctx: click.Context, folder: Path, decisions: Path) -> None:
    """Decide whether the names that look inconsistent are the same, one flag at a time.

    DIR holds the sheets that `factsheet build -f json` wrote (default: build). Every answer is added to the
    decision log at once, so you can stop at any time and go on later.

    \b
    Examples:
      factsheet review
      factsheet review reports/monday --decisions reports/decisions.jsonl
    """
    from factsheet.review.screen import Screen
    from factsheet.review.session import review as review_flags

    screen = Screen(sys.stdin.readline, _show, lambda: shutil.get_terminal_size().columns)
    outcome = review_flags(folder, decisions, screen.ask, by=_who())
    say_all(outcome.problems)
    undone = sum(record.verdict == "undo" for record in outcome.decisions)
    count = len(outcome.decisions) - undone
    if outcome.decisions:
        and_undone = f", {undone} taken back" if undone else ""
        click.echo(f"{count} {'decision' if count == 1 else 'decisions'} added to {decisions}{and_undone}.")
    elif not outcome.open:
        click.echo("There is nothing to review.")
    if outcome.problems:
        ctx.exit(FAILED)


def _show(text: str) -> None:
    """Write to the terminal, whatever letters it can show."""
    encoding = sys.stdout.encoding
    click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False)


def _who() -> str:
    try:
        return os.environ.get("USER") or getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("a decision needs a name to stand under; set the environment variable USER") from None
