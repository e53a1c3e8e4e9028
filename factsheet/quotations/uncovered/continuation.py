"""Quotations in marks that go on from what was said before them: the same person is speaking still."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factsheet.quotations.frames import BEHIND_REPORT, BESIDE_NAME, Chars, ContentCandidate, Frame, Reading
from factsheet.quotations.marks.headings import is_whole_paragraph
from factsheet.quotations.marks.pairing import Chain, are_alike, is_single, last_inside
from factsheet.quotations.marks.terms import is_sentence, is_term
from factsheet.quotations.parse import SUBJECTS, Word
from factsheet.quotations.uncovered.chain_cues import introducing_cue
from factsheet.quotations.weights import MOSTLY_REPORTS, OFTEN_REPORTS, Weights
from factsheet.wordlists import words

_JOINED_NEXT_PARAGRAPH = 0.85
# How likely whoever is reported in the sentence before says this, too.
_STILL_SPEAKING = 0.75
_ONE_BETWEEN = 2
_THINGS = ("it", "this", "that", "these", "those")
_PAST = ("VBD", "VBZ", "VBN")
_ENDS = (".", "!", "?")
_ASKING = ("ask", "question", "wonder")
_WORD = re.compile(r"\w")
# "A," she said. But "B."
_CONNECTED = re.compile(r"[.!?]\s+(?:Also|And|Because|But|Or|Plus|So|Still|Then|Yet),?\s+\Z")
# A quotation that names its own speaker: "Ann Roe: It rains."
_LABELLED = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*[^\S\r\n]+){0,3}[^\W\d_a-z][\w.'’-]*:\s")
_SENTENCE_END = re.compile(r"[.!?][\"”’']*\s")


def frame_before(reading: Reading, frames: list[Frame], chain: Chain, weights: Weights) -> Frame | None:
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
        # "A," she said on Monday, before leaving. "B."
        sentences = _sentences(reading, _end(frame), start)
        if _CONNECTED.search(between):
            whole = last_inside(reading.text, chain[-1].start, chain[-1].end) in _ENDS
            return frame if whole and sentences <= 1 and not is_term(reading.text, chain[0]) else None
        if between.rstrip()[-1:] in (",", ":"):
            reported = _has_reporter(reading, _end(frame), start, weights) or _tells_more(reading, frame, start)
            return None if reported else frame
        # "A," she said. The matter is closed. "B."
        near = sentences <= 1 or (sentences == _ONE_BETWEEN and _is_about_a_thing(reading, start))
        return frame if near and is_sentence(reading.text, chain[0]) else None
    # What follows a question is likelier its answer.
    question = last_inside(reading.text, *frame.content.spans[-1]) == "?"
    other_paragraph = reading.text[reading.paragraph(_end(frame))[1] : start]
    # Of a mark that is never closed nobody knows what it opens.
    opens = chain[-1].closed and _can_go_on(reading, frame, chain)
    if opens and is_whole_paragraph(reading, chain) and not question and not _WORD.search(other_paragraph):
        return frame
    return None


def joined(reading: Reading, frame: Frame, chain: Chain) -> Frame:
    """The frame with a chain that goes on from it."""
    more = with_spans(frame, [(region.start, region.end) for region in chain])
    if reading.breaks(_end(frame), chain[0].start):
        more = replace(more, probability=frame.probability * _JOINED_NEXT_PARAGRAPH)
    return more


def with_spans(frame: Frame, more: Sequence[Chars]) -> Frame:
    """The frame with more spans in its content, in the order of the text; those that overlap are one."""
    spans: list[Chars] = []
    for start, end in sorted({*frame.content.spans, *more}):
        if spans and start < spans[-1][1]:
            spans[-1] = spans[-1][0], max(end, spans[-1][1])
        else:
            spans.append((start, end))
    return replace(frame, content=replace(frame.content, spans=tuple(spans)))


def still_speaking(reading: Reading, frames: list[Frame], chain: Chain, weights: Weights) -> Frame | None:
    """The frame of a quotation that is a sentence, right behind one that reports what somebody said: She said that it
    would rain. “Take an umbrella.” Behind a question, or where two are reported, nobody knows who goes on."""
    text, start = reading.text, chain[0].start
    if not is_sentence(text, chain[0]) or not chain[-1].closed or _LABELLED.match(text, start + len(chain[0].mark)):
        return None
    last = _last_word_before(reading, start)
    if last is None or text[last.start] not in ".!" or reading.in_marks[last.i]:
        return None
    if reading.breaks(last.start, start) and not is_whole_paragraph(reading, chain):
        return None
    first, end = (reading.starts[i] for i in (reading.columns.sentences[last.i][0], last.i))
    reported = [frame for frame in frames if any(first <= cue < end for cue, _ in frame.cue)]
    sources = {frame.source.spans if frame.source else () for frame in reported}
    leading = [frame for frame in reported if _leads(reading, frame, weights)]
    if len(sources) != 1 or len(leading) != 1 or leading[0].source is None:
        return None
    (frame,), source = leading, leading[0].source
    if _has_quoted(reading, frame) and not _can_go_on(reading, frame, chain):
        return None
    # Police said a man shouted at the crowd. “…”: he may go on, or they.
    if any(_has_reporter(reading, *span, weights) for span in frame.content.spans):
        return None
    spans = tuple((region.start, region.end) for region in chain)
    content = ContentCandidate(spans, BEHIND_REPORT)
    probability = min(frame.probability, _STILL_SPEAKING)
    return Frame(content, frame.cue, frame.lemma, replace(source, rule="still"), probability)


def with_inherited(reading: Reading, frames: list[Frame]) -> list[Frame]:
    """The frames, in text order, with whoever speaks in the sentence, or in the one before, as the source of a
    participle that has none: She said it was “a ruin,” adding: “We need a new one.” He left. Adding, “…”."""
    ordered = sorted(frames, key=lambda frame: frame.cue or frame.content.spans)
    named: Frame | None = None
    for i, frame in enumerate(ordered):
        if frame.source is None and named is not None and named.source and _adds(reading, frame, named):
            ordered[i] = frame = replace(frame, source=replace(named.source, rule="still"))
        if frame.source is not None and frame.cue:
            named = frame
    return sorted(ordered, key=lambda frame: frame.content.spans)


def _adds(reading: Reading, frame: Frame, named: Frame) -> bool:
    """Whether a frame's cue is a participle that goes on from another frame's."""
    if not frame.cue or not frame.content.in_marks:
        return False
    cue, other = (reading.words[reading.tokens(*one.cue[0])[0]] for one in (frame, named))
    if cue.tag != "VBG" or reading.breaks(other.start, cue.start):
        return False
    first, _ = reading.columns.sentences[cue.i]
    return other.i >= (reading.columns.sentences[first - 1][0] if cue.i == first and first else first)


def _leads(reading: Reading, frame: Frame, weights: Weights) -> bool:
    """Whether a frame is what its sentence reports: its cue mostly reports, asks nothing, and no verb governs it."""
    if frame.deed or frame.hypothetical or weights.level(frame.lemma) < MOSTLY_REPORTS or frame.lemma in _ASKING:
        return False
    word = reading.words[reading.tokens(*frame.cue[0])[0]]
    while word.dep in ("conj", "aux", "auxpass", "neg", "parataxis") and word.head is not word:
        word = word.head
    return word.head is word


def _last_word_before(reading: Reading, start: int) -> Word | None:
    first, _ = reading.tokens(start, start + 1)
    return next((word for word in reversed(reading.words[:first]) if not word.is_space), None)


def _has_reporter(reading: Reading, start: int, end: int, weights: Weights) -> bool:
    """Whether another word reports something between two offsets: When one shouted "A," Roe joked, "B." """
    found = (word for word in reading.words[slice(*reading.tokens(start, end))] if not reading.in_marks[word.i])
    speaking = (word for word in found if word.pos == "VERB" and word.tag in _PAST)
    levels = (weights.level(reading.columns.keys[word.i]) for word in speaking)
    return any(level >= OFTEN_REPORTS for level in levels)


def _sentences(reading: Reading, start: int, end: int) -> int:
    """How many sentences end between two offsets. Neither the parser nor a full stop is to be trusted alone: one may
    take "Lt. Roe" for two sentences."""
    stops = len(_SENTENCE_END.findall(reading.text, start, end))
    ends = sum(start < offset <= end for _, offset in reading.sentences)
    return min(stops, max(ends, 1))


def _tells_more(reading: Reading, frame: Frame, start: int) -> bool:
    """Whether another sentence with a verb leads up to ``start``: She said, "A." Bo then asked, "B." """
    end = last = _end(frame)
    region = reading.speech.before(end)
    while region is not None and region.start < last <= region.end and not reading.text[last - 1].isalnum():
        last -= 1
    between = reading.words[slice(*reading.tokens(end, start))]
    verbs = any(word.pos in ("VERB", "AUX") and not reading.in_marks[word.i] for word in between)
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
    return not words(__package__, "first_person.txt").isdisjoint(re.findall(r"\w+", said.lower()))


def _is_about_a_thing(reading: Reading, offset: int) -> bool:
    """Whether the subjects of the sentence before ``offset`` are "it" and the like. A noun may be somebody."""
    last = _last_word_before(reading, offset)
    if last is None:
        return False
    words = reading.words[slice(*reading.columns.sentences[last.i])]
    subjects = [word for word in words if word.dep in SUBJECTS and not reading.in_marks[word.i]]
    return bool(subjects) and all(word.lower in _THINGS for word in subjects)


def _has_quoted(reading: Reading, frame: Frame) -> bool:
    return any(reading.regions_within(*span) for span in frame.content.spans)


def _repeats(text: str, frame: Frame, chain: Chain) -> bool:
    """Whether the words stand in the frame already, as those of a pull quote do."""
    said = " ".join(text[start:end] for start, end in frame.content.spans)
    return all(text[region.start + len(region.mark) : region.end].strip("\"'”’». ") in said for region in chain)


def _end(frame: Frame) -> int:
    spans = [*frame.content.spans, *frame.cue, *(frame.source.spans if frame.source else ())]
    return max(end for _, end in spans)
