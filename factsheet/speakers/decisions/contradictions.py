"""Decisions that cannot all be right: A is B, B is C, and A is not C."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factsheet.model import Decision

Pair = tuple[str, str]
Winner = Callable[[Pair], Decision | None]
Partners = Callable[[str], Iterable[str]]


@dataclass(frozen=True)
class Contradiction:
    """Records that cannot all be right: the one that keeps two names apart comes first, then the shortest chain of
    those that make the two one.

    ``suspended`` are all pairs of names (folded) by which the two could come together: until a record is taken
    back, nothing is joined because of them.
    """

    records: tuple[Decision, ...]
    suspended: frozenset[Pair]

    @property
    def id(self) -> str:
        """An id made of the records."""
        return "c" + hashlib.sha256(" ".join(sorted(r.id for r in self.records)).encode("ascii")).hexdigest()[:12]


def says_same(record: Decision) -> bool:
    """Whether the record makes its two names one speaker's."""
    return record.verdict in ("same", "preferred spelling")


def says_apart(record: Decision) -> bool:
    """Whether the record keeps its two names apart."""
    return record.verdict in ("different", "split")


def find_contradictions(
    winner: Winner, partners: Partners, forms: Iterable[str]
) -> tuple[tuple[Contradiction, ...], set[str]]:
    """The contradictions among the names that hang together with ``forms``, and all the names that do.

    ``winner`` gives the record that counts on a pair of names, ``partners`` the names that a name stands in
    records with. Names and pairs are folded.
    """
    graph = _Graph(winner, partners)
    seen: set[str] = set()
    found = []
    for form in sorted(forms):
        if form not in seen:
            group = graph.group(form)
            seen |= group
            found += [graph.contradiction(pair, group) for pair in graph.kept_apart(group)]
    return tuple(found), seen


class _Graph:
    """Names as points, and between them the records that make two of them one."""

    def __init__(self, winner: Winner, partners: Partners) -> None:
        self._winner, self._partners = winner, partners

    def group(self, form: str) -> set[str]:
        """The names that chains of records make one with ``form``."""
        group, waiting = {form}, [form]
        while waiting:
            new = set(self._joined(waiting.pop())) - group
            group |= new
            waiting += new
        return group

    def kept_apart(self, group: set[str]) -> list[Pair]:
        """The pairs within a group that a record keeps apart."""
        pairs = {_pair(one, other) for one in group for other in self._partners(one) if other in group - {one}}
        return [pair for pair in sorted(pairs) if (record := self._winner(pair)) and says_apart(record)]

    def contradiction(self, apart: Pair, group: set[str]) -> Contradiction:
        """The contradiction between the record on ``apart`` and the chains that join its two names."""
        chain = self._shortest(*apart)
        records = tuple(record for pair in (apart, *chain) if (record := self._winner(pair)))
        return Contradiction(records, self._between(apart, group))

    def _joined(self, form: str) -> list[str]:
        return sorted(
            other
            for other in self._partners(form)
            if other != form and (record := self._winner(_pair(form, other))) and says_same(record)
        )

    def _shortest(self, start: str, end: str) -> list[Pair]:
        came_from, waiting = {start: start}, deque([start])
        while end not in came_from:
            here = waiting.popleft()
            for other in self._joined(here):
                if other not in came_from:
                    came_from[other] = here
                    waiting.append(other)
        chain = []
        while end != start:
            chain.append(_pair(came_from[end], end))
            end = came_from[end]
        return chain[::-1]

    def _between(self, apart: Pair, group: set[str]) -> frozenset[Pair]:
        """All joins of the group but those that merely hang off a chain between the two names."""
        joins = {form: set(self._joined(form)) for form in group}
        loose = [form for form in joins if len(joins[form]) == 1 and form not in apart]
        while loose:
            form = loose.pop()
            for other in joins.pop(form):
                joins[other].discard(form)
                if len(joins[other]) == 1 and other not in apart:
                    loose.append(other)
        return frozenset(_pair(one, other) for one, others in joins.items() for other in others)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left <= right else (right, left)
