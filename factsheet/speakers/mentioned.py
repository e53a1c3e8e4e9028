"""Who is mentioned where, kept up as mentions are found: asked for again and again, of places near each other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from functools import partial

from factsheet.speakers.clusters import Cluster


class Mentioned:
    """The mentions of an article's speakers by their offsets."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._clusters = list(clusters)
        self._places = sorted((p.start, number) for number, c in enumerate(self._clusters) for p in c.places)
        for number, cluster in enumerate(self._clusters):
            cluster.heard = partial(self._add, number)

    def within(self, start: int, end: int) -> list[Cluster]:
        """The speakers of whom a mention begins at one of these offsets (half open), each once."""
        near = self._places[bisect_left(self._places, (start, -1)) : bisect_left(self._places, (end, -1))]
        return [self._clusters[number] for number in dict.fromkeys(number for _, number in near)]

    def _add(self, number: int, start: int) -> None:
        insort(self._places, (start, number))
