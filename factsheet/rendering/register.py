"""The register of a run as files: ``names.md`` to paste, ``names.html`` to read and print. Both by templates."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from factsheet.model.register import Register
from factsheet.rendering import html_escape, markdown_escape
from factsheet.rendering.environment import fill
from factsheet.rendering.register_view import register_view

#: What the files of the register are called, ending aside; no sheet of the same run is.
REGISTER = "names"
REGISTER_FILES = (f"{REGISTER}.md", f"{REGISTER}.html")
_BLANK_LINES = re.compile(r"\n{3,}")


def render_register(register: Register, templates: Path | None = None) -> dict[str, bytes]:
    """The register's files by name. ``templates`` is a folder of the user's own templates.

    Raises:
        RenderingError: a template is wrong.
    """
    view = register_view(register)
    values = {field.name: getattr(view, field.name) for field in fields(view)}
    markdown, html = (
        fill(f"{name}.j2", values, escape, templates)
        for name, escape in zip(REGISTER_FILES, (markdown_escape.escape, html_escape.escape), strict=True)
    )
    texts = (_BLANK_LINES.sub("\n\n", markdown), html)
    return {name: (text.strip("\n") + "\n").encode() for name, text in zip(REGISTER_FILES, texts, strict=True)}
