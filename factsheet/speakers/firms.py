"""Whether a family name is a firm's: "the carmaker Ford" and "Ford Motor Co." beside Harold Ford."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded
from factsheet.wordlists import table

_PACKAGE = __package__ or __name__
_LONGEST = 4
_REACH = 6


def is_called_firm(doc: Doc, start: int, end: int) -> bool:
    """Whether a word for a business stands in apposition to the name ("the company, Ford", "Ford, the carmaker"), or
    what only a firm has behind it ("Ford shares")."""
    if end < len(doc) and doc[end].text in _words("owned") and doc[end].tag_ == "NNS" and doc[end - 1].head.i == end:
        return True
    before = doc[start - 1] if start else None
    if before is not None and before.text == "," and start > 1 and doc[start:end].root.dep_ == "appos":
        before = doc[start - 2]
    if before is not None and _is_firm(before) and not _is_led(before):
        return True
    return end + 1 < len(doc) and doc[end].text == "," and _begins_firm(doc, end + 1)


def is_short_for_firm(word: str, name: str) -> bool:
    """Whether a name is that of a firm called by its first word alone: "Ford", "Ford Motor Co."."""
    words = name.split()
    same = folded(words[0]) == folded(word)
    return same and (len(words) == 1 or (len(words) < _LONGEST and lexicon.plain(words[-1]) in _words("ends")))


def _begins_firm(doc: Doc, first: int) -> bool:
    """Whether the tokens begin with "the" or "a", words without a capital, and a word for a business."""
    if doc[first].lower_ not in {"the", "a", "an"}:
        return False
    for token in doc[first + 1 : first + _REACH]:
        if _is_firm(token):
            return not (token.i + 1 < len(doc) and doc[token.i + 1].pos_ in {"NOUN", "PART", "PROPN"})
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"} or token.is_punct:
            return False
    return False


def _is_led(firm: Token) -> bool:
    """Whether the firm is what somebody's office is of: "the founder of the company, Ford"."""
    return firm.dep_ == "pobj" and lexicon.is_role(firm.head.head.text)


def _is_firm(token: Token) -> bool:
    return token.text.islower() and token.text in _words("nouns")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table(_PACKAGE, "firms.toml")[key].split())
