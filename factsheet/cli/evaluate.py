"""``factsheet evaluate``: how well the program does against annotated articles."""

from __future__ import annotations

from importlib import import_module

import click

# Each is a command of its own: "names" is the attribute "names" of the module factsheet.cli.evaluate_names.
_SCORED = ("names", "quotations", "speakers")


@click.group
def evaluate() -> None:
    """Score the program against articles that people have annotated."""


for _name in _SCORED:
    evaluate.add_command(getattr(import_module(f"factsheet.cli.evaluate_{_name}"), _name))
