from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from factsheet.cli.main import COMMANDS, cli
from factsheet.cli.reference import reference

ROOT = Path(__file__).parents[2]
HEAVY = ("spacy", "reportlab", "pydantic", "jinja2", "numpy", "scipy", "tomlkit", "werkzeug")


def commands(group: click.Group, path: str = "factsheet") -> Iterator[tuple[str, click.Command]]:
    """Every command that can be called, with the words that call it."""
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)])
def test_help_imports_nothing_that_takes_long(arguments: list[str]) -> None:
    program = (
        "import sys; from factsheet.cli.main import cli; cli(sys.argv[1:], standalone_mode=False); "
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False)
    assert done.stdout.endswith("\n[]\n")


def test_the_library_imports_its_verbs_when_asked() -> None:
    program = (
        f"import sys, factsheet; early = [name for name in {HEAVY!r} if name in sys.modules]; "
        "from factsheet import build, extract; print(early, callable(build), callable(extract))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "[] True True\n"


def test_python_m_factsheet() -> None:
    done = subprocess.run([sys.executable, "-m", "factsheet", "--version"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "factsheet 0.1.0\n")


@pytest.mark.parametrize(("words", "command"), list(commands(cli)), ids=lambda value: str(value))
def test_every_command_has_examples_and_is_in_the_reference(words: str, command: click.Command) -> None:
    _, _, examples = inspect.cleandoc(command.help or "").partition("\nExamples:\n")
    assert all(line.startswith(f"  {words}") for line in examples.splitlines())
    assert examples
    assert f"{words}\n" in (ROOT / "docs" / "cli.md").read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_of_itself(name: str) -> None:
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert COMMANDS[name] == f"{command.get_short_help_str(limit=200).rstrip('.')}."


def test_the_reference_is_current() -> None:
    page = (ROOT / "docs" / "cli.md").read_text("utf-8")
    assert page == reference(), "run: python -m factsheet.cli.reference > docs/cli.md"
