"""No words in two quotations: which frame keeps them where several claim them."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import replace

from factsheet.quotations.frames import Chars, Frame

# What is added to a report to say where it comes from, by lemma ("according to", "the Gazette reported").
_VOUCHING = ("accord", "report")


def without_overlaps(frames: Iterable[Frame]) -> list[Frame]:
    """The frames, likeliest first, whose contents do not overlap.

    A frame whose cue stands within the content of another is speech within speech: its words belong to the outer
    speaker first, and it is left out; so is one whose cue is part of another's cue or source. Elsewhere the likelier
    frame keeps the words; one that loses half of its content or more is left out.
    """
    ranked = sorted(frames, key=lambda frame: (-frame.probability, frame.cue, frame.content.spans))
    nested = set(_nested(ranked))
    taken: list[Chars] = []
    naming: set[int] = set()
    kept: list[Frame] = []
    for i, frame in enumerate(ranked):
        if i in nested or (frame.cue and naming.issuperset(start for start, _ in frame.cue)):
            continue
        spans = tuple(piece for span in frame.content.spans for piece in _minus(span, taken))
        if _length(spans) * 2 <= _length(frame.content.spans):
            continue
        kept.append(replace(frame, content=replace(frame.content, spans=spans)))
        for span in spans:
            insort(taken, span)
        for start, end in (*frame.cue, *(frame.source.spans if frame.source else ())):
            naming.update(range(start, end))
    return kept


def _nested(ranked: list[Frame]) -> Iterator[int]:
    """The places in ``ranked`` of the frames whose cue is among the words that another one reports. Of two that
    report each other's cue, the likelier is none of them. Where the inner frame is the firmer one, it is the outer."""
    cues = sorted((frame.cue[0][0], i) for i, frame in enumerate(ranked) if frame.cue)
    for outer in range(len(ranked)):
        for start, end in ranked[outer].content.spans:
            for _, inner in cues[bisect_left(cues, (start, -1)) : bisect_left(cues, (end, -1))]:
                if inner == outer or not _reports(ranked[outer], ranked[inner]):
                    continue
                if _is_firmer(ranked[inner], ranked[outer]):
                    yield outer
                elif not (inner < outer and _reports(ranked[inner], ranked[outer])):
                    yield inner


def _is_firmer(inner: Frame, outer: Frame) -> bool:
    """Whether the inner frame is somebody's words in marks, and the outer one in none, and nobody's or that of who only
    vouches for it: Ann Roe said: “It rained,” the Gazette reported."""
    if not inner.content.in_marks or inner.source is None or outer.content.in_marks:
        return False
    if outer.source is None:
        return True
    introduced = inner.content.construction.startswith("quotation after colon")
    return introduced and outer.lemma in _VOUCHING and inner.source.spans != outer.source.spans


def _reports(outer: Frame, inner: Frame) -> bool:
    """Whether the inner frame's cue is among the words that the outer one reports."""
    spans = outer.content.spans
    return bool(inner.cue) and all(any(a <= start and end <= b for a, b in spans) for start, end in inner.cue)


def _minus(span: Chars, taken: list[Chars]) -> Iterator[Chars]:
    """What is left of a span without the ``taken`` ones, which are sorted and apart."""
    start, end = span
    i = bisect_left(taken, (start, start))
    i -= 1 if i and taken[i - 1][1] > start else 0
    while i < len(taken) and taken[i][0] < end:
        if start < taken[i][0]:
            yield start, taken[i][0]
        start = max(start, taken[i][1])
        i += 1
    if start < end:
        yield start, end


def _length(spans: tuple[Chars, ...]) -> int:
    return sum(end - start for start, end in spans)
