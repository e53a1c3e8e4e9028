"""What differs between two names gives a flag about them its kind."""

from __future__ import annotations

from factsheet.model.flag import FlagKind
from factsheet.speakers.names.differences import Difference

_KINDS: dict[Difference, FlagKind] = {
    "spelling": "spelling variant",
    "transliteration": "transliteration variant",
    "order": "name order",
    "short form": "nickname or acronym",
    "initials": "initials conflict",
    "suffix": "suffix conflict",
    "given name": "given-name conflict",
}


def kind_of(kind: Difference | None, otherwise: FlagKind) -> FlagKind:
    """The kind of flag that a difference between two names makes; ``otherwise`` where it makes none of its own."""
    return _KINDS.get(kind, otherwise) if kind else otherwise
