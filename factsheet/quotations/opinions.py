"""Frames of phrases that put a sentence, or the words in marks behind them, down to somebody: "in the words of Ann
Roe", "in her view", "by his own account"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factsheet.quotations.frames import Chars, ContentCandidate, Frame, Reading, SourceCandidate
from factsheet.quotations.parse import Word
from factsheet.quotations.source_rules import noun_phrase
from factsheet.wordlists import table

OPINION = "opinion phrase"
_PROBABILITY = 0.8
_OPENERS = ("and", "but", "yet", "so", "still")


@dataclass(frozen=True)
class _Phrase:
    """A preposition and its noun, with whose it is: the words from ``start`` to ``end``, the cue and the source."""

    preposition: Word
    start: int
    end: int
    cue: tuple[Chars, ...]
    source: SourceCandidate


def opinion_frames(reading: Reading) -> Iterator[Frame]:
    """The frames of phrases outside marks that commas set off from the sentence which they put down to somebody."""
    for word in reading.words:
        if word.dep == "pobj" and not reading.in_marks[word.i] and word.start >= reading.start:
            phrase = _phrase(word)
            spans = _content(phrase, reading) if phrase else ()
            if phrase and spans:
                content = ContentCandidate(spans, OPINION)
                yield Frame(content, phrase.cue, word.lemma.lower(), phrase.source, _PROBABILITY)


def _phrase(noun: Word) -> _Phrase | None:
    preposition, nouns = noun.head, table(__package__, "opinions.toml")
    if noun.lower not in nouns.get(preposition.lower, ()) or preposition.i > noun.i:
        return None
    for child in noun.children:
        if child.dep == "poss" and child.lower not in nouns["authors"]:
            source = SourceCandidate((noun_phrase(child),), "possessor")
            words = (preposition.start, preposition.end), (noun.start, noun.end)
            return _Phrase(preposition, preposition.start, noun.end, words, source)
        if child.dep == "prep" and child.lower == "of" and child.i > noun.i:
            owner = next((word for word in child.children if word.dep == "pobj"), None)
            if owner is not None:
                span = noun_phrase(owner)
                source = SourceCandidate((span,), "noun and preposition")
                return _Phrase(preposition, preposition.start, span[1], ((preposition.start, child.end),), source)
    return None


def _content(phrase: _Phrase, reading: Reading) -> tuple[Chars, ...]:
    """What the phrase puts down to somebody: the sentence before and behind it, or words in marks right behind it."""
    text = reading.text
    start, end = reading.sentence(phrase.start)
    stop = end
    while stop > phrase.end and (text[stop - 1].isspace() or text[stop - 1] in ".;:"):
        stop -= 1
    before, behind = text[start : phrase.start].rstrip(), text[phrase.end : stop]
    opens = before.strip().lower().rstrip(",") in ("", *_OPENERS)
    begin = phrase.end + len(behind) - len(behind.lstrip(" ,\n\r\u00a0"))
    region = reading.region_at(begin) if begin < stop else None
    if region is not None and not opens:
        return ((region.start, region.end),)
    if opens:
        return ((begin, stop),) if behind.startswith(",") and begin < stop else ()
    if not before.endswith(",") or phrase.preposition.head.dep != "ROOT" or _is_cut_off(phrase, reading):
        return ()
    first = start, start + len(before) - 1
    if begin >= stop:
        return (first,)
    return (first, (begin, stop)) if behind.startswith(",") else ()


def _is_cut_off(phrase: _Phrase, reading: Reading) -> bool:
    """Whether what stands before the phrase and its comma lacks what the phrase parts it from: his reasons for, in her
    view, leaving."""
    at = phrase.preposition.i - 2
    return at < 0 or reading.words[at].pos in ("ADP", "SCONJ", "CCONJ", "DET", "PART")
