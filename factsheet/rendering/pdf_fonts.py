"""The fonts a PDF embeds, and which of them has a glyph for a character."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from itertools import groupby

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from factsheet.rendering.visible import code_point

SERIF = "SourceSerif4_400Regular"
SERIF_ITALIC = "SourceSerif4_400Regular_Italic"
SERIF_BOLD = "SourceSerif4_600SemiBold"
SANS = "SourceSans3_400Regular"
SANS_ITALIC = "SourceSans3_400Regular_Italic"
SANS_BOLD = "SourceSans3_600SemiBold"
FALLBACK = "DejaVuSans"


def runs(text: str, font: str) -> Iterator[tuple[str, str]]:
    """``text`` in ``(font, stretch)`` pairs: ``font`` where it has the glyphs, else the fallback font, and where
    that has none either the character's code point, in words."""
    for name, stretch in groupby(showable(text, font), lambda c: font_for(c, font) or font):
        yield name, "".join(stretch)


def showable(text: str, font: str) -> str:
    """``text`` with the code point, in words, of each character that neither font has a glyph for."""
    return "".join(c if c.isspace() or font_for(c, font) else code_point(c) for c in text)


@cache
def font_for(character: str, font: str) -> str | None:
    """The font that shows a character: ``font``, the fallback, or None where neither has a glyph."""
    return next((name for name in (font, FALLBACK) if ord(character) in _face(name).face.charToGlyph), None)


def register_all() -> None:
    """Make every font known to reportlab, which wants them by name. Doing so again changes nothing."""
    for name in (SERIF, SERIF_ITALIC, SERIF_BOLD, SANS, SANS_ITALIC, SANS_BOLD, FALLBACK):
        _face(name)


@cache
def _face(name: str) -> TTFont:
    with as_file(files(__package__) / "fonts" / f"{name}.ttf") as path:
        font = TTFont(name, str(path))
    registerFont(font)
    return font
