"""The entry point: ``factsheet COMMAND``."""

from __future__ import annotations

import click

from factsheet import __version__
from factsheet.cli.group import LazyGroup
from factsheet.cli.options import debug_option

COMMANDS = {
    "build": "Make fact sheets of articles.",
    "extract": "Print the sheets of articles as JSON, one a line.",
    "render": "Make PDF or Markdown of saved sheets.",
    "review": "Decide whether the names that look inconsistent are the same, one flag at a time.",
    "speakers": "Keep the list of known speakers.",
    "train": "Learn from articles that people have annotated.",
    "evaluate": "Score the program against articles that people have annotated.",
}


@click.group(cls=LazyGroup, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="factsheet", message="%(prog)s %(version)s")
@debug_option
def cli() -> None:
    """Fact sheets from news articles: who said what, word for word and where; what is claimed as fact and by whom;
    and which names look inconsistent.

    \b
    Examples:
      factsheet build seeds/                    PDF, Markdown and JSON of every article, in build/
      factsheet extract article.txt | jq .      one sheet as JSON
      factsheet render build/*.json -f pdf      PDFs again, without reading the articles
      factsheet COMMAND --help                  more about one command

    Exit codes: 0 all went well, 1 some inputs failed (the others are done), 2 the call was wrong.
    """


def main() -> None:
    """Run the program with the arguments of the process, and end the process with its exit code."""
    cli(prog_name="factsheet")
