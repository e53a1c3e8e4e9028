"""``factsheet review``: decide the flags of saved sheets, one by one, in the terminal."""

from __future__ import annotations

import getpass
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factsheet.cli.group import FAILED
from factsheet.cli.messages import debugging, say, say_all, say_traceback
from factsheet.cli.options import ANY_PATH, DECISIONS, debug_option
from factsheet.errors import UsageError

if TYPE_CHECKING:
    from factsheet.review.sitting import Sitting


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
@click.option("--web", is_flag=True, help="Review in a browser on this computer instead of in the terminal.")
@click.option(
    "--port", type=click.IntRange(1, 65535), metavar="N", help="With --web: the port to use.  [default: a free one]"
)
@click.option("--no-browser", is_flag=True, help="With --web: print the address and open no browser.")
@debug_option
@click.pass_context
def review(ctx: click.Context, folder: Path, decisions: Path, web: bool, port: int | None, no_browser: bool) -> None:
    """Decide whether the names that look inconsistent are the same, one flag at a time.

    DIR holds the sheets that `factsheet build -f json` wrote (default: build). Every answer is added to the
    decision log at once, so you can stop at any time and go on later. Sheets that earlier builds left over are not
    asked about.

    With --web the same is done in your browser, at an address that this computer alone can reach. Ctrl-C ends it.

    \b
    Examples:
      factsheet review
      factsheet review reports/monday --decisions reports/decisions.jsonl
      factsheet review --web
    """
    from factsheet.review.sitting import Sitting
    from factsheet.review.wording import left_over_words

    if not web and (port is not None or no_browser):
        raise UsageError("--port and --no-browser go with --web")
    _check_log(decisions)
    sitting = Sitting(folder, decisions, by=_who())
    if sitting.left_over:
        say(left_over_words(sitting.left_over))
    try:
        if web:
            _in_browser(ctx, sitting, port, not no_browser)
        else:
            _in_terminal(sitting)
    finally:
        sitting.close()
        say_all(sitting.problems)
        _tell_outcome(sitting)
    if sitting.problems:
        ctx.exit(FAILED)


def _check_log(log: Path) -> None:
    """See that answers can be recorded, before anybody gives one.

    Raises:
        UsageError: they cannot.
    """
    if not log.parent.is_dir():
        raise UsageError(f"{log}: there is no folder {log.parent}; make it, or name another file with --decisions")
    if not os.access(log if log.exists() else log.parent, os.W_OK):
        raise UsageError(f"{log}: decisions cannot be added to this file; name another with --decisions")


def _in_terminal(sitting: Sitting) -> None:
    from factsheet.review.screen import Screen
    from factsheet.review.session import review as review_flags

    screen = Screen(sys.stdin.readline, _show, lambda: shutil.get_terminal_size().columns)
    review_flags(sitting, screen.ask, screen.tell)
    if not sitting.started and not sitting.made:
        click.echo("There is nothing to review.")


def _in_browser(ctx: click.Context, sitting: Sitting, port: int | None, open_browser: bool) -> None:
    from factsheet.review.web.server import serve

    def failed(error: Exception) -> None:
        if debugging(ctx):
            say_traceback(error)
        say(f"an error of this program ({type(error).__name__}: {error}); --debug shows where")

    serve(sitting, port=port or 0, open_browser=open_browser, tell=click.echo, failed=failed)


def _tell_outcome(sitting: Sitting) -> None:
    from factsheet.review.wording import make_again

    undone = sum(record.verdict == "undo" for record in sitting.made)
    count = len(sitting.made) - undone
    if sitting.made:
        and_undone = f", {undone} taken back" if undone else ""
        click.echo(f"{count} {'decision' if count == 1 else 'decisions'} added to {sitting.log}{and_undone}.")
        click.echo(f"To make the sheets follow: {make_again(sitting.folder.path, sitting.log)}")


def _show(text: str) -> None:
    """Write to the terminal, whatever letters it can show."""
    encoding = sys.stdout.encoding
    click.echo(text.encode(encoding, "backslashreplace").decode(encoding), nl=False)


def _who() -> str:
    try:
        return os.environ.get("USER") or getpass.getuser()
    except (KeyError, OSError):
        raise UsageError("a decision needs a name to stand under; set the environment variable USER") from None
