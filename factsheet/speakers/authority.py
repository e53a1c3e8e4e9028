"""Reading the authority file, ``speakers.toml``: the user's own list of known speakers."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from factsheet.errors import AuthorityError
from factsheet.model import SpeakerKind
from factsheet.speakers.comparing import folded

_TEXTS = ("key", "name", "family", "kind", "wikidata", "notes")
_LISTS = ("variants", "distinct_from")


@dataclass(frozen=True)
class Entry:
    """One known speaker. ``distinct_from`` are keys of other entries, a note for readers: entries are never joined."""

    key: str
    name: str
    kind: SpeakerKind = "person"
    variants: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and all its variants."""
        return (self.name, *self.variants)


@dataclass(frozen=True)
class Authority:
    """The known speakers, in the order of the file."""

    entries: tuple[Entry, ...] = ()

    def bearers(self, form: str) -> tuple[Entry, ...]:
        """The entries that have exactly this form, letter case, accents and white space aside."""
        wanted = _form(form)
        return tuple(entry for entry in self.entries if any(_form(known) == wanted for known in entry.forms))

    def only_bearer(self, form: str) -> Entry | None:
        """The one entry that has this form; None where none or several have it."""
        bearers = self.bearers(form)
        return bearers[0] if len(bearers) == 1 else None


def read_authority(path: Path | None) -> Authority:
    """The authority file; an empty authority where no path is given.

    Raises:
        AuthorityError: the file is missing, is not TOML, or an entry is not as it should be (the message names
            the entry).
    """
    if path is None:
        return Authority()
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise AuthorityError(f"{path}: the authority file cannot be read ({error.strerror}); check the path") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AuthorityError(f"{path}: this is not TOML ({error}); correct it") from None
    tables = data.get("speaker", [])
    unknown = sorted(set(data) - {"speaker"})
    if unknown or not isinstance(tables, list):
        raise AuthorityError(f"{path}: expected [[speaker]] tables only" + (f", not {unknown[0]!r}" if unknown else ""))
    entries = tuple(_entry(path, number, plain) for number, plain in enumerate(tables, 1))
    _check_keys(path, entries)
    return Authority(entries)


def _entry(path: Path, number: int, plain: Any) -> Entry:
    where = f"{path}, speaker {number}"
    if not isinstance(plain, dict):
        raise AuthorityError(f"{where}: expected a [[speaker]] table")
    name = plain.get("key") or plain.get("name")
    where += f" ({name})" if isinstance(name, str) else ""
    for field, value in plain.items():
        _check_field(where, field, value)
    for field in ("key", "name"):
        if not plain.get(field, "").strip():
            raise AuthorityError(f"{where}: {field} is missing")
    kind = plain.get("kind", "person")
    if kind not in get_args(SpeakerKind):
        raise AuthorityError(f"{where}: kind is {kind!r}; it must be one of {', '.join(get_args(SpeakerKind))}")
    return Entry(
        plain["key"], plain["name"], kind, tuple(plain.get("variants", ())), tuple(plain.get("distinct_from", ()))
    )


def _check_field(where: str, field: str, value: object) -> None:
    if field in _TEXTS:
        if not isinstance(value, str):
            raise AuthorityError(f"{where}: {field} must be a text in quotation marks")
    elif field in _LISTS:
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise AuthorityError(f"{where}: {field} must be a list of texts")
    elif field != "roles":
        raise AuthorityError(f"{where}: {field!r} is no field of a speaker; remove it or correct its spelling")


def _check_keys(path: Path, entries: tuple[Entry, ...]) -> None:
    keys = [entry.key for entry in entries]
    for entry in entries:
        if keys.count(entry.key) > 1:
            raise AuthorityError(f"{path}: the key {entry.key!r} stands at more than one speaker")
        for other in entry.distinct_from:
            if other not in keys:
                raise AuthorityError(f"{path}, {entry.key}: distinct_from names {other!r}, which is no speaker's key")


def _form(form: str) -> str:
    return folded(" ".join(form.split()))
