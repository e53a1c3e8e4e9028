"""A speaker in the making: the references held to be one, and why.

What the references come to (names, roles, gender) is asked for at every step and grows with each: it is kept up as they
are added and not made anew, for an article may name somebody thousands of times.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from factsheet.model import Mention, Span, SpeakerKind
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names.parsing import PersonName
from factsheet.speakers.names.romanising import romanised
from factsheet.speakers.references import Reference

_LONGEST_INITIALS = 3


@dataclass(eq=False)
class Cluster:
    """References held to be one speaker. It grows while an article is read, and becomes a ``Speaker`` at the end.

    ``other`` holds mentions that are no names: pronouns, titles and descriptions. ``misspelt`` are references that
    the speaker is not to be called by. Nothing is taken out of these lists, and ``references`` are put in order by
    :meth:`sort` alone. ``heard`` is told the offset of each mention that is added.
    """

    kind: SpeakerKind
    references: list[Reference] = field(default_factory=list)
    misspelt: list[Reference] = field(default_factory=list)
    other: list[Mention] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    key: str | None = None
    preferred: str | None = None
    speaks: bool = False
    gender_shown: Gender | None = None
    heard: Callable[[int], None] | None = field(default=None, repr=False)
    _kept: _Kept = field(default_factory=lambda: _Kept(), init=False, repr=False)

    def sort(self) -> None:
        """Put the references in text order."""
        self.references.sort(key=lambda r: r.span)
        self._kept = _Kept()

    def mention(self, place: Mention) -> None:
        """Add a mention that is no name, once."""
        if place not in self._known.mentions:
            self.other.append(place)
            if self.heard is not None:
                self.heard(place.start)

    @property
    def start(self) -> int:
        """Offset of the first mention."""
        return self._known.starts[0]

    @property
    def places(self) -> list[Span]:
        """Every mention, in no order."""
        return [*(reference.span for reference in self.references), *self.other]

    def has(self, reference: Reference) -> bool:
        """Whether the reference is one of the speaker's."""
        return reference in self._known.references

    def is_mentioned_in(self, start: int, end: int) -> bool:
        """Whether a mention begins at one of these offsets (half open)."""
        starts = self._known.starts
        at = bisect_left(starts, start)
        return at < len(starts) and starts[at] < end

    @property
    def forms(self) -> Mapping[str, None]:
        """The names as written, each once, in text order."""
        return self._known.forms

    @property
    def names(self) -> Sequence[PersonName]:
        """The parts of the names of a person, each once."""
        return self._known.names

    @property
    def full_names(self) -> Sequence[PersonName]:
        """The names that have both a given and a family name."""
        return self._known.full_names

    @property
    def gender(self) -> Gender | None:
        """What titles show, or else given names; None where these say nothing or disagree."""
        return self.gender_shown or self._known.gender

    @property
    def name(self) -> str:
        """The fullest name: the preferred one of the authority file, or the one with the most names and the longest
        given name ("Robert", not "Bob"), the first of equals."""
        if self.preferred:
            return self.preferred
        if self.references:
            return self._known.fullest(self.references, self.misspelt).form
        first = min((place for place in self.other if place.kind != "pronoun"), default=min(self.other))
        return " ".join(first.text.split())

    @property
    def roles(self) -> Sequence[Span]:
        """What the speaker is said to be, each wording once."""
        return self._known.roles

    @property
    def all_roles(self) -> Sequence[Span]:
        """Every place that says what the speaker is."""
        return self._known.all_roles

    @property
    def _known(self) -> _Kept:
        self._kept.read(self.references, self.other)
        return self._kept


