"""Frames that follow from the form of a line, whatever its parse: agency tails, quotations with a name beside them,
transcripts, headlines with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factsheet.quotations.frames import BESIDE_NAME, Chars, ContentCandidate, Frame, Reading, SourceCandidate
from factsheet.quotations.labels import is_label, label, signature
from factsheet.quotations.marks import QuotedRegion, chains
from factsheet.quotations.parse import Word
from factsheet.quotations.weights import OFTEN_REPORTS, Weights
from factsheet.wordlists import table

_NAME = r"[^\W\d_a-z][\w.'’&-]*"
# WALLACE: … or SEN. WARREN (D-MA): … or Q: … at the start of a paragraph.
_TURN = re.compile(
    r"[\"“]?(?P<name>[QA](?=:)|[A-Z][A-Z.'’\-]+(?:[^\S\r\n]+[A-Z.'’\-]+){0,4}(?:[^\S\r\n]*\([^)\n]{1,40}\))?)(?P<cue>:)[^\S\r\n]+"
)
_HEADLINE = re.compile(rf"(?P<name>{_NAME}(?:[^\S\r\n]+{_NAME}){{0,3}})(?P<cue>:)[^\S\r\n]+(?=\S)")
_WORD = re.compile(r"\w")
_FEWEST_TURNS = 2
_LOOK_BACK = 4
_DASH = re.compile(r"\s[-–—]\s?|[–—]")
_NAMED = ("PERSON", "ORG")
_NAME_WORDS = ("PROPN", "NOUN", "DET", "ADJ", "ADP", "PUNCT", "PART")
_FEWEST_INVERTED, _MOST_INVERTED = 2, 12

_TAIL_PROBABILITY = 0.9
_SIGNED_PROBABILITY = 0.95
_INTRODUCED_PROBABILITY = 0.8
_INVERTED_PROBABILITY = 0.95
_TURN_PROBABILITY = 0.85
_HEADLINE_PROBABILITY = 0.6


def unverbed_frames(reading: Reading, weights: Weights) -> Iterator[Frame]:
    """The frames of agency tails, of quotations with a dash and a name behind them or a name and a colon before them,
    of a transcript's turns, and of a headline that begins with a name and a colon. ``weights`` know the cues."""
    for start, end in reading.paragraphs:
        if end > reading.start:
            yield from _tail(reading, max(start, reading.start), end)
    yield from _signed(reading)
    yield from _introduced(reading, weights)
    yield from _turns(reading)
    yield from _headline(reading)


@cache
def _tail_pattern() -> re.Pattern[str]:
    words = table(__package__, "wire.toml")
    verbs, citing = "|".join(words["verbs"]), "|".join(words["citing"])
    return re.compile(
        rf",[^\S\r\n]+(?P<outlet>(?:the[^\S\r\n]+)?{_NAME}(?:[^\S\r\n]+(?:of[^\S\r\n]+)?{_NAME}){{0,4}})[^\S\r\n]+(?P<verb>{verbs})"
        rf"(?:,?[^\S\r\n]+(?P<citing>{citing})[^\S\r\n]+(?P<cited>[^.;\n]{{2,150}}?))?[^\S\r\n]*\.?\s*\Z"
    )


def _tail(reading: Reading, start: int, end: int) -> Iterator[Frame]:
    match = _tail_pattern().search(reading.text[start:end])
    if match is None or reading.quoted(start + match.start()):
        return
    comma = start + match.start()
    sentence, _ = reading.sentence(comma)
    if sentence >= comma:
        return
    cue = [match.span("verb")] + ([match.span("citing")] if match["citing"] else [])
    sources = [match.span("outlet")] + ([match.span("cited")] if match["cited"] else [])
    yield Frame(
        ContentCandidate(((sentence, comma),), "agency tail"),
        _joined(reading.text, _moved(cue, start)),
        match["verb"],
        SourceCandidate(_moved(sources, start), "citing" if match["cited"] else "agency"),
        _TAIL_PROBABILITY,
    )


def _signed(reading: Reading) -> Iterator[Frame]:
    for chain in chains(reading.regions):
        found = signature(reading.text, chain[-1]) if not _is_run_up_to(reading.text, chain[0]) else None
        if found and not _is_place_or_day(reading, found[1].spans[0]):
            dash, source = found
            content = ContentCandidate(tuple((region.start, region.end) for region in chain), BESIDE_NAME)
            yield Frame(content, (dash,), "", source, _SIGNED_PROBABILITY)


def _introduced(reading: Reading, weights: Weights) -> Iterator[Frame]:
    for chain in chains(reading.regions):
        spans = tuple((region.start, region.end) for region in chain)
        if inverted := _inverted(reading, chain[0], weights):
            cue, source = inverted
            content = ContentCandidate(spans, "quotation behind a colon")
            key = reading.columns.keys[cue.i]
            yield Frame(content, ((cue.start, cue.end),), key, source, _INVERTED_PROBABILITY)
        elif named := _label(reading, chain[0]):
            yield Frame(ContentCandidate(spans, BESIDE_NAME), (), "", named, _INTRODUCED_PROBABILITY)


