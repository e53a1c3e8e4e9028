"""A parsed Doc as bytes and back, without the language model: a blank English vocabulary is all that is needed."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

from factsheet.language.extensions import register

# What the model's layers thought of each token: large, and nothing in this program looks at it.
_LEFT_OUT = ["tensor"]


def doc_to_bytes(doc: Doc) -> bytes:
    """The Doc with its parse, its entities and what its components have found."""
    saved: bytes = doc.to_bytes(exclude=_LEFT_OUT)
    return saved


def doc_from_bytes(data: bytes) -> Doc:
    """The Doc that :func:`doc_to_bytes` saved. It is read as msgpack, which holds data and no code."""
    register()
    return Doc(_vocabulary()).from_bytes(data)


@cache
def _vocabulary() -> Vocab:
    return spacy.blank("en").vocab
