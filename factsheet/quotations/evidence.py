"""Why a quotation was found and attributed so, in sentences for a reader."""

from __future__ import annotations

from factsheet.quotations.by_form.asides import INTERRUPTED
from factsheet.quotations.by_form.labels import LINE_BELOW
from factsheet.quotations.by_form.opinions import OPINION
from factsheet.quotations.by_form.turns import TURN
from factsheet.quotations.frames import ALONE, BEHIND_REPORT, BESIDE_NAME, Frame, Reading
from factsheet.quotations.marks.pairing import QuotedRegion

_SOURCE_RULES = {
    "subject": "is its subject",
    "governing subject": "is the subject of the clause it depends on",
    "according to": "follows “according to”",
    "by": "follows “by”",
    "recorded": "is seen or heard saying it",
    "possessor": "is the one whose it is",
    "noun and preposition": "is named right behind it",
    "noun before": "is what it describes",
    "dash": "is named behind a dash",
    "label": "is named before a colon",
    LINE_BELOW: "is named in the line below it",
    "agency": "is the agency that reports it",
    "before": "stands between the quotation and it",
    "still": "is speaking still",
    "noun nearby": "is the likeliest name beside it",
}


_CONSTRUCTIONS = {
    "ccomp right": "the clause behind it is what was said",
    "xcomp right": "the clause behind it is what was said",
    "ccomp left": "the clause before it is what was said",
    INTERRUPTED: "the sentence it interrupts is what was said",
    "host clause": "the sentence it stands in is what was said",
    OPINION: "the sentence it stands in, or the words behind it, are what was said",
    "next paragraph": "a colon leads to the next paragraph",
    "agency tail": "an agency's line at the end of the sentence",
    TURN: "a turn of a transcript",
    "headline with a name": "a headline that begins with a name",
    "passive subject": "its subject is what was said",
}


def evidence(frame: Frame, reading: Reading) -> tuple[str, ...]:
    """Sentences that say which words report the quotation, who they name, and what is uncertain about it."""
    sentences = [_found(reading.text, frame), _attributed(reading.text, frame)]
    if frame.deed:
        sentences.append("It may be what somebody did or spoke about, rather than what was said.")
    if frame.hypothetical:
        sentences.append("It is what may be said or was not said, rather than what was.")
    signed = frame.source is not None and frame.source.rule == LINE_BELOW
    unclosed = (region for region in reading.regions if not region.closed and not region.continues)
    if not signed and any(_covers(frame, region) for region in unclosed):
        sentences.append("Its quotation mark is never closed; it is taken to end with its paragraph.")
    return tuple(sentences)


def _found(text: str, frame: Frame) -> str:
    words = " … ".join(text[start:end] for start, end in frame.cue)
    construction = frame.content.construction.partition(" cut")[0]
    if construction == ALONE:
        return "It stands in quotation marks, and no words beside it report it."
    if construction == BESIDE_NAME:
        return "It stands in quotation marks beside a name."
    if construction == BEHIND_REPORT:
        return f"It stands in quotation marks, right behind a sentence that “{words}” reports."
    if frame.content.in_marks:
        return f"It stands in quotation marks, and “{words}” beside it reports it."
    how = _CONSTRUCTIONS.get(construction, "the words that depend on it are what was said")
    return f"“{words}” reports it: {how}."


def _attributed(text: str, frame: Frame) -> str:
    if frame.source is None:
        return "Nobody is named as its source."
    names = [f"“{text[start:end]}”" for start, end in frame.source.spans]
    if frame.source.rule == "citing":
        return f"{names[0]} cites {names[-1]}."
    return f"{names[0]} {_SOURCE_RULES[frame.source.rule]}."


def _covers(frame: Frame, region: QuotedRegion) -> bool:
    return any(start <= region.start and region.end <= end for start, end in frame.content.spans)
