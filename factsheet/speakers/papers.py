"""Newspapers that are called by the last word of their name: "The Times"."""

from __future__ import annotations

from spacy.tokens import Doc

from factsheet.speakers.names.comparing import folded
from factsheet.wordlists import table


def is_paper(doc: Doc, start: int, end: int) -> bool:
    """Whether a single word with "the" before it is what a newspaper is called: "The Times"."""
    word = doc[start].text
    return end - start == 1 and start > 0 and doc[start - 1].lower_ == "the" and word.istitle() and _is_of_paper(word)


def ends_as_paper(name: str, short: str) -> bool:
    """Whether the name is that of a newspaper whose last word is the short one: "Harbour Times", "Times"."""
    *before, last = name.split()
    return bool(before) and folded(last) == folded(short) and _is_of_paper(short)


def _is_of_paper(word: str) -> bool:
    return folded(word) in table(__package__, "organisation_kinds.toml")["press"]["names"].split()
