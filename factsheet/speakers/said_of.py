"""What the article says beside all names of one speaker, kept up as it is given names."""

from __future__ import annotations

from collections.abc import Callable

from factsheet.speakers.affiliations import Affiliation
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.parsing import PersonName
from factsheet.speakers.references import Reference
from factsheet.speakers.signs import Signs


class SaidOf:
    """The signs beside a speaker's names, each once, and the places that may tell the speaker from another."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._read = 0
        self._of: set[Affiliation] = set()
        #: The signs, each once.
        self.signs: dict[Signs, None] = {}
        #: The full names of somebody dead, and the first full name with each body or place behind it.
        self.telling: list[Reference] = []
        #: For each full name that says who is quoted, the first place where it does.
        self.quoted: dict[PersonName, Reference] = {}

    def read(self, signs: Callable[[Reference], Signs], speaks: Callable[[Reference], bool]) -> SaidOf:
        """Read the names that have been added to the speaker's, and return this."""
        for reference in self._cluster.references[self._read :]:
            self._add(reference, signs(reference), speaks)
        self._read = len(self._cluster.references)
        return self

    def _add(self, reference: Reference, signs: Signs, speaks: Callable[[Reference], bool]) -> None:
        self.signs[signs] = None
        name = reference.person
        if name is None or not name.full:
            return
        if signs.dead or (signs.of and signs.of not in self._of):
            self.telling.append(reference)
        if signs.of:
            self._of.add(signs.of)
        if name not in self.quoted and speaks(reference):
            self.quoted[name] = reference
