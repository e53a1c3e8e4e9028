"""Content candidates in quotation marks: the quoted regions that nothing but a cue's own clause separates from it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Token

from factsheet.quotations.frames import SUBJECTS, Chars, Proposal, Reading
from factsheet.quotations.marks import QuotedRegion, last_inside
from factsheet.quotations.terms import begins_sentence, is_term, is_title

_CONTENT_CHILDREN = ("ccomp", "parataxis", "punct", "conj")
_NEW_SUBJECT = re.compile(r"(?:He|She|They|We|It)\b")
_LETTER = re.compile(r"[^\W\d_]")


def beside_marks(cue: Token, reading: Reading) -> Iterator[Proposal]:
    """Quoted regions that nothing but the cue's own clause separates from it."""
    if not reading.regions:
        return
    text = reading.text
    start, end = _own_clause(cue, reading)
    before = _nearest_before(reading, start)
    if before and _is_new_sentence(reading.text, before, start):
        before = None
    after = _nearest_after(reading, end)
    # A verb without a subject of its own beside a quotation seldom reports it.
    bare = "" if any(child.dep_ in SUBJECTS for child in cue.children) else ", no subject"
    if before and after and _goes_on(cue, end, after, reading):
        yield f"{_word_before(text, before)} both sides{bare}", [(before.start, before.end), (after.start, after.end)]
    elif before:
        yield f"{_word_before(text, before)} before{bare}", [(before.start, before.end)]
    elif after:
        colon = " colon" if text[end : after.start].rstrip().endswith(":") else ""
        yield f"{_word(text, after)} after{colon}{bare}", [(after.start, after.end)]


def _is_new_sentence(text: str, before: QuotedRegion, start: int) -> bool:
    """Whether the cue's clause is a sentence of its own behind a finished quotation: "…?" He answered, "…"."""
    last = last_inside(text, before.start, before.end)
    if last == ".":
        return text[start].isupper()
    return last in ("!", "?") and bool(_NEW_SUBJECT.match(text, start))


def _goes_on(cue: Token, end: int, after: QuotedRegion, reading: Reading) -> bool:
    """Whether the speech goes on behind the cue, in its paragraph.

    It does not where a new sentence closes on a comma, and so has a cue of its own ("A," said one. "B," said the
    other.), where another verb introduces it ("A," she said, adding "B"), or where the marks hold a title.
    """
    text = reading.text
    if "\n" in text[end : after.start] or is_title(text, after):
        return False
    own_cue = last_inside(text, after.start, after.end) == ","
    if own_cue and text[max(0, after.start - 3) : after.start].rstrip().endswith("."):
        return False
    behind = [
        child for child in cue.rights if child.pos_ == "VERB" and child.dep_ == "advcl" and child.idx < after.start
    ]
    return not behind or bool(_LETTER.search(text, behind[-1].idx + len(behind[-1]), after.start))


def _word_before(text: str, region: QuotedRegion) -> str:
    """A few words that begin their sentence and have the cue right behind them are speech: "Never", she said."""
    return "quotation" if begins_sentence(text, region) and not is_title(text, region) else _word(text, region)


def _word(text: str, region: QuotedRegion) -> str:
    return "term" if is_term(text, region) else "quotation"


def is_right_behind_quotation(cue: Token, reading: Reading) -> bool:
    """Whether the cue touches a quotation that ends on a comma: what is behind it then is who said it, and not what
    was said, whatever the parser makes of it ("…," said the mayor, asked about the bridge)."""
    before = _nearest_before(reading, cue.idx)
    return before is not None and last_inside(reading.text, before.start, before.end) == ","


def _own_clause(cue: Token, reading: Reading) -> Chars:
    """From the first to the last word that hangs on the cue without being in its content, no quoted region crossed."""
    start, end = cue.idx, cue.idx + len(cue)
    before = max((region.end for region in reading.regions if region.end <= start), default=0)
    after = min((region.start for region in reading.regions if region.start >= end), default=len(reading.text))
    first, last = start, end
    for child in cue.children:
        if child.dep_ not in _CONTENT_CHILDREN:
            for token in child.subtree:
                if before <= token.idx < after and not reading.quoted(token.idx):
                    first, last = min(first, token.idx), max(last, token.idx + len(token))
    return first, last


def _nearest_before(reading: Reading, start: int) -> QuotedRegion | None:
    i = bisect_right(reading.regions, start, key=lambda region: region.end) - 1
    if i >= 0 and _nothing_between(reading.text, reading.regions[i].end, start):
        return reading.regions[i]
    return None


def _nearest_after(reading: Reading, end: int) -> QuotedRegion | None:
    i = bisect_left(reading.regions, end, key=lambda region: region.start)
    if i < len(reading.regions) and _nothing_between(reading.text, end, reading.regions[i].start):
        return reading.regions[i]
    return None


def _nothing_between(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    if "\n" in between and not between.rstrip().endswith(":"):
        return False
    return not any(char.isalnum() for char in between)
