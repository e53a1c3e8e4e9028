"""Quoted regions that no frame has taken: joined to a neighbour, given a cue or a source beside them, or left
unattributed."""

from __future__ import annotations

from collections.abc import Sequence

from factsheet.quotations.by_form.turns import TURN
from factsheet.quotations.cues import cue_spans
from factsheet.quotations.frames import ALONE, ContentCandidate, Frame, Reading
from factsheet.quotations.marks.headings import is_heading
from factsheet.quotations.marks.pairing import Chain, QuotedRegion
from factsheet.quotations.marks.terms import is_sentence, is_term
from factsheet.quotations.sources.choice import source_of
from factsheet.quotations.uncovered.chain_cues import cue_of_chain, source_before
from factsheet.quotations.uncovered.continuation import frame_before, joined, still_speaking, with_spans
from factsheet.quotations.weights import Weights

SENTENCE_ALONE = 0.75
_PHRASE_ALONE = 0.45
_FINITE = ("VBD", "VBZ", "VBP")


def attach_uncovered(reading: Reading, frames: list[Frame], weights: Weights) -> list[Frame]:
    """The frames with every quotation that none of them covers added, or joined to the frame it goes on from; a heading
    is none.

    ``weights`` are the judge's: they know the cues.
    """
    out = list(frames)
    for chain in reading.chains:
        owners = [frame for frame in out if _touches(frame, chain)]
        if owners:
            out[out.index(owners[0])] = _completed(owners, chain)
            continue
        if is_heading(chain, reading):
            continue
        before = _frame_of_list(reading, out, chain[0]) or frame_before(reading, out, chain, weights)
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


def _touches(frame: Frame, chain: Sequence[QuotedRegion]) -> bool:
    return any(region.start < end and start < region.end for region in chain for start, end in frame.content.spans)


def _completed(owners: Sequence[Frame], chain: Chain) -> Frame:
    """The first of the frames that have part of a chain, with all of it that no other one has a part of: the paragraphs
    that reopen are the same speech. What a transcript gives to nobody is left so."""
    frame, *others = owners
    if any(owner.content.construction == TURN for owner in owners):
        return frame
    missing = [(region.start, region.end) for region in chain if not any(_touches(other, [region]) for other in others)]
    return with_spans(frame, missing)


def _frame_of_list(reading: Reading, frames: list[Frame], region: QuotedRegion) -> Frame | None:
    """The frame that has the words in marks which a region is joined to in a list."""
    previous = reading.speech.joined_to(region, reading.text)
    _, behind = reading.tokens(region.start, region.end)
    if behind < len(reading.words) and reading.words[behind].tag in _FINITE:
        # He called it “a ruin,” and “a jewel” is what she called it.
        return None
    return next((frame for frame in frames if _touches(frame, [previous])), None) if previous else None


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
