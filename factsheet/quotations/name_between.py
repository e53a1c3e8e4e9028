"""The name between a quotation and the verb behind it, where the parser has hung it elsewhere.

A comma inside marks, or a name of many words, leads the parser astray: in "“…,” Ann Roe, the group's founder, told
Reuters" it may see no subject of "told" at all. The order of the words leaves no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsheet.language.quote_marks import CLOSING, EITHER, OPENING
from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.marks import sentence_goes_on
from factsheet.quotations.parse import NOUN_SUBJECTS, Word
from factsheet.quotations.terms import is_title

_FINITE = ("VBD", "VBZ", "VBP")
_NAMES = ("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART", "CCONJ", "SYM")
_BEGIN = ("PROPN", "NOUN", "DET", "ADJ", "NUM")
_CORE = ("PROPN", "NOUN")
_LONGEST = 40
_MARK = re.compile(rf"``|''|[{OPENING}{CLOSING}{EITHER}]")


def name_between(cue: Word, reading: Reading) -> Chars | None:
    """The words between a quotation that goes on into its sentence and the finite verb ``cue`` right behind them, if
    they can be nothing but a name with what is said of it, and the parser gives the verb no other subject."""
    if cue.tag not in _FINITE or cue.pos != "VERB" or _has_subject(cue, reading):
        return None
    region = reading.speech.before(cue.start)
    if region is None or not sentence_goes_on(reading.text, region) or reading.breaks(region.end, cue.start):
        return None
    # “The Long Way,” a novel by Ann Roe, says much about it: a title is the subject.
    if is_title(reading.text, region):
        return None
    _, first = reading.tokens(region.start, region.end)
    first += first < cue.i and reading.words[first].text == ","
    if not 0 < cue.i - first <= _LONGEST:
        return None
    # Marks here are those of a nickname or a work: Anna “Red” Berg, host of “Morning Ann,” told Reuters.
    words = [word for word in reading.words[first : cue.i] if not word.is_space and not _MARK.fullmatch(word.text)]
    name, *more = _pieces(words) if words else ([],)
    if not _is_name(name) or (more and words[-1].text != ","):
        return None
    if any(not _is_aside(piece) for piece in more):
        return None
    last = name[-1]
    for piece in more:
        if not _is_name(piece):
            break
        last = piece[-1]
    return name[0].start, last.end


def _has_subject(cue: Word, reading: Reading) -> bool:
    """Whether the parser knows who does what the verb says. A subject behind the verb stands right behind it, but for
    one who is told."""
    before = any(child.dep in NOUN_SUBJECTS and not reading.in_marks[child.i] for child in cue.lefts)
    behind = any(child.dep in NOUN_SUBJECTS and child.left_edge == cue.i + 1 for child in cue.rights)
    return before or (cue.lemma != "tell" and behind)


def _pieces(words: list[Word]) -> Iterator[list[Word]]:
    """The words from comma to comma."""
    piece: list[Word] = []
    for word in words:
        if word.text == ",":
            yield piece
            piece = []
        else:
            piece.append(word)
    if piece:
        yield piece


def _is_name(piece: list[Word]) -> bool:
    return (
        bool(piece)
        and piece[0].pos in _BEGIN
        and any(word.pos in _CORE for word in piece)
        and all(word.pos in _NAMES or word.text in ("-", ".", "'", "’", "(", ")") for word in piece)
    )


def _is_aside(piece: list[Word]) -> bool:
    """Whether what stands between two commas is no main clause: it has no finite verb, or begins with a relative."""
    if not piece:
        return False
    return piece[0].tag in ("WP", "WDT", "WP$") or not any(word.tag in _FINITE for word in piece)
