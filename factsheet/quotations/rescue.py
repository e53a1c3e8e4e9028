"""Quoted regions that no frame has taken: joined to a neighbour, given a cue or a source beside them, or left
unattributed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factsheet.quotations.chain_cues import cue_of_chain, introducing_cue, source_before
from factsheet.quotations.cues import cue_spans
from factsheet.quotations.frames import ALONE, BESIDE_NAME, Chars, ContentCandidate, Frame, Reading, SourceCandidate
from factsheet.quotations.labels import LONGEST_LABEL, label
from factsheet.quotations.marks import Chain, QuotedRegion, are_alike, is_single, last_inside
from factsheet.quotations.sources import source_of
from factsheet.quotations.terms import is_sentence, is_term
from factsheet.quotations.turns import TURN
from factsheet.quotations.weights import Weights
from factsheet.wordlists import words as word_list

_BESIDE_NAME = 0.8
SENTENCE_ALONE = 0.75
_PHRASE_ALONE = 0.45
_JOINED_NEXT_PARAGRAPH = 0.85
_NAMED = ("PERSON", "ORG")
_WORD = re.compile(r"\w")
_WORDS = re.compile(r"\w+")
_LONGEST_HEADING = 10
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\s")


def attach_uncovered(reading: Reading, frames: list[Frame], weights: Weights) -> list[Frame]:
    """The frames with every quotation that none of them covers added, or joined to the frame it goes on from.

    ``weights`` are the judge's: they know the cues.
    """
    out = list(frames)
    for chain in reading.chains:
        owners = [frame for frame in out if _touches(frame, chain)]
        if owners:
            out[out.index(owners[0])] = _completed(owners, chain)
            continue
        before = _frame_of_list(reading, out, chain[0]) or _frame_before(reading, out, chain, weights)
        if before is not None:
            out[out.index(before)] = _joined(reading, before, chain)
        elif (frame := _of_its_own(reading, chain, weights)) is not None:
            out.append(frame)
    return out


def _touches(frame: Frame, chain: Sequence[QuotedRegion]) -> bool:
    return any(region.start < end and start < region.end for region in chain for start, end in frame.content.spans)


def _completed(owners: Sequence[Frame], chain: Chain) -> Frame:
    """The first of the frames that have part of a chain, with all of it that no other one has a part of: the paragraphs
    that reopen are the same speech. What a transcript gives to nobody is left so."""
    frame, *others = owners
    if any(owner.content.construction == TURN for owner in owners):
        return frame
    missing = [(region.start, region.end) for region in chain if not any(_touches(other, [region]) for other in others)]
    return _with_spans(frame, missing)


def _with_spans(frame: Frame, more: Sequence[Chars]) -> Frame:
    """The frame with more spans; those that overlap are one."""
    spans: list[Chars] = []
    for start, end in sorted({*frame.content.spans, *more}):
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return replace(frame, content=replace(frame.content, spans=tuple(spans)))


def _frame_of_list(reading: Reading, frames: list[Frame], region: QuotedRegion) -> Frame | None:
    """The frame that has the words in marks which a region is joined to in a list."""
    previous = reading.speech.joined_to(region, reading.text)
    return next((frame for frame in frames if _touches(frame, [previous])), None) if previous else None


def _frame_before(reading: Reading, frames: list[Frame], chain: Chain, weights: Weights) -> Frame | None:
    """The frame whose speech this quotation goes on with: it follows at once, and nobody else is named between."""
    start = chain[0].start
    earlier = [frame for frame in frames if frame.start < start and _has_quoted(reading, frame)]
    if not earlier:
        return None
    frame = max(earlier, key=_end)
    # A name behind a dash ends what it signs.
    if frame.content.construction == BESIDE_NAME or _repeats(reading.text, frame, chain):
        return None
    between = reading.text[_end(frame) : start]
    if not reading.breaks(_end(frame), start):
        # "A," she said, adding: "B."
        if introducing_cue(reading, chain, weights) is not None:
            return None
        if between.rstrip()[-1:] in (",", ":"):
            return None if _tells_more(reading, frame, start) else frame
        # "A," she said on Monday, before leaving. "B."
        sentences = len(_SENTENCE_END.findall(between))
        return frame if sentences <= 1 and is_sentence(reading.text, chain[0]) else None
    # What follows a question is likelier its answer.
    question = last_inside(reading.text, *frame.content.spans[-1]) == "?"
    other_paragraph = reading.text[reading.paragraph(_end(frame))[1] : start]
    # Of a mark that is never closed nobody knows what it opens.
    opens = chain[-1].closed and _can_go_on(reading, frame, chain)
    if opens and _is_whole_paragraph(reading, chain) and not question and not _WORD.search(other_paragraph):
        return frame
    return None


def _has_quoted(reading: Reading, frame: Frame) -> bool:
    return any(reading.regions_within(*span) for span in frame.content.spans)


def _tells_more(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether another sentence with a verb leads up to ``start``: She said, "A." Bo then asked, "B." """
    end = last = _end(frame)
    region = reading.speech.before(end)
    while region is not None and region.start < last <= region.end and not reading.text[last - 1].isalnum():
        last -= 1
    words = reading.words[slice(*reading.tokens(end, start))]
    verbs = any(word.pos in ("VERB", "AUX") and not reading.in_marks[word.i] for word in words)
    return verbs and _SENTENCE_END.search(reading.text, last, start) is not None


