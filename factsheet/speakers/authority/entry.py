"""One known speaker, as an entry of the authority file, and its fields."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.model import SpeakerKind
from factsheet.speakers.authority.roles import Role

# In the order in which new entries and tables have them.
FIELDS = ("key", "name", "kind", "family", "variants", "roles", "distinct_from", "wikidata", "notes")
LISTS = ("variants", "roles", "distinct_from")


@dataclass(frozen=True)
class Entry:
    """One known speaker. Entries are never joined; ``distinct_from`` are keys of entries that look like this one and
    are meant to. An empty ``family``, ``wikidata`` or ``notes`` is none."""

    key: str
    name: str
    kind: SpeakerKind = "person"
    variants: tuple[str, ...] = ()
    distinct_from: tuple[str, ...] = ()
    family: str = ""
    roles: tuple[Role, ...] = ()
    wikidata: str = ""
    notes: str = ""

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and all its variants."""
        return (self.name, *self.variants)

    @property
    def plain(self) -> dict[str, str | list[str]]:
        """The fields that say something, as texts and lists of texts, in the order of ``FIELDS``."""
        values: dict[str, str | list[str]] = {
            "key": self.key,
            "name": self.name,
            "kind": "" if self.kind == "person" else self.kind,
            "family": self.family,
            "variants": list(self.variants),
            "roles": [role.text for role in self.roles],
            "distinct_from": list(self.distinct_from),
            "wikidata": self.wikidata,
            "notes": self.notes,
        }
        return {field: value for field, value in values.items() if value}
