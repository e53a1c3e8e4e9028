"""What a content that the judge chose must still pass before it is called a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from factsheet.quotations.frames import Chars, ContentCandidate, Reading
from factsheet.quotations.terms import is_title
from factsheet.wordlists import table

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_BREAK = re.compile(r",\s|\s[-–—]+\s|—")
_FEWEST_WORDS_BEFORE_A_TAIL = 3
_FEWEST_WORDS_BESIDE_A_TITLE = 2
_FRONT_AND_QUOTATION = 2


def refined(content: ContentCandidate, reading: Reading) -> ContentCandidate | None:
    """The content without the author's own clause at its end, or None where it is nobody's words, as a lone pronoun is
    ("voted against it") and the title of a work with hardly a word around it ("showed “The Long Way Home” twice")."""
    if not any(_WORD.search(reading.text, start, end) for start, end in content.spans):
        return None
    said = _without_works(content, reading)
    if said is None or said.in_marks:
        return said
    spans = tuple(span for span in (_without_tail(reading, *span) for span in said.spans) if span[0] < span[1])
    if _is_pronoun(reading, spans) or _is_mere_title(reading, spans):
        return None
    return replace(said, spans=_without_front(spans, reading))


def _without_works(content: ContentCandidate, reading: Reading) -> ContentCandidate | None:
    """The content without pieces that are only what a work is called; None where such names end it, no other words are
    in marks, and no verb stands before them: "In his book, “The Way Home,” he suggested"."""
    regions = {region for span in content.spans for region in reading.regions_within(*span)}
    if not regions or reading.works.isdisjoint(regions):
        return content
    names = {(region.start, region.end) for region in reading.works}
    spans = tuple(span for span in content.spans if span not in names)
    if not spans:
        return None
    if reading.works.issuperset(regions):
        last = max(region.end for region in regions)
        words = (word for span in spans for word in reading.words[slice(*reading.tokens(*span))])
        verbs = any(word.pos in ("VERB", "AUX") and not reading.in_marks[word.i] for word in words)
        if not verbs and not _WORD.search(reading.text, last, spans[-1][1]):
            return None
    return replace(content, spans=spans)


def _without_front(spans: tuple[Chars, ...], reading: Reading) -> tuple[Chars, ...]:
    """The spans without words outside marks before the cue that say when, where or how the words in marks behind it
    were said: On Monday, she said, “we reopen”. Whether she said them nobody knows."""
    if len(spans) != _FRONT_AND_QUOTATION or reading.regions_within(*spans[0]):
        return spans
    region = reading.region_at(spans[1][0])
    first = reading.words[reading.tokens(*spans[0])[0]]
    told = first.pos == "ADV" or first.tag in ("VBN", "VBG") or (first.pos == "ADP" and first.dep != "mark")
    return spans[1:] if told and region is not None and region.start == spans[1][0] else spans


def _without_tail(reading: Reading, start: int, end: int) -> Chars:
    """The span without its tail, which is more than an aside: no later comma or dash, and no quotation, ends it."""
    text = reading.text
    for tail in _tails().finditer(text, start, end):
        aside = _BREAK.search(text, tail.end(), end) or reading.regions_within(tail.end(), end)
        long_enough = len(_WORD.findall(text, start, tail.start())) >= _FEWEST_WORDS_BEFORE_A_TAIL
        if not aside and long_enough and not reading.quoted(tail.start()):
            return start, tail.start()
    return start, end


@cache
def _tails() -> re.Pattern[str]:
    words = table(__package__, "tails.toml")
    after_comma, after_dash = "|".join(words["after_comma"]), "|".join(words["after_dash"])
    # The comma may stand within the quotation mark before it: he said it was “a must,” while others ...
    comma = r"(?:(?<=,[\"”’'»])|(?<=,'')|,)"
    return re.compile(rf"{comma}\s+(?:{after_comma})\b|\s*[-–—]+\s*(?:{after_dash})\b")


def _is_pronoun(reading: Reading, spans: tuple[Chars, ...]) -> bool:
    tokens = [token for span in spans for token in reading.words[slice(*reading.tokens(*span))]]
    return all(token.pos in ("PRON", "PUNCT", "DET") for token in tokens)


def _is_mere_title(reading: Reading, spans: tuple[Chars, ...]) -> bool:
    regions = [region for span in spans for region in reading.regions_within(*span)]
    if not regions or not all(is_title(reading.text, region) for region in regions):
        return False
    words = [word.start() for start, end in spans for word in _WORD.finditer(reading.text, start, end)]
    return sum(not reading.quoted(word) for word in words) < _FEWEST_WORDS_BESIDE_A_TITLE
