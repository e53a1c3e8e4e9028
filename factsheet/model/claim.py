"""Checkable statements of fact, and the dates and quantities in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factsheet.model.spans import Span

ClaimantKind = Literal["speaker", "outlet", "author"]
ClaimType = Literal["event", "state", "quantity", "cause", "law", "plan"]
Modality = Literal["asserted", "planned", "predicted", "possible", "conditional", "obligation", "desired"]
DateRole = Literal["on", "from", "by", "until", "since"]
DateBasis = Literal["explicit", "document date", "inferred"]
Comparator = Literal["about", "at least", "at most", "more than", "less than", "exactly", "between", "up to"]


@dataclass(frozen=True)
class Claimant:
    """Who the article makes responsible: a speaker (``speaker`` is its id), a cited outlet, or its own author.

    ``text`` is how a reader is told who it is: a speaker's name, an outlet's name, "the article".
    """

    kind: ClaimantKind
    speaker: str | None
    text: str


@dataclass(frozen=True, order=True)
class Date(Span):
    """A date expression.

    ``value`` has the granularity the words have and no finer one: 2012, 2022-Q1, 2022-W43, 2022-10, 2022-10-27,
    or None where the words alone do not say. ``earliest`` and ``latest`` are ISO days, both inclusive.
    """

    value: str | None
    earliest: str | None
    latest: str | None
    role: DateRole
    basis: DateBasis
    vague: bool


@dataclass(frozen=True, order=True)
class Quantity(Span):
    """An amount: the closed range ``[low, high]`` (equal for a single figure), of what, in which unit, per what.

    ``currency`` is an ISO 4217 code. A bound the words leave open is None ("more than 5": low 5, high None).
    """

    low: float | None
    high: float | None
    unit: str | None
    currency: str | None
    comparator: Comparator
    per: str | None
    of: str | None


@dataclass(frozen=True)
class Claim:
    """A checkable statement.

    ``restated`` stands alone: it is the content with unclear words replaced, each substitution in square
    brackets. ``via`` names who reports whom, outermost first. ``score`` (0 to 1) ranks claims within one article.
    """

    id: str
    content: tuple[Span, ...]
    restated: str
    claimant: Claimant
    via: tuple[Claimant, ...]
    type: ClaimType
    modality: Modality
    negated: bool
    dates: tuple[Date, ...]
    quantities: tuple[Quantity, ...]
    score: float
    evidence: tuple[str, ...]

    @property
    def start(self) -> int:
        """Offset of the first character of the content."""
        return self.content[0].start
