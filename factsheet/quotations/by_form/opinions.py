"""Frames of phrases that put a sentence, or the words in marks behind them, down to somebody: "in the words of Ann
Roe", "in her view", "by his own account".

They are read where nothing else can be meant: the sentence is one statement, and no cue in it reports anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheet.quotations.frames import Chars, ContentCandidate, Frame, Reading, SourceCandidate
from factsheet.quotations.parse import Word
from factsheet.quotations.sources.candidates import overlaps
from factsheet.quotations.sources.rules import noun_phrase
from factsheet.wordlists import table

OPINION = "opinion phrase"
_PROBABILITY = 0.8
_OPENERS = ("", "and", "but", "yet", "so", "still")
# Of all these nouns, only this one says that what stands in marks is somebody's wording.
_WORDING = "words"
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class _Phrase:
    """A preposition and its noun, with whose it is: the words from ``start`` to ``end``, the cue and the source."""

    preposition: Word
    noun: Word
    end: int
    cue: tuple[Chars, ...]
    source: SourceCandidate

    @property
    def start(self) -> int:
        return self.preposition.start


def opinion_frames(reading: Reading, reported: Sequence[Frame]) -> Iterator[Frame]:
    """The frames of such phrases outside marks, but for those whose sentence has words that the cue of a ``reported``
    frame reports or says who says them."""
    for word in reading.words:
        if word.dep != "pobj" or reading.in_marks[word.i] or word.start < reading.start:
            continue
        phrase = _phrase(word, reading)
        if phrase is None:
            continue
        spans = _content(phrase, reading)
        if spans and not any(overlaps(frame.cue, spans) for frame in reported):
            content = ContentCandidate(spans, OPINION)
            yield Frame(content, phrase.cue, word.lemma.lower(), phrase.source, _PROBABILITY)


def _phrase(noun: Word, reading: Reading) -> _Phrase | None:
    preposition, nouns = noun.head, table(__package__, "opinions.toml")
    if preposition.i > noun.i:
        return None
    for child in noun.children:
        if child.dep == "poss" and noun.lower in nouns["possessed"].get(preposition.lower, ()):
            cue: tuple[Chars, ...] = ((preposition.start, preposition.end), (noun.start, noun.end))
            return _owned(_Phrase(preposition, noun, noun.end, cue, _source(noun_phrase(child), "possessor")), reading)
        if child.dep == "prep" and child.lower == "of" and noun.lower in nouns["of"].get(preposition.lower, ()):
            owner = next((word for word in child.rights if word.dep == "pobj"), None)
            if owner is None or not any(word.lower == "the" for word in noun.lefts):
                return None
            span = noun_phrase(owner)
            comma = reading.text.find(",", *span)
            if comma > 0 and not _opens(preposition.start, reading):
                # "He is, in the words of Ann Roe, a liar": what stands behind the comma is no apposition.
                span = span[0], comma
            cue = ((preposition.start, child.end),)
            return _owned(_Phrase(preposition, noun, span[1], cue, _source(span, "noun and preposition")), reading)
    return None


def _source(span: Chars, rule: str) -> SourceCandidate:
    return SourceCandidate((span,), rule)


def _owned(phrase: _Phrase, reading: Reading) -> _Phrase | None:
    """The phrase, if it is not the author's own view."""
    start, end = phrase.source.spans[0]
    whole = reading.text[start:end].lower().replace("’", "'")
    authors = table(__package__, "opinions.toml")["authors"]
    return None if any(word in authors for word in (whole, *whole.removesuffix("'s").split())) else phrase


def _content(phrase: _Phrase, reading: Reading) -> tuple[Chars, ...]:
    """What the phrase puts down to somebody: the sentence before and behind it, or words in marks right behind it."""
    text = reading.text
    start, stop = reading.sentence(phrase.start)
    before = text[start : phrase.start].rstrip()
    opens = _opens(phrase.start, reading)
    while stop > phrase.end and (text[stop - 1].isspace() or text[stop - 1] in ".:"):
        stop -= 1
    begin = phrase.end
    while begin < stop and (text[begin].isspace() or text[begin] == ","):
        begin += 1
    comma = text[phrase.end : begin].lstrip().startswith(",")
    region = reading.region_at(begin)
    if region is not None and region.start == begin:
        whole = region.end >= stop
        worded = phrase.noun.lower == _WORDING or (comma and whole)
        return ((region.start, region.end),) if worded and _WORD.search(text, region.start, region.end) else ()
    spans: list[Chars] = []
    if not opens:
        if not before.endswith(",") or phrase.preposition.head.dep != "ROOT" or _is_cut_off(phrase, reading):
            return ()
        spans.append((start, start + len(before) - 1))
    if begin < stop:
        if not comma or (not opens and "," in text[begin:stop]):
            return ()
        spans.append((begin, stop))
    return tuple(spans) if all(_is_one_statement(span, reading) for span in spans) else ()


def _opens(start: int, reading: Reading) -> bool:
    """Whether nothing but a conjunction stands before ``start`` in its sentence."""
    first, _ = reading.sentence(start)
    return reading.text[first:start].strip().lower().rstrip(",") in _OPENERS


def _is_cut_off(phrase: _Phrase, reading: Reading) -> bool:
    """Whether what stands before the phrase and its comma lacks what the phrase parts it from: his reasons for, in her
    view, leaving."""
    at = phrase.preposition.i - 2
    return at < 0 or reading.words[at].pos in ("ADP", "SCONJ", "CCONJ", "DET") or reading.words[at].lower == "to"


def _is_one_statement(span: Chars, reading: Reading) -> bool:
    """Whether words are one statement: they ask nothing, nothing with a subject of its own is joined to them, and they
    cut no words in marks in two."""
    start, end = span
    text = reading.text
    if text[end - 1] == "?" or not _WORD.search(text, start, end):
        return False
    if any(region.start < start or region.end > end for region in reading.regions_within(start, end)):
        return False
    joints = table(__package__, "opinions.toml")["joints"]
    words = reading.words[slice(*reading.tokens(start, end))]
    if words[0].lower in joints or words[0].tag in ("VBN", "VBG"):
        return False
    for word in words:
        if reading.in_marks[word.i]:
            continue
        if word.text in (";", "—", "–", "-", "--"):
            return False
        if word.text == "," and word.i + 1 < len(reading.words) and reading.words[word.i + 1].lower in joints:
            return False
    return True
