"""What the log of decisions comes to. Its state is a pure function of its records: ``state(records)``.

A record that an undo takes back does not count, nor does an undo that is itself taken back. Of the records about
two names that hold at a place, the one of the narrowest scope counts, and of these the last one.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from factsheet.model import Decision, Span
from factsheet.speakers.decisions.contradictions import Contradiction, Pair, find_contradictions, says_apart, says_same
from factsheet.speakers.names.comparing import folded

_FEWEST_WORDS = 2


@dataclass(frozen=True)
class Verdicts:
    """Every record that counts, in the order of the log, the undos that count, and the ids of the records that
    were taken back."""

    in_force: tuple[Decision, ...] = ()
    undos: tuple[Decision, ...] = ()
    undone: frozenset[str] = frozenset()

    def at(self, article: str, *mentions: Span) -> Rulings:
        """What holds in an article, given by its ``sha256``, where these mentions are concerned."""
        asked = {(mention.start, mention.end) for mention in mentions}
        return self._rulings(article, frozenset(asked & self.mentions(article)))

    def seen(self, flag: str, article: str) -> Decision | None:
        """The last record that somebody looked at this flag, given by its id, in the article with this ``sha256``;
        None where there is none."""
        return self._seen.get((flag, article)) or self._seen.get((flag, ""))

    def within(self, article: str) -> ArticleVerdicts:
        """The same for one article."""
        return ArticleVerdicts(self, article)

    @property
    def everywhere(self) -> Rulings:
        """What holds in any article that no narrower record speaks of."""
        return self._rulings("", frozenset())

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Every contradiction, wherever it holds, each once."""
        places = [("", frozenset[tuple[int, int]]())]
        for article in sorted({a.sha256 for record in self.in_force for a in record.articles}):
            places.append((article, frozenset()))
            places += [(article, frozenset({mention})) for mention in sorted(self.mentions(article))]
        found = (c for article, mentions in places for c in self._rulings(article, mentions).contradictions)
        return tuple({c.id: c for c in found}.values())

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name (folded) that a record in force speaks of."""
        return frozenset(name for record in self.in_force if is_about_names(record) for name in pair_of_record(record))

    def mentions(self, article: str) -> set[tuple[int, int]]:
        """The places of an article that records were made for."""
        return self._mentions.get(article, set())

    @cached_property
    def _layers(self) -> dict[tuple[str, tuple[int, int] | None], _Layer]:
        """The records by where they hold: everywhere, in an article, at a mention of it."""
        layers: dict[tuple[str, tuple[int, int] | None], _Layer] = defaultdict(_Layer)
        for position, record in enumerate(filter(is_about_names, self.in_force)):
            if record.scope == "everywhere":
                layers["", None].add(position, record)
            for sha256 in filter(None, (article.sha256 for article in record.articles)):
                if record.scope == "this article":
                    layers[sha256, None].add(position, record)
                elif record.scope == "this mention" and record.mention:
                    layers[sha256, (record.mention.start, record.mention.end)].add(position, record)
        return dict(layers)

    @cached_property
    def _seen(self) -> dict[tuple[str, str], Decision]:
        """The records about flags and not about names, by flag and article; the article is empty where it is any."""
        return {
            (record.flag, article): record
            for record in self.in_force
            if not is_about_names(record)
            for article in ([""] if record.scope == "everywhere" else [a.sha256 for a in record.articles])
        }

    @cached_property
    def _mentions(self) -> dict[str, set[tuple[int, int]]]:
        mentions: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for article, mention in self._layers:
            if mention:
                mentions[article].add(mention)
        return mentions

    @cached_property
    def _made(self) -> dict[tuple[str, frozenset[tuple[int, int]]], Rulings]:
        return {}

    def _rulings(self, article: str, mentions: frozenset[tuple[int, int]]) -> Rulings:
        if not mentions and (article, None) not in self._layers:
            article = ""
        if (article, mentions) not in self._made:
            keys = [*((article, mention) for mention in sorted(mentions)), (article, None)]
            narrow = tuple(layer for key in keys if key[0] and (layer := self._layers.get(key)))
            wide = self._layers.get(("", None), _Layer())
            self._made[article, mentions] = Rulings((*narrow, wide), self.everywhere if narrow else None)
        return self._made[article, mentions]


@dataclass(frozen=True)
class ArticleVerdicts:
    """What was decided about the names of one article."""

    verdicts: Verdicts
    article: str

    def __bool__(self) -> bool:
        return bool(self.verdicts.in_force)

    def at(self, *mentions: Span) -> Rulings:
        """What holds where these mentions are concerned."""
        return self.verdicts.at(self.article, *mentions)

    def concern(self, name: str) -> bool:
        """Whether any record speaks of this name."""
        return bool(self) and name_key(name) in self.verdicts.names

    def single_out(self, mention: Span) -> bool:
        """Whether a record was made for this one mention."""
        return (mention.start, mention.end) in self.verdicts.mentions(self.article)


@dataclass(frozen=True)
class Rulings:
    """What holds at one place. ``layers`` come from the narrowest scope to the widest; ``wider`` is what holds
    where nothing narrow does."""

    layers: tuple[_Layer, ...]
    wider: Rulings | None = None

    def recorded(self, left: str, right: str) -> Decision | None:
        """The record that counts on these two names, in either order; None where there is none."""
        return self._winner(pair_of(left, right))

    def on(self, left: str, right: str) -> Decision | None:
        """The same, but None as well where the record is part of an open contradiction and joins the two."""
        pair = pair_of(left, right)
        found = self._winner(pair)
        return None if found and says_same(found) and pair in self._suspended else found

    def on_words(self, left: str, right: str) -> Decision | None:
        """The record that counts on the one word in which two names of several words differ: "Okorowa" of "Hannah
        Okorowa" and "Hannah Okoowa"; None where they differ in more, or there is none."""
        one, other = name_key(left).split(), name_key(right).split()
        differing = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
        if len(one) != len(other) or len(one) < _FEWEST_WORDS or len(differing) != 1:
            return None
        return self.on(*differing[0])

    def same(self, left: str, right: str) -> bool:
        """Whether the two were decided to name one speaker: by a record on them, or by a chain of records."""
        return bool(self.chain(left, right))

    def chain(self, left: str, right: str) -> tuple[Decision, ...]:
        """The records that make one of the two names: one on the two, or the shortest chain over other names. Empty
        where nothing does, or where a record keeps the two apart."""
        start, end = name_key(left), name_key(right)
        direct = self.on(start, end)
        if direct is not None:
            return (direct,) if says_same(direct) else ()
        came_from: dict[str, tuple[str, Decision]] = {}
        waiting = deque([start])
        while waiting and end not in came_from:
            here = waiting.popleft()
            for other in sorted(self._partners(here)):
                record = self.on(here, other)
                if other not in came_from and other != start and record is not None and says_same(record):
                    came_from[other] = here, record
                    waiting.append(other)
        chain: list[Decision] = []
        here = end
        while here in came_from:
            here, record = came_from[here]
            chain.append(record)
        return tuple(reversed(chain))

    def apart(self, left: str, right: str) -> bool:
        """Whether the two were decided to name two speakers, or one was split from the other."""
        found = self.on(left, right)
        return found is not None and says_apart(found)

    def split(self, form: str, name: str) -> bool:
        """Whether ``form`` was split from the speaker called ``name``."""
        found = self.on(form, name)
        return found is not None and found.verdict == "split" and name_key(found.left) == name_key(form)

    def preferred(self, form: str) -> str | None:
        """The form to use instead of this one: what the narrowest, then last record says; None where none does."""
        key = name_key(form)
        for layer in self.layers:
            for other in layer.partners(key):
                found = self.on(key, other)
                if found is None or found.verdict != "preferred spelling":
                    continue
                # Two forms of one key differ in accents or letter case alone.
                if form != found.preferred and (other == key or name_key(found.preferred) != key):
                    return found.preferred
        return None

    @cached_property
    def contradictions(self) -> tuple[Contradiction, ...]:
        """The contradictions that hold here."""
        if self.wider is None:
            return find_contradictions(self._winner, self._partners, self.layers[-1].forms)[0]
        here = {form for layer in self.layers[:-1] for form in layer.forms}
        found, seen = find_contradictions(self._winner, self._partners, here)
        # A wider contradiction stands as it was where no narrower record touches its names.
        untouched = (c for c in self.wider.contradictions if not any(set(pair_of_record(r)) & seen for r in c.records))
        return (*untouched, *found)

    @cached_property
    def _suspended(self) -> frozenset[Pair]:
        return frozenset(pair for contradiction in self.contradictions for pair in contradiction.suspended)

    def _winner(self, pair: Pair) -> Decision | None:
        return next((found for layer in self.layers if (found := layer.winners.get(pair))), None)

    def _partners(self, form: str) -> Iterator[str]:
        yield from dict.fromkeys(other for layer in self.layers for other in layer.partners(form))


