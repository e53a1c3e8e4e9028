"""Somebody's reported words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factsheet.model.spans import Span

QuotationKind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True)
class Quotation:
    """Reported words: ``content`` is what was said, ``cue`` the words that report it, ``source`` the words that
    name who said it, ``speaker`` the id of the speaker they were resolved to (None: unattributed).

    The content of a direct quotation keeps its quotation marks. ``confidence`` is between 0 and 1, ``paragraph``
    counts from 1, and ``evidence`` says in sentences for a reader why it was found and attributed so.
    """

    id: str
    kind: QuotationKind
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    speaker: str | None
    confidence: float
    paragraph: int
    evidence: tuple[str, ...]

    @property
    def start(self) -> int:
        """Offset of the first character of the content."""
        return self.content[0].start
