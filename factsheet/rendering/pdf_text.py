"""Text as reportlab paragraphs, made of ready fragments: no text is ever parsed as reportlab's markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph
from reportlab.platypus.paraparser import ParaFrag

from factsheet.rendering.pdf_fonts import SANS, SANS_BOLD, SANS_ITALIC, SERIF, SERIF_BOLD, font_for, runs, showable
from factsheet.rendering.visible import one_line

_LONG_WORD = re.compile(r"\S{60,}")

P = TypeVar("P", bound=Paragraph)

BLACK = HexColor("#16191D")
GREY = HexColor("#565E69")
ACCENT = HexColor("#1D3B60")
RULE = HexColor("#B9C1CB")


@dataclass(frozen=True)
class Ink:
    """How a stretch of text is set: font, size in points, colour."""

    font: str
    size: float
    colour: Color


KICKER = Ink(SANS_BOLD, 8, ACCENT)
TITLE = Ink(SERIF_BOLD, 17, BLACK)
UNTITLED = Ink(SERIF, 17, BLACK)
SECTION = Ink(SANS_BOLD, 12, ACCENT)
LABEL = Ink(SANS_BOLD, 7, GREY)
NUMBER = Ink(SANS_BOLD, 9.5, ACCENT)
ROW_NUMBER = Ink(SANS_BOLD, 9, ACCENT)
NAME = Ink(SANS_BOLD, 9.5, BLACK)
NOBODY = Ink(SANS_ITALIC, 9.5, BLACK)
PLAIN = Ink(SANS, 9, BLACK)
STRONG = Ink(SANS_BOLD, 9, BLACK)
QUIET = Ink(SANS, 8.5, GREY)
REASON = Ink(SANS_ITALIC, 8, GREY)
QUOTED = Ink(SERIF, 10, BLACK)
QUOTED_SMALL = Ink(SERIF, 9.2, BLACK)
QUOTED_STRONG = Ink(SERIF_BOLD, 9.2, BLACK)


def style(ink: Ink, leading: float, *, before: float = 0, after: float = 0, indent: float = 0) -> ParagraphStyle:
    """A paragraph style: line height, space before and after, and left indent, all in points."""
    return ParagraphStyle(
        name=f"{ink.font} {ink.size}",
        fontName=ink.font,
        fontSize=ink.size,
        textColor=ink.colour,
        leading=leading,
        spaceBefore=before,
        spaceAfter=after,
        leftIndent=indent,
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def fragments(*parts: tuple[str, Ink]) -> list[ParaFrag]:
    """Stretches of text, each in its ink, as fragments of one paragraph. White space between two stretches is
    theirs to bring."""
    return [
        ParaFrag(
            text=stretch,
            fontName=font,
            fontSize=ink.size,
            textColor=ink.colour,
            backColor=None,
            rise=0,
            bold=0,
            italic=0,
            us_lines=[],
            link=[],
        )
        for text, ink in parts
        for font, stretch in runs(text, ink.font)
    ]


def paragraph(setting: ParagraphStyle, *parts: tuple[str, Ink]) -> Paragraph:
    """A paragraph of stretches of text, each in its ink; an empty one where there is no text."""
    return paragraph_of(Paragraph, setting, *parts)


def paragraph_of(kind: type[P], setting: ParagraphStyle, *parts: tuple[str, Ink]) -> P:
    """The same as a paragraph of a class of one's own."""
    made = [(shown, ink) for text, ink in parts if (shown := one_line(text))]
    return kind("", setting, frags=fragments(*made or [("\N{NO-BREAK SPACE}", PLAIN)]))


def with_breaks(text: str, ink: Ink, width: float) -> str:
    """``text`` with a space, which falls away at a line's end, after each stretch of a word that fills a line of
    ``width`` points: reportlab breaks such words itself, but starts from the first letter again on each page."""
    return _LONG_WORD.sub(lambda word: " ".join(_lines_of(word.group(), ink, width)), text)


def _lines_of(word: str, ink: Ink, width: float) -> Iterator[str]:
    line, used = "", 0.0
    for letter in showable(word, ink.font):
        wide = stringWidth(letter, font_for(letter, ink.font) or ink.font, ink.size)
        if line and used + wide > width:
            yield line
            line, used = "", 0.0
        line += letter
        used += wide
    yield line
