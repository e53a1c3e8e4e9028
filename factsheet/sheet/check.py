"""What every sheet must hold before anybody sees it: its words are the article's, its references lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factsheet.errors import SheetError
from factsheet.model import Claim, Quotation, Sheet, Span
from factsheet.reading.names import is_safe_id


def check(sheet: Sheet) -> None:
    """Hold a sheet against its own article.

    Raises:
        SheetError: a span is not word for word what stands at its place, a quotation or claim has no content, an
            id is given twice or leads nowhere, or the article's id is no file name.
    """
    problem = next(_problems(sheet), None)
    if problem:
        raise SheetError(problem)


def checked(sheet: Sheet) -> Sheet:
    """The sheet, held against its own article.

    Raises:
        SheetError: as in ``check``, with the article's path: an error of this program.
    """
    try:
        check(sheet)
    except SheetError as error:
        raise SheetError(f"{sheet.article.path}: no sheet made, an error of this program: {error}") from None
    return sheet


def _problems(sheet: Sheet) -> Iterator[str]:
    if not is_safe_id(sheet.article.id):
        yield f"article.id: {sheet.article.id!r} cannot be the name of a file"
    if not 0 <= sheet.article.body_start <= len(sheet.article.text):
        yield f"article.body_start: {sheet.article.body_start} is outside the text"
    for where, span in _spans(sheet):
        if not (0 <= span.start < span.end and sheet.article.text[span.start : span.end] == span.text):
            yield f"{where}: the article has other words at [{span.start}, {span.end})"
    findings: tuple[Quotation | Claim, ...] = (*sheet.quotations, *sheet.claims)
    for finding in findings:
        if not finding.content:
            yield f"{finding.id}: no content"
    yield from _lost_references(sheet)


def _spans(sheet: Sheet) -> Iterator[tuple[str, Span]]:
    """Every span of a sheet, with where in the sheet it is."""
    for origin in sheet.article.origins:
        if origin.span:
            yield f"article.{origin.field}", origin.span
    for quotation in sheet.quotations:
        yield from _named(f"{quotation.id}.content", quotation.content)
        yield from _named(f"{quotation.id}.cue", quotation.cue)
        yield from _named(f"{quotation.id}.source", quotation.source)
    for speaker in sheet.speakers:
        yield from _named(f"{speaker.id}.roles", speaker.roles)
        yield from _named(f"{speaker.id}.mentions", speaker.mentions)
    for claim in sheet.claims:
        yield from _named(f"{claim.id}.content", claim.content)
        yield from _named(f"{claim.id}.dates", claim.dates)
        yield from _named(f"{claim.id}.quantities", claim.quantities)
    for flag in sheet.flags:
        yield from _named(f"{flag.id}.evidence", flag.evidence)


def _named(where: str, spans: Iterable[Span]) -> Iterator[tuple[str, Span]]:
    return ((f"{where}[{i}]", span) for i, span in enumerate(spans))


def _lost_references(sheet: Sheet) -> Iterator[str]:
    speakers = {speaker.id for speaker in sheet.speakers}
    seen: set[str] = set()
    for found in (sheet.quotations, sheet.speakers, sheet.claims, sheet.flags):
        for name in (finding.id for finding in found):
            if name in seen:
                yield f"{name}: two findings have this id"
            seen.add(name)
    for quotation in sheet.quotations:
        if quotation.speaker is not None and quotation.speaker not in speakers:
            yield f"{quotation.id}.speaker: there is no speaker {quotation.speaker!r}"
    for claim in sheet.claims:
        for claimant in (claim.claimant, *claim.via):
            if claimant.speaker is not None and claimant.speaker not in speakers:
                yield f"{claim.id}: there is no speaker {claimant.speaker!r}"
