"""Headings that quote what is said under them: nobody says the words where they stand."""

from __future__ import annotations

import re

from factsheet.language.quote_marks import CLOSING, EITHER
from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.marks.pairing import Chain, QuotedRegion, is_single

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_LOOSE = f".,!?… '’‘“{CLOSING}{EITHER}"
_FEWEST_WORDS = 2
_MOST_WORDS = 8
_FEWEST_PLACES = 2
_MOST_WORDS_IN_SINGLES = 10


def is_heading(chain: Chain, reading: Reading) -> bool:
    """Whether quoted words that make a paragraph are a heading: a few words in single marks, in a text whose speech has
    double ones, or a few that stand among more words in another paragraph."""
    first = chain[0]
    short = len(_WORD.findall(reading.text, first.start, first.end)) <= _MOST_WORDS_IN_SINGLES
    if is_single(first.mark) and short and is_whole_paragraph(reading, chain) and reading.prefers_double_marks:
        return True
    return all(_is_repeated(region, reading) for region in chain)


def is_whole_paragraph(reading: Reading, chain: Chain) -> bool:
    """Whether no other words stand in the paragraphs of a chain."""
    start, _ = reading.paragraph(chain[0].start)
    _, end = reading.paragraph(chain[-1].start)
    return not _WORD.search(reading.text, start, chain[0].start) and not _WORD.search(reading.text, chain[-1].end, end)


def _is_repeated(region: QuotedRegion, reading: Reading) -> bool:
    text = reading.text
    inside = text[region.start + len(region.mark) : region.end].rstrip(_LOOSE)
    if not _FEWEST_WORDS <= len(_WORD.findall(inside)) <= _MOST_WORDS:
        return False
    if _stands_among_more((region.start, region.end), reading):
        return False
    known = reading.headings
    if inside.lower() not in known:
        known[inside.lower()] = _stands_in_another(inside, reading)
    return known[inside.lower()]


def _stands_in_another(inside: str, reading: Reading) -> bool:
    """Whether words stand among more words in some paragraph."""
    text = reading.text
    if reading.lowered.count(inside.lower()) < _FEWEST_PLACES:
        return False
    again = re.compile(rf"(?<!\w){re.escape(inside)}(?!\w)", re.IGNORECASE)
    return any(_stands_among_more(match.span(), reading) for match in again.finditer(text, reading.start))


def _stands_among_more(span: Chars, reading: Reading) -> bool:
    start, end = reading.paragraph(span[0])
    return bool(_WORD.search(reading.text, start, span[0]) or _WORD.search(reading.text, span[1], end))
