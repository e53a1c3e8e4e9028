"""The parts of a printed sheet, as every format prints them: plain strings, nothing escaped."""

from __future__ import annotations

from dataclasses import dataclass

from factsheet.rendering.passages import Excerpt


@dataclass(frozen=True)
class Fact:
    """One fact about the article."""

    label: str
    value: str


@dataclass(frozen=True)
class SpeakerEntry:
    """A speaker: ``named`` lists the forms used with their counts, ``quoted`` the numbers of the quotations."""

    name: str
    kind: str
    roles: tuple[str, ...]
    named: str
    quoted: str
    evidence: str


@dataclass(frozen=True)
class NamedEntry:
    """A speaker of whom there is little to tell: the name, and in few words all the rest."""

    name: str
    details: str


@dataclass(frozen=True)
class QuotationEntry:
    """A quotation.

    ``speaker`` is “unattributed” where nobody is known for it, ``source`` the words that name who spoke where they
    differ from the speaker's name, ``reported`` the kind and the cue. ``paragraphs`` holds, for each paragraph, the
    verbatim stretches that stand in it. ``evidence`` is empty where it would say nothing new, and for a quotation
    that is only possible.
    """

    number: int
    speaker: str
    attributed: bool
    source: str
    reported: str
    paragraph: int
    paragraphs: tuple[tuple[str, ...], ...]
    confidence: str
    evidence: str


@dataclass(frozen=True)
class ClaimEntry:
    """A claim: who makes it, with whoever passes it on, what it is, and its dates and amounts."""

    number: int
    paragraph: int
    restated: str
    claimant: str
    kind: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class FlagEntry:
    """A flag with every place it is about. ``suggestion`` is empty where the group makes it for all of its flags."""

    message: str
    places: tuple[Excerpt, ...]
    suggestion: str
    decision: str


@dataclass(frozen=True)
class FlagGroup:
    """Flags of one kind and severity, with the suggestion where it is the same for all of them."""

    kind: str
    severity: str
    flags: tuple[FlagEntry, ...]
    suggestion: str


@dataclass(frozen=True)
class View:
    """The whole sheet. ``title`` is None where the article has none; ``heading`` then says what it is instead."""

    title: str | None
    heading: str
    facts: tuple[Fact, ...]
    unknown: str
    summary: str
    speakers: tuple[SpeakerEntry, ...]
    also_named: tuple[NamedEntry, ...]
    quotations: tuple[QuotationEntry, ...]
    possible: tuple[QuotationEntry, ...]
    possible_note: str
    claims: tuple[ClaimEntry, ...]
    claims_note: str
    flags: tuple[FlagGroup, ...]
    source: str
    provenance: tuple[str, ...]
    program: str
    language: str
