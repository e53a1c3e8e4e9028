"""What a content that the judge chose must still pass before it is called a quotation."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from factsheet.quotations.contents.beside import participle_before
from factsheet.quotations.frames import Chars, ContentCandidate, Reading
from factsheet.quotations.marks.pairing import may_go_on
from factsheet.quotations.marks.terms import is_title
from factsheet.quotations.parse import NOUN_SUBJECTS
from factsheet.wordlists import table
from factsheet.wordlists import words as word_list

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_BREAK = re.compile(r",\s|\s[-–—]+\s|—")
_ENDS_ON_COMMA = re.compile(r",(?:''|[\"”’'»])?\Z")
_FEWEST_WORDS_BEFORE_A_TAIL = 3
_FEWEST_WORDS_BESIDE_A_TITLE = 2
_BEFORE_AND_BEHIND = 2
_JOINTS = ("ADP", "SCONJ", "CCONJ", "ADV")


def refined(content: ContentCandidate, reading: Reading) -> ContentCandidate | None:
    """The content without the author's own clause at its end, or None where it is nobody's words, as a lone pronoun is
    ("voted against it") and the title of a work with hardly a word around it ("showed “The Long Way Home” twice")."""
    if not any(_WORD.search(reading.text, start, end) for start, end in content.spans):
        return None
    said = _without_works(content, reading)
    if said is None or said.in_marks:
        return said
    if _is_reported_speech(said, reading):
        return None
    shortened = (_without_tail(reading, *_without_addition(reading, *span)) for span in said.spans)
    spans = _without_last_clause(tuple(span for span in shortened if span[0] < span[1]), reading)
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


def _is_reported_speech(content: ContentCandidate, reading: Reading) -> bool:
    """Whether a content is somebody's speech in marks together with the clause that says whose it is: “It rained,” Ann
    Roe said, according to the Gazette. Who vouches for that has not said it."""
    start, end = content.spans[0]
    region = reading.region_at(start)
    if region is None or region.start != start or not may_go_on(reading.text, region):
        return False
    first, last = reading.tokens(region.end, end)
    while first < last and (reading.words[first].is_punct or reading.words[first].start < region.end):
        first += 1
    if first == last or reading.words[first].pos in _JOINTS:
        return False
    for word in reading.words[first:last]:
        if word.pos == "VERB" and not reading.in_marks[word.i]:
            subjects = [child for child in word.children if child.dep in NOUN_SUBJECTS]
            return any(first in (word.i, child.left_edge) and child.i < last for child in subjects)
    return False


def _without_front(spans: tuple[Chars, ...], reading: Reading) -> tuple[Chars, ...]:
    """The spans without words outside marks before the cue that say when, where or how the words in marks behind it
    were said: On Monday, she said, “we reopen”. Whether she said them nobody knows."""
    if len(spans) != _BEFORE_AND_BEHIND or reading.regions_within(*spans[0]):
        return spans
    region = reading.region_at(spans[1][0])
    first = reading.words[reading.tokens(*spans[0])[0]]
    told = first.pos == "ADV" or first.tag in ("VBN", "VBG") or (first.pos == "ADP" and first.dep != "mark")
    return spans[1:] if told and region is not None and region.start == spans[1][0] else spans


def _without_addition(reading: Reading, start: int, end: int) -> Chars:
    """The span as far as a participle that has a quotation of its own: it was “a ruin,” adding: “We need a new one.”"""
    for region in reading.regions_within(start, end):
        verb = participle_before(region, reading)
        if verb is None or verb.start <= start or verb.lemma not in word_list("factsheet.quotations", "inverted.txt"):
            continue
        before = reading.text[start : verb.start].rstrip()
        if _ENDS_ON_COMMA.search(before):
            return start, start + len(before.rstrip(","))
    return start, end


def _without_tail(reading: Reading, start: int, end: int) -> Chars:
    """The span without its tail, which is more than an aside: no later comma or dash, and no quotation, ends it, or the
    parser hangs all that is left of the span on its participle."""
    text = reading.text
    for tail in _tails().finditer(text, start, end):
        aside = _BREAK.search(text, tail.end(), end) or reading.regions_within(tail.end(), end)
        long_enough = len(_WORD.findall(text, start, tail.start())) >= _FEWEST_WORDS_BEFORE_A_TAIL
        ends = not aside or _reaches(reading, tail, end)
        if ends and long_enough and not reading.quoted(tail.start()):
            return start, tail.start()
    return start, end


def _without_last_clause(spans: tuple[Chars, ...], reading: Reading) -> tuple[Chars, ...]:
    """The spans without one behind the cue that is the author's own: It rained, she said, though he denied it."""
    text = reading.text
    if len(spans) != _BEFORE_AND_BEHIND or len(_WORD.findall(text, *spans[0])) < _FEWEST_WORDS_BEFORE_A_TAIL:
        return spans
    comma = text.rfind(",", 0, spans[1][0])
    own = _tails().match(text, comma) and not _WORD.search(text, comma, spans[1][0])
    return spans[:1] if own else spans


def _reaches(reading: Reading, tail: re.Match[str], end: int) -> bool:
    first, last = reading.tokens(tail.start(), tail.end())
    participle = next((word for word in reading.words[first:last] if word.tag == "VBG"), None)
    return participle is not None and reading.words[participle.right_edge].end >= end


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