def _can_go_on(reading: Reading, frame: Frame, chain: Chain) -> bool:
    """Whether the marks of a chain can open more of what a frame reports. Marks of another kind open a heading ('A long
    way home.'), or else an extract, which may be of another's text unless it says "I" or "we"."""
    last = [region for span in frame.content.spans for region in reading.regions_within(*span)][-1]
    mark = chain[0].mark
    if are_alike(last.mark, mark):
        return True
    if is_single(last.mark) or is_single(mark):
        return False
    said = " ".join(reading.text[region.start : region.end] for region in chain)
    return not word_list(__package__, "first_person.txt").isdisjoint(re.findall(r"\w+", said.lower()))


def _repeats(text: str, frame: Frame, chain: Chain) -> bool:
    """Whether the words stand in the frame already, as those of a pull quote do."""
    said = " ".join(text[start:end] for start, end in frame.content.spans)
    return all(text[region.start + len(region.mark) : region.end].strip("\"'”’». ") in said for region in chain)


def _end(frame: Frame) -> int:
    spans = [*frame.content.spans, *frame.cue, *(frame.source.spans if frame.source else ())]
    return max(end for _, end in spans)


def _is_whole_paragraph(reading: Reading, chain: Chain) -> bool:
    start, _ = reading.paragraph(chain[0].start)
    _, end = reading.paragraph(chain[-1].start)
    return not _WORD.search(reading.text, start, chain[0].start) and not _WORD.search(reading.text, chain[-1].end, end)


def _joined(reading: Reading, frame: Frame, chain: Chain) -> Frame:
    joined = _with_spans(frame, [(region.start, region.end) for region in chain])
    if reading.breaks(_end(frame), chain[0].start):
        joined = replace(joined, probability=frame.probability * _JOINED_NEXT_PARAGRAPH)
    return joined


def _of_its_own(reading: Reading, chain: Chain, weights: Weights) -> Frame | None:
    text = reading.text
    spans = tuple((region.start, region.end) for region in chain)
    source = _label(reading, chain[0])
    if source is not None:
        return Frame(ContentCandidate(spans, BESIDE_NAME), (), "", source, _BESIDE_NAME)
    if all(is_term(text, region) for region in chain) or _is_heading(reading, chain):
        return None
    reported = cue_of_chain(reading, chain, weights)
    if reported is not None:
        cue, probability = reported
        content = ContentCandidate(spans, "quotation beside a verb")
        if is_sentence(text, chain[0]):
            probability = max(probability, SENTENCE_ALONE)
        source = source_before(cue, chain, reading) or source_of(cue, spans, reading, weights)
        return Frame(content, cue_spans(cue, text), reading.columns.keys[cue.i], source, probability)
    whole = is_sentence(text, chain[0])
    return Frame(ContentCandidate(spans, ALONE), (), "", None, SENTENCE_ALONE if whole else _PHRASE_ALONE)


def _is_heading(reading: Reading, chain: Chain) -> bool:
    """Whether a chain is a heading: a short paragraph in single marks, in a text whose speech has double ones."""
    region = chain[0]
    words = len(_WORDS.findall(reading.text, region.start, region.end))
    short = words <= _LONGEST_HEADING and _is_whole_paragraph(reading, chain)
    return is_single(region.mark) and short and reading.prefers_double_marks


def _label(reading: Reading, region: QuotedRegion) -> SourceCandidate | None:
    """The name and the colon before a quotation that begin its paragraph, or a sentence in it if the entity recogniser
    knows that somebody is called so."""
    text = reading.text
    start, _ = reading.paragraph(region.start)
    if found := label(text, region, start) or _listed_author(reading, region):
        return found
    sentence, _ = reading.sentence(max(start, text.rfind(":", start, region.start)))
    found = label(text, region, sentence) if sentence > start else None
    return found if found and _names_somebody(reading, found) else None


def _listed_author(reading: Reading, region: QuotedRegion) -> SourceCandidate | None:
    """Who wrote the report whose name stands before a quotation: "Ferry sinks," by the Gazette's Ann Roe: "…"."""
    by = reading.text.rfind(" by ", max(0, region.start - LONGEST_LABEL), region.start)
    work = reading.region_at(by - 1) if by > 0 else None
    if work is None or work not in reading.works or reading.breaks(work.end, region.start):
        return None
    return label(reading.text, region, by + 1)


def _names_somebody(reading: Reading, source: SourceCandidate) -> bool:
    """Whether all words of a label are somebody's name; a single one ("Verdict") must be so at another place, too."""
    start, end = source.spans[0]
    words = reading.words[slice(*reading.tokens(start, end))]
    known = len(words) > 1 or reading.text.count(reading.text[start:end]) > 1
    return known and all(word.ent_type in _NAMED or word.pos == "CCONJ" for word in words)
