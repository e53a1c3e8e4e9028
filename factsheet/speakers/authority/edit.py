"""Changing the text of an authority file so that what people wrote in it stays: comments, order, layout."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import tomlkit
from tomlkit.items import AoT, Array, Item, Table

from factsheet.errors import AuthorityError
from factsheet.speakers.authority.entry import FIELDS, Entry
from factsheet.speakers.authority.fields import entries_of, entry_of

_HEAD = "# Known speakers. This file is yours: comments, order and layout are kept when factsheet changes it.\n"
_LONGEST_LINE = 100


def edited(text: str, entries: Iterable[Entry]) -> str:
    """The text with these entries in it: those whose keys it has are changed, the others are put at its end.

    A field that does not change is not touched, nor is anything that is no field. The text must be without errors.

    Raises:
        AuthorityError: its entries are not written as [[speaker]] tables.
    """
    ends = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    before = {entry.key: entry for entry in entries_of(plain)[0]}
    wanted = {entry.key: entry for entry in entries}
    changes = {key: entry for key, entry in wanted.items() if key in before and entry != before[key]}
    new = _appended(_changed(plain, changes) if changes else plain, [e for e in wanted.values() if e.key not in before])
    found, problems = entries_of(new)
    # Whatever the layout was: nothing is written that would be read as something else.
    if problems or {e.key: e for e in found} != before | wanted:
        raise AuthorityError("the entries cannot be changed as they are laid out; write each as a [[speaker]] table")
    return new.replace("\n", ends)


def _appended(text: str, entries: Iterable[Entry]) -> str:
    tables = [f"[[speaker]]\n{''.join(_lines(field, value) for field, value in e.plain.items())}" for e in entries]
    if not tables:
        return text
    text = text or _HEAD
    return "\n".join([text if text.endswith("\n") else f"{text}\n", *tables])


def _changed(text: str, entries: Mapping[str, Entry]) -> str:
    document = tomlkit.parse(text)
    tables = document["speaker"]
    if not isinstance(tables, AoT):
        raise AuthorityError("the entries stand in one list; write each as a [[speaker]] table")
    for table in tables:
        old = entry_of(table.unwrap())[0]
        if old is not None and old.key in entries:
            _change(table, old, entries[old.key])
    return tomlkit.dumps(document)


def _change(table: Table, old: Entry, new: Entry) -> None:
    before, after = old.plain, new.plain
    added = []
    for field in FIELDS:
        value = after.get(field)
        if value == before.get(field):
            continue
        if value is None:
            table.remove(field)
        elif field not in before:
            if field in table:
                table.remove(field)
            added.append(_lines(field, value))
        elif not (isinstance(value, list) and isinstance(table[field], Array) and _grown(table, field, value)):
            table[field] = _item(value)
    if added:
        # A new key would come after the comments that stand before the next heading: it goes behind the last field.
        last = [item for item in table.values() if isinstance(item, Item) and not isinstance(item, Table | AoT)][-1]
        last.trivia.trail = "\n" + "".join(added).removesuffix("\n") + (last.trivia.trail or "\n")


def _grown(table: Table, field: str, wanted: list[str]) -> bool:
    """Take items out of a list and put others at its end, and leave the rest with its comments; False: it is more
    than that."""
    array: Any = table[field]
    items = _read(field, array.unwrap())
    kept = [item for item in items if item in wanted]
    if kept != wanted[: len(kept)] or len(set(items)) < len(items) or not kept:
        return False
    for i in reversed(range(len(items))):
        if items[i] not in wanted:
            del array[i]
    for item in wanted[len(kept) :]:
        array.append(item)
    return _read(field, array.unwrap()) == wanted


def _read(field: str, items: list[Any]) -> list[str]:
    """The items as an entry has them: a role may stand there as a table."""
    entry = entry_of({"key": "k", "name": "n", field: items})[0]
    found = entry.plain.get(field, []) if entry else []
    return found if isinstance(found, list) else []


def _lines(field: str, value: str | list[str]) -> str:
    document = tomlkit.document()
    document.add(field, _item(value))
    return tomlkit.dumps(document)


def _item(value: str | list[str]) -> Item:
    if isinstance(value, str):
        if "\n" in value:
            quoted = tomlkit.string(f"{value}\n", multiline=True).as_string()
            # The text begins on a line of its own: TOML leaves out a line end behind the opening marks.
            return tomlkit.value('"""\n' + quoted.removeprefix('"""'))
        return tomlkit.string(value)
    array = tomlkit.array()
    array.extend(value)
    return array.multiline(len(array.as_string()) > _LONGEST_LINE)
