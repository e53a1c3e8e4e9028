"""No words in two quotations: which frame keeps them where several claim them."""

from __future__ import annotations

from dataclasses import replace

from factsheet.quotations.frames import Chars, ContentCandidate, Frame


def without_overlaps(frames: list[Frame]) -> list[Frame]:
    """The frames, likeliest first, whose contents do not overlap.

    A frame whose cue stands within the content of another is speech within speech: its words belong to the outer
    speaker first, and it is left out; so is one whose cue is part of another's cue or source. Elsewhere the likelier
    frame keeps the words; one that loses half of its content or more is left out.
    """
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda frame: (-frame.probability, frame.cue, frame.content.spans)):
        if any(_reports(other, frame) and not _outranks(frame, other) for other in frames if other is not frame):
            continue
        if any(_in_frame(frame, other) for other in kept):
            continue
        spans = frame.content.spans
        for other in kept:
            spans = _minus(spans, other.content.spans)
        if _length(spans) * 2 > _length(frame.content.spans):
            kept.append(replace(frame, content=ContentCandidate(spans, frame.content.construction)))
    return kept


def _in_frame(frame: Frame, other: Frame) -> bool:
    """Whether the frame's cue is part of the words by which the other is reported or attributed."""
    taken = (*other.cue, *(other.source.spans if other.source else ()))
    return any(a <= start and end <= b for start, end in frame.cue for a, b in taken)


def _reports(outer: Frame, inner: Frame) -> bool:
    """Whether the inner frame's cue is among the words that the outer one reports."""
    return bool(inner.cue) and all(
        any(a <= start and end <= b for a, b in outer.content.spans) for start, end in inner.cue
    )


def _outranks(frame: Frame, other: Frame) -> bool:
    """Whether two frames report each other's cue, and the first is the likelier."""
    return _reports(frame, other) and frame.probability > other.probability


def _minus(spans: tuple[Chars, ...], taken: tuple[Chars, ...]) -> tuple[Chars, ...]:
    for a, b in taken:
        pieces = (
            (start, min(end, a)) if part == 0 else (max(start, b), end) for start, end in spans for part in (0, 1)
        )
        spans = tuple(sorted({piece for piece in pieces if piece[0] < piece[1]}))
    return spans


def _length(spans: tuple[Chars, ...]) -> int:
    return sum(end - start for start, end in spans)
