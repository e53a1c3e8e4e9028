"""The register of a run: everybody that its articles name, and what may be one speaker under two names."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.model.flag import Flag
from factsheet.model.speaker import Speaker, SpeakerKind


@dataclass(frozen=True)
class Appearance:
    """A speaker in one article: in which of its paragraphs (from 1), how many of its quotations are the speaker's,
    and the open flags about the speaker there."""

    article: str
    speaker: Speaker
    paragraphs: tuple[int, ...]
    quotations: int
    flags: tuple[Flag, ...]


@dataclass(frozen=True)
class ProposedLink:
    """Another entry of the register that may be the same speaker, by the entry's id, why, and what is said of both.
    Where ``proposed`` is false the program does not take them for one: it only asks."""

    entry: str
    proposed: bool
    reason: str
    shared: tuple[str, ...] = ()


@dataclass(frozen=True)
class RegisterEntry:
    """Speakers of one article or several that the register shows as one, and the ``ground`` on which it does: empty
    where there is only one article. ``links`` are for a human to decide.

    ``alone`` is true of a person of one article who is named there by one name alone, which shows in no other article
    who is meant; ``bearers`` are then the ids of the entries that have this name in full.
    """

    id: str
    name: str
    kind: SpeakerKind
    key: str | None
    appearances: tuple[Appearance, ...]
    ground: str
    links: tuple[ProposedLink, ...]
    alone: bool = False
    bearers: tuple[str, ...] = ()


@dataclass(frozen=True)
class RegisterArticle:
    """An article of the run, with its open flags counted."""

    id: str
    title: str | None
    published: str | None
    open_flags: int


@dataclass(frozen=True)
class Register:
    """The entries by family name, the articles by id, how many speakers no name is known of, and the inputs that
    are missing because they failed."""

    entries: tuple[RegisterEntry, ...]
    articles: tuple[RegisterArticle, ...]
    unnamed: int
    left_out: tuple[str, ...]
