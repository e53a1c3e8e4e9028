"""The name between a quotation and the verb behind it, where the parser has hung it elsewhere.

A comma inside marks, or a name of many words, leads the parser astray: in "“…,” Ann Roe, the group's founder, told
Reuters" it may see no subject of "told" at all. The order of the words leaves no doubt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.marks import sentence_goes_on
from factsheet.quotations.parse import NOUN_SUBJECTS, Word
from factsheet.quotations.terms import is_title

_FINITE = ("VBD", "VBZ", "VBP")
_NAMES = ("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART", "CCONJ", "SYM")
_BEGIN = ("PROPN", "NOUN", "DET", "ADJ", "NUM")
_CORE = ("PROPN", "NOUN")
_IN_NAMES = ("-", ".", "'", "’", "(", ")")
_LONGEST = 40


def name_between(cue: Word, reading: Reading) -> Chars | None:
    """The words between a quotation that goes on into its sentence and the finite verb ``cue`` right behind them, if
    they can be nothing but a name with what is said of it, and the parser gives the verb no other subject."""
    if cue.tag not in _FINITE or cue.pos != "VERB" or _has_subject(cue, reading):
        return None
    i = bisect_right(reading.region_ends, cue.start) - 1
    if i < 0:
        return None
    region = reading.regions[i]
    if not sentence_goes_on(reading.text, region) or reading.breaks(region.end, cue.start):
        return None
    # “The Long Way,” a novel by Ann Roe, says much about it: a title is the subject.
    if is_title(reading.text, region):
        return None
    _, first = reading.tokens(region.start, region.end)
    first += first < cue.i and reading.words[first].text == ","
    if not 0 < cue.i - first <= _LONGEST:
        return None
    words = [word for word in reading.words[first : cue.i] if not word.is_space]
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
    """Whether the parser knows who does what the verb says. Who is told stands behind the verb, as a subject never
    does there."""
    before = any(child.dep in NOUN_SUBJECTS and not reading.in_marks[child.i] for child in cue.lefts)
    return before or (cue.lemma != "tell" and any(child.dep in NOUN_SUBJECTS for child in cue.rights))


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
        and (piece[0].pos in _BEGIN or _has_capital(piece[0]))
        and any(word.pos in _CORE for word in piece)
        and all(word.pos in _NAMES or _has_capital(word) or word.text in _IN_NAMES for word in piece)
    )


def _has_capital(word: Word) -> bool:
    """Whether a word is written as a name is. Behind a comma no sentence begins, whatever the tagger makes of it."""
    return word.text[:1].isupper()


def _is_aside(piece: list[Word]) -> bool:
    """Whether what stands between two commas is no main clause: it has no finite verb, or begins with a relative."""
    if not piece:
        return False
    return piece[0].tag in ("WP", "WDT", "WP$") or not any(word.tag in _FINITE for word in piece)
