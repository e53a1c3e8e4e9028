"""A speaker in the making: the references held to be one, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from factsheet.model import Mention, Span, SpeakerKind
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names.parsing import PersonName
from factsheet.speakers.names.romanising import romanised
from factsheet.speakers.references import Reference

_LONGEST_INITIALS = 3


@dataclass
class Cluster:
    """References held to be one speaker. It grows while an article is read, and becomes a ``Speaker`` at the end.

    ``other`` holds mentions that are no names: pronouns, titles and descriptions. ``misspelt`` are references that
    the speaker is not to be called by.
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

    @property
    def start(self) -> int:
        """Offset of the first mention."""
        return min(place.start for place in self.places)

    @property
    def places(self) -> list[Span]:
        """Every mention, in no order."""
        return [*(reference.span for reference in self.references), *self.other]

    @property
    def forms(self) -> dict[str, None]:
        """The names as written, each once, in text order."""
        return dict.fromkeys(reference.form for reference in self.references)

    @property
    def names(self) -> list[PersonName]:
        """The parts of each name of a person."""
        return [reference.person for reference in self.references if reference.person]

    @property
    def full_names(self) -> list[PersonName]:
        """The names that have both a given and a family name."""
        return [name for name in self.names if name.full]

    @property
    def gender(self) -> Gender | None:
        """What titles show, or else given names; None where these say nothing or disagree."""
        if self.gender_shown:
            return self.gender_shown
        for shown in (
            {name.titled_gender for name in self.names},
            {name.gender for name in self.full_names} | {name.gender for name in self.names if not name.family},
        ):
            genders = shown - {None}
            if genders:
                return genders.pop() if len(genders) == 1 else None
        return None

    @property
    def name(self) -> str:
        """The fullest name: the preferred one of the authority file, or the one with the most names and the longest
        given name ("Robert", not "Bob"), the first of equals."""
        if self.preferred:
            return self.preferred
        if self.references:
            well_spelt = [r for r in self.references if r not in self.misspelt] or self.references
            best = max(well_spelt, key=lambda r: (_fullness(r), -r.span.start))
            return best.form
        first = min((place for place in self.other if place.kind != "pronoun"), default=min(self.other))
        return " ".join(first.text.split())

    @property
    def roles(self) -> list[Span]:
        """What the speaker is said to be, each wording once."""
        seen: dict[str, Span] = {}
        for reference in self.references:
            for role in reference.roles:
                seen.setdefault(role.text.casefold(), role)
        return list(seen.values())


def called(cluster: Cluster, bearers: Iterable[Cluster]) -> str:
    """The name, with what else tells bearers apart where the name does not: "President Roe", "John Roe, a judge"."""
    reference = cluster.references[0]
    if not cluster.full_names and reference.person is not None and reference.person.titles:
        return " ".join((*reference.person.titles, reference.form))
    if sum(other.name == cluster.name for other in bearers) == 1:
        return cluster.name
    return f"{cluster.name}, {cluster.roles[0].text}" if cluster.roles else f"another {cluster.name}"


def _fullness(reference: Reference) -> tuple[int, int, int, int, int]:
    person = reference.person
    words = reference.form.split()
    if person is None:
        return (0 if words[-1].isupper() else 1, len(words), 0, 0, 0)
    shouted = any(len(word) > _LONGEST_INITIALS and word.isupper() for word in words)
    # "Roe, Jane" is how a list has it.
    listed = "," in reference.form and not person.suffix
    size = 1 + len(person.middle) + bool(person.suffix)
    return (int(person.full), size, -int(shouted), -int(listed), len(romanised(person.given)))
