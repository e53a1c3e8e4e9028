"""The A4 page: margins, running head, footer with provenance and page numbers, outline."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph

from factsheet.rendering.entries import View
from factsheet.rendering.pdf_fonts import SANS, SANS_BOLD, runs
from factsheet.rendering.pdf_text import ACCENT, GREY, RULE
from factsheet.rendering.visible import one_line

LEFT = RIGHT = 19 * mm
WIDTH = A4[0] - LEFT - RIGHT
_TOP, _BOTTOM = 17 * mm, 21 * mm
_SMALL = 6.8
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?")


class Heading(Paragraph):
    """A section's heading, which the document's outline leads to."""

    title: str

    def draw(self) -> None:
        """Set the outline's entry, then the text."""
        self.canv.bookmarkHorizontal(self.title, 0, self.height)
        self.canv.addOutlineEntry(self.title, self.title)
        super().draw()


def write(view: View, story: list[Flowable], created: str | None) -> bytes:
    """The PDF with this story on its pages. The same story gives the same bytes."""
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=A4,
        title=one_line(view.heading),
        author=one_line(view.program),
        subject="Fact sheet",
        creator=one_line(view.program),
        producer="reportlab",
        lang=view.language,
        displayDocTitle=True,
        initialFontName=SANS,
        invariant=1,
        pageTemplates=[
            PageTemplate(
                id="sheet",
                frames=[Frame(LEFT, _BOTTOM, WIDTH, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0, id="body")],
                onPage=lambda canvas, document: _furniture(canvas, document.page, view),
            )
        ],
    )

    def canvas(*arguments: Any, **options: Any) -> _NumberedCanvas:
        made = _NumberedCanvas(*arguments, **options)
        if stamp := _ISO.match(created or ""):
            digits = "".join(part or "00" for part in stamp.groups())
            made.setDateFormatter(lambda *_: f"D:{digits}+00'00'")
        return made

    document.build(story, canvasmaker=canvas)
    return out.getvalue()


class _NumberedCanvas(Canvas):
    """A canvas that knows the number of pages only when it is saved: until then a named form stands for the words
    "Page x of y" of each page."""

    def save(self) -> None:
        """Draw the forms, then write the file."""
        pages = self.getPageNumber() - 1
        for page in range(1, pages + 1):
            self.beginForm(_page_label(page), lowerx=-round(WIDTH), lowery=-10, upperx=10, uppery=10)
            self.setFont(SANS, _SMALL)
            self.setFillColor(GREY)
            self.drawRightString(0, 0, f"Page {page} of {pages}")
            self.endForm()
        super().save()


def _page_label(page: int) -> str:
    return f"page-label-{page}"


def _furniture(canvas: Canvas, page: int, view: View) -> None:
    canvas.saveState()
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.5)
    base = _BOTTOM - 8 * mm
    canvas.line(LEFT, base + 9, LEFT + WIDTH, base + 9)
    if page > 1:
        _line(canvas, view.heading, LEFT, A4[1] - _TOP + 7 * mm, WIDTH - 50, 7.5)
        canvas.setFillColor(ACCENT)
        canvas.setFont(SANS_BOLD, 7)
        canvas.drawRightString(LEFT + WIDTH, A4[1] - _TOP + 7 * mm, "FACT SHEET")
    canvas.setFillColor(GREY)
    for row, text in enumerate((view.source, *view.provenance)):
        _line(canvas, text, LEFT, base - row * 8.5, WIDTH - (70 if row == 0 else 0), _SMALL)
    canvas.translate(LEFT + WIDTH, base)
    canvas.doForm(_page_label(page))
    canvas.restoreState()


def _line(canvas: Canvas, text: str, x: float, y: float, width: float, size: float) -> None:
    """Draw as much of ``text`` as fits into ``width`` points, in grey."""
    canvas.setFillColor(GREY)
    drawing = canvas.beginText(x, y)
    for font, stretch in _fitting(one_line(text), width, size):
        drawing.setFont(font, size)
        drawing.textOut(stretch)
    canvas.drawText(drawing)


def _fitting(text: str, width: float, size: float) -> list[tuple[str, str]]:
    def wide(words: str) -> float:
        return sum(stringWidth(stretch, font, size) for font, stretch in runs(words, SANS))

    short = text[:400]
    while short and wide(short) > width:
        short = short[:-2].rstrip(" …") + "…"
    return list(runs(short, SANS))
