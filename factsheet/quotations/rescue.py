"""Quoted regions that no frame has taken: joined to a neighbour, given a cue or a source beside them, or left
unattributed."""

from __future__ import annotations

from factsheet.quotations.chain_cues import cue_of_chain, source_before
from factsheet.quotations.continuation import frame_before, joined, still_speaking, with_spans
from factsheet.quotations.cues import cue_spans
from factsheet.quotations.frames import ALONE, ContentCandidate, Frame, Reading
from factsheet.quotations.headings import is_heading
from factsheet.quotations.marks import Chain, chains
from factsheet.quotations.sources import source_of
from factsheet.quotations.terms import is_sentence, is_term
from factsheet.quotations.weights import Weights

SENTENCE_ALONE = 0.75
_PHRASE_ALONE = 0.45


def attach_uncovered(reading: Reading, frames: list[Frame], weights: Weights) -> list[Frame]:
    """The frames with every quotation that none of them covers added, or joined to the frame it goes on from; a heading
    is none.

    ``weights`` are the judge's: they know the cues.
    """
    out = list(frames)
    for chain in chains(reading.regions):
        owner = next((frame for frame in out if _touches(frame, chain)), None)
        if owner is not None:
            out[out.index(owner)] = _completed(owner, chain)
            continue
        if all(is_heading(region, reading) for region in chain):
            continue
        before = frame_before(reading, out, chain, weights)
        if before is not None:
            out[out.index(before)] = joined(reading, before, chain)
        elif (frame := _of_its_own(reading, out, chain, weights)) is not None:
            other = next((one for one in out if _shares_cue(one, frame)), None)
            if other is not None:
                out[out.index(other)] = with_spans(other, frame.content.spans)
            else:
                out.append(frame)
    return out


def _shares_cue(frame: Frame, found: Frame) -> bool:
    """Whether one cue reports both, in marks: "A," Ann Roe said. "B." """
    return bool(frame.cue) and frame.cue == found.cue and frame.content.in_marks


def _touches(frame: Frame, chain: Chain) -> bool:
    return any(region.start < end and start < region.end for region in chain for start, end in frame.content.spans)


def _completed(frame: Frame, chain: Chain) -> Frame:
    """A frame that has part of a chain has the whole of it: the paragraphs that reopen are the same speech."""
    missing = [(r.start, r.end) for r in chain if not any(a <= r.start and r.end <= b for a, b in frame.content.spans)]
    return with_spans(frame, missing) if missing else frame


def _of_its_own(reading: Reading, frames: list[Frame], chain: Chain, weights: Weights) -> Frame | None:
    text = reading.text
    spans = tuple((region.start, region.end) for region in chain)
    if all(is_term(text, region) for region in chain):
        return None
    reported = cue_of_chain(reading, chain, weights)
    if reported is not None:
        cue, probability = reported
        content = ContentCandidate(spans, "quotation beside a verb")
        if is_sentence(text, chain[0]):
            probability = max(probability, SENTENCE_ALONE)
        source = source_before(cue, chain, reading) or source_of(cue, spans, reading, weights)
        return Frame(content, cue_spans(cue, text), reading.columns.keys[cue.i], source, probability)
    if (still := still_speaking(reading, frames, chain, weights)) is not None:
        return still
    whole = is_sentence(text, chain[0])
    return Frame(ContentCandidate(spans, ALONE), (), "", None, SENTENCE_ALONE if whole else _PHRASE_ALONE)
