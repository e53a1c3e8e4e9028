"""Where capitals say nothing: headlines, in which every word has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Doc

from factsheet.language.paragraphs import paragraphs

_SHARE = 0.7
_CLOSING = "\"”’'») "
_FEWEST_WORDS = 4
# Four words or more without a small letter, and nothing but spaces and apostrophes between their letters.
_CAPITALS = re.compile(
    r"(?:(?!\d)[^\Wa-zß-öø-ÿ_]+(?:['’][^\Wa-z_]+)? ){3,}(?!\d)[^\Wa-zß-öø-ÿ_]+(?:['’][^\Wa-z_]+)?(?![\w'’])"
)


def in_headlines(doc: Doc) -> list[bool]:
    """For each token, whether it stands in a paragraph where capitals say nothing."""
    bounds = [*_bounds(doc.text), *_shouted(doc.text)]
    flags = [False] * len(doc)
    for start, end in bounds:
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None:
            flags[span.start : span.end] = [True] * len(span)
    return flags


def _shouted(text: str) -> Iterator[tuple[int, int]]:
    """The openings of paragraphs that are a sentence in capitals: "HIS FELLOW DOCTORS DO NOT AGREE - Roe may"."""
    for start, _ in paragraphs(text):
        words = _CAPITALS.match(text, start)
        if words and any(word.casefold() in STOP_WORDS for word in words[0].split()):
            yield words.span()


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    for start, end in paragraphs(text):
        paragraph = text[start:end].rstrip().rstrip(_CLOSING)
        long_words = re.findall(r"[^\W\d_]{4,}", paragraph)
        capitals = sum(word[0].isupper() for word in long_words)
        if len(long_words) < _FEWEST_WORDS or capitals < _SHARE * len(long_words):
            continue
        # Some sites end their headline with a full stop; then no word of weight in it is small.
        small = [word for word in long_words if word.islower() and word not in STOP_WORDS]
        if paragraph[-1:] not in ".,:;" or (paragraph[-1:] == "." and not text[:start].strip() and not small):
            yield start, end
