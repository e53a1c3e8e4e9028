"""The sections of a printed sheet as reportlab flowables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Paragraph, Spacer, Table

from factsheet.rendering.entries import ClaimEntry, FlagEntry, FlagGroup, NamedEntry, QuotationEntry, SpeakerEntry, View
from factsheet.rendering.pdf_page import WIDTH, Heading
from factsheet.rendering.pdf_table import Command, table
from factsheet.rendering.pdf_text import (
    ACCENT,
    GREY,
    KICKER,
    LABEL,
    NAME,
    NOBODY,
    NUMBER,
    PLAIN,
    QUIET,
    QUOTED,
    QUOTED_SMALL,
    QUOTED_STRONG,
    REASON,
    ROW_NUMBER,
    SECTION,
    STRONG,
    TITLE,
    UNTITLED,
    Ink,
    paragraph,
    paragraph_of,
    style,
    with_breaks,
)
from factsheet.rendering.visible import one_line

_HANG = 20.0
_NEARLY_A_PAGE = 1500
_HEADING = style(SECTION, 15, before=11, after=3)
_NOTE = style(QUIET, 11, after=4)
_ALSO = style(PLAIN, 11.4, before=4)
_CELL = style(PLAIN, 11)
_SMALL_CELL = style(QUIET, 10.6)
_BY = style(NAME, 12.5, before=5, after=1.5, indent=_HANG)
_WORDS = style(QUOTED, 13.2, after=2, indent=_HANG)
_SMALL_WORDS = style(QUOTED_SMALL, 11.4, after=1.5, indent=_HANG)
_WHY = style(REASON, 10, after=2, indent=_HANG)
_KIND = style(QUIET, 11, before=4)
_ADVICE = style(PLAIN, 11.4, after=3)


def story(view: View) -> list[Flowable]:
    """The whole sheet, in the order it is printed."""
    parts: list[Flowable] = [*_title_block(view)]
    parts += _speakers(view.speakers, view.also_named)
    parts += _quotations(view)
    parts += _claims(view)
    parts += _flags(view.flags)
    parts += _signature()
    return parts


def _title_block(view: View) -> Iterator[Flowable]:
    kicker = "FACT SHEET" if view.title else "FACT SHEET  ·  THE ARTICLE HAS NO TITLE"
    heading = TITLE if view.title else UNTITLED
    yield paragraph(style(LABEL, 9, after=5), (kicker, KICKER))
    yield paragraph(style(heading, 20.5, after=4), (view.heading, heading))
    if view.facts:
        yield _facts(view)
    if view.unknown:
        yield paragraph(style(QUIET, 11, before=3), (f"Not stated in the source: {view.unknown}.", QUIET))
    yield paragraph(style(STRONG, 12, before=6, after=5), (view.summary, STRONG))
    yield HRFlowable(width="100%", thickness=1.1, color=ACCENT, spaceBefore=0, spaceAfter=0)


def _facts(view: View) -> Table:
    cells = [
        [paragraph(_SMALL_CELL, (fact.label, QUIET)), paragraph(_CELL, (fact.value, PLAIN))] for fact in view.facts
    ]
    if len(cells) % 2:
        cells.append([paragraph(_CELL), paragraph(_CELL)])
    half = (len(cells) + 1) // 2
    rows = [left + right for left, right in zip(cells[:half], cells[half:], strict=True)]
    return table(rows, [58, WIDTH / 2 - 58] * 2, ("TOPPADDING", (0, 0), (-1, -1), 1), head=False)


def _speakers(speakers: Sequence[SpeakerEntry], also_named: Sequence[NamedEntry]) -> Iterator[Flowable]:
    yield from _heading("Speakers")
    if speakers:
        yield _speaker_table(speakers)
    if also_named:
        yield _also_named(also_named)
    if not speakers and not also_named:
        yield _none("No speaker was found.")


def _speaker_table(speakers: Sequence[SpeakerEntry]) -> Table:
    rows: list[list[Any]] = [_labels("SPEAKER AND ROLE", "NAMED AS, AND WHY IT IS ONE SPEAKER", "QUOTED IN")]
    for speaker in speakers:
        role = "; ".join(speaker.roles)
        why = f"  {speaker.evidence}" if speaker.evidence else ""
        named = paragraph(_CELL, (speaker.named or "–", PLAIN), (why, REASON))
        who = [paragraph(_CELL, (speaker.name, STRONG), (f"  {speaker.kind}" * (speaker.kind != "person"), QUIET))]
        if role:
            who.append(paragraph(_CELL, (role, PLAIN)))
        rows.append([who, named, paragraph(_CELL, (speaker.quoted or "–", PLAIN))])
    return table(rows, [WIDTH * share for share in (0.34, 0.54, 0.12)])


def _also_named(speakers: Sequence[NamedEntry]) -> Paragraph:
    parts = [("Also named: ", STRONG)]
    for position, speaker in enumerate(speakers):
        details = f" ({speaker.details})" if speaker.details else ""
        parts += [("  ·  " * bool(position), QUIET), (speaker.name, PLAIN), (details, QUIET)]
    return paragraph(_ALSO, *parts)


def _quotations(view: View) -> Iterator[Flowable]:
    yield from _heading("Quotations")
    if not view.quotations:
        yield _none("No quotation was found." if not view.possible else "None that the program is sure of.")
    for entry in view.quotations:
        yield from _quotation(entry)
    if view.possible:
        yield from _heading("Possible quotations", view.possible_note)
        for entry in view.possible:
            yield from _possible(entry)


def _quotation(entry: QuotationEntry) -> Iterator[Flowable]:
    source = f" named “{entry.source}”" if entry.source else ""
    sureness = f"confidence {entry.confidence}".replace(" ", "\N{NO-BREAK SPACE}")
    where = f" · {entry.reported} · paragraph\N{NO-BREAK SPACE}{entry.paragraph} · {sureness}"
    by = paragraph_of(
        _Numbered, _BY, (entry.speaker, NAME if entry.attributed else NOBODY), (source, QUIET), (where, QUIET)
    )
    by.number = paragraph(style(NUMBER, 12.5), (str(entry.number), NUMBER))
    words = [paragraph(_WORDS, *_with_gaps(stretches, QUOTED)) for stretches in entry.paragraphs]
    why = [paragraph(_WHY, (entry.evidence, REASON))] if entry.evidence else []
    yield from _together(entry, [by, *words, *why])


def _possible(entry: QuotationEntry) -> Iterator[Flowable]:
    """The words, then in grey who may have said them, and how sure that is."""
    said = (f" named “{entry.source}”" if entry.source else "") + f" · {entry.reported}"
    where = f" · ¶\N{NO-BREAK SPACE}{entry.paragraph} · {entry.confidence}".replace(" (", "\N{NO-BREAK SPACE}(")
    words = [list(_with_gaps(stretches, QUOTED_SMALL)) for stretches in entry.paragraphs]
    words[-1] += [("  — ", QUIET), (entry.speaker, QUIET), (said + where, QUIET)]
    parts = [paragraph_of(_Numbered, _SMALL_WORDS, *stretches) for stretches in words]
    parts[0].number = paragraph(style(ROW_NUMBER, 11.4), (str(entry.number), ROW_NUMBER))
    yield from _together(entry, parts)


def _together(entry: QuotationEntry, parts: Sequence[Flowable]) -> Iterator[Flowable]:
    if sum(len(stretch) for stretches in entry.paragraphs for stretch in stretches) < _NEARLY_A_PAGE:
        yield KeepTogether(list(parts))
    else:
        yield CondPageBreak(80)
        yield from parts


def _with_gaps(stretches: Sequence[str], ink: Ink) -> Iterator[tuple[str, Ink]]:
    for position, stretch in enumerate(stretches):
        if position:
            yield " […] ", QUIET
        yield with_breaks(one_line(stretch), ink, WIDTH - _HANG), ink


class _Numbered(Paragraph):
    """A paragraph with its number hanging in the margin of the indent."""

    number: Paragraph | None = None

    def split(self, width: float, height: float) -> list[Flowable]:
        """The parts before and after a page break; the number goes with the first."""
        parts: list[Flowable] = super().split(width, height)
        if parts and isinstance(parts[0], _Numbered):
            parts[0].number = self.number
        return parts

    def draw(self) -> None:
        """Set the number, then the text."""
        if self.number is not None:
            self.number.wrap(_HANG, self.height)
            self.number.drawOn(self.canv, 0, self.height - self.number.height)
        super().draw()


def _claims(view: View) -> Iterator[Flowable]:
    yield from _heading("Claims", view.claims_note)
    if not view.claims:
        yield _none("No checkable claim was found.")
        return
    rows: list[list[Any]] = [_labels("", "CLAIM", "CLAIMED BY", "KIND, DATES AND AMOUNTS"), *map(_claim, view.claims)]
    yield table(rows, [_HANG, *((WIDTH - _HANG) * share for share in (0.56, 0.17, 0.27))])


def _claim(claim: ClaimEntry) -> list[Paragraph | list[Paragraph]]:
    return [
        paragraph(_CELL, (str(claim.number), ROW_NUMBER)),
        paragraph(_CELL, (claim.restated, PLAIN), (f"  ¶\N{NO-BREAK SPACE}{claim.paragraph}", QUIET)),
        paragraph(_CELL, (claim.claimant, PLAIN)),
        [paragraph(_SMALL_CELL, (words, QUIET)) for words in (claim.kind, *claim.figures)],
    ]


def _flags(groups: Sequence[FlagGroup]) -> Iterator[Flowable]:
    yield from _heading("Flags to review")
    if not groups:
        yield _none("Nothing was flagged.")
    for group in groups:
        head = paragraph(_KIND, (f"{group.kind} · severity {group.severity}", QUIET))
        for flag in group.flags:
            first = [head] if flag is group.flags[0] else []
            yield KeepTogether([*first, *_flag(flag)])
        if group.suggestion:
            yield paragraph(_ADVICE, ("Suggestion for each: ", STRONG), (group.suggestion, PLAIN))


def _flag(flag: FlagEntry) -> Iterator[Flowable]:
    yield paragraph(style(NAME, 12, before=2, after=1.5), (flag.message, NAME))
    for place in flag.places:
        yield paragraph(
            _SMALL_WORDS,
            (f"¶\N{NO-BREAK SPACE}{place.paragraph}   ", QUIET),
            (place.before, QUOTED_SMALL),
            (place.text, QUOTED_STRONG),
            (place.after, QUOTED_SMALL),
        )
    for label, text in (("Suggestion: ", flag.suggestion), ("Decided: ", flag.decision)):
        if text:
            yield paragraph(_ADVICE, (label, STRONG), (text, PLAIN))


def _signature() -> Iterator[Flowable]:
    by, date = (paragraph(_SMALL_CELL, (text, QUIET)) for text in ("Checked against the article by", "Date"))
    widths = [122, WIDTH - 122 - 40 - 100, 40, 100]
    commands: list[Command] = [("LINEBELOW", (column, 0), (column, 0), 0.5, GREY) for column in (1, 3)]
    commands.append(("LEFTPADDING", (2, 0), (2, 0), 10))
    row: list[Any] = [by, "", date, ""]
    yield KeepTogether([Spacer(1, 18), table([row], widths, *commands, head=False)])


def _heading(text: str, note: str = "") -> Iterator[Flowable]:
    yield CondPageBreak(100)
    heading = paragraph_of(Heading, _HEADING, (text, SECTION))
    heading.title = text
    yield heading
    if note:
        yield paragraph(_NOTE, (note, QUIET))


def _none(text: str) -> Paragraph:
    return paragraph(_NOTE, (text, QUIET))


def _labels(*labels: str) -> list[Paragraph]:
    return [paragraph(style(LABEL, 9), (label, LABEL)) for label in labels]
