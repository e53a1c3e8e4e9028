"""Finding quotations: marks, cues, contents, the judge and sources, put together."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc

from factsheet.language.paragraphs import paragraph_number
from factsheet.model import Quotation, QuotationKind, Span
from factsheet.quotations.by_form.asides import asides
from factsheet.quotations.by_form.introduced import introduced_frames
from factsheet.quotations.by_form.opinions import opinion_frames
from factsheet.quotations.by_form.unverbed import unverbed_frames
from factsheet.quotations.confidence import confidence
from factsheet.quotations.contents.leads import without_lead
from factsheet.quotations.contents.others_tail import without_others_tail
from factsheet.quotations.contents.own_clause import without_own_clause
from factsheet.quotations.contents.refine import refined
from factsheet.quotations.contents.second_reports import without_second_reports
from factsheet.quotations.cues import cue_spans, is_hypothetical
from factsheet.quotations.deeds import is_deed
from factsheet.quotations.evidence import evidence
from factsheet.quotations.frames import Chars, ContentCandidate, Frame, Reading
from factsheet.quotations.judge import Judge, judge_of
from factsheet.quotations.marks.pairing import QuotedRegion
from factsheet.quotations.marks.terms import is_repeated, is_sentence, is_term, is_title
from factsheet.quotations.overlaps import without_overlaps
from factsheet.quotations.parse import Word, unlink
from factsheet.quotations.sources.candidates import overlaps
from factsheet.quotations.sources.choice import CITING, source_of
from factsheet.quotations.uncovered.continuation import with_inherited
from factsheet.quotations.uncovered.rescue import SENTENCE_ALONE, attach_uncovered
from factsheet.quotations.weights import Weights

_LIKELY = 0.5
_WORD = re.compile(r"\w")


def find_quotations(doc: Doc, judge: Judge | None = None) -> tuple[Quotation, ...]:
    """The quotations of a parsed Doc, in text order, with ids ``q1``, ``q2`` ... and no speaker yet.

    ``judge`` is by default the one that comes with the program.
    """
    judge = judge or judge_of()
    reading = Reading.of(doc)
    frames = find_frames(reading, judge)
    quotations = tuple(_quotation(f"q{i}", frame, reading, judge) for i, frame in enumerate(frames, 1))
    unlink(reading.words)
    return quotations


def find_frames(reading: Reading, judge: Judge) -> list[Frame]:
    """The frames that become quotations, in text order."""
    reported = [
        _frame(cue, kept, probability, reading, judge.weights)
        for cue, content, probability in judge.choices(reading)
        if (own := without_own_clause(cue, content, reading))
        and (kept := refined(without_lead(cue, own, reading), reading))
    ]
    interrupting = [
        replace(frame, content=refined_content)
        for frame in asides(reading)
        if (refined_content := refined(frame.content, reading))
    ]
    proposed = [
        *without_second_reports([*reported, *interrupting], reading),
        *unverbed_frames(reading),
        *introduced_frames(reading),
        *opinion_frames(reading, reported),
    ]
    apart = (without_others_tail(frame, reading, judge.weights) for frame in without_overlaps(proposed))
    frames = attach_uncovered(reading, list(filter(None, apart)), judge.weights)
    cited = [frame.source.spans[1:] for frame in frames if frame.source and frame.source.rule == CITING]
    frames = [frame for frame in frames if not any(_lies_in(frame, spans) for spans in cited)]
    return with_inherited(reading, list(map(_consistent, frames)))


def _lies_in(frame: Frame, spans: tuple[Chars, ...]) -> bool:
    """Whether a frame reports nothing but whom another one cites: Police left, Kyodo said, citing a neighbour."""
    return all(any(a <= start and end <= b for a, b in spans) for start, end in frame.content.spans)


def _consistent(frame: Frame) -> Frame:
    """Words cannot be both what was said and who said it."""
    if frame.source and overlaps(frame.source.spans, frame.content.spans):
        return replace(frame, source=None)
    return frame


def _frame(cue: Word, content: ContentCandidate, probability: float, reading: Reading, weights: Weights) -> Frame:
    source = source_of(cue, content.spans, reading, weights)
    if content.in_marks and any(
        is_sentence(reading.text, region) for region in reading.regions_within(*content.spans[0])
    ):
        # A sentence in marks is somebody's speech, whatever is known of the cue beside it.
        probability = max(probability, SENTENCE_ALONE)
    key = reading.columns.keys[cue.i]
    deed = is_deed(weights.level(key), content, reading)
    return Frame(content, cue_spans(cue, reading.text), key, source, probability, is_hypothetical(cue), deed)


def _quotation(quotation_id: str, frame: Frame, reading: Reading, judge: Judge) -> Quotation:
    text, kind = reading.text, kind_of(frame, reading)
    return Quotation(
        id=quotation_id,
        kind=kind,
        content=_spans(text, frame.content.spans),
        cue=_spans(text, frame.cue),
        source=_spans(text, frame.source.spans if frame.source else ()),
        speaker=None,
        confidence=confidence(frame, kind, judge.weights),
        paragraph=paragraph_number(reading.paragraphs, frame.start),
        evidence=evidence(frame, reading),
        deed=frame.deed,
    )


def _spans(text: str, offsets: tuple[Chars, ...]) -> tuple[Span, ...]:
    return tuple(Span.within(text, start, end) for start, end in offsets)


def kind_of(frame: Frame, reading: Reading) -> QuotationKind:
    """Direct where every word of the content stands in marks, mixed where some do. A term in marks is the speaker's own
    wording only where it is likely to be reported at all, and stands in marks nowhere else in the article; a title is
    nobody's."""
    spoken = written = False
    for start, end in frame.content.spans:
        for region in reading.regions_within(start, end):
            worded = region not in reading.works and _is_worded(region, frame, reading.text)
            spoken, written = spoken or worded, written or not worded
            written = written or bool(_WORD.search(reading.text, start, max(start, region.start)))
            start = region.end
        written = written or bool(_WORD.search(reading.text, start, end))
    if not spoken:
        return "indirect"
    return "mixed" if written else "direct"


def _is_worded(region: QuotedRegion, frame: Frame, text: str) -> bool:
    if not is_term(text, region):
        return True
    if frame.deed or is_title(text, region):
        return False
    return frame.probability >= _LIKELY and not is_repeated(text, region)
