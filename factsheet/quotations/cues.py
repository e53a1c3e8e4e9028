"""Cue candidates: the words outside quotation marks that may report somebody's speech."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.weights import Weights
from factsheet.wordlists import table

_NOT_VERBS = ("NOUN", "ADJ", "AUX", "ADV", "ADP", "SCONJ")
_PARTS = ("aux", "auxpass", "neg", "prt")


def cue_candidates(reading: Reading, weights: Weights) -> Iterator[Token]:
    """The tokens outside quotation marks that may be cues: the known ones, and verbs too rare to be known."""
    for token in reading.doc:
        if token.idx < reading.start or token.pos_ not in ("VERB", *_NOT_VERBS):
            continue
        key = cue_key(token)
        known = key in weights.cues or (token.pos_ == "VERB" and key not in weights.seldom)
        if known and not reading.quoted(token.idx):
            yield token


def cue_key(cue: Token) -> str:
    """What a cue is known by: its lemma, its part of speech where it is no verb, and whether it is passive.

    Proper nouns are known by nothing: a name is no cue.
    """
    pos = cue.pos_
    if pos == "PROPN":
        return "PROPN"
    lemma = cue.lemma_.lower()
    if pos in ("NOUN", "ADJ"):
        return f"{lemma}/{'adj' if pos == 'ADJ' else 'noun'}"
    passive = any(child.dep_ == "auxpass" for child in cue.children)
    return f"{lemma}/passive" if passive else lemma


def cue_spans(cue: Token, text: str) -> tuple[Chars, ...]:
    """The cue's words as character spans: the verb with its auxiliaries, negation and particle where they touch it."""
    parts = {cue.i}
    for child in cue.children:
        if child.dep_ in _PARTS:
            parts.add(child.i)
    if cue.lower_ == "according":
        parts |= {child.i for child in cue.children if child.lower_ == "to"}
    doc = cue.doc
    spans: list[Chars] = []
    for i in sorted(parts):
        start, end = doc[i].idx, doc[i].idx + len(doc[i])
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def is_hypothetical(cue: Token) -> bool:
    """Whether the cue reports what somebody may, will or did not say, and not what was said."""
    words = table(__package__, "hypothetical.toml")
    if any(
        child.dep_ == "neg" or (child.dep_ == "aux" and child.lower_ in words["auxiliaries"]) for child in cue.children
    ):
        return True
    if any(child.dep_ == "mark" and child.lower_ in words["conditions"] for child in cue.children):
        return True
    return cue.dep_ == "xcomp" and cue.head.lemma_.lower() in words["governors"]
