"""The known speakers as a table for people and as JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable
from itertools import zip_longest

from factsheet.speakers.authority.authority import Authority, Entry

_GAP = 2
_HEADINGS = ("KEY", "NAME", "KIND", "VARIANTS", "ROLES")


def as_table(authority: Authority, shown: Callable[[str], str]) -> str:
    """A table with one line for each variant and role; ``shown`` makes a text fit to be shown on a terminal."""
    rows = [[[heading] for heading in _HEADINGS], *(_cells(entry) for entry in authority.entries)]
    columns = [[[shown(line) for line in cell] for cell in column] for column in zip(*rows, strict=True)]
    widths = [max((_width(line) for cell in column for line in cell), default=0) for column in columns]
    lines = []
    for row in zip(*columns, strict=True):
        for parts in zip_longest(*row, fillvalue=""):
            cells = (part + " " * (w + _GAP - _width(part)) for part, w in zip(parts, widths, strict=True))
            lines.append("".join(cells).rstrip())
    return "\n".join(lines)


def as_json(authority: Authority) -> str:
    """A list with one object for each entry, with every field; ``distinct_from`` is given in both directions."""
    return json.dumps([_object(entry, authority) for entry in authority.entries], ensure_ascii=False, indent=2)


def _cells(entry: Entry) -> list[list[str]]:
    return [[entry.key], [entry.name], [entry.kind], list(entry.variants), [role.text for role in entry.roles]]


def _object(entry: Entry, authority: Authority) -> dict[str, object]:
    return {
        "key": entry.key,
        "name": entry.name,
        "kind": entry.kind,
        "family": entry.family or None,
        "variants": entry.variants,
        "roles": [{"title": role.title, "from": role.start, "to": role.end} for role in entry.roles],
        "distinct_from": authority.distinct_from(entry.key),
        "wikidata": entry.wikidata or None,
        "notes": entry.notes or None,
    }


def _width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    seen = (character for character in text if not unicodedata.combining(character))
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in seen)
