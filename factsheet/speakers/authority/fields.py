"""From the text of an authority file to its entries, with everything that is wrong with them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from factsheet.model import SpeakerKind
from factsheet.speakers.authority.entry import FIELDS, Entry
from factsheet.speakers.authority.roles import Role, RoleError, read_role, role_of_table
from factsheet.speakers.authority.tables import tables_of

Weight = Literal["error", "conflict", "doubt"]

_WIKIDATA = re.compile(r"Q[1-9][0-9]*\Z")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True)
class Problem:
    """What is wrong in the file. ``where`` is the entry ("speaker 3 (okoro-hannah)"), empty for the file itself;
    ``keys`` are those of the entries it is about.

    An error keeps the file from being read. A conflict keeps a form or an identifier from naming one entry. A doubt
    is for a human to look at.
    """

    where: str
    what: str
    weight: Weight = "error"
    keys: tuple[str, ...] = ()

    def message(self, file: object) -> str:
        """The problem in one line."""
        return f"{file}, {self.where}: {self.what}" if self.where else f"{file}: {self.what}"


def entries_of(text: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries of an authority file's text, and every error in it; entries with errors come as far as they go."""
    tables, wrong = tables_of(text)
    entries, problems = [], [Problem("", complaint) for complaint in wrong]
    for number, table in enumerate(tables, 1):
        entry, complaints = entry_of(table.plain)
        unread = set(map(_missing, table.unread))
        problems += [Problem(place(number, table.plain), c) for c in complaints if c not in unread]
        if entry is not None:
            entries.append(entry)
    # Where a key cannot be read, nobody knows which there are.
    whole = not any("key" in table.unread for table in tables)
    return tuple(entries), (*problems, *_key_problems([table.plain for table in tables], entries, whole))


def entry_of(plain: object) -> tuple[Entry | None, tuple[str, ...]]:
    """The entry that a table of fields makes, as far as it goes, and what is wrong with it.

    There is none where the key or the name is missing.
    """
    if not isinstance(plain, dict):
        return None, ("expected a [[speaker]] table",)
    fields = _Fields(plain)
    entry = fields.entry()
    return entry, tuple(fields.complaints)


def place(number: int, plain: object) -> str:
    """How the table at this place (from 1) is called in messages: by its number, and its key or else its name."""
    name = (plain.get("key") or plain.get("name")) if isinstance(plain, dict) else None
    return f"speaker {number} ({name})" if isinstance(name, str) else f"speaker {number}"


class _Fields:
    """One table's values, each checked when it is taken."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self.plain = plain
        self.complaints = [
            f"{field!r} is no field of a speaker; remove it or correct its spelling"
            for field in plain
            if field not in FIELDS
        ]

    def entry(self) -> Entry | None:
        key, name = self.text("key"), self.text("name")
        self.complaints += [
            _missing(field)
            for field, value in (("key", key), ("name", name))
            if not value and isinstance(self.plain.get(field, ""), str)
        ]
        entry = Entry(
            key,
            name,
            self.kind(),
            self.texts("variants"),
            self.texts("distinct_from"),
            self.text("family"),
            tuple(self.roles()),
            self.wikidata(),
            self.text("notes"),
        )
        if key and key in entry.distinct_from:
            self.complaints.append("distinct_from names the entry itself; remove that key")
        return entry if key and name else None

    def text(self, field: str) -> str:
        value = self.plain.get(field, "")
        if not isinstance(value, str):
            self.complaints.append(f"{field} must be a text in quotation marks")
            return ""
        self.complain_of_characters(field, value.replace("\n", " ").replace("\t", " ") if field == "notes" else value)
        return value.strip()

    def texts(self, field: str) -> tuple[str, ...]:
        value = self.plain.get(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            self.complaints.append(f'{field} must be a list of texts, such as ["one", "two"]')
            return ()
        for item in value:
            self.complain_of_characters(field, item)
        return tuple(item.strip() for item in value)

    def kind(self) -> SpeakerKind:
        known: tuple[SpeakerKind, ...] = get_args(SpeakerKind)
        value = self.text("kind") or "person"
        for kind in known:
            if kind == value:
                return kind
        self.complaints.append(f"kind is {value!r}; it must be one of {', '.join(known)}")
        return "person"

    def roles(self) -> Iterator[Role]:
        value = self.plain.get("roles", [])
        if not isinstance(value, list) or not all(isinstance(item, str | dict) for item in value):
            self.complaints.append('roles must be a list of texts, such as ["Mayor (2019 to 2022-10)"]')
            return
        for item in value:
            self.complain_of_characters("roles", item if isinstance(item, str) else str(item.get("title", "")))
            try:
                yield read_role(item) if isinstance(item, str) else role_of_table(item)
            except RoleError as error:
                self.complaints.append(f"roles: {error}")

    def wikidata(self) -> str:
        value = self.text("wikidata")
        if value and not _WIKIDATA.match(value):
            self.complaints.append(f"wikidata is {value!r}; it must be an identifier such as Q42, and nothing else")
        return value

    def complain_of_characters(self, field: str, value: str) -> None:
        found = _CONTROL.search(value)
        if found:
            shown = found.group().encode("unicode_escape").decode("ascii")
            self.complaints.append(f"{field} holds a line break or control character ({shown}); take it out")


def _missing(field: str) -> str:
    return f"{field} is missing; add it"


def _key_problems(tables: Sequence[object], entries: Sequence[Entry], whole: bool) -> Iterator[Problem]:
    count = Counter(entry.key for entry in entries)
    for key in (key for key, times in count.items() if times > 1):
        yield Problem("", f"the key {key!r} stands at more than one speaker; give each its own", keys=(key,))
    for number, plain in enumerate(tables, 1):
        others = plain.get("distinct_from") if isinstance(plain, dict) else None
        for other in others if isinstance(others, list) else ():
            if whole and isinstance(other, str) and other.strip() and other.strip() not in count:
                what = f"distinct_from names {other!r}, which is no speaker's key; correct or remove it"
                yield Problem(place(number, plain), what)
