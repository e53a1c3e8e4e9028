"""Cue candidates: the words outside quotation marks that may report somebody's speech."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.parse import SUBJECTS, Word
from factsheet.quotations.weights import Weights
from factsheet.wordlists import table

_PARTS_OF_SPEECH = ("VERB", "NOUN", "ADJ", "AUX", "ADV", "ADP", "SCONJ")
_PARTS = ("aux", "auxpass", "neg", "prt")


def cue_candidates(reading: Reading, weights: Weights) -> Iterator[Word]:
    """The tokens outside quotation marks that may be cues: the known ones, and verbs too rare to be known."""
    columns = reading.columns
    for i, (key, pos) in enumerate(zip(columns.keys, columns.pos, strict=True)):
        known = key in weights.cues or (pos == "VERB" and key not in weights.seldom)
        if known and pos in _PARTS_OF_SPEECH and columns.starts[i] >= reading.start and not reading.in_marks[i]:
            yield reading.words[i]


def cue_spans(cue: Word, text: str) -> tuple[Chars, ...]:
    """The cue's words as character spans: the verb with its auxiliaries, negation and particle where they touch it."""
    parts = {cue.i}
    for child in cue.children:
        if child.dep in _PARTS:
            parts.add(child.i)
    if cue.lower == "according":
        parts |= {child.i for child in cue.children if child.lower == "to"}
    doc = cue.words
    spans: list[Chars] = []
    for i in sorted(parts):
        start, end = doc[i].start, doc[i].end
        if spans and not text[spans[-1][1] : start].strip():
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(spans)


def is_hypothetical(cue: Word) -> bool:
    """Whether the cue reports what somebody may, will or did not say, and not what was said."""
    words = table(__package__, "hypothetical.toml")
    if any(
        child.dep == "neg" or (child.dep == "aux" and child.lower in words["auxiliaries"]) for child in cue.children
    ):
        return True
    if any(child.dep in SUBJECTS and _is_nobody(child, words["nobody"]) for child in cue.children):
        return True
    if any(child.dep == "mark" and child.lower in words["conditions"] for child in cue.children):
        return True
    return cue.dep == "xcomp" and cue.head.lemma.lower() in words["governors"]


def _is_nobody(subject: Word, words: list[str]) -> bool:
    """Whether a subject is nobody: "Nobody said", "No officials said", "Neither Berg nor Hill said"."""
    return subject.lower in words or any(
        child.lower in words and child.dep in ("det", "preconj", "cc", "advmod") for child in subject.children
    )
