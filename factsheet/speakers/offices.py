"""Who is said to hold which office, and from where in the article on; looked up without going through everybody."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.seats import Seats

SMALL = frozenset({"of", "the", "for", "and", "in", "at", "a", "an", "from"})


@dataclass(frozen=True)
class Role:
    """The words of a role: the noun that says what somebody is, what it is of or for, and what stands before it."""

    head: str
    words: frozenset[str]

    @cached_property
    def changed(self) -> frozenset[str]:
        """The words that make another office of it ("deputy", "former")."""
        return frozenset(word for word in self.words if lexicon.changes_role(word))


class Since:
    """Speakers, each with the offset from which the article says something of him."""

    def __init__(self, firsts: Iterable[tuple[int, Cluster]]) -> None:
        ordered = sorted(firsts, key=lambda first: first[0])
        self._starts = [start for start, _ in ordered]
        self._clusters = [cluster for _, cluster in ordered]
        self._first = {id(cluster): start for start, cluster in ordered}

    def count(self, before: int) -> int:
        """Of how many it is said before the offset."""
        return bisect_left(self._starts, before)

    def until(self, before: int) -> Iterator[Cluster]:
        """Those of whom it is said before the offset."""
        return (self._clusters[n] for n in range(self.count(before)))

    def has(self, cluster: Cluster, before: int) -> bool:
        """Whether it is said of the speaker before the offset."""
        return self._first.get(id(cluster), before) < before


class Offices:
    """The persons of an article by the offices that are said of them. Answers are kept: titles come again and again."""

    def __init__(self, clusters: Iterable[Cluster], seats: Seats) -> None:
        self.seats = seats
        self._clusters = list(clusters)
        # For each office, by the number of the cluster, where it is said and in what role.
        self._held: dict[str, dict[int, list[tuple[int, Role]]]] = {}
        for number, cluster in enumerate(self._clusters):
            for span in cluster.all_roles if cluster.kind == "person" else ():
                role = said(span.text)
                for office in lexicon.stands_for(role.head) if role is not None else ():
                    if role is not None:
                        self._held.setdefault(office, {}).setdefault(number, []).append((span.start, role))
        self._kept: dict[tuple[object, ...], Since] = {}

    def exact(self, wanted: Role) -> Since:
        """Those who hold just this office: every word of it is in a role of theirs, which none changes otherwise."""

        def is_exact(role: Role) -> bool:
            return wanted.words - {wanted.head} <= role.words and role.changed == wanted.changed

        return self._since(("exact", wanted), wanted.head, is_exact)

    def holders(self, head: str) -> Since:
        """Those who hold an office of this noun, whatever else is said of it."""
        return self._since(("holders", head), head, lambda role: True)

    def with_word(self, head: str, word: str) -> Since:
        """Those of them who have the word in the role, too."""
        return self._since(("word", head, word), head, lambda role: word in role.words)

    def from_there(self, head: str, there: frozenset[str]) -> Since:
        """Those of them who are from all these places."""
        return self._since(("there", head, there), head, lambda role: True, lambda c: there <= self.seats.of(c))

    def from_nowhere(self, head: str) -> Since:
        """Those of them of whom it is not said where they are from."""
        return self._since(("nowhere", head), head, lambda role: True, lambda c: not self.seats.of(c))

    def roles(self, cluster: Cluster, head: str, before: int) -> list[Role]:
        """The roles of the speaker, with an office of this noun, that the article gives before the offset."""
        held = self._held.get(head, {}).get(self._numbers[id(cluster)], ())
        return [role for start, role in held if start < before]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(cluster): number for number, cluster in enumerate(self._clusters)}

    def _since(
        self,
        key: tuple[object, ...],
        head: str,
        fits: Callable[[Role], bool],
        is_asked: Callable[[Cluster], bool] = lambda cluster: True,
    ) -> Since:
        if key not in self._kept:
            firsts = []
            for number, held in self._held.get(head, {}).items():
                starts = [start for start, role in held if fits(role)]
                if starts and is_asked(self._clusters[number]):
                    firsts.append((min(starts), self._clusters[number]))
            self._kept[key] = Since(firsts)
        return self._kept[key]


@lru_cache(maxsize=1000)
def said(text: str) -> Role | None:
    """The role that these words give; each is asked for again and again."""
    return role_of(text.split())


def role_of(words: list[str]) -> Role | None:
    """The role that the words give, None where they are small words alone."""
    parts = (part for word in words for part in word.replace("‑", "-").split("-"))
    plain = [folded(part.strip(".,")) for part in parts if part.strip(".,")]
    while len(plain) > 1 and lexicon.is_courtesy(plain[-1]):
        # "diplomat Sir"
        plain.pop()
    content = [word for word in plain if word not in SMALL]
    if not content:
        return None
    small = next((i for i, word in enumerate(plain) if word in {"of", "for", "in", "at", "from"}), len(plain))
    return Role(plain[small - 1] if small else content[0], frozenset(content))
