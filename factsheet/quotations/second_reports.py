"""Contents that run on into another report: "She said it rained, and the mayor replied, “It did not.”"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from factsheet.quotations.frames import Frame, Reading

# From here on a cue within a content is believed to have its own report.
_SURE = 0.7
_JOINTS = (",", "and", "but")
_LEADS = (",", ":")
# The comma may stand within the mark before the clause: “a must,” adding: “We reopen.”
_LOOK_BACK = 4


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
    for other in inner[bisect_left(starts, start) : bisect_left(starts, end)]:
        joint = _joint(other, start, reading)
        if other.content.spans[-1][1] <= end and joint is not None:
            spans = (*frame.content.spans[:-1], (start, joint))
            return replace(frame, content=replace(frame.content, spans=spans))
    return frame


def _joint(frame: Frame, start: int, reading: Reading) -> int | None:
    """Where what stands from ``start`` on ends before the clause of a frame's cue, if a comma or a conjunction joins
    them and a verb stands there."""
    words = reading.words
    first, _ = reading.tokens(start, start + 1)
    cue, _ = reading.tokens(*frame.cue[0])
    at = begin = words[cue].left_edge
    while at > first and words[at - 1].lower in _JOINTS and not reading.in_marks[at - 1]:
        at -= 1
    before = reading.text[max(start, words[begin].start - _LOOK_BACK) : words[begin].start]
    joined = at < begin or words[begin].lower in _JOINTS or "," in before
    verbs = any(word.pos in ("VERB", "AUX") for word in words[first:at])
    return words[at - 1].end if joined and verbs else None
