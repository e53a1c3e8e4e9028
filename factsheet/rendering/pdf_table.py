"""Ruled tables that break over pages between their rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Table, TableStyle

from factsheet.rendering.pdf_text import RULE

# One of reportlab's table commands: its name, the first and the last cell (column, row), and what it sets.
Command = tuple[str, tuple[int, int], tuple[int, int], Any] | tuple[str, tuple[int, int], tuple[int, int], Any, Any]

_TALLEST_ROW = 500.0
_GUTTER = 8.0


def table(rows: Sequence[list[Any]], widths: list[float], *extra: Command, head: bool = True) -> Table:
    """A table of these rows, its columns ``widths`` points wide; with ``head`` the first row comes again on each
    page, and rules stand between the rows."""
    commands: list[Command] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), _GUTTER),
        ("TOPPADDING", (0, 0), (-1, -1), 1.8),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.4),
    ]
    if head:
        commands += [("LINEBELOW", (0, 0), (-1, 0), 0.8, RULE), ("LINEBELOW", (0, 1), (-1, -1), 0.35, RULE)]
    # A row is split only where it must be: reportlab would otherwise split whichever row comes last on a page.
    too_tall = any(_height(row, widths) > _TALLEST_ROW for row in rows)
    return Table(rows, widths, style=TableStyle([*commands, *extra]), repeatRows=int(head), splitInRow=int(too_tall))


def _height(row: list[Any], widths: list[float]) -> float:
    cells = [cell if isinstance(cell, list) else [cell] for cell in row]
    heights = [
        sum(part.wrap(width - _GUTTER, 0)[1] for part in cell if part)
        for cell, width in zip(cells, widths, strict=True)
    ]
    return float(max(heights))
