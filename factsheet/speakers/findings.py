"""What becomes of an article's names: clusters, and what could not be decided about them."""

from __future__ import annotations

from dataclasses import dataclass, field

from factsheet.speakers.clusters import Cluster
from factsheet.speakers.namesakes import Namesakes
from factsheet.speakers.obeying import Refused
from factsheet.speakers.references import Reference
from factsheet.speakers.spelling import Misspelling


@dataclass(frozen=True)
class Ambiguity:
    """A name that more than one speaker in the article bears. ``reading`` is who it was taken for, if anybody."""

    reference: Reference
    bearers: tuple[Cluster, ...]
    reading: Cluster | None = None


@dataclass
class Identity:
    """The clusters of an article's names, and what could not be decided."""

    clusters: list[Cluster] = field(default_factory=list)
    ambiguities: list[Ambiguity] = field(default_factory=list)
    misspellings: list[Misspelling] = field(default_factory=list)
    namesakes: list[Namesakes] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
