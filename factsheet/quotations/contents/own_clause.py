"""Words of a cue's own clause that a content of the parse has taken in: when and how it was said, and by whom."""

from __future__ import annotations

from dataclasses import replace

from factsheet.quotations.frames import Chars, ContentCandidate, Reading
from factsheet.quotations.marks.pairing import QuotedRegion, ends_on_comma, may_go_on
from factsheet.quotations.marks.terms import is_term
from factsheet.quotations.parse import Word
from factsheet.wordlists import table

_FRONTS = ("ADP", "SCONJ", "ADV")
_PARTICIPLES = ("VBG", "VBN")
_THINGS = ("dobj", "preposition")
_TIMES = ("DATE", "TIME")


def without_own_clause(cue: Word, content: ContentCandidate, reading: Reading) -> ContentCandidate | None:
    """A content of ``cue`` without words of the cue's own clause; None where the content is another clause that leads
    to words in marks: In an interview, she went further: “It rained.”"""
    if content.in_marks:
        return content
    spans = _without_medium(cue, _without_amid(cue, content.spans, reading), content.construction, reading)
    region = _only_region(spans, reading)
    if region is None:
        return replace(content, spans=spans)
    start, end = spans[0]
    if start == region.start and start > cue.start and _is_speech(region, reading):
        # She says, “Stay where you are,” until the tape ends.
        spans = ((region.start, region.end),)
    elif start < region.start and reading.text[start : region.start].rstrip().endswith(":"):
        lead = reading.words[slice(*reading.tokens(start, region.start))]
        if cue.i + 1 == lead[0].i and _is_name(lead):
            # Added Ann Roe: “It rained.”
            spans = ((region.start, end),)
        elif cue.pos == "ADP" and cue.head.i > cue.i and any(word is cue.head for word in lead):
            return None
    return replace(content, spans=spans)


def _without_amid(cue: Word, spans: tuple[Chars, ...], reading: Reading) -> tuple[Chars, ...]:
    """The spans without words outside marks right behind the cue that interrupts words in marks: “It rained,” she said,
    leaving the hall."""
    first = reading.region_at(spans[0][0])
    if first is None or (first.start, first.end) != spans[0] or not ends_on_comma(reading.text, first):
        return spans
    return (spans[0], *(span for span in spans[1:] if not _is_tail(cue, span, reading)))


def _without_medium(cue: Word, spans: tuple[Chars, ...], construction: str, reading: Reading) -> tuple[Chars, ...]:
    """The spans behind a cue without where it was said: behind words in marks, or where these are no clause that it
    might be said in: She attacked the plan in an interview with the Gazette."""
    start, end = spans[-1]
    words = reading.words[slice(*reading.tokens(start, end))]
    if start < cue.end:
        return spans
    for at in range(len(words) - 1, 0, -1):
        word = words[at]
        if word.pos != "ADP" or not _names_medium(word):
            continue
        behind = words[word.right_edge + 1 - words[0].i :]
        if all(other.ent_type in _TIMES or other.pos == "ADP" for other in behind):
            before = next((other for other in reversed(words[:at]) if not other.is_space), None)
            if before is None or reading.in_marks[word.i]:
                return spans
            if reading.in_marks[before.i] or word.head is cue or construction.startswith(_THINGS):
                return (*spans[:-1], (start, before.end))
    return spans


def _names_medium(preposition: Word) -> bool:
    """Whether a preposition and its noun say where something was said: "in a tweet", "on her Facebook page"."""
    media = table(__package__, "media.toml")
    noun = next((word for word in preposition.rights if word.dep == "pobj"), None)
    if noun is None or preposition.lower not in media["prepositions"]:
        return False
    of_a_name = any(word.text in media["names"] for word in noun.lefts)
    indefinite = any(word.lower in ("a", "an") for word in noun.lefts)
    if noun.lemma in media["pages"]:
        return of_a_name
    return noun.text in media["names"] or (noun.lemma in media["nouns"] and (indefinite or of_a_name))


def _is_tail(cue: Word, span: Chars, reading: Reading) -> bool:
    word = reading.words[reading.tokens(*span)[0]]
    tells = word.pos in _FRONTS or word.tag in _PARTICIPLES
    return span[0] > cue.start and tells and not reading.regions_within(*span)


def _only_region(spans: tuple[Chars, ...], reading: Reading) -> QuotedRegion | None:
    regions = reading.regions_within(*spans[0]) if len(spans) == 1 else ()
    return regions[0] if len(regions) == 1 else None


def _is_speech(region: QuotedRegion, reading: Reading) -> bool:
    return may_go_on(reading.text, region) and not is_term(reading.text, region)


def _is_name(words: list[Word]) -> bool:
    return any(word.pos == "PROPN" for word in words) and all(word.pos == "PROPN" or word.is_punct for word in words)
