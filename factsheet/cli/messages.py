"""What a user reads on standard error: one line each, with nothing in it that a terminal would obey."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable

import click

_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_DEBUG = f"{__name__}.debug"


def escaped(text: str) -> str:
    """The text with control characters, and characters that reorder text, written as ``\\xNN`` or ``\\uNNNN``."""
    return _UNSEEN.sub(lambda match: match.group().encode("unicode_escape", "surrogatepass").decode("ascii"), text)


def say(message: str) -> None:
    """Write one line ``factsheet: message`` to standard error."""
    click.echo(f"factsheet: {escaped(message)}", err=True)


def say_all(messages: Iterable[str]) -> None:
    """Write one line to standard error for each message."""
    for message in messages:
        say(message)


def debugging(ctx: click.Context) -> bool:
    """Whether ``--debug`` was given."""
    return bool(ctx.meta.get(_DEBUG))


def set_debugging(ctx: click.Context) -> None:
    """Note that ``--debug`` was given."""
    ctx.meta[_DEBUG] = True


def say_traceback(error: BaseException | str) -> None:
    """Write a traceback to standard error: an exception's, or one that is a text already."""
    text = error if isinstance(error, str) else "".join(traceback.format_exception(error))
    click.echo("\n".join(map(escaped, text.splitlines())), err=True)
