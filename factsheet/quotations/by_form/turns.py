"""The turns of a transcript: "ROE: It rains.", with or without quotation marks around the whole of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factsheet.language.quote_marks import CLOSING, EITHER, OPENING
from factsheet.quotations.by_form.labels import is_label
from factsheet.quotations.frames import Chars, ContentCandidate, Frame, Reading, SourceCandidate

TURN = "turn of a transcript"
_MARK = rf"(?:``|''|[{OPENING}{EITHER}])"
# WALLACE: … or SEN. WARREN (D-MA): … or Q: … at the start of a paragraph.
_TURN = re.compile(
    rf"(?P<mark>{_MARK})?(?P<name>[QA](?=:)|[A-Z][A-Z.'’\-]+(?:[^\S\r\n]+[A-Z.'’\-]+){{0,4}}"
    r"(?:[^\S\r\n]*\([^)\n]{1,40}\))?)(?P<cue>:)[^\S\r\n]+"
)
_REOPENING = re.compile(_MARK)
_CLOSING = re.compile(rf"(?<=\S)(?:''|[{CLOSING}{EITHER}])\Z")
# (CROSSTALK), and: Follow Ann Roe on X @annroe.
_NOT_SAID = re.compile(r"\s*(?:[(\[]|Follow\b.*@\w)")
_FEWEST_TURNS = 2
_PROBABILITY = 0.85


def turn_frames(reading: Reading) -> Iterator[Frame]:
    """The frames of the turns of a transcript, if the text has two or more: the rest of the paragraph that a name
    opens, and, if a mark stands before the name, the paragraphs behind it that open with a mark and no name."""
    text = reading.text
    found = [_TURN.match(text, start, end) for start, end in reading.paragraphs]
    turns = [(i, match) for i, match in enumerate(found) if match and not is_label(match["name"])]
    if len(turns) < _FEWEST_TURNS:
        return
    ends = [*(i for i, _ in turns[1:]), len(found)]
    for (i, match), following in zip(turns, ends, strict=True):
        spans = [(match.end(), reading.paragraphs[i][1])]
        if match["mark"]:
            spans += _reopened(text, reading.paragraphs[i + 1 : following])
            spans = [_without_closing(text, match["mark"], span) for span in spans]
        start, end = spans[-1]
        spans[-1] = start, end - 1 if text[end - 1] == "." else end
        # Q and A are nobody's names.
        source = SourceCandidate((match.span("name"),), "label") if len(match["name"]) > 1 else None
        yield Frame(ContentCandidate(tuple(spans), TURN), (match.span("cue"),), ":", source, _PROBABILITY)


def _reopened(text: str, paragraphs: Sequence[Chars]) -> Iterator[Chars]:
    """The words of the paragraphs behind a turn in marks, as far as each reopens it and has no label."""
    for start, end in paragraphs:
        mark = _REOPENING.match(text, start, end)
        if mark is None or _TURN.match(text, start, end) or _NOT_SAID.match(text, mark.end(), end):
            return
        yield mark.end(), end


def _without_closing(text: str, mark: str, span: Chars) -> Chars:
    """The span without the mark at its end, if that closes what ``mark`` opened rather than a term in the span."""
    start, end = span
    closing = _CLOSING.search(text, start, end)
    if closing is None:
        return span
    inside = text[start:end]
    if mark in OPENING:
        closes = sum(map(inside.count, CLOSING)) > sum(map(inside.count, OPENING))
    else:
        closes = closing.group() == mark and inside.count(mark) % 2 == 1
    return (start, closing.start()) if closes else span
