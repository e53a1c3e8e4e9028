"""The whole result for one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factsheet.model.article import Article
from factsheet.model.claim import Claim
from factsheet.model.flag import Flag
from factsheet.model.quotation import Quotation
from factsheet.model.speaker import Speaker

SCHEMA: Literal["factsheet/1"] = "factsheet/1"


@dataclass(frozen=True)
class Provenance:
    """Enough to make the same sheet again. ``created`` is ISO 8601, from ``SOURCE_DATE_EPOCH`` or the source's
    own date, never from the clock; None where neither is known.

    ``settings`` is a digest of the settings, ``decisions`` one of the recorded decisions that concern the article,
    where they make a difference to it, and ``authority`` one of the entries of the authority file whose names stand
    in it; None where there are none.
    """

    program: str
    program_version: str
    spacy_version: str
    model: str
    model_version: str
    settings: str
    source_sha256: str
    created: str | None
    decisions: str | None = None
    authority: str | None = None


@dataclass(frozen=True)
class Sheet:
    """One article's fact sheet. It needs neither its source file nor a language model to be rendered."""

    schema: Literal["factsheet/1"]
    article: Article
    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]
    claims: tuple[Claim, ...]
    flags: tuple[Flag, ...]
    provenance: Provenance

    def speaker(self, speaker_id: str | None) -> Speaker | None:
        """The speaker with this id, or None."""
        return next((s for s in self.speakers if s.id == speaker_id), None)
