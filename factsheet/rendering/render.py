"""Render a sheet in one of the output formats."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from factsheet.errors import UsageError
from factsheet.model import Sheet

# A format's module is imported when it is first asked for: a PDF's needs reportlab, which takes its time.
_RENDERERS = {
    "pdf": ("factsheet.rendering.pdf", "render_pdf"),
    "md": ("factsheet.rendering.markdown", "render_markdown"),
    "json": ("factsheet.rendering.json", "render_json"),
}
FORMATS = tuple(_RENDERERS)
# Those that no template of the user's can change.
WITHOUT_TEMPLATES = frozenset({"pdf", "json"})


def render(sheet: Sheet, format: str, *, sure: float = 0.7, templates: Path | None = None) -> bytes:  # noqa: A002 (the word for it)
    """``sheet`` as a file's bytes; the same sheet and settings give the same bytes.

    Quotations with a confidence of ``sure`` or more are listed as sure, the others apart from them.
    ``templates`` is a folder of the user's own Jinja2 templates, which go before the ones of the same name that
    come with the program.

    Raises:
        UsageError: there is no such format, or ``templates`` is no folder.
        RenderingError: a template is wrong.
    """
    if format not in _RENDERERS:
        raise UsageError(f"there is no output format {format!r}; choose from {', '.join(FORMATS)}")
    if templates is not None and not templates.is_dir():
        raise UsageError(f"{templates}: no such folder of templates")
    module, function = _RENDERERS[format]
    rendered: bytes = getattr(import_module(module), function)(sheet, sure, templates)
    return rendered
