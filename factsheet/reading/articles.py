"""One file to one article."""

from __future__ import annotations

import hashlib
from pathlib import Path

from factsheet.errors import ReadingError
from factsheet.model import Article, ArticleField, Origin, Span
from factsheet.reading.facts import Document, Fact
from factsheet.reading.formats import reader, suffixes
from factsheet.reading.names import article_id, printable

# Far above what can be analysed at once, and far below what fills a machine's memory.
_LARGEST = 16 * 1024 * 1024


def read_article(path: Path, id: str | None = None) -> Article:  # noqa: A002 -- the field's own name
    """The article in a file: its text exactly as decoded, and the facts its opening states.

    A byte order mark is no part of the text; line ends are kept as they are. ``id`` is the stem of the file's
    name unless given.

    Raises:
        ReadingError: the file cannot be read, is empty, is no text, or is in an unknown encoding.
    """
    name = printable(str(path))
    read = reader(path)
    if read is None:
        raise ReadingError(f"{name}: not read, only {suffixes()} files are; save the article as one")
    data = _bytes(path, name)
    document = read(data, name)
    facts = _first_of_each(document)
    return Article(
        id=id or article_id(path),
        path=name,
        text=document.text,
        sha256=hashlib.sha256(data).hexdigest(),
        body_start=document.body_start,
        origins=tuple(_origin(document.text, fact) for fact in facts.values()),
        title=_value(facts, "title"),
        published=_value(facts, "published"),
        dateline=_value(facts, "dateline"),
        outlet=_value(facts, "outlet"),
        author=_value(facts, "author"),
        url=_value(facts, "url"),
    )


def _bytes(path: Path, name: str) -> bytes:
    try:
        if not path.is_file():
            raise ReadingError(f"{name}: not a file that can be read; name a text file")
        size = path.stat().st_size
        if size > _LARGEST:
            raise ReadingError(
                f"{name}: {size:,} bytes are too many for one article (the most is {_LARGEST:,}); split the file"
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadingError(f"{name}: cannot be read: {error.strerror}; check its permissions") from None


def _first_of_each(document: Document) -> dict[ArticleField, Fact]:
    facts: dict[ArticleField, Fact] = {}
    for fact in document.facts:
        facts.setdefault(fact.field, fact)
    return facts


def _value(facts: dict[ArticleField, Fact], field: ArticleField) -> str | None:
    return facts[field].value if field in facts else None


def _origin(text: str, fact: Fact) -> Origin:
    return Origin(fact.field, Span.within(text, fact.start, fact.end), fact.reason)
