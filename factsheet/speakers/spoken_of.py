"""The places of the persons that an article has spoken of, to be looked up where they are near a word."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence

from factsheet.speakers.clusters import Cluster
from factsheet.speakers.places import Place


class SpokenOf:
    """Places in text order. An article may have thousands, and each pronoun asks for those around it."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places: list[Place] = []
        self._quoted: list[Place] = []
        self._firsts: dict[int, int] = {}
        self._voices: dict[int, Place] = {}
        self.named: set[int] = set()
        for place in sorted(places, key=_token):
            self.add(place)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places)

    def add(self, place: Place) -> None:
        """Remember a place, behind those at the same word. ``named`` are the words of those who have a name."""
        key = id(place.cluster)
        insort(self._places, place, key=_token)
        self._firsts[key] = min(place.token, self._firsts.get(key, place.token))
        if place.cluster.references:
            self.named.add(place.token)
        if place.quoted:
            insort(self._quoted, place, key=_token)
            if key not in self._voices or place.token < self._voices[key].token:
                self._voices[key] = place

    def between(self, first: int, last: int) -> Sequence[Place]:
        """The places at the tokens from the first up to the last (half open)."""
        return _between(self._places, first, last)

    def quoted_between(self, first: int, last: int) -> Sequence[Place]:
        """Those of them whose person is quoted there."""
        return _between(self._quoted, first, last)

    def last(self, before: int) -> Place | None:
        """The last place before the token."""
        at = bisect_left(self._places, before, key=_token)
        return self._places[at - 1] if at else None

    def first(self, cluster: Cluster) -> int:
        """The first token at which the article speaks of somebody."""
        return self._firsts[id(cluster)]

    def voices_before(self, token: int) -> list[Cluster]:
        """Who was quoted before the token, in the order in which they came to speak."""
        firsts = sorted((p for p in self._voices.values() if p.token < token), key=_token)
        return [place.cluster for place in firsts]


def _between(places: list[Place], first: int, last: int) -> Sequence[Place]:
    return places[bisect_left(places, first, key=_token) : bisect_left(places, last, key=_token)]


def _token(place: Place) -> int:
    return place.token
