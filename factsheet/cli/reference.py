"""The reference page of the command line, made from the help of every command.

``python -m factsheet.cli.reference > docs/cli.md`` makes it again.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from factsheet.cli.main import cli

_WIDTH = 100
_HEAD = """\
# Command line

<!-- Made by `python -m factsheet.cli.reference > docs/cli.md`: change the help of the commands, not this page. -->
"""


def reference() -> str:
    """The page, in Markdown."""
    root = click.Context(
        cli, info_name="factsheet", terminal_width=_WIDTH, max_content_width=_WIDTH, **cli.context_settings
    )
    return "\n".join([_HEAD, *_sections(cli, root)])


def _sections(command: click.Command, ctx: click.Context) -> Iterator[str]:
    yield f"{'##' if ctx.parent is None else '###'} {ctx.command_path}\n\n```\n{command.get_help(ctx)}\n```\n"
    if isinstance(command, click.Group):
        for name in command.list_commands(ctx):
            subcommand = command.get_command(ctx, name)
            if subcommand is not None:
                yield from _sections(subcommand, subcommand.make_context(name, [], parent=ctx, resilient_parsing=True))


if __name__ == "__main__":
    click.echo(reference(), nl=False)
