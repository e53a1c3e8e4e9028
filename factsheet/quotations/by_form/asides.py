"""Reporting clauses between commas, above all those that name who says it behind the verb: The bridge, said Ann Roe,
will reopen; the plan, the minister went on, will fail.

The parser knows this order of words from headlines and poems at best: it takes "the bridge" for the subject of "said",
and what follows for what the bridge said.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from factsheet.quotations.cues import cue_spans
from factsheet.quotations.frames import ContentCandidate, Frame, Reading, SourceCandidate
from factsheet.quotations.parse import Word
from factsheet.wordlists import words as word_list

INTERRUPTED = "interrupted sentence"
_PROBABILITY = 0.95
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BEGIN = ("PROPN", "NOUN", "DET", "ADJ", "NUM")
_NAME = (*_BEGIN, "ADP", "PART", "PRON", "CCONJ")
_RELATIVE = ("WP", "WDT", "WP$", "WRB")
_STOPS = (";", ":", "—", "–", "(", ")")
# Words beside a verb that are no object of it: "went on", "added later".
_ADVERBIAL = ("ADV", "ADP", "PART")
_ENDS = (".", "!", "?", ":", ";", ",")
_MOST_WORDS = 14
_FEWEST_PIECES = 2
# So many words beside a verb are looked at.
_FARTHEST = 120
_PHRASE_OPENERS = ("ADP", "ADV", "SCONJ")
_JOINTS = ("and", "but", "or", "while", "yet")


def asides(reading: Reading) -> Iterator[Frame]:
    """The frames of such clauses, each with the words before it and behind it as its content."""
    verbs = word_list("factsheet.quotations", "inverted.txt")
    for word in reading.words:
        if word.tag not in _FINITE or not word.i or word.start < reading.start or reading.in_marks[word.i]:
            continue
        if word.lemma.lower() in verbs and word.words[word.i - 1].text == ",":
            frame = _inverted(word, reading)
        elif word.lemma.lower() in verbs or (word.lemma == "go" and any(child.lower == "on" for child in word.rights)):
            frame = _amid(word, reading)
        else:
            continue
        if frame is not None:
            yield frame


def _inverted(cue: Word, reading: Reading) -> Frame | None:
    """The frame of a verb behind a comma that has its subject behind it."""
    first, end = reading.columns.sentences[cue.i]
    before = _words(first, cue.i - 1, reading)
    name, *behind = _pieces(reading.words[cue.i + 1 : min(end, cue.i + _FARTHEST)], reading)
    if not before or not _is_somebody(name):
        return None
    last = name[-1]
    described = False
    while behind and _describes(behind[0]) and not (described and behind[0][0].tag not in _RELATIVE):
        last, behind, described = _end_of_name(behind[0], last), behind[1:], True
    rest = _until_another(behind)
    # Between two commas may stand what is said of the subject: Ann Roe, the mayor, said ...
    listed = any(word.text == "," for word in before)
    if _has_stop(before, reading) or (listed and (rest or not _ends_report(before, name))):
        return None
    # A whole sentence stands before the clause, or its subject or a phrase that the rest goes on from.
    if _has_finite(before) == bool(behind) or (behind and not _goes_on(before, rest)):
        return None
    return _frame(cue, [before, rest], name[0].start, last.end, reading)


def _amid(cue: Word, reading: Reading) -> Frame | None:
    """The frame of a clause between a subject and its verb: The plan, the minister went on, will fail."""
    first, end = reading.columns.sentences[cue.i]
    before, *pieces = _pieces(reading.words[max(first, cue.i - _FARTHEST) : min(end, cue.i + _FARTHEST)], reading)
    if len(pieces) < _FEWEST_PIECES or cue not in pieces[0]:
        return None
    at = pieces[0].index(cue)
    name, behind, rest = pieces[0][:at], pieces[0][at + 1 :], _until_another(pieces[1:])
    if not before or before[0].start < reading.start or _has_stop(before, reading) or _has_finite(before):
        return None
    if not _is_somebody(name) or any(word.pos not in _ADVERBIAL for word in behind) or not _begins_finite(rest):
        return None
    return _frame(cue, [before, rest], name[0].start, name[-1].end, reading)


def _until_another(pieces: list[list[Word]]) -> list[Word]:
    """The words of pieces as far as another clause begins: …, but Ann Roe doubts it; … (she doubts it)."""
    found: list[Word] = []
    for i, piece in enumerate(pieces):
        if i and piece and piece[0].lower in _JOINTS and _has_finite(piece):
            break
        stop = next((j for j, word in enumerate(piece) if word.text in _STOPS), len(piece))
        found += piece[:stop]
        if stop < len(piece):
            break
    return found


def _goes_on(before: list[Word], rest: list[Word]) -> bool:
    """Whether the rest of a sentence has the verb of the subject before an aside, or is a clause behind a phrase."""
    return _begins_finite(rest) or (before[0].pos in _PHRASE_OPENERS and _has_finite(rest))


def _begins_finite(words: list[Word]) -> bool:
    verb = next((word for word in words if word.pos != "ADV"), None)
    return verb is not None and verb.tag in _FINITE


def _frame(cue: Word, contents: list[list[Word]], start: int, end: int, reading: Reading) -> Frame:
    content = tuple((words[0].start, words[-1].end) for words in contents if words)
    source = SourceCandidate(((start, end),), "subject", _PROBABILITY)
    key = reading.columns.keys[cue.i]
    return Frame(ContentCandidate(content, INTERRUPTED), cue_spans(cue, reading.text), key, source, _PROBABILITY)


def _words(first: int, end: int, reading: Reading) -> list[Word]:
    return [word for word in reading.words[first:end] if not word.is_space and word.start >= reading.start]


def _has_stop(words: list[Word], reading: Reading) -> bool:
    return any(word.text in _STOPS or reading.in_marks[word.i] for word in words)


def _ends_report(before: list[Word], name: list[Word]) -> bool:
    """Whether somebody's name behind a verb ends a sentence with commas in it: Meals are ready, doctors are on duty,
    assured Ann Roe. A relative ("Ann Roe, who swore, recalled Bo Lund") may have the comma, too."""
    relative = any(word.tag in _RELATIVE for word in before)
    return name[-1].pos == "PROPN" and name[-1].ent_type == "PERSON" and not relative


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


def _is_somebody(words: list[Word]) -> bool:
    """Whether words name somebody, or are a noun of somebody who speaks, with what belongs to it."""
    if not 0 < len(words) <= _MOST_WORDS or (words[0].pos == "NUM" and words[0].ent_type in ("DATE", "TIME")):
        return False
    begins = words[0].pos in _BEGIN or words[0].tag in ("PRP$", "PRP")
    if not begins or any(word.pos not in _NAME for word in words):
        return False
    if words[-1].tag == "PRP":
        return len(words) == 1
    speaking = word_list(__package__, "speaking_nouns.txt")
    core = list(takewhile(lambda word: word.pos != "ADP", words))
    named = core[-1].pos == "PROPN" and core[-1].ent_type in ("PERSON", "ORG", "NORP", "GPE", "")
    return named or any(word.pos == "NOUN" and word.lemma.lower() in speaking for word in core)


def _describes(words: list[Word]) -> bool:
    """Whether what stands between two commas is said of the name before it: it has no verb, or that of a relative."""
    if not words or words[0].pos not in (*_BEGIN, "PRON") or words[0].lower in _JOINTS:
        return False
    verb = next((i for i, word in enumerate(words) if word.tag in _FINITE), len(words))
    return verb == len(words) or any(word.tag in _RELATIVE for word in words[:verb])


def _end_of_name(words: list[Word], last: Word) -> Word:
    """The last word of an apposition, without its relative; ``last`` where it is nothing but one."""
    relative = next((i for i, word in enumerate(words) if word.tag in _RELATIVE), len(words))
    return words[relative - 1] if relative else last


def _has_finite(words: list[Word]) -> bool:
    return any(word.tag in _FINITE for word in words)
