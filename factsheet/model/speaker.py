"""The person, organisation or group behind one or more mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factsheet.model.spans import Span

SpeakerKind = Literal["person", "organisation", "group"]
MentionKind = Literal["name", "title", "pronoun", "description"]


@dataclass(frozen=True, order=True)
class Mention(Span):
    """One place where a speaker is named, titled, described or referred to by a pronoun."""

    kind: MentionKind


@dataclass(frozen=True)
class Variant:
    """A surface form used for a speaker, and how often."""

    form: str
    count: int
    kind: MentionKind


@dataclass(frozen=True)
class Speaker:
    """Everything the article calls one speaker.

    ``name`` is the canonical name, ``roles`` the places that say what the speaker is, ``key`` the entry of the
    authority file the speaker was found to be (None: none), ``evidence`` why its variants are held to be one.
    """

    id: str
    name: str
    kind: SpeakerKind
    roles: tuple[Span, ...]
    variants: tuple[Variant, ...]
    mentions: tuple[Mention, ...]
    key: str | None = None
    evidence: tuple[str, ...] = ()
