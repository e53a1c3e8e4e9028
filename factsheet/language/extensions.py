"""The custom attributes of a ``Doc``: ``doc._.article``, ``.quotations``, ``.speakers``, ``.claims``, ``.flags``.

What they hold is kept in ``doc.user_data`` as plain data and made into domain objects on reading, so that a Doc
survives worker processes and ``DocBin`` as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.tokens import Doc

from factsheet.model import Article, Claim, Flag, Quotation, Speaker
from factsheet.model.codec import from_plain, to_plain

_PREFIX = "factsheet."
_FINDINGS: dict[str, Any] = {
    "quotations": tuple[Quotation, ...],
    "speakers": tuple[Speaker, ...],
    "claims": tuple[Claim, ...],
    "flags": tuple[Flag, ...],
}


def register() -> None:
    """Make the attributes known to spaCy. Attributes that are there already are left as they are."""
    for name, kind in _FINDINGS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, getter=_getter(name, kind), setter=_setter(name, kind))
    if not Doc.has_extension("article"):
        Doc.set_extension("article", getter=_get_article, setter=_set_article)


def _getter(name: str, kind: Any) -> Callable[[Doc], Any]:
    def get(doc: Doc) -> Any:
        return from_plain(kind, doc.user_data.get(_PREFIX + name, []))

    return get


def _setter(name: str, kind: Any) -> Callable[[Doc, Any], None]:
    def put(doc: Doc, value: Any) -> None:
        doc.user_data[_PREFIX + name] = to_plain(kind, value)

    return put


def _get_article(doc: Doc) -> Article:
    """The article the Doc was made from; for a Doc made from a bare text, an article of that text alone."""
    plain = doc.user_data.get(_PREFIX + "article", {"id": "", "path": "", "sha256": ""})
    article: Article = from_plain(Article, {**plain, "text": doc.text})
    return article


def _set_article(doc: Doc, article: Article) -> None:
    plain = to_plain(Article, article)
    del plain["text"]
    doc.user_data[_PREFIX + "article"] = plain
