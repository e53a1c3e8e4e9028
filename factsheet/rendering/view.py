"""What a printed sheet says, in the order it says it, for every format: plain strings, nothing escaped."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from factsheet.model import Article, Claim, Flag, Provenance, Quotation, Sheet, Speaker
from factsheet.rendering import wording
from factsheet.rendering.passages import Excerpt, Passages, shortened

MOST_CLAIMS = 30
_LONGEST_NAME = 120
_LONGEST_NOTE = 900
_UNATTRIBUTED = "unattributed"


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
class QuotationEntry:
    """A quotation.

    ``speaker`` is “unattributed” where nobody is known for it, ``source`` the words that name who spoke where they
    differ from the speaker's name, ``reported`` the kind and the cue. ``paragraphs`` holds, for each paragraph, the
    verbatim stretches that stand in it.
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
    """A flag with every place it is about."""

    kind: str
    severity: str
    message: str
    places: tuple[Excerpt, ...]
    suggestion: str
    decision: str


@dataclass(frozen=True)
class View:
    """The whole sheet. ``title`` is None where the article has none; ``heading`` then says what it is instead."""

    title: str | None
    heading: str
    facts: tuple[Fact, ...]
    unknown: str
    summary: str
    speakers: tuple[SpeakerEntry, ...]
    sure: str
    quotations: tuple[QuotationEntry, ...]
    possible: tuple[QuotationEntry, ...]
    claims: tuple[ClaimEntry, ...]
    claims_note: str
    flags: tuple[FlagEntry, ...]
    source: str
    provenance: tuple[str, ...]
    program: str
    language: str


def view_of(sheet: Sheet, sure: float) -> View:
    """What the printed sheet says. Quotations with a confidence of ``sure`` or more are the sure ones.

    Quotations are numbered in text order through both lists, so that a number means one quotation in all of them.
    """
    article = sheet.article
    passages = Passages(article)
    numbers = {quotation.id: number for number, quotation in enumerate(sheet.quotations, 1)}
    entries = [(q.confidence >= sure, _quotation(sheet, q, numbers[q.id], passages)) for q in sheet.quotations]
    facts = _facts(article)
    printed = _highest_ranked(sheet.claims)
    return View(
        title=article.title,
        heading=shortened(article.title or _instead_of_title(article)),
        facts=tuple(Fact(label, shortened(value)) for label, value in facts.items() if value and label != "Title"),
        unknown=wording.listed([label.lower() for label, value in facts.items() if not value]),
        summary=_summary(sheet),
        speakers=tuple(_speaker(sheet, speaker, numbers) for speaker in sheet.speakers),
        sure=f"{sure:.2f}",
        quotations=tuple(entry for is_sure, entry in entries if is_sure),
        possible=tuple(entry for is_sure, entry in entries if not is_sure),
        claims=tuple(
            _claim(claim, number, passages) for number, claim in enumerate(sheet.claims, 1) if claim.id in printed
        ),
        claims_note=_claims_note(sheet.claims),
        flags=tuple(_flag(flag, passages) for flag in sheet.flags),
        source=shortened(article.path),
        provenance=_provenance(sheet.provenance),
        program=_program(sheet.provenance),
        language=article.language,
    )


def _facts(article: Article) -> dict[str, str | None]:
    return {
        "Title": article.title,
        "Outlet": article.outlet,
        "Published": article.published and wording.day(article.published),
        "Dateline": article.dateline,
        "Author": article.author,
        "Web address": article.url,
        "File": PurePath(article.path).name or article.id,
    }


def _instead_of_title(article: Article) -> str:
    known = [article.outlet, article.dateline, article.published and wording.day(article.published)]
    return ", ".join([fact for fact in known if fact] or [article.id])


def _summary(sheet: Sheet) -> str:
    kinds = [quotation.kind for quotation in sheet.quotations]
    each = [f"{kinds.count(kind)} {kind}" for kind in ("direct", "mixed", "indirect") if kind in kinds]
    quotations = wording.counted(len(kinds), "quotation") + (f" ({', '.join(each)})" if each else "")
    still_open = sum(flag.decision is None for flag in sheet.flags)
    return " · ".join(
        [
            quotations,
            wording.counted(len(sheet.speakers), "speaker"),
            wording.counted(len(sheet.claims), "claim"),
            wording.counted(still_open, "flag") + " to review",
        ]
    )


