"""Which speakers in the making a name could be of, or nearly, found by its words: to compare each name with all others
takes too long where an article has a thousand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded, unhyphened
from factsheet.speakers.names.parsing import PersonName
from factsheet.speakers.names.romanising import is_latin
from factsheet.speakers.references import Reference


class Holders:
    """The clusters that have been given a full name, by what a name shares with each that can be one person's."""

    def __init__(self, references: Iterable[Reference]) -> None:
        # Names of two scripts need have no letter in common.
        self._two_scripts = len({is_latin(r.form) for r in references}) > 1
        self._clusters: list[Cluster] = []
        self._numbers: dict[int, int] = {}
        self._holders: dict[str, dict[int, None]] = defaultdict(dict)

    def add(self, cluster: Cluster, reference: Reference) -> None:
        """Note that the cluster has the name."""
        if reference.person is None:
            return
        if id(cluster) not in self._numbers:
            self._numbers[id(cluster)] = len(self._clusters)
            self._clusters.append(cluster)
        for sign in _signs(reference.person):
            self._holders[sign][self._numbers[id(cluster)]] = None

    def of(self, reference: Reference) -> list[Cluster]:
        """The clusters whose name it may be, in the order in which they got their first names."""
        if self._two_scripts or reference.person is None:
            return list(self._clusters)
        found = {number for sign in _signs(reference.person) for number in self._holders.get(sign, ())}
        return [self._clusters[number] for number in sorted(found)]


class NearWords:
    """The persons of an article by the words of their names, each with one letter left out: of two words that are one
    edit apart, one way is the same."""

    def __init__(self, clusters: tuple[Cluster, ...]) -> None:
        self._persons = [cluster for cluster in clusters if cluster.kind == "person"]
        words = {word for cluster in self._persons for name in cluster.names for word in _words(name)}
        forms = {r.form for cluster in clusters for r in cluster.references}
        # Words of two scripts need have no letter in common.
        self._two_scripts = len({is_latin(word) for word in words | forms}) > 1
        self._near: dict[str, dict[int, None]] = {}
        for number, cluster in enumerate(self._persons):
            for name in dict.fromkeys(cluster.names):
                for key in {key for word in _words(name) for key in _shortened(word)}:
                    self._near.setdefault(key, {})[number] = None

    def near(self, reference: Reference) -> list[Cluster]:
        """The persons one of whose names may be one edit from a word of this name, in the order they came in."""
        if self._two_scripts:
            return self._persons
        words = _words(reference.person) if reference.person else [reference.form]
        found = {n for word in words for key in _shortened(word) for n in self._near.get(key, ())}
        return [self._persons[number] for number in sorted(found)]


def _signs(name: PersonName) -> Iterator[str]:
    """What two full names in one script have in common at least once if one person has both: the family name, or all
    words, with other hyphens or in another order."""
    yield f"family {folded(name.family)}"
    yield f"words {unhyphened(name.words)}"
    yield f"sorted {' '.join(sorted(folded(name.words).split()))}"


def _words(name: PersonName) -> list[str]:
    return [word for word in (name.given, name.family) if word]


def _shortened(word: str) -> set[str]:
    letters = folded(word)
    return {letters, *(letters[:i] + letters[i + 1 :] for i in range(len(letters)))}