class _Kept:
    """What the references and mentions read so far come to."""

    def __init__(self) -> None:
        self.references: set[Reference] = set()
        self.mentions: set[Mention] = set()
        self.starts: list[int] = []
        self.forms: dict[str, None] = {}
        self.names: list[PersonName] = []
        self.full_names: list[PersonName] = []
        self.roles: list[Span] = []
        self.all_roles: list[Span] = []
        self._read = 0, 0
        self._firsts: dict[tuple[str, PersonName | None], Reference] = {}
        self._fullest: Reference | None = None
        self._well_spelt: tuple[int, int, Reference] | None = None
        self._known_names: set[PersonName] = set()
        self._known_roles: set[str] = set()
        self._titled: set[Gender] = set()
        self._given: set[Gender] = set()
        self._families: set[str] = set()
        self._single: dict[str, Gender] = {}

    def read(self, references: Sequence[Reference], mentions: Sequence[Mention]) -> None:
        """Read what has been added to the two lists."""
        if self._read == (len(references), len(mentions)):
            return
        for reference in references[self._read[0] :]:
            self._add(reference)
        for mention in mentions[self._read[1] :]:
            self.mentions.add(mention)
            insort(self.starts, mention.start)
        self._read = len(references), len(mentions)

    @property
    def gender(self) -> Gender | None:
        """What titles show, or else given names; None where these say nothing or disagree."""
        # "Warren" of Elizabeth Warren is no given name.
        single = {gender for given, gender in self._single.items() if given not in self._families}
        shown = self._titled or self._given | single
        return next(iter(shown)) if len(shown) == 1 else None

    def fullest(self, references: Sequence[Reference], misspelt: Sequence[Reference]) -> Reference:
        """The reference with the fullest name of those that are not misspelt."""
        if self._fullest is not None and not misspelt:
            return self._fullest
        counts = len(references), len(misspelt)
        if self._well_spelt is None or self._well_spelt[:2] != counts:
            well_spelt = [r for r in references if r not in misspelt] or references
            self._well_spelt = *counts, max(well_spelt, key=_rank)
        return self._well_spelt[2]

    def _add(self, reference: Reference) -> None:
        self.references.add(reference)
        insort(self.starts, reference.span.start)
        self.forms[reference.form] = None
        self.all_roles += reference.roles
        for role in reference.roles:
            wording = role.text.casefold()
            if wording not in self._known_roles:
                self._known_roles.add(wording)
                self.roles.append(role)
        named = reference.form, reference.person
        first = self._firsts.get(named)
        if first is None or reference.span.start < first.span.start:
            self._firsts[named] = reference
            if self._fullest is None or _rank(reference) > _rank(self._fullest):
                self._fullest = reference
        if reference.person is not None and reference.person not in self._known_names:
            self._add_name(reference.person)

    def _add_name(self, name: PersonName) -> None:
        self._known_names.add(name)
        self.names.append(name)
        if name.full:
            self.full_names.append(name)
            self._families.add(name.family)
        if name.titled_gender:
            self._titled.add(name.titled_gender)
        if name.gender and name.full:
            self._given.add(name.gender)
        elif name.gender and not name.family:
            self._single[name.given] = name.gender


def called(cluster: Cluster, bearers: Iterable[Cluster]) -> str:
    """The name, with what else tells bearers apart where the name does not: "President Roe", "John Roe, a judge"."""
    reference = cluster.references[0]
    if not cluster.full_names and reference.person is not None and reference.person.titles:
        return " ".join((*reference.person.titles, reference.form))
    if sum(other.name == cluster.name for other in bearers) == 1:
        return cluster.name
    return f"{cluster.name}, {cluster.roles[0].text}" if cluster.roles else f"another {cluster.name}"


def _rank(reference: Reference) -> tuple[tuple[int, ...], int]:
    return _fullness(reference), -reference.span.start


def _fullness(reference: Reference) -> tuple[int, ...]:
    person = reference.person
    words = reference.form.split()
    if person is None:
        return (0 if words[-1].isupper() else 1, len(words), 0, 0, 0)
    shouted = any(len(word) > _LONGEST_INITIALS and word.isupper() for word in words)
    # "Roe, Jane" is how a list has it.
    listed = "," in reference.form and not person.suffix
    size = 1 + len(person.middle) + bool(person.suffix)
    return (int(person.full), size, -int(shouted), -int(listed), len(romanised(person.given)))
