"""Contents that run on into another report: "She said it rained, and the mayor replied, “It did not.”"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from factsheet.quotations.frames import Frame, Reading
from factsheet.quotations.parse import Word
from factsheet.wordlists import words as word_list

# From here on a cue within a content is believed to have its own report.
_SURE = 0.7
_JOINTS = (",", "and", "but")
_LEADS = (",", ":")
# The comma may stand within the mark before the clause: “a must,” adding: “We reopen.”
_LOOK_BACK = 4
_LONGEST_FRONT = 20
_LONGEST_CLAUSE = 100


def without_second_reports(frames: Sequence[Frame], reading: Reading) -> list[Frame]:
    """The frames, each of whose contents ends before a clause or participle in it that introduces a sentence in marks
    and has a frame of its own for it, and is joined by a comma or a conjunction."""
    inner = sorted((frame for frame in frames if _introduces(frame, reading)), key=lambda frame: frame.cue)
    starts = [frame.cue[0][0] for frame in inner]
    return [_cut(frame, inner, starts, reading) for frame in frames]


def _introduces(frame: Frame, reading: Reading) -> bool:
    """Whether a frame's cue surely leads to a sentence in marks right behind it: she replied, “It did.”"""
    if not frame.content.construction.startswith("quotation after") or frame.probability < _SURE:
        return False
    start, end = frame.content.spans[0]
    between = reading.text[frame.cue[-1][1] : start]
    first = next(filter(str.isalpha, reading.text[start:end]), "")
    return between.rstrip().endswith(_LEADS) and first.isupper()


def _cut(frame: Frame, inner: Sequence[Frame], starts: list[int], reading: Reading) -> Frame:
    if frame.content.in_marks or not frame.cue:
        return frame
    start, end = frame.content.spans[-1]
    if start < frame.cue[-1][1]:
        return frame
    # The clause may be left out already, but for what stands before its subject: and when pressed on it, …
    for other in inner[bisect_left(starts, start) : bisect_left(starts, end + _LONGEST_CLAUSE)]:
        joint = _joint(other, start, reading)
        within = other.content.spans[-1][1] <= end or other.cue[0][0] >= end
        if within and joint is not None and joint < end:
            spans = (*frame.content.spans[:-1], (start, joint))
            return replace(frame, content=replace(frame.content, spans=spans))
    return frame


def _joint(frame: Frame, start: int, reading: Reading) -> int | None:
    """Where what stands from ``start`` on ends before the clause of a frame's cue, if a comma or a conjunction joins
    them and a verb stands there."""
    words = reading.words
    first, _ = reading.tokens(start, start + 1)
    cue, _ = reading.tokens(*frame.cue[0])
    at = begin = _front(words[cue].left_edge, first, reading)
    while at > first and words[at - 1].lower in _JOINTS and not reading.in_marks[at - 1]:
        at -= 1
    before = reading.text[max(start, words[begin].start - _LOOK_BACK) : words[begin].start]
    joined = at < begin or words[begin].lower in _JOINTS or "," in before
    verbs = any(word.pos in ("VERB", "AUX") for word in words[first:at])
    return words[at - 1].end if joined and verbs else None


def _front(clause: int, first: int, reading: Reading) -> int:
    """Where a clause begins with what stands before it: and when pressed on it, the mayor replied."""
    words = reading.words
    if clause <= first or words[clause - 1].text != ",":
        return clause
    for at in range(clause - 2, max(first, clause - _LONGEST_FRONT), -1):
        if words[at].text == "," or reading.in_marks[at]:
            break
        if words[at].lower in _JOINTS and _opens(words[at + 1]):
            return at + 1
    return clause


def _opens(word: Word) -> bool:
    return word.lower in word_list(__package__, "subordinators.txt") or word.tag == "VBN"
