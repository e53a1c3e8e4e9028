"""A sheet as Markdown, by a template."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from factsheet.model import Sheet
from factsheet.rendering.environment import fill
from factsheet.rendering.markdown_escape import escape
from factsheet.rendering.view import view_of

_TEMPLATE = "sheet.md.j2"
_BLANK_LINES = re.compile(r"\n{3,}")


def render_markdown(sheet: Sheet, sure: float, templates: Path | None) -> bytes:
    """The printed sheet as Markdown that pastes into a report."""
    view = view_of(sheet, sure)
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    text = fill(_TEMPLATE, values, escape, templates)
    return (_BLANK_LINES.sub("\n\n", text).strip("\n") + "\n").encode()
