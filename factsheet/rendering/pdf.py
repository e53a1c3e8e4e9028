"""A sheet as an A4 PDF with embedded fonts."""

from __future__ import annotations

from pathlib import Path

from factsheet.model import Sheet
from factsheet.rendering.pdf_fonts import register_all
from factsheet.rendering.pdf_page import write
from factsheet.rendering.pdf_sections import story
from factsheet.rendering.view import view_of


def render_pdf(sheet: Sheet, sure: float, templates: Path | None) -> bytes:
    """The printed sheet. The page is laid out in code, so ``templates`` changes nothing here."""
    register_all()
    view = view_of(sheet, sure)
    return write(view, story(view), sheet.provenance.created)