def _inverted(reading: Reading, region: QuotedRegion, weights: Weights) -> tuple[Word, SourceCandidate] | None:
    """The verb that begins a sentence, and the name and the colon between it and a quotation: Said Ann Roe: “…”."""
    last = reading.tokens(region.start, region.end)[0] - 1
    while last >= 0 and reading.words[last].is_space:
        last -= 1
    if last < _FEWEST_INVERTED or reading.words[last].text != ":":
        return None
    words = reading.words[reading.columns.sentences[last][0] : last]
    words = [word for word in words if word.start >= reading.start and not word.is_space]
    if len(words) < _FEWEST_INVERTED or len(words) > _MOST_INVERTED:
        return None
    verb, *name = words
    reports = weights.level(reading.columns.keys[verb.i]) >= OFTEN_REPORTS and verb.pos == "VERB"
    if not reports or any(word.pos not in _NAME_WORDS for word in name) or name[-1].pos != "PROPN":
        return None
    return verb, SourceCandidate(((name[0].start, name[-1].end),), "subject")


def _label(reading: Reading, region: QuotedRegion) -> SourceCandidate | None:
    """The name and the colon before a quotation that begin its paragraph; or a sentence in it, or follow a dash, if the
    entity recogniser knows that somebody is called so."""
    text = reading.text
    start, _ = reading.paragraph(region.start)
    if found := label(text, region, start):
        return found
    colon = text.rfind(":", start, region.start)
    if colon < 0 or _WORD.search(text, colon, region.start):
        return None
    sentence, _ = reading.sentence(colon)
    dashes = [dash.end() for dash in _DASH.finditer(text, start, colon)]
    for begin in (*dashes[-1:], sentence):
        found = label(text, region, begin) if begin > start else None
        if found and _names_somebody(reading, found):
            return found
    return None


def _names_somebody(reading: Reading, source: SourceCandidate) -> bool:
    """Whether all words of a label are somebody's name; a single one ("Verdict") must be so at another place, too."""
    start, end = source.spans[0]
    words = reading.words[slice(*reading.tokens(start, end))]
    known = len(words) > 1 or reading.text.count(reading.text[start:end]) > 1
    return known and all(word.ent_type in _NAMED or word.pos == "CCONJ" for word in words)


def _is_run_up_to(text: str, region: QuotedRegion) -> bool:
    """Whether a sentence runs up to quoted words that go on from it, and so reports them: He called it “a ruin.” --Ann
    Roe. Who signs that wrote the sentence."""
    before = text[max(0, region.start - _LOOK_BACK) : region.start].rstrip(" \u00a0")[-1:]
    first = next(filter(str.isalpha, text[region.start : region.end]), "")
    return first.islower() and (before.isalnum() or before == ",")


def _is_place_or_day(reading: Reading, span: Chars) -> bool:
    """Whether the first word behind the dash is a place's or a day's: "London, 2016"."""
    first, _ = reading.tokens(*span)
    return reading.words[first].ent_type in ("GPE", "LOC", "FAC", "DATE")


def _turns(reading: Reading) -> Iterator[Frame]:
    found = ((_TURN.match(reading.text, start, end), end) for start, end in reading.paragraphs)
    turns = [(match, end) for match, end in found if match and not is_label(match["name"])]
    if len(turns) >= _FEWEST_TURNS:
        for match, end in turns:
            yield _labelled(match, end, "turn of a transcript", _TURN_PROBABILITY)


def _headline(reading: Reading) -> Iterator[Frame]:
    start, end = next(((a, b) for a, b in reading.paragraphs if b > reading.start), (0, 0))
    match = _HEADLINE.match(reading.text, start, end)
    if (
        match
        and len(reading.paragraphs) > 1
        and not reading.quoted(match.end())
        and _is_name(reading, match.span("name"))
    ):
        yield _labelled(match, end, "headline with a name", _HEADLINE_PROBABILITY)


def _labelled(match: re.Match[str], end: int, construction: str, probability: float) -> Frame:
    content = match.end(), end - 1 if match.string[end - 1] == "." else end
    # Q and A are nobody's names.
    source = SourceCandidate((match.span("name"),), "label") if len(match["name"]) > 1 else None
    return Frame(ContentCandidate((content,), construction), (match.span("cue"),), ":", source, probability)


def _is_name(reading: Reading, span: Chars) -> bool:
    """Whether the parser, too, takes every word for a proper noun."""
    return all(word.pos == "PROPN" for word in reading.words[slice(*reading.tokens(*span))])


def _moved(spans: list[Chars], by: int) -> tuple[Chars, ...]:
    return tuple((start + by, end + by) for start, end in spans)


def _joined(text: str, spans: tuple[Chars, ...]) -> tuple[Chars, ...]:
    """Two spans as one where only white space stands between them."""
    if len(spans) == 2 and not text[spans[0][1] : spans[1][0]].strip():
        return ((spans[0][0], spans[1][1]),)
    return spans
