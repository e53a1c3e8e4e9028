"""Something a human must look at, and what the human decided."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from factsheet.model.spans import Span

FlagKind = Literal[
    "spelling variant",
    "same name, other article",
    "ambiguous surname",
    "title conflict",
    "ambiguous reference",
    "unattributed quotation",
    "low confidence",
]
Severity = Literal["high", "medium", "low"]
Verdict = Literal["same", "different", "not sure"]


@dataclass(frozen=True)
class Decision:
    """A human's answer to a flag about two names: which names, what was decided, by whom and when (ISO 8601)."""

    verdict: Verdict
    left: str
    right: str
    by: str
    at: str
    flag: str
    note: str = ""


@dataclass(frozen=True)
class Flag:
    """Something to look at.

    ``evidence`` quotes every place it is about, ``subjects`` are the ids of the speakers, quotations or claims
    concerned, ``names`` the two surface forms where it is a question about two names.
    """

    id: str
    kind: FlagKind
    severity: Severity
    message: str
    evidence: tuple[Span, ...]
    subjects: tuple[str, ...]
    suggestion: str | None = None
    names: tuple[str, ...] = ()
    decision: Decision | None = None


def flag_id(kind: FlagKind, *about: str) -> str:
    """A flag's id: made of its kind and of the words it is about, so that the same question keeps its id from
    run to run. ``about`` is order-free: the same names in either order give one id."""
    words = "\x1f".join([kind, *sorted(about)])
    return "f" + hashlib.sha256(words.encode("utf-8")).hexdigest()[:12]
