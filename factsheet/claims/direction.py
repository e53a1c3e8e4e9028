"""Whether a date without a year or a week lies before or after publication: what the tense and the prepositions say."""

from __future__ import annotations

import re
from typing import Literal

from spacy.tokens import Doc, Token

from factsheet.wordlists import table

Direction = Literal["past", "future"]

_WORDS = table(__package__, "date_words.toml")["direction"]
_FUTURE_AUXILIARIES = frozenset(_WORDS["future_auxiliaries"])
_AHEAD = frozenset(_WORDS["ahead"])
_FUTURE_WORDS = re.compile(rf"\b(?:{'|'.join(_WORDS['future_words'])})\s+(?:\w+\s+){{0,2}}\Z", re.IGNORECASE)
_FUTURE_NOUN = re.compile(rf"\s+(?:\w+\s+){{0,2}}(?:{'|'.join(_WORDS['future_nouns'])})\b")
_BY = re.compile(r"\bby\s+(?:the\s+|early\s+|late\s+|mid-)?\Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till)\s+(?:\d[\d:]*\s+[ap]\.m\.\s+)?\Z", re.IGNORECASE)
_SCHEDULES = frozenset(_WORDS["schedules"])


def direction(doc: Doc, text: str, start: int, end: int) -> Direction | None:
    """Which way the date at characters ``[start, end)`` lies from publication; None where nothing says so."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    before = text[max(0, start - 40) : start]
    if _FUTURE_WORDS.search(before):
        return "future"
    verb = None if _modifies_noun(span.root) else _verb_over(span.root)
    tense = _direction_of(verb) if verb is not None else None
    if _BY.search(before) or _UNTIL.search(before):
        return "past" if tense == "past" else "future"
    return tense


def modifies_coming_event(text: str, end: int) -> bool:
    """Whether the date that ends at ``end`` stands before a noun for an event that is announced beforehand."""
    return bool(_FUTURE_NOUN.match(text, end))


def _modifies_noun(token: Token) -> bool:
    """Whether a date stands before the noun it belongs to ("the Jan. 14 deadline"): no verb's tense is its own."""
    return (
        token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN") and token.dep_ in ("nmod", "compound", "nummod")
    )


def _verb_over(token: Token) -> Token | None:
    """The token itself, or the nearest one above it, that is a verb."""
    return next((above for above in (token, *token.ancestors) if _is_verb(above)), None)


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.tag_ != "MD"


def _direction_of(verb: Token) -> Direction | None:
    """The first of a verb and the verbs above it that has a tense decides."""
    for above in (verb, *(v for v in verb.ancestors if _is_verb(v))):
        answer = _tense_of(above)
        if answer != "above":
            return answer
    return None


def _tense_of(verb: Token) -> Direction | Literal["above"] | None:
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    words = {child.lower_ for child in helpers}
    if words & _FUTURE_AUXILIARIES:
        return "past" if "have" in words else "future"
    if any(child.tag_ == "TO" for child in helpers):
        return "past" if "have" in words else _direction_of_infinitive(verb)
    if verb.lemma_ in _SCHEDULES:
        return "future"
    if any(child.lemma_ == "have" for child in helpers):
        return "past"
    if verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in helpers):
        return "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "future" if verb.lemma_ not in ("say", "be") else None
    if verb.tag_ == "VBN":
        return "future" if verb.lemma_ in _AHEAD else None
    if verb.tag_ == "VBG" and any(child.tag_ in ("VBZ", "VBP") for child in helpers):
        return "future"
    return "above"


def _direction_of_infinitive(verb: Token) -> Direction | Literal["above"]:
    """An infinitive lies ahead of what governs it: of plans it is future, of a past deed it is as past as the deed."""
    above = verb.head
    if above == verb or above.lemma_.lower() in _AHEAD or above.pos_ in ("NOUN", "ADJ"):
        return "future"
    return "above" if _is_verb(above) else "future"
