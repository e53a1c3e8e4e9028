"""Text as HTML that comes out as that text, as an element's content or in a quoted attribute."""

from __future__ import annotations

from html import escape as escaped

from factsheet.rendering.visible import one_line


def escape(text: str) -> str:
    """``text`` on one line, with ``&``, ``<``, ``>`` and both quotation marks escaped, and hidden characters shown as
    code points."""
    return escaped(one_line(text), quote=True)
