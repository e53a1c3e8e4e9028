"""The sections of a printed sheet as reportlab flowables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from factsheet.rendering.pdf_page import WIDTH, Heading
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
    RULE,
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
from factsheet.rendering.view import ClaimEntry, FlagEntry, QuotationEntry, SpeakerEntry, View
from factsheet.rendering.visible import one_line

# One of reportlab's table commands: its name, the first and the last cell (column, row), and what it sets.
_Command = tuple[str, tuple[int, int], tuple[int, int], Any] | tuple[str, tuple[int, int], tuple[int, int], Any, Any]

_HANG = 20.0
_NEARLY_A_PAGE = 1500
_TALLEST_ROW = 500.0
_GUTTER = 8.0
_HEADING = style(SECTION, 15, before=13, after=4)
_NOTE = style(QUIET, 11, after=4)
_CELL = style(PLAIN, 11.4)
_SMALL_CELL = style(QUIET, 10.8)
_REASON_CELL = style(REASON, 9.6)
_BY = style(NAME, 12.5, before=6, after=1.5, indent=_HANG)
_WORDS = style(QUOTED, 13.6, after=2.5, indent=_HANG)
_SMALL_WORDS = style(QUOTED_SMALL, 11.8, after=1, indent=_HANG)
_WHY = style(REASON, 10, after=2, indent=_HANG)


def story(view: View) -> list[Flowable]:
    """The whole sheet, in the order it is printed."""
    parts: list[Flowable] = [*_title_block(view)]
    parts += _speakers(view.speakers)
    parts += _quotations(view)
    parts += _claims(view)
    parts += _flags(view.flags)
    parts += _signature()
    return parts


def _title_block(view: View) -> Iterator[Flowable]:
    kicker = "FACT SHEET" if view.title else "FACT SHEET  ·  THE ARTICLE HAS NO TITLE"
    heading = TITLE if view.title else UNTITLED
    yield paragraph(style(LABEL, 9, after=5), (kicker, KICKER))
    yield paragraph(style(heading, 23, after=5), (view.heading, heading))
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
    return _table(rows, [58, WIDTH / 2 - 58] * 2, ("TOPPADDING", (0, 0), (-1, -1), 1), head=False)


def _speakers(speakers: Sequence[SpeakerEntry]) -> Iterator[Flowable]:
    yield from _heading("Speakers")
    if not speakers:
        yield _none("No speaker was found.")
        return
    rows: list[list[Any]] = [_labels("SPEAKER AND ROLE", "NAMED AS, AND WHY IT IS ONE SPEAKER", "QUOTED IN")]
    for speaker in speakers:
        role = "; ".join(speaker.roles)
        named = [paragraph(_CELL, (speaker.named or "–", PLAIN))]
        if speaker.evidence:
            named.append(paragraph(_REASON_CELL, (speaker.evidence, REASON)))
        who = [paragraph(_CELL, (speaker.name, STRONG), (f"  {speaker.kind}" * (speaker.kind != "person"), QUIET))]
        if role:
            who.append(paragraph(_CELL, (role, PLAIN)))
        rows.append([who, named, paragraph(_CELL, (speaker.quoted or "–", PLAIN))])
    yield _table(rows, [WIDTH * share for share in (0.36, 0.50, 0.14)])


def _quotations(view: View) -> Iterator[Flowable]:
    yield from _heading("Quotations")
    if not view.quotations:
        yield _none("No quotation was found." if not view.possible else "None that the program is sure of.")
    for entry in view.quotations:
        yield from _quotation(entry, _WORDS, QUOTED)
    if view.possible:
        note = f"Found with a confidence below {view.sure}: check each against the article before use."
        yield from _heading("Possible quotations", note)
        for entry in view.possible:
            yield from _quotation(entry, _SMALL_WORDS, QUOTED_SMALL)


def _quotation(entry: QuotationEntry, setting: ParagraphStyle, ink: Ink) -> Iterator[Flowable]:
    source = f" named “{entry.source}”" if entry.source else ""
    sureness = f"confidence {entry.confidence}".replace(" ", "\N{NO-BREAK SPACE}")
    where = f" · {entry.reported} · paragraph\N{NO-BREAK SPACE}{entry.paragraph} · {sureness}"
    by = paragraph_of(
        _Numbered, _BY, (entry.speaker, NAME if entry.attributed else NOBODY), (source, QUIET), (where, QUIET)
    )
    by.number = paragraph(style(NUMBER, 12.5), (str(entry.number), NUMBER))
    words = [paragraph(setting, *_with_gaps(stretches, ink)) for stretches in entry.paragraphs]
    why = [paragraph(_WHY, (entry.evidence, REASON))] if entry.evidence else []
    if sum(len(stretch) for stretches in entry.paragraphs for stretch in stretches) < _NEARLY_A_PAGE:
        yield KeepTogether([by, *words, *why])
    else:
        yield CondPageBreak(80)
        yield from [by, *words, *why]


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
    rows: list[list[Any]] = [_labels("", "CLAIM", "CLAIMED BY", "KIND", "DATES AND AMOUNTS"), *map(_claim, view.claims)]
    yield _table(rows, [_HANG, *((WIDTH - _HANG) * share for share in (0.46, 0.18, 0.12, 0.24))])


def _claim(claim: ClaimEntry) -> list[Paragraph | list[Paragraph]]:
    return [
        paragraph(_CELL, (str(claim.number), ROW_NUMBER)),
        paragraph(_CELL, (claim.restated, PLAIN), (f"  ¶\N{NO-BREAK SPACE}{claim.paragraph}", QUIET)),
        paragraph(_CELL, (claim.claimant, PLAIN)),
        paragraph(_SMALL_CELL, (claim.kind, QUIET)),
        [paragraph(_SMALL_CELL, (figure, QUIET)) for figure in claim.figures] or [paragraph(_SMALL_CELL, ("–", QUIET))],
    ]


def _flags(flags: Sequence[FlagEntry]) -> Iterator[Flowable]:
    yield from _heading("Flags to review")
    if not flags:
        yield _none("Nothing was flagged.")
    for flag in flags:
        parts: list[Flowable] = [
            paragraph(style(NAME, 12.5, before=5, after=1.5), (flag.message, NAME)),
            paragraph(style(QUIET, 11, after=2), (f"{flag.kind} · severity {flag.severity}", QUIET)),
        ]
        parts += [
            paragraph(
                style(QUOTED_SMALL, 12.4, after=1.5, indent=_HANG),
                (f"¶\N{NO-BREAK SPACE}{place.paragraph}   ", QUIET),
                (place.before, QUOTED_SMALL),
                (place.text, QUOTED_STRONG),
                (place.after, QUOTED_SMALL),
            )
            for place in flag.places
        ]
        for label, text in (("Suggestion: ", flag.suggestion), ("Decided: ", flag.decision)):
            if text:
                parts.append(paragraph(style(PLAIN, 11.4, after=1.5), (label, STRONG), (text, PLAIN)))
        yield KeepTogether(parts)
        yield Spacer(1, 6)


def _signature() -> Iterator[Flowable]:
    by, date = (paragraph(_SMALL_CELL, (text, QUIET)) for text in ("Checked against the article by", "Date"))
    widths = [122, WIDTH - 122 - 40 - 100, 40, 100]
    commands: list[_Command] = [("LINEBELOW", (column, 0), (column, 0), 0.5, GREY) for column in (1, 3)]
    commands.append(("LEFTPADDING", (2, 0), (2, 0), 10))
    row: list[Any] = [by, "", date, ""]
    yield KeepTogether([Spacer(1, 30), _table([row], widths, *commands, head=False)])


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


def _table(rows: Sequence[list[Any]], widths: list[float], *extra: _Command, head: bool = True) -> Table:
    commands: list[_Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), _GUTTER),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    if head:
        commands += [("LINEBELOW", (0, 0), (-1, 0), 0.8, RULE), ("LINEBELOW", (0, 1), (-1, -1), 0.35, RULE)]
    # A row is split only where it must be: reportlab would otherwise split whichever row comes last on a page.
    too_tall = any(_height(row, widths) > _TALLEST_ROW for row in rows)
    return Table(rows, widths, style=TableStyle([*commands, *extra]), repeatRows=int(head), splitInRow=int(too_tall))


def _height(row: list[Any], widths: list[float]) -> float:
    cells = [cell if isinstance(cell, list) else [cell] for cell in row]
    heights = [
        sum(part.wrap(width - _GUTTER, 0)[1] for part in cell if part)
        for cell, width in zip(cells, widths, strict=True)
    ]
    return float(max(heights))
