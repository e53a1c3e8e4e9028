"""What stands before the words that a cue reports, and that a content of the parse has taken in with them: "said for
the first time that it rained"; "The mayor was angry: “It rained,” she said"."""

from __future__ import annotations

from dataclasses import replace

from factsheet.quotations.frames import ContentCandidate, Reading
from factsheet.quotations.marks.pairing import last_inside
from factsheet.quotations.marks.terms import is_term
from factsheet.quotations.parse import Word
from factsheet.wordlists import table

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_VERBS = (*_FINITE, "VB", "VBG")
_INTRODUCES = (":", "—", "–", "--", " -")
_PHRASES = ("preposition", "rest", "ccomp", "npadvmod")
_ABOUT = ("about", "against", "of")
_DATES = ("DATE", "TIME")


def without_lead(cue: Word, content: ContentCandidate, reading: Reading) -> ContentCandidate:
    """A content of ``cue`` from where the words begin that it reports."""
    if content.in_marks:
        return content
    start, end = content.spans[0]
    if start >= cue.end:
        begin = _clause(content, reading) or _speech_behind(cue, content, reading)
    else:
        begin = _speech_before(cue, content, reading)
    return replace(content, spans=((begin, end), *content.spans[1:])) if begin else content


def _clause(content: ContentCandidate, reading: Reading) -> int | None:
    """Where the clause begins that a "that" opens behind when or where it was said: for the first time that …"""
    if not content.construction.startswith(_PHRASES):
        return None
    first, last = reading.tokens(*content.spans[0])
    for word in reading.words[first:last]:
        if reading.in_marks[word.i]:
            continue
        if word.lower == "that" and word.dep in ("mark", "advmod"):
            return word.start if _is_circumstance(reading.words[first : word.i], word.head) else None
        if word.tag in _VERBS:
            return None
    return None


def _is_circumstance(lead: list[Word], clause: Word) -> bool:
    """Whether words before the "that" of a clause tell when or where it was said; it may not be a noun's: "on Monday
    to reports that it rained", "so that it rains"."""
    if not lead or lead[-1].lower == "so":
        return False
    if clause.dep in ("acl", "relcl") and clause.head in lead and clause.head.lemma != "time":
        return False
    # "Complained about a broadcast that ..." tells of the broadcast, "spoke of the time that ..." of the time.
    told = [word for word in lead if _tells_when_or_where(word)]
    return bool(told) and not any(word.head.lower in _ABOUT for word in told)


def _tells_when_or_where(word: Word) -> bool:
    return word.ent_type in _DATES or word.lemma in table(__package__, "media.toml")["occasions"]


def _speech_behind(cue: Word, content: ContentCandidate, reading: Reading) -> int | None:
    """Where speech in marks begins behind a name or a thing that the cue's own clause tells of, between two commas:
    said of her child, a girl of six, “She can read.”"""
    text, (start, end) = reading.text, content.spans[0]
    regions = reading.regions_within(start, end)
    if len(regions) != 1 or regions[0].end < end or not text[cue.end : start].rstrip().endswith(","):
        return None
    region = regions[0]
    lead = reading.words[slice(*reading.tokens(start, region.start))]
    finite = any(word.tag in _FINITE for word in lead)
    return region.start if not finite and text[start : region.start].rstrip().endswith(",") else None


def _speech_before(cue: Word, content: ContentCandidate, reading: Reading) -> int | None:
    """Where speech in marks begins right before the cue's clause, behind a sentence and a colon or a dash."""
    text, (start, end) = reading.text, content.spans[0]
    regions = reading.regions_within(start, end)
    if not regions or end > cue.start or len(content.spans) > 1:
        return None
    region = regions[-1]
    inside = next(filter(str.isalpha, text[region.start : region.end]), "")
    if region.start <= start or region.end < end or is_term(text, region) or not inside.isupper():
        return None
    before = reading.words[: reading.tokens(region.start, region.end)[0]][-2:]
    # "Ann Roe said: …" says who said it already.
    introduced = text[start : region.start].rstrip().endswith(_INTRODUCES) and before[0].pos != "VERB"
    return region.start if introduced and last_inside(text, region.start, region.end) in (",", "!", "?") else None
