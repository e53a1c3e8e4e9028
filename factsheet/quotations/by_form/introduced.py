"""Quotations that a name and a colon introduce, with no verb or with one before the name: Ann Roe: “…”; FERRY SINKS -
Ann Roe: “…”; Said Ann Roe: “…”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsheet.quotations.by_form.labels import LONGEST_LABEL, label
from factsheet.quotations.frames import BESIDE_NAME, ContentCandidate, Frame, Reading, SourceCandidate
from factsheet.quotations.marks.pairing import QuotedRegion
from factsheet.quotations.parse import Word
from factsheet.wordlists import words as word_list

_NAMED_PROBABILITY = 0.8
_SURE_PROBABILITY = 0.95
_CAPITAL_WITHIN = re.compile(r"[^\W\d_a-z]\w*[a-z][^\W\d_a-z]")
_DASH_BEFORE_LABEL = re.compile(r"\s[-–—]+\s*(?=[^-–—:\r\n\"“”]+:\s*\Z)")
_PAST = ("VBD", "VBZ", "VBN")
_NAMED = ("PERSON", "ORG")
_NAME_WORDS = ("PROPN", "NOUN", "DET", "ADJ", "ADP", "PUNCT", "PART")
_FEWEST_WORDS, _MOST_WORDS = 2, 12


def introduced_frames(reading: Reading) -> Iterator[Frame]:
    """The frames of such quotations."""
    for chain in reading.chains:
        spans = tuple((region.start, region.end) for region in chain)
        if inverted := _inverted(reading, chain[0]):
            cue, source = inverted
            content = ContentCandidate(spans, "quotation behind a colon")
            key = reading.columns.keys[cue.i]
            yield Frame(content, ((cue.start, cue.end),), key, source, _SURE_PROBABILITY)
        elif listed := _listed_by(reading, chain[0]):
            yield Frame(ContentCandidate(spans, BESIDE_NAME), (), "", listed, _SURE_PROBABILITY)
        elif named := _label(reading, chain[0]):
            yield Frame(ContentCandidate(spans, BESIDE_NAME), (), "", named, _NAMED_PROBABILITY)


def _inverted(reading: Reading, region: QuotedRegion) -> tuple[Word, SourceCandidate] | None:
    """The verb that begins a sentence, and the name and the colon between it and a quotation."""
    last = reading.tokens(region.start, region.end)[0] - 1
    while last >= 0 and reading.words[last].is_space:
        last -= 1
    if last < _FEWEST_WORDS or reading.words[last].text != ":":
        return None
    words = reading.words[reading.columns.sentences[last][0] : last]
    words = [word for word in words if word.start >= reading.start and not word.is_space]
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return None
    verb, *name = words
    reports = verb.tag in _PAST and verb.lemma.lower() in word_list("factsheet.quotations", "inverted.txt")
    if not reports or any(word.pos not in _NAME_WORDS for word in name) or name[-1].pos != "PROPN":
        return None
    if name[0].pos == "ADP":
        return None
    return verb, SourceCandidate(((name[0].start, name[-1].end),), "subject")


def _listed_by(reading: Reading, region: QuotedRegion) -> SourceCandidate | None:
    """The name between a dash and a colon right before a quotation, as lists of reports give them: FERRY SINKS AT THE
    PIER - Ann Roe: “…”. The parser, too, takes its words for names, or it is one written as only names are."""
    start, _ = reading.paragraph(region.start)
    dash = _DASH_BEFORE_LABEL.search(reading.text, max(start, region.start - LONGEST_LABEL), region.start)
    found = label(reading.text, region, dash.end()) if dash else None
    if found is None:
        return None
    name, *more = words = reading.words[slice(*reading.tokens(*found.spans[0]))]
    if any(word.lower in word_list(__package__, "editors_labels.txt") for word in words):
        return None
    if more:
        return found if all(word.pos in ("PROPN", "CCONJ") for word in words) else None
    return found if name.ent_type in _NAMED or _CAPITAL_WITHIN.match(name.text) else None


def _label(reading: Reading, region: QuotedRegion) -> SourceCandidate | None:
    """The name and the colon before a quotation that begin its paragraph, or a sentence in it if the entity recogniser
    knows that somebody is called so."""
    text = reading.text
    start, _ = reading.paragraph(region.start)
    if found := label(text, region, start) or _listed_author(reading, region):
        words = reading.words[slice(*reading.tokens(*found.spans[0]))]
        place = all(word.ent_type in ("GPE", "LOC", "FAC", "DATE") for word in words)
        return None if place or words[0].pos in ("ADP", "VERB") else found
    sentence, _ = reading.sentence(max(start, text.rfind(":", start, region.start)))
    found = label(text, region, sentence) if sentence > start else None
    return found if found and _names_somebody(reading, found) else None


def _listed_author(reading: Reading, region: QuotedRegion) -> SourceCandidate | None:
    """Who wrote the report whose name stands before a quotation: "Ferry sinks," by the Gazette's Ann Roe: "…"."""
    by = reading.text.rfind(" by ", max(0, region.start - LONGEST_LABEL), region.start)
    work = reading.region_at(by - 1) if by > 0 else None
    if work is None or work not in reading.works or reading.breaks(work.end, region.start):
        return None
    return label(reading.text, region, by + 1)


def _names_somebody(reading: Reading, source: SourceCandidate) -> bool:
    """Whether all words of a label are somebody's name; a single one ("Verdict") must be so at another place, too."""
    start, end = source.spans[0]
    words = reading.words[slice(*reading.tokens(start, end))]
    known = len(words) > 1 or reading.text.count(reading.text[start:end]) > 1
    return known and all(word.ent_type in _NAMED or word.pos == "CCONJ" for word in words)
