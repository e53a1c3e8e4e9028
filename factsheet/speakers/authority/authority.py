"""Reading the authority file, ``speakers.toml``: the user's own list of known speakers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from factsheet.errors import AuthorityError
from factsheet.speakers.authority.entry import Entry
from factsheet.speakers.authority.fields import Problem, entries_of
from factsheet.speakers.authority.file import read_text
from factsheet.speakers.names.comparing import folded

__all__ = ["Authority", "Entry", "comparable", "read_authority"]


@dataclass(frozen=True)
class Authority:
    """The known speakers, in the order of the file."""

    entries: tuple[Entry, ...] = ()

    def bearers(self, form: str) -> tuple[Entry, ...]:
        """The entries that have exactly this form, letter case, accents and white space aside."""
        return self._bearers.get(comparable(form), ())

    def only_bearer(self, form: str) -> Entry | None:
        """The one entry that has this form; None where none or several have it."""
        bearers = self.bearers(form)
        return bearers[0] if len(bearers) == 1 else None

    def distinct(self, left: str, right: str) -> bool:
        """Whether the entries with these two keys are said to be two; it is enough that one of them says so."""
        return right in self._apart.get(left, ())

    def distinct_from(self, key: str) -> tuple[str, ...]:
        """The keys of all entries said to be distinct from the one with this key, in alphabetical order."""
        return tuple(sorted(self._apart.get(key, ())))

    @cached_property
    def _bearers(self) -> dict[str, tuple[Entry, ...]]:
        bearers: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for form in dict.fromkeys(map(comparable, entry.forms)):
                bearers[form].append(entry)
        return {form: tuple(entries) for form, entries in bearers.items()}

    @cached_property
    def _apart(self) -> dict[str, set[str]]:
        apart: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries:
            for other in entry.distinct_from:
                apart[entry.key].add(other)
                apart[other].add(entry.key)
        return dict(apart)


def read_authority(path: Path | None) -> Authority:
    """The authority file; an empty authority where no path is given.

    Raises:
        AuthorityError: the file is missing, is not TOML, or an entry is not as it should be (the message names
            the file, the entry and the field).
    """
    if path is None:
        return Authority()
    entries, problems = entries_of(read_text(path))
    if problems:
        raise AuthorityError(first_of(problems, path))
    return Authority(entries)


def first_of(problems: Sequence[Problem], path: Path) -> str:
    """The first of a file's problems, and where to find the others, in one line."""
    more = f" (one of {len(problems)} problems: `factsheet speakers check` lists them)" if len(problems) > 1 else ""
    return f"{problems[0].message(path)}{more}"


def comparable(form: str) -> str:
    """A form as it is compared: without letter case and accents, white space made single."""
    return folded(" ".join(form.split()))
