"""The tail of a content that says who else reports it: "Ann Roe said it rained, the Gazette reported on Monday"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from factsheet.quotations.frames import Frame, Reading
from factsheet.quotations.parse import NOUN_SUBJECTS, Word
from factsheet.quotations.sources.name_between import is_name
from factsheet.quotations.weights import MOSTLY_REPORTS, Weights

_FINITE = ("VBD", "VBZ", "VBP")
_FEWEST_WORDS = 3
_LONGEST_TAIL = 40
_TIMES = ("DATE", "TIME")


def without_others_tail(frame: Frame, reading: Reading, weights: Weights) -> Frame | None:
    """A frame whose content, behind its cue, no longer ends on "according to" somebody or on another's clause that
    reports it; None where nothing else is left of it. ``weights`` know the cues."""
    start, end = frame.content.spans[-1]
    if frame.content.in_marks or not frame.cue or start < frame.cue[-1][1]:
        return frame
    words = reading.words[slice(*reading.tokens(start, end))]
    before = [word for span in frame.content.spans[:-1] for word in reading.words[slice(*reading.tokens(*span))]]
    if reading.text[:start].endswith((", ", ",\n")) and _is_report(words, reading, weights):
        return None
    for at in _behind_commas(words, reading):
        tail = words[at:]
        if _is_according(tail) or _is_report(tail, reading, weights):
            kept = [word for word in words[:at] if word.text != "," or reading.in_marks[word.i]]
            if sum(not word.is_punct for word in (*before, *kept)) >= _FEWEST_WORDS:
                spans = (*frame.content.spans[:-1], (start, kept[-1].end))
                return replace(frame, content=replace(frame.content, spans=spans))
    return frame


def _behind_commas(words: list[Word], reading: Reading) -> Iterator[int]:
    """Where words outside marks go on behind a comma, which may stand within the mark before them."""
    for at in range(len(words) - 1, max(0, len(words) - _LONGEST_TAIL), -1):
        word, before = words[at], words[at - 1]
        if not reading.in_marks[word.i]:
            gap = before if not reading.in_marks[before.i] or at == 1 else words[at - 2]
            if gap.text == ",":
                yield at


def _is_according(tail: list[Word]) -> bool:
    """Whether a tail is "according to" somebody and nothing behind that."""
    if len(tail) < _FEWEST_WORDS or [word.lower for word in tail[:2]] != ["according", "to"]:
        return False
    return tail[0].right_edge >= tail[-1].i or all(word.text != "," for word in tail)


def _is_report(tail: list[Word], reading: Reading, weights: Weights) -> bool:
    """Whether a tail is who reports and the verb, in either order, with no more behind them than when it was."""
    verbs = [i for i, word in enumerate(tail) if word.pos in ("VERB", "AUX")]
    if len(verbs) != 1 or any(reading.in_marks[word.i] for word in tail):
        return False
    at = verbs[0]
    verb, name, rest = tail[at], tail[:at], tail[at + 1 :]
    if verb.tag not in _FINITE or weights.level(reading.columns.keys[verb.i]) < MOSTLY_REPORTS:
        return False
    if not name:
        # "…, reported the Gazette", but: "the band, it seems, wrote a host of songs".
        subject = any(child.dep in NOUN_SUBJECTS for child in verb.lefts)
        return not subject and is_name(rest) and all(word.pos in ("DET", "PROPN") or word.tag == "NNS" for word in rest)
    return is_name(name) and (not rest or rest[0].ent_type in _TIMES or rest[0].pos == "ADP")
