"""The fonts a PDF embeds, and which of them has a glyph for a character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from itertools import groupby
from typing import Any

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
_BEYOND_UTF_16 = re.compile(r"(?<=> <)[0-9A-F]{5,6}(?=>)")


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
        font = _Font(name, str(path))
    registerFont(font)
    return font


class _Font(TTFont):
    """A font whose every character can be copied out of the PDF.

    A font's ToUnicode map says which characters its glyphs stand for, in UTF-16 (ISO 32000-1, 9.10.3). reportlab
    writes bare code points there, so that a reader takes U+1F600 for U+1F60, another letter.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (reportlab's name for it)
        """Add the font's objects to the document, with maps in UTF-16."""
        super().addObjects(doc)
        for name, held in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                held.content = _BEYOND_UTF_16.sub(lambda found: _utf_16(found.group()), held.content)


def _utf_16(digits: str) -> str:
    return chr(int(digits, 16)).encode("utf-16-be").hex().upper()
