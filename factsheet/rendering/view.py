"""What a printed sheet says, in the order it says it, for every format: plain strings, nothing escaped."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from factsheet.model import Article, Claim, Flag, Provenance, Quotation, Sheet, Speaker
from factsheet.rendering import wording
from factsheet.rendering.entries import (
    ClaimEntry,
    Fact,
    FlagEntry,
    FlagGroup,
    NamedEntry,
    QuotationEntry,
    SpeakerEntry,
    View,
)
from factsheet.rendering.passages import Passages, shortened
from factsheet.rendering.selection import grouped, highest, telling, told_about

MOST_CLAIMS = 20
MOST_POSSIBLE = 15
_LONGEST_NAME = 120
_LONGEST_NOTE = 900
_UNATTRIBUTED = "unattributed"


def view_of(sheet: Sheet, sure: float) -> View:
    """What the printed sheet says. Quotations with a confidence of ``sure`` or more are the sure ones.

    Quotations are numbered in text order through both lists, so that a number means one quotation in all of them.
    """
    article = sheet.article
    passages = Passages(article)
    numbers = {quotation.id: number for number, quotation in enumerate(sheet.quotations, 1)}
    claim_numbers = {claim.id: number for number, claim in enumerate(sheet.claims, 1)}
    possible = [quotation for quotation in sheet.quotations if not quotation.is_sure(sure)]
    in_full = told_about(sheet, sure)
    facts = _facts(article)
    return View(
        title=article.title,
        heading=shortened(article.title or _instead_of_title(article)),
        facts=tuple(Fact(label, shortened(value)) for label, value in facts.items() if value and label != "Title"),
        unknown=wording.listed([label.lower() for label, value in facts.items() if not value]),
        summary=_summary(sheet),
        speakers=tuple(_speaker(sheet, s, numbers) for s in sheet.speakers if s.id in in_full),
        also_named=tuple(_named(_speaker(sheet, s, numbers)) for s in sheet.speakers if s.id not in in_full),
        quotations=tuple(
            _quotation(sheet, quotation, numbers[quotation.id], passages, telling(quotation.evidence))
            for quotation in sheet.quotations
            if quotation.is_sure(sure)
        ),
        possible=tuple(
            _quotation(sheet, quotation, numbers[quotation.id], passages, ())
            for quotation in highest(possible, MOST_POSSIBLE, _worth)
        ),
        possible_note=_possible_note(len(possible), sure),
        claims=tuple(
            _claim(claim, claim_numbers[claim.id], passages, sheet.flags)
            for claim in highest(sheet.claims, MOST_CLAIMS, lambda claim: claim.score)
        ),
        claims_note=_claims_note(len(sheet.claims)),
        flags=tuple(_flags(group, passages) for group in grouped(sheet.flags)),
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


def _named(speaker: SpeakerEntry) -> NamedEntry:
    details = [
        *([speaker.kind] if speaker.kind != "person" else []),
        *speaker.roles,
        *([f"as {speaker.named}"] if speaker.named not in ("", speaker.name) else []),
        *([f"possibly quoted in {speaker.quoted}"] if speaker.quoted else []),
    ]
    return NamedEntry(speaker.name, "; ".join(details))


def _quotation(
    sheet: Sheet, quotation: Quotation, number: int, passages: Passages, evidence: Sequence[str]
) -> QuotationEntry:
    speaker = sheet.speaker(quotation.speaker)
    name = speaker.name if speaker else _UNATTRIBUTED
    source = " … ".join(span.text for span in quotation.source)
    cue = " … ".join(span.text for span in quotation.cue)
    kind = "deed or topic" if quotation.deed else quotation.kind
    return QuotationEntry(
        number=number,
        speaker=shortened(name, _LONGEST_NAME),
        attributed=speaker is not None,
        source="" if _same_words(source, name) else shortened(source),
        reported=f"{kind}, “{shortened(cue)}”" if cue else kind,
        paragraph=quotation.paragraph,
        paragraphs=passages.by_paragraph(quotation.content),
        confidence=wording.confidence(quotation.confidence),
        evidence=shortened(" ".join(evidence), _LONGEST_NOTE),
    )


def _same_words(source: str, name: str) -> bool:
    return source.lower().removeprefix("the ") == name.lower().removeprefix("the ")


def _worth(quotation: Quotation) -> float:
    """How much a possible quotation is worth being printed: quoted words before paraphrases, then the likelier ones."""
    return quotation.confidence + (quotation.kind != "indirect")


def _possible_note(found: int, sure: float) -> str:
    doubt = f"These have a confidence below {sure:.2f}, or may be a deed or a topic rather than words"
    note = f"{doubt}: check each against the article before use. "
    if found <= MOST_POSSIBLE:
        return f"{note}Why each was found is in the JSON sheet."
    return f"{note}The {MOST_POSSIBLE} likeliest of {found}; the other {found - MOST_POSSIBLE} are in the JSON sheet."


def _claims_note(found: int) -> str:
    if found <= MOST_CLAIMS:
        return ""
    return f"The {MOST_CLAIMS} highest-ranked of {found} claims; all of them are in the JSON sheet."


def _claim(claim: Claim, number: int, passages: Passages, flags: tuple[Flag, ...]) -> ClaimEntry:
    unclear = [flag.evidence[0] for flag in flags if flag.kind == "ambiguous reference" and claim.id in flag.subjects]
    dates, quantities = map(wording.date, claim.dates), map(wording.quantity, claim.quantities)
    notes = (*map(wording.unclear, unclear), *dates, *quantities)
    return ClaimEntry(
        number=number,
        paragraph=passages.number(claim.start),
        restated=shortened(claim.restated, _LONGEST_NOTE),
        claimant=", citing ".join(shortened(who.text, _LONGEST_NAME) for who in (*claim.via, claim.claimant)),
        kind=wording.kind_of(claim),
        figures=tuple(map(shortened, notes)),
    )


def _flags(group: Sequence[Flag], passages: Passages) -> FlagGroup:
    suggestions = {flag.suggestion or "" for flag in group}
    shared = suggestions.pop() if len(suggestions) == 1 and len(group) > 1 else ""
    return FlagGroup(
        kind=group[0].kind,
        severity=group[0].severity,
        flags=tuple(_flag(flag, passages, "" if shared else flag.suggestion or "") for flag in group),
        suggestion=shortened(shared, _LONGEST_NOTE),
    )


def _flag(flag: Flag, passages: Passages, suggestion: str) -> FlagEntry:
    decision = flag.decision
    return FlagEntry(
        message=shortened(flag.message, _LONGEST_NOTE),
        places=tuple(passages.excerpt(span) for span in flag.evidence),
        suggestion=shortened(suggestion, _LONGEST_NOTE),
        decision=f"{decision.verdict} ({decision.by}, {decision.at})" if decision else "",
    )


def _provenance(provenance: Provenance) -> tuple[str, ...]:
    made_by = [
        _program(provenance),
        f"{provenance.model} {provenance.model_version}",
        f"spaCy {provenance.spacy_version}",
        f"settings {provenance.settings}",
        *([f"decisions {provenance.decisions}"] if provenance.decisions else []),
        *([f"known speakers {provenance.authority}"] if provenance.authority else []),
        *([f"as of {provenance.created}"] if provenance.created else []),
    ]
    return " · ".join(made_by), f"Source sha256 {provenance.source_sha256}"


def _program(provenance: Provenance) -> str:
    return f"{provenance.program} {provenance.program_version}"
