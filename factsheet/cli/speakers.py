"""``factsheet speakers``: look at, check and add to the authority file."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factsheet.cli.group import FAILED
from factsheet.cli.messages import escaped, say, say_all
from factsheet.cli.options import ANY_PATH, AUTHORITY, debug_option
from factsheet.cli.output_file import check_output, write_output

if TYPE_CHECKING:
    from factsheet.speakers.authority.importing import Import

Command = TypeVar("Command", bound=Callable[..., Any])

_MOST_DOUBTS = 10


def _file_option(command: Command) -> Command:
    return click.option(
        "--speakers",
        "--file",
        "file",
        metavar="FILE",
        type=ANY_PATH,
        default=AUTHORITY,
        show_default=True,
        help="Your own list of known speakers.",
    )(command)


@click.group
def speakers() -> None:
    """Keep the list of known speakers.

    The list is a text file, speakers.toml, that build and extract obey. Edit it by hand as you like: these commands
    keep its comments and layout. docs/authority-file.md shows what may stand in it.
    """


@speakers.command("add")
@click.argument("name")
@click.option("--key", metavar="KEY", help="What sheets refer to.  [default: made of the name]")
@click.option("--kind", metavar="KIND", help="person, organisation or group.  [default: person]")
@click.option("--family", metavar="NAME", help="The family name, where it is not the last word.")
@click.option("--variant", "variants", metavar="NAME", multiple=True, help="Another form of the name; repeat for more.")
@click.option(
    "--role", "roles", metavar="ROLE", multiple=True, help='A role, such as "Mayor (2019 to 2022-10)"; repeat for more.'
)
@click.option("--distinct-from", metavar="KEY", multiple=True, help="Somebody else who looks alike; repeat for more.")
@click.option("--wikidata", metavar="ID", help="The identifier in Wikidata, such as Q42.")
@click.option("--note", "notes", metavar="TEXT", help="Anything you want to remember.")
@_file_option
@debug_option
def add(file: Path, **fields: str | tuple[str, ...] | None) -> None:
    """Add a speaker to the list, which is made where there is none.

    \b
    Examples:
      factsheet speakers add "Hannah Okoro"
      factsheet speakers add "Hannah Okoro" --variant "H. Okoro" --role "Mayor of Lund (from 2022-01)"
      factsheet speakers add "Harbour Commission" --kind organisation --variant HC
    """
    from factsheet.speakers.authority.importing import add_entry

    plain = {name: list(value) if isinstance(value, tuple) else value or "" for name, value in fields.items()}
    entry, doubts = add_entry(file, plain)
    click.echo(escaped(f"{entry.key}: {entry.name} added to {file}"))
    say_all(problem.message(file) for problem in doubts)


@speakers.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print every field, as a JSON list.")
@_file_option
@debug_option
def list_speakers(file: Path, as_json: bool) -> None:
    """List the known speakers.

    \b
    Examples:
      factsheet speakers list
      factsheet speakers list --json | jq -r '.[].name'
    """
    from factsheet.speakers.authority.authority import read_authority
    from factsheet.speakers.authority.listing import as_json as to_json
    from factsheet.speakers.authority.listing import as_table

    authority = read_authority(file)
    if as_json:
        _write(to_json(authority) + "\n")
    elif authority.entries:
        encoding = sys.stdout.encoding
        click.echo(
            as_table(authority, lambda text: escaped(text).encode(encoding, "backslashreplace").decode(encoding))
        )
    else:
        click.echo(escaped(f"{file} has no speakers yet; `factsheet speakers add NAME` adds one."))


@speakers.command
@_file_option
@debug_option
@click.pass_context
def check(ctx: click.Context, file: Path) -> None:
    """Look for everything that is wrong with the list, or may be.

    Every problem is printed, one a line: errors, for which build would stop; forms that two entries have; names
    that look misspelt beside another. The exit code is 1 if there are any.

    \b
    Examples:
      factsheet speakers check
      factsheet speakers check --speakers known.toml
    """
    from factsheet.speakers.authority.check import check_text
    from factsheet.speakers.authority.fields import entries_of
    from factsheet.speakers.authority.file import read_text

    text = read_text(file)
    problems = check_text(text)
    for problem in problems:
        click.echo(escaped(problem.message(file)))
    if problems:
        say(f"{_count(len(problems), 'problem')} in {file}")
        ctx.exit(FAILED)
    click.echo(escaped(f"{file}: {_count(len(entries_of(text)[0]), 'speaker')}, no problems"))


@speakers.command("import")
@click.argument("table", metavar="CSV", type=ANY_PATH)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@_file_option
@debug_option
@click.pass_context
def import_speakers(ctx: click.Context, table: Path, dry_run: bool, file: Path) -> None:
    """Add speakers from a CSV table, or change those whose keys it has.

    The first row names the columns, any of: key, name, kind, family, variants, roles, distinct_from, wikidata, notes.
    Several variants or roles have semicolons between. A column that is not there leaves its field alone; an
    empty cell empties it. Speakers that the table has not are left alone. All rows are taken, or none.

    \b
    Examples:
      factsheet speakers import people.csv --dry-run
      factsheet speakers import people.csv
    """
    from factsheet.speakers.authority.importing import import_table

    done = import_table(file, table, dry_run=dry_run)
    if done.problems:
        say_all(done.problems)
        say(f"{_count(len(done.problems), 'problem')} in {table}; {file} is left as it was")
        ctx.exit(FAILED)
    for change in done.changes:
        what = "added" if change.fields is None else f"changed ({', '.join(change.fields)})"
        click.echo(escaped(f"{change.entry.key}: {change.entry.name} {what}"))
    click.echo(escaped(_summary(done, file, dry_run)))
    say_all(problem.message(file) for problem in done.doubts[:_MOST_DOUBTS])
    more = len(done.doubts) - _MOST_DOUBTS
    if more > 0:
        say(f"{more:,} more to look at; `factsheet speakers check` shows them all")


@speakers.command("export")
@click.option("-o", "--output", metavar="FILE", type=ANY_PATH, help="The file to write.  [default: standard output]")
@_file_option
@debug_option
def export_speakers(output: Path | None, file: Path) -> None:
    """Write the list as a CSV table, for a spreadsheet; import reads it again.

    A cell that a spreadsheet might run as a formula gets an apostrophe before it, which import takes away.

    \b
    Examples:
      factsheet speakers export -o people.csv
      factsheet speakers export | head
    """
    from factsheet.speakers.authority.authority import read_authority
    from factsheet.speakers.authority.table import to_csv

    if output is not None:
        check_output(output, "-o", [file])
    authority = read_authority(file)
    if output is None:
        _write(to_csv(authority.entries))
        return
    write_output(output, codecs.BOM_UTF8 + to_csv(authority.entries).encode("utf-8"), "-o")
    click.echo(escaped(f"{_count(len(authority.entries), 'speaker')} in {output}"))


def _summary(done: Import, file: Path, dry_run: bool) -> str:
    added = sum(change.fields is None for change in done.changes)
    counts = f"{added} added, {len(done.changes) - added} changed, {done.same} as they were"
    if dry_run:
        return f"{counts}; nothing was written (--dry-run)"
    return f"{counts}; {file} {'written' if done.changes else 'left as it was'}"


def _write(text: str) -> None:
    """Write to standard output in UTF-8, whatever the terminal's encoding: it is for other programs."""
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
