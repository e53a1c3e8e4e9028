"""Putting entries into the authority file: one that is given on the command line, or a whole table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factsheet.errors import AuthorityError, UsageError
from factsheet.speakers.authority.authority import Authority, Entry, first_of
from factsheet.speakers.authority.check import check_entries
from factsheet.speakers.authority.edit import edited
from factsheet.speakers.authority.entry import FIELDS
from factsheet.speakers.authority.fields import Problem, entries_of, entry_of
from factsheet.speakers.authority.file import read_text, write_text
from factsheet.speakers.authority.keys import propose_key
from factsheet.speakers.authority.table import Row, read_csv


@dataclass(frozen=True)
class Change:
    """What became of one entry: ``fields`` that changed, or None where the entry is new."""

    entry: Entry
    fields: tuple[str, ...] | None


@dataclass(frozen=True)
class Import:
    """What an import did. With ``problems``, each a line, nothing was written; ``doubts`` are for a human to look at.

    ``same`` counts the rows whose entries are in the file as they are.
    """

    changes: tuple[Change, ...] = ()
    same: int = 0
    problems: tuple[str, ...] = ()
    doubts: tuple[Problem, ...] = ()


def add_entry(path: Path, fields: dict[str, str | list[str]]) -> tuple[Entry, tuple[Problem, ...]]:
    """Append an entry of these fields to the file, which is made where there is none; without a key, one is made of
    the name. The entry comes back, with what a human should look at.

    Raises:
        UsageError: a field is not as it should be, the key is taken, or another entry has one of the forms.
        AuthorityError: the file cannot be read or written, or has errors.
    """
    text, authority = _opened(path)
    fields = {field: value for field, value in fields.items() if value}
    if not str(fields.get("name", "")).strip():
        raise UsageError("the name is empty; give one")
    if "key" not in fields:
        name, kind, family = (str(fields.get(field, "")) for field in ("name", "kind", "family"))
        keys = {entry.key for entry in authority.entries}
        fields["key"] = propose_key(name, "person" if kind in {"", "person"} else "organisation", family, keys)
    entry, complaints = entry_of(fields)
    if complaints or entry is None:
        raise UsageError("; ".join(complaints))
    _refuse_taken(entry, authority)
    entries = (*authority.entries, entry)
    problems = [p for p in check_entries(entries) if entry.key in p.keys]
    conflict = next((problem for problem in problems if problem.weight == "conflict"), None)
    if conflict:
        raise UsageError(f"{conflict.what}; nothing was added")
    write_text(path, _edited(path, text, [entry]))
    return entry, tuple(problems)


def import_table(path: Path, table: Path, *, dry_run: bool = False) -> Import:
    """Add the rows of a CSV table to the file, or change the entries whose keys they have; all of them or none.

    A column that the table has not leaves its field alone; an empty cell empties the field. Without a key, a row is a
    new entry. Entries that the table has not stay. With ``dry_run`` all is the same, and nothing is written.

    Raises:
        AuthorityError: the table or the file cannot be read, or the file has errors or cannot be written.
    """
    rows = read_csv(table)
    text, authority = _opened(path)
    wanted, problems = _entries(rows, authority)
    if problems:
        return Import(problems=tuple(f"{table}, {problem}" for problem in problems))
    before = {entry.key: entry for entry in authority.entries}
    changes = tuple(
        Change(entry, _differing(before[entry.key], entry) if entry.key in before else None)
        for entry in wanted
        if entry != before.get(entry.key)
    )
    after = tuple((before | {entry.key: entry for entry in wanted}).values())
    touched = {change.entry.key for change in changes}
    old = check_entries(authority.entries)
    new = [p for p in (*_dangling(after), *check_entries(after)) if touched & set(p.keys) and p not in old]
    refused = tuple(problem.message(table) for problem in new if problem.weight != "doubt")
    if refused:
        return Import(problems=refused)
    if changes and not dry_run:
        write_text(path, _edited(path, text, [change.entry for change in changes]))
    return Import(changes, len(wanted) - len(changes), doubts=tuple(new))


def _opened(path: Path) -> tuple[str, Authority]:
    """The file's text and entries; nothing where there is no file."""
    text = read_text(path) if path.exists() else ""
    entries, problems = entries_of(text)
    if problems:
        raise AuthorityError(first_of(problems, path))
    return text, Authority(entries)


def _edited(path: Path, text: str, entries: Iterable[Entry]) -> str:
    try:
        return edited(text, entries)
    except AuthorityError as error:
        raise AuthorityError(f"{path}: {error}") from None


def _refuse_taken(entry: Entry, authority: Authority) -> None:
    keys = {known.key: known for known in authority.entries}
    if entry.key in keys:
        raise UsageError(f"the key {entry.key!r} is that of “{keys[entry.key].name}”; give another with --key")
    unknown = next((key for key in entry.distinct_from if key not in keys), None)
    if unknown is not None:
        raise UsageError(f"--distinct-from {unknown}: no entry has this key; `factsheet speakers list` shows all keys")
    for form in entry.forms:
        for other in authority.bearers(form):
            if other.key not in entry.distinct_from:
                raise UsageError(
                    f"“{form}” is a form of {other.key} already; if this is the same speaker, write what is new into "
                    f"that entry, and if it is another one, add --distinct-from {other.key}"
                )


def _entries(rows: Sequence[Row], authority: Authority) -> tuple[list[Entry], list[str]]:
    """The entries that the rows make of those in the file, and what is wrong with the rows."""
    known = {entry.key: entry for entry in authority.entries}
    taken = {*known, *(str(row.fields.get("key", "")) for row in rows)}
    entries: dict[str, Entry] = {}
    problems = []
    for row in rows:
        key = str(row.fields.get("key", ""))
        plain: dict[str, str | list[str]] = {**(known[key].plain if key in known else {}), **row.fields}
        if not key and plain.get("name"):
            try:
                plain["key"] = key = _new_key(plain, authority, taken)
            except UsageError as error:
                problems.append(f"row {row.number}: {error}")
                continue
            taken.add(key)
        entry, complaints = entry_of(plain)
        problems += [f"row {row.number}{f' ({key})' if key else ''}: {complaint}" for complaint in complaints]
        if key in entries:
            problems.append(f"row {row.number} ({key}): the key stands in a row before; put the two rows together")
        if entry is not None:
            entries[key] = entry
    return list(entries.values()), problems


def _new_key(plain: dict[str, str | list[str]], authority: Authority, taken: set[str]) -> str:
    name, kind, family = (str(plain.get(field, "")) for field in ("name", "kind", "family"))
    bearer = next(iter(authority.bearers(name)), None)
    if bearer is not None:
        raise UsageError(f"“{name}” is a form of {bearer.key} already; write that key into the row, or a new one")
    try:
        return propose_key(name, "person" if kind in {"", "person"} else "organisation", family, taken)
    except UsageError:
        raise UsageError(f"no key can be made of “{name}”; write one into the column key") from None


def _dangling(entries: Sequence[Entry]) -> list[Problem]:
    keys = {entry.key for entry in entries}
    return [
        Problem(entry.key, f"distinct_from names {other!r}, which is no speaker's key; correct it", keys=(entry.key,))
        for entry in entries
        for other in entry.distinct_from
        if other not in keys
    ]


def _differing(old: Entry, new: Entry) -> tuple[str, ...]:
    return tuple(field for field in FIELDS if old.plain.get(field) != new.plain.get(field))
