"""Where somebody is from, by what stands beside the name: "Texas Sen. Roe", "Roe (I-Vt.)", "Sen. Roe of Ohio"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster

_TAG = re.compile(r"\s*[,(\[]\s*[A-Z]\.?[-–—‑](\w[\w.]*)((?: [A-Z]\w*)?)")
_OF = re.compile(r"\s*(?:of|from) ([A-Z]\w+)((?: [A-Z]\w+)?)")
_LONGEST = 3


class Seats:
    """Where the speakers of an article are from. It is found once for each, when all of his names are known."""

    def __init__(self, doc: Doc) -> None:
        self._text = doc.text
        self._found: dict[int, frozenset[str]] = {}

    def of(self, cluster: Cluster) -> frozenset[str]:
        """The places that the article says the speaker is from or holds an office in, as ``place`` names them."""
        key = id(cluster)
        if key not in self._found:
            self._found[key] = _seats(self._text, cluster)
        return self._found[key]


def _seats(text: str, cluster: Cluster) -> frozenset[str]:
    found = {named for role in cluster.roles for named in places_in(role.text.split())}
    for reference in cluster.references:
        titled = reference.person is not None and reference.person.titles
        beside = _TAG.match(text, reference.span.end) or (_OF.match(text, reference.span.end) if titled else None)
        if beside and (state := lexicon.state(beside[1] + beside[2]) or lexicon.state(beside[1])):
            found.add(place(state))
    return frozenset(found)


def place(phrase: str) -> str:
    """One name for a place, whatever the words for it: the country of "French", the state or region itself. What may be
    a country and a state ("Georgia") is neither's for certain, and not that of "Georgian"."""
    return lexicon.plain(phrase) if is_of_two(phrase) else lexicon.country(phrase) or lexicon.plain(phrase)


def is_of_two(phrase: str) -> bool:
    """Whether the name is that of a country and of a state."""
    return lexicon.country(phrase) is not None and lexicon.state(phrase) is not None


def places_in(words: list[str]) -> Iterator[str]:
    """The places that the words name, in one, two or three of them: "New Jersey"."""
    plain = [word.strip(",.") for word in words]
    i = 0
    while i < len(plain):
        sizes = (n for n in range(_LONGEST, 0, -1) if lexicon.is_place(" ".join(plain[i : i + n])))
        size = next(sizes, 0)
        if size:
            yield place(" ".join(plain[i : i + size]))
        i += size or 1


def are_elsewhere(asked: frozenset[str], known: frozenset[str]) -> bool:
    """Whether the one places are others than those known. A country and a state may be of one another."""
    if asked & known:
        return False
    states, known_states = set(filter(_is_state, asked)), set(filter(_is_state, known))
    return bool(states and known_states) or bool(asked - states and known - known_states)


def _is_state(name: str) -> bool:
    return lexicon.country(name) is None or lexicon.state(name) is not None
