"""One source document: its text exactly as read, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from factsheet.model.spans import Span

ArticleField = Literal["title", "published", "dateline", "outlet", "author", "url"]


@dataclass(frozen=True)
class Origin:
    """Where one of the article's facts was read, and by which rule.

    ``span`` is None where the fact did not stand in the text (a setting, a file name).
    """

    field: ArticleField
    span: Span | None
    reason: str


@dataclass(frozen=True)
class Article:
    """One source document.

    ``text`` is never modified: every finding's offsets count its characters. ``body_start`` is the offset at
    which the reading matter begins: header lines and the dateline stand before it and are read as facts about
    the article, never as sentences of it.
    """

    id: str
    path: str
    text: str
    sha256: str
    title: str | None = None
    published: str | None = None
    dateline: str | None = None
    outlet: str | None = None
    author: str | None = None
    url: str | None = None
    language: str = "en"
    body_start: int = 0
    origins: tuple[Origin, ...] = ()