@dataclass
class _Layer:
    """The records of one scope: the last on each pair of names, and the names that each name is paired with."""

    winners: dict[Pair, Decision] = field(default_factory=dict)
    _partners: dict[str, dict[str, int]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, position: int, record: Decision) -> None:
        pair = pair_of_record(record)
        self.winners[pair] = record
        for one, other in (pair, pair[::-1]):
            self._partners[one][other] = position

    @property
    def forms(self) -> Mapping[str, object]:
        return self._partners

    def partners(self, form: str) -> list[str]:
        """The other names of the records about ``form``, the last record's first."""
        known = self._partners.get(form, {})
        return sorted(known, key=lambda other: -known[other])


def state(records: Iterable[Decision]) -> Verdicts:
    """What the records, in the order of the log, come to."""
    return _state(tuple(records))


def name_key(name: str) -> str:
    """A name for looking it up: letter case, accents and white space do not count."""
    return folded(" ".join(name.split()))


def is_about_names(record: Decision) -> bool:
    """Whether a record says something of two names; else it is about a flag alone, and joins or parts nobody."""
    return record.verdict not in ("seen", "undo")


def pair_of(left: str, right: str) -> Pair:
    """Two names for looking them up, in one order."""
    one, other = sorted((name_key(left), name_key(right)))
    return one, other


def pair_of_record(record: Decision) -> Pair:
    """The two names a record is about."""
    return pair_of(record.left, record.right)


@lru_cache(maxsize=4)
def _state(records: tuple[Decision, ...]) -> Verdicts:
    undone: set[str] = set()
    taken_back: set[str] = set()
    kept, undos = [], []
    # From the last to the first: an undo reaches records before it only, and one that is taken back reaches none.
    for record in reversed(records):
        if record.id in undone:
            taken_back.add(record.id)
        elif record.verdict == "undo":
            undone.add(record.undoes)
            undos.append(record)
        else:
            kept.append(record)
    in_force = tuple(reversed(kept))
    still = {record.id for record in in_force}
    return Verdicts(in_force, tuple(reversed(undos)), frozenset(taken_back - still))
