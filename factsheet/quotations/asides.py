"""Reporting clauses between commas that name who says it behind the verb: The bridge, said Ann Roe, will reopen.

The parser knows this order of words from headlines and poems at best: it takes "the bridge" for the subject of "said",
and what follows for what the bridge said. The commas leave no doubt, as no single one stands between a subject and its
verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.quotations.frames import ContentCandidate, Frame, Reading, SourceCandidate
from factsheet.quotations.parse import Word
from factsheet.wordlists import words as word_list

INTERRUPTED = "interrupted sentence"
_PROBABILITY = 0.95
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BEGIN = ("PROPN", "NOUN", "DET", "ADJ", "NUM")
_NAME = (*_BEGIN, "ADP", "PART", "PRON", "CCONJ")
_RELATIVE = ("WP", "WDT", "WP$", "WRB")
_CORE = ("PROPN", "NOUN")
_STOPS = (",", ";", ":", "—", "–", "(", ")")
_ENDS = (".", "!", "?", ":", ";", ",")
_MOST_WORDS = 14


def asides(reading: Reading) -> Iterator[Frame]:
    """The frames of such clauses, each with the words before it and behind it as its content."""
    verbs = word_list(__package__, "inverted.txt")
    for word in reading.words:
        if word.lemma.lower() in verbs and word.tag in _FINITE and word.i and word.words[word.i - 1].text == ",":
            frame = _aside(word, reading)
            if frame is not None:
                yield frame


def _aside(cue: Word, reading: Reading) -> Frame | None:
    first, end = reading.columns.sentences[cue.i]
    before = [word for word in reading.words[first : cue.i - 1] if not word.is_space and word.start >= reading.start]
    # Between two commas may stand what is said of the subject: Ann Roe, the mayor, said ...
    if not before or any(word.text in _STOPS or reading.in_marks[word.i] for word in (*before, cue)):
        return None
    name, *behind = _pieces(reading.words[cue.i + 1 : end], reading)
    if not _is_name(name):
        return None
    last = name[-1]
    while behind and _describes(behind[0]):
        last, behind = _end_of_name(behind[0], last), behind[1:]
    rest = [word for piece in behind for word in piece]
    # A whole sentence stands before the clause, or its subject or a phrase that the rest goes on from.
    if _has_finite(before) == bool(rest):
        return None
    content = tuple((words[0].start, words[-1].end) for words in (before, rest) if words)
    source = SourceCandidate(((name[0].start, last.end),), "subject", _PROBABILITY)
    cues, key = ((cue.start, cue.end),), reading.columns.keys[cue.i]
    return Frame(ContentCandidate(content, INTERRUPTED), cues, key, source, _PROBABILITY)


def _pieces(words: list[Word], reading: Reading) -> list[list[Word]]:
    """The words from comma to comma, but for those in quotation marks, without what ends the sentence."""
    while words and (words[-1].is_space or (words[-1].text in _ENDS and not reading.in_marks[words[-1].i])):
        words = words[:-1]
    pieces: list[list[Word]] = [[]]
    for word in words:
        if word.text == "," and not reading.in_marks[word.i]:
            pieces.append([])
        elif not word.is_space:
            pieces[-1].append(word)
    return pieces


def _is_name(words: list[Word]) -> bool:
    """Whether words can be nothing but a name or a noun with what belongs to it."""
    if not 0 < len(words) <= _MOST_WORDS or words[0].ent_type in ("DATE", "TIME"):
        return False
    begins = words[0].pos in _BEGIN or words[0].tag == "PRP$"
    return begins and words[-1].pos in _CORE and all(word.pos in _NAME for word in words)


def _describes(words: list[Word]) -> bool:
    """Whether what stands between two commas is said of the name before it: it has no verb, or that of a relative."""
    verb = next((i for i, word in enumerate(words) if word.tag in _FINITE), len(words))
    return verb == len(words) or any(word.tag in _RELATIVE for word in words[:verb])


def _end_of_name(words: list[Word], last: Word) -> Word:
    """The last word of an apposition, without its relative; ``last`` where it is nothing but one."""
    relative = next((i for i, word in enumerate(words) if word.tag in _RELATIVE), len(words))
    return words[relative - 1] if relative else last


def _has_finite(words: list[Word]) -> bool:
    return any(word.tag in _FINITE for word in words)
