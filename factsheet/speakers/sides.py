"""Sides that act without a name of their own: "Kazakh side", "the German delegation"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.runs import span_of

_SUBJECTS = {"nsubj", "nsubjpass"}


def find_sides(doc: Doc) -> tuple[Span, ...]:
    """The places where a country's side, government, officials or the like are the subject of a sentence."""
    return tuple(_sides(doc))


def _sides(doc: Doc) -> Iterator[Span]:
    for token in doc:
        if not lexicon.is_side(token.text) or token.dep_ not in _SUBJECTS or token.i == 0:
            continue
        size = next((n for n in (2, 1) if token.i >= n and lexicon.country(doc[token.i - n : token.i].text)), 0)
        if size:
            yield span_of(doc, token.i - size, token.i + 1)
