"""Frames that follow from the form of a line, whatever its parse: agency tails, signed quotations, headlines with a
name; and the turns of transcripts (see ``turns``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from factsheet.quotations.by_form.labels import name_below, signature
from factsheet.quotations.by_form.turns import turn_frames
from factsheet.quotations.frames import BESIDE_NAME, Chars, ContentCandidate, Frame, Reading, SourceCandidate
from factsheet.quotations.marks.pairing import Chain, QuotedRegion
from factsheet.wordlists import table

_NAME = r"[^\W\d_a-z][\w.'’&-]*"
_HEADLINE = re.compile(rf"(?P<name>{_NAME}(?:[^\S\r\n]+{_NAME}){{0,3}})(?P<cue>:)[^\S\r\n]+(?=\S)")
_LOOK_BACK = 4
_NAMED_HEADLINE = "headline with a name"

_TAIL_PROBABILITY = 0.9
_SIGNED_PROBABILITY = 0.95
_HEADLINE_PROBABILITY = 0.6


def unverbed_frames(reading: Reading) -> Iterator[Frame]:
    """The frames of agency tails, of quotations with a dash and a name behind them, of a transcript's turns, and of a
    headline that begins with a name and a colon."""
    for start, end in reading.paragraphs:
        if end > reading.start:
            yield from _tail(reading, max(start, reading.start), end)
    yield from _signed(reading)
    yield from turn_frames(reading)
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
    for chain in reading.chains:
        found = signature(reading.text, chain[-1]) if not _is_run_up_to(reading.text, chain[0]) else None
        if found and not _is_place_or_day(reading, found[1].spans[0]):
            dash, source = found
            yield Frame(_content(chain), (dash,), "", source, _SIGNED_PROBABILITY)
        elif (named := name_below(reading.text, chain[-1])) and _is_name(reading, named.spans[0]):
            yield Frame(_content(chain), (), "", named, _SIGNED_PROBABILITY)


def _content(chain: Chain) -> ContentCandidate:
    return ContentCandidate(tuple((region.start, region.end) for region in chain), BESIDE_NAME)


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


def _headline(reading: Reading) -> Iterator[Frame]:
    start, end = next(((a, b) for a, b in reading.paragraphs if b > reading.start), (0, 0))
    match = _HEADLINE.match(reading.text, start, end)
    if (
        match
        and len(reading.paragraphs) > 1
        and not reading.quoted(match.end())
        and _is_name(reading, match.span("name"))
    ):
        content = ContentCandidate(((match.end(), end - 1 if reading.text[end - 1] == "." else end),), _NAMED_HEADLINE)
        source = SourceCandidate((match.span("name"),), "label")
        yield Frame(content, (match.span("cue"),), ":", source, _HEADLINE_PROBABILITY)


def _is_name(reading: Reading, span: Chars) -> bool:
    """Whether the parser, too, takes every word before the first comma for a proper noun."""
    words = takewhile(lambda word: word.text != ",", reading.words[slice(*reading.tokens(*span))])
    return all(word.pos == "PROPN" for word in words)


def _moved(spans: list[Chars], by: int) -> tuple[Chars, ...]:
    return tuple((start + by, end + by) for start, end in spans)


def _joined(text: str, spans: tuple[Chars, ...]) -> tuple[Chars, ...]:
    """Two spans as one where only white space stands between them."""
    if len(spans) == 2 and not text[spans[0][1] : spans[1][0]].strip():
        return ((spans[0][0], spans[1][1]),)
    return spans
