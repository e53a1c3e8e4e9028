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
    counts from 1, and ``evidence`` says in sentences for a reader why it was found and attributed so. ``deed`` tells
    that it may be what somebody did or spoke about ("she endorsed the mayor") rather than what was said.
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
    deed: bool = False

    @property
    def start(self) -> int:
        """Offset of the first character of the content."""
        return self.content[0].start

    def is_sure(self, confidence: float) -> bool:
        """Whether it is words rather than a deed, with at least this much confidence."""
        return self.confidence >= confidence and not self.deed
