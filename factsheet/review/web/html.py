"""Pages from templates: whatever an expression in one yields is escaped, and nothing hidden stays hidden."""

from __future__ import annotations

import html

from werkzeug import Response

from factsheet.rendering.environment import fill
from factsheet.rendering.visible import visible


def escape(text: str) -> str:
    """``text`` for an HTML text or a quoted attribute, with control and format characters as their code points."""
    return html.escape(visible(text), quote=True)


def page(name: str, status: int = 200, **values: object) -> Response:
    """The page that the template ``review/NAME.html.j2`` makes of the values."""
    return Response(fill(f"review/{name}.html.j2", values, escape, None), status, mimetype="text/html")
