"""What a bare number counts, and whether it counts anything."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Span, Token

from factsheet.wordlists import table

_WORDS = table(__package__, "quantity_words.toml")["labels"]
_LABELS = frozenset(_WORDS["before"])
#: Words that "one" stands before without counting them: "one day", "one thing".
UNCOUNTED = frozenset(_WORDS["uncounted"])
_AGE_IN_NAME = re.compile(r"[A-Z][\w.'’-]+,\s\Z")
_ORDER = re.compile(r"(?:\A|\n)\s*\Z")


def is_count(doc: Doc, text: str, match: re.Match[str]) -> bool:
    """Whether a bare number counts something: it stands before a noun, or "of" follows, and it is no name's part."""
    token = _token_at(doc, match.start("number1"))
    last = _token_at(doc, match.end() - 1)
    if token is None or last is None or last.i + 1 >= len(doc) or _numbers_a_list(text, match):
        return False
    if token.i and _is_label(doc[token.i - 1], match["number1"]):
        return False
    following = doc[last.i + 1]
    if following.is_punct and _AGE_IN_NAME.search(text, max(0, match.start() - 30), match.start()):
        return False
    if match["number1"].lower() == "one" and not match["second"]:
        return following.tag_ == "NN" and following.lower_ not in UNCOUNTED
    if following.lower_ == "of" or match["scale1"]:
        return True
    return any(_is_counted(word) for word in doc[last.i + 1 : last.i + 4])


def _numbers_a_list(text: str, match: re.Match[str]) -> bool:
    """Whether a number stands at the start of a line with a full stop or a bracket behind it."""
    first = _ORDER.search(text, max(0, match.start() - 4), match.start())
    return bool(first) and text[match.end() : match.end() + 1] in (".", ")")


def _is_label(previous: Token, number: str) -> bool:
    word = previous.lower_.rstrip(".")
    if word in _LABELS:
        return previous.text[:1].isupper() or word in ("no", "number", "age", "aged", "ages", "page")
    return (
        previous.pos_ == "PROPN" and number[:1].isdigit() and previous.ent_type_ in ("PRODUCT", "LAW", "FAC", "EVENT")
    )


def _is_counted(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in ("people", "percent", "staff", "police")


def counted_noun(doc: Doc, start: int, end: int, *, after_of: bool = False) -> str | None:
    """What an amount is of: the noun after "of", or (unless only ``after_of``) the noun it counts, with the words
    between."""
    after = doc.char_span(end - 1, end, alignment_mode="expand")
    number = _token_at(doc, start)
    if after is None or number is None:
        return None
    i = after[-1].i + 1
    if i >= len(doc):
        return None
    if doc[i].lower_ == "of":
        noun = next((child for child in doc[i].children if child.dep_ == "pobj"), None)
        if noun is None or noun.i < i:
            return None
        return _words(doc[i + 1 : noun.i + 1]) if not _goes_on(noun) else None
    if after_of:
        return None
    head = number
    while head.dep_ in ("nummod", "compound", "quantmod", "nmod", "amod", "npadvmod") and head.head.i != head.i:
        head = head.head
    if head.i >= i and head.i - i < 6 and head.pos_ in ("NOUN", "PROPN") and doc[i].is_alpha:
        return _words(doc[i : head.i + 1]) if not _goes_on(head) else None
    return None


def _goes_on(noun: Token) -> bool:
    """Whether a word is the first part of one with a hyphen."""
    return noun.i + 1 < len(noun.doc) and noun.nbor(1).text == "-"


def _words(span: Span) -> str | None:
    if len(span) == 0 or len(span) > 8 or any(token.is_punct and token.text not in "-'’" for token in span):
        return None
    text: str = span.text
    return text if "\n" not in text else None


def _token_at(doc: Doc, start: int) -> Token | None:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None else None