def _speaker(sheet: Sheet, speaker: Speaker, numbers: dict[str, int]) -> SpeakerEntry:
    forms = [
        shortened(v.form, _LONGEST_NAME) + (f" ({v.count}×)" if v.count > 1 else "")
        for v in speaker.variants
        if v.kind != "pronoun"
    ]
    quoted = [numbers[q.id] for q in sheet.quotations if q.speaker == speaker.id]
    return SpeakerEntry(
        name=shortened(speaker.name, _LONGEST_NAME),
        kind=speaker.kind,
        roles=tuple(dict.fromkeys(shortened(role.text) for role in speaker.roles)),
        named=shortened(", ".join(forms), _LONGEST_NOTE),
        quoted=wording.ranges(quoted),
        evidence=shortened(" ".join(speaker.evidence), _LONGEST_NOTE),
    )


def _quotation(sheet: Sheet, quotation: Quotation, number: int, passages: Passages) -> QuotationEntry:
    speaker = sheet.speaker(quotation.speaker)
    name = speaker.name if speaker else _UNATTRIBUTED
    source = " … ".join(span.text for span in quotation.source)
    cue = " … ".join(span.text for span in quotation.cue)
    return QuotationEntry(
        number=number,
        speaker=shortened(name, _LONGEST_NAME),
        attributed=speaker is not None,
        source="" if _same_words(source, name) else shortened(source),
        reported=f"{quotation.kind}, “{shortened(cue)}”" if cue else quotation.kind,
        paragraph=quotation.paragraph,
        paragraphs=passages.by_paragraph(quotation.content),
        confidence=wording.confidence(quotation.confidence),
        evidence=shortened(" ".join(quotation.evidence), _LONGEST_NOTE),
    )


def _same_words(source: str, name: str) -> bool:
    return source.lower().removeprefix("the ") == name.lower().removeprefix("the ")


def _highest_ranked(claims: tuple[Claim, ...]) -> set[str]:
    return {claim.id for claim in sorted(claims, key=lambda claim: -claim.score)[:MOST_CLAIMS]}


def _claims_note(claims: tuple[Claim, ...]) -> str:
    if len(claims) <= MOST_CLAIMS:
        return ""
    return f"The {MOST_CLAIMS} highest-ranked of {len(claims)} claims; all of them are in the JSON sheet."


def _claim(claim: Claim, number: int, passages: Passages) -> ClaimEntry:
    return ClaimEntry(
        number=number,
        paragraph=passages.number(claim.start),
        restated=shortened(claim.restated, _LONGEST_NOTE),
        claimant=", citing ".join(shortened(who.text, _LONGEST_NAME) for who in (*claim.via, claim.claimant)),
        kind=wording.kind_of(claim),
        figures=tuple(map(shortened, (*map(wording.date, claim.dates), *map(wording.quantity, claim.quantities)))),
    )


def _flag(flag: Flag, passages: Passages) -> FlagEntry:
    decision = flag.decision
    return FlagEntry(
        kind=flag.kind,
        severity=flag.severity,
        message=shortened(flag.message, _LONGEST_NOTE),
        places=tuple(passages.excerpt(span) for span in flag.evidence),
        suggestion=shortened(flag.suggestion or "", _LONGEST_NOTE),
        decision=f"{decision.verdict} ({decision.by}, {decision.at})" if decision else "",
    )


def _provenance(provenance: Provenance) -> tuple[str, ...]:
    made_by = [
        _program(provenance),
        f"{provenance.model} {provenance.model_version}",
        f"spaCy {provenance.spacy_version}",
        f"settings {provenance.settings}",
        *([f"as of {provenance.created}"] if provenance.created else []),
    ]
    return " · ".join(made_by), f"Source sha256 {provenance.source_sha256}"


def _program(provenance: Provenance) -> str:
    return f"{provenance.program} {provenance.program_version}"
