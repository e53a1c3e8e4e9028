"""Something a human must look at, and what the human decided."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Literal

from factsheet.model.spans import Span

FlagKind = Literal[
    "spelling variant",
    "transliteration variant",
    "name order",
    "nickname or acronym",
    "missing first name",
    "ambiguous surname",
    "initials conflict",
    "suffix conflict",
    "given-name conflict",
    "title conflict",
    "same role under two names",
    "pronoun mismatch",
    "same name, other article",
    "same name in different contexts",
    "not the preferred spelling",
    "not obeyed",
    "unresolved script",
    "ambiguous reference",
    "unattributed quotation",
    "low confidence",
]
Severity = Literal["high", "medium", "low"]
Verdict = Literal["same", "different", "preferred spelling", "split", "undo", "not sure", "seen"]
# From the narrowest to the widest.
Scope = Literal["this mention", "this article", "everywhere"]


@dataclass(frozen=True)
class ArticleRef:
    """An article by its content: ``sha256`` tells it from every other, ``id`` is for whoever reads the record."""

    id: str
    sha256: str


@dataclass(frozen=True)
class Score:
    """A figure that was shown with a question: what it is of, and the figure."""

    of: str
    value: float

    def __post_init__(self) -> None:
        # A count is read back from JSON as 2.0, and the record's id is made of what is read back.
        object.__setattr__(self, "value", float(self.value))


@dataclass(frozen=True)
class Decision:
    """One record of the decision log: a human's answer about two names, or about a flag, by whom and when (ISO 8601).

    ``left`` and ``right`` are the two forms, in either order. A "preferred spelling" says that both are one and
    ``preferred`` is the form to use; a "split" keeps the form ``left`` out of the speaker called ``right``; an
    "undo" takes back the record whose ``id`` is ``undoes``. A "seen" is about no two names: somebody looked at
    ``flag`` and leaves it as it is, and ``left`` and ``right`` are the words it is about. ``articles`` are those
    that a narrower ``scope`` holds in, ``mention`` the one place (characters, half open) that "this mention" means.
    ``reasons`` and ``scores`` are what was shown with the question ``flag``, and ``program_version`` is the program
    that showed it.
    """

    verdict: Verdict
    left: str
    right: str
    by: str
    at: str
    flag: str
    note: str = ""
    scope: Scope = "everywhere"
    articles: tuple[ArticleRef, ...] = ()
    mention: Span | None = None
    preferred: str = ""
    undoes: str = ""
    reasons: tuple[str, ...] = ()
    scores: tuple[Score, ...] = ()
    program_version: str = ""

    @cached_property
    def id(self) -> str:
        """The record's id: made of its content. Fields left at their default do not count, so that a field that a
        later version of this program adds changes no id."""
        said = {f.name: value for f in fields(self) if (value := getattr(self, f.name)) != f.default}
        content = json.dumps(said, sort_keys=True, default=vars)
        return "d" + hashlib.sha256(content.encode("ascii")).hexdigest()[:16]


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
