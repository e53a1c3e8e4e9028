"""The ``factsheet`` command group: commands are imported when they are called, and errors become one line."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

import click

from factsheet.cli.messages import debugging, say, say_traceback
from factsheet.errors import FactsheetError, ReadingError, RenderingError, SheetError

FAILED, MISUSE, INTERRUPTED, BROKEN_PIPE = 1, 2, 130, 141

# Errors of one input; every other error of ours is in how the program was called.
_OF_AN_INPUT = (ReadingError, RenderingError, SheetError)


class LazyGroup(click.Group):
    """A group that knows its commands by name and by one line of help each.

    A command ``name`` is the attribute ``name`` of the module ``factsheet.cli.name``.
    """

    def __init__(self, *args: Any, lazy: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, in the order in which they are told."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in self.lazy:
            return None
        command: click.Command = getattr(import_module(f"factsheet.cli.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing one."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.lazy.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it raises becomes a line on standard error and an exit code."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _stop_writing()
            ctx.exit(BROKEN_PIPE)
        except (KeyboardInterrupt, click.Abort):
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except FactsheetError as error:
            if debugging(ctx):
                say_traceback(error)
            say(str(error))
            ctx.exit(FAILED if isinstance(error, _OF_AN_INPUT) else MISUSE)
        except OSError as error:
            if debugging(ctx):
                say_traceback(error)
            say(f"{error.filename or 'standard output'}: {error.strerror or error}")
            ctx.exit(FAILED)
        except Exception as error:
            if debugging(ctx):
                say_traceback(error)
            say(f"an error of this program ({type(error).__name__}: {error}); --debug shows where")
            ctx.exit(FAILED)


def _stop_writing() -> None:
    """Send the rest of standard output nowhere, or Python would complain of the broken pipe when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
