"""The name between a quotation and the verb behind it, where the parser has hung it elsewhere.

A comma inside marks, or a name of many words, leads the parser astray: in "“…,” Ann Roe, the group's founder, told
Reuters" it may see no subject of "told" at all. The order of the words leaves no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsheet.language.quote_marks import CLOSING, EITHER, OPENING
from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.marks.pairing import QuotedRegion, sentence_goes_on
from factsheet.quotations.marks.terms import is_term, is_title
from factsheet.quotations.parse import NOUN_SUBJECTS, Word

_FINITE = ("VBD", "VBZ", "VBP")
_NAMES = ("PROPN", "NOUN", "PRON", "DET", "ADJ", "NUM", "ADP", "PART", "CCONJ", "SYM")
_BEGIN = ("PROPN", "NOUN", "DET", "ADJ", "NUM")
_CORE = ("PROPN", "NOUN")
_IN_NAMES = ("-", ".", "'", "’", "(", ")")
_LONGEST = 40
_MOST_REGIONS = 3
_MARK = re.compile(rf"``|''|[{OPENING}{CLOSING}{EITHER}]")


def name_between(cue: Word, reading: Reading) -> Chars | None:
    """The words between a quotation that goes on into its sentence and the finite verb ``cue`` right behind them, if
    they can be nothing but a name with what is said of it, and the parser gives the verb no other subject."""
    if cue.pos != "VERB" or cue.tag not in (*_FINITE, "VBN"):
        return None
    region = _quotation_before(cue, reading)
    # “The Long Way,” a novel by Ann Roe, says much about it: a title is the subject.
    if region is None or is_title(reading.text, region):
        return None
    _, first = reading.tokens(region.start, region.end)
    first += first < cue.i and reading.words[first].text == ","
    if not 0 < cue.i - first <= _LONGEST or _has_subject(cue, first, reading):
        return None
    if cue.tag == "VBN" and not _is_last_verb(cue, reading):
        return None
    # Marks here are those of a nickname or a work: Anna “Red” Berg, host of “Morning Ann,” told Reuters.
    words = [word for word in reading.words[first : cue.i] if not word.is_space and not _MARK.fullmatch(word.text)]
    if any(word.begins_sentence for word in [*words[1:], cue]):
        return None
    name, *more = _pieces(words) if words else ([],)
    if not is_name(name) or (more and words[-1].text != "," and not is_name(more[-1])):
        return None
    if any(not _is_aside(piece) for piece in more):
        return None
    last = name[-1]
    for piece in more:
        if not is_name(piece):
            break
        last = piece[-1]
    return name[0].start, last.end


def subject_within(name: Chars, cue: Word) -> bool:
    """Whether the parser sees the verb's subject behind a comma in its ``name_between``, and so knows who it is."""
    subjects = (child for child in cue.lefts if child.dep in NOUN_SUBJECTS and name[0] < child.start < name[1])
    return any(cue.words[subject.left_edge - 1].text == "," for subject in subjects)


def _quotation_before(cue: Word, reading: Reading) -> QuotedRegion | None:
    """The quotation before a verb that its sentence goes on from; a term or two in marks may stand between."""
    offset = cue.start
    for _ in range(_MOST_REGIONS):
        region = reading.speech.before(offset)
        if region is None or reading.breaks(region.end, cue.start):
            return None
        if sentence_goes_on(reading.text, region):
            return region
        if not is_term(reading.text, region):
            return None
        offset = region.start
    return None


def _is_last_verb(cue: Word, reading: Reading) -> bool:
    """Whether a verb that the tagger takes for a participle is the last of its sentence, and so may be finite: “…!” the
    mayor, Ann Roe, posted on Monday."""
    _, end = reading.columns.sentences[cue.i]
    if any(child.dep in ("aux", "auxpass", "agent") for child in cue.children):
        return False
    behind = (word for word in reading.words[cue.i + 1 : end] if not reading.in_marks[word.i])
    return not any(word.tag in _FINITE for word in behind)


def _has_subject(cue: Word, first: int, reading: Reading) -> bool:
    """Whether the parser knows who does what the verb says. A subject behind the verb stands right behind it, but for
    one who is told. It does not know where words from token ``first`` on, which it has hung on the quotation, are left
    before the subject that it sees: “…,” another friend, Ann Roe, told Reuters."""
    subjects = [child for child in cue.children if child.dep in NOUN_SUBJECTS and not reading.in_marks[child.i]]
    if any(child.left_edge == cue.i + 1 for child in subjects):
        return cue.lemma != "tell" or any(child.i < cue.i for child in subjects)
    return any(child.left_edge <= first for child in subjects if child.i < cue.i)


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


def is_name(piece: list[Word]) -> bool:
    """Whether words from comma to comma can be nothing but a name or what somebody is called."""
    # No name begins with a verb in its base form: the tagger takes "screenwriter" for one.
    begins = bool(piece) and (piece[0].pos in _BEGIN or _is_mistagged(piece[0]) or piece[0].tag == "VB")
    return (
        begins
        and any(word.pos in _CORE for word in piece)
        and all(word.pos in _NAMES or _is_mistagged(word) or word.text in _IN_NAMES for word in piece[1:])
    )


def _is_mistagged(word: Word) -> bool:
    """Whether a word may be part of a name whatever the tagger takes it for."""
    return _has_capital(word) or word.dep == "compound"


def _has_capital(word: Word) -> bool:
    """Whether a word is written as a name is. Behind a comma no sentence begins, whatever the tagger makes of it."""
    return word.text[:1].isupper()


def _is_aside(piece: list[Word]) -> bool:
    """Whether what stands between two commas is no main clause: it has no finite verb, or begins with a relative."""
    if not piece:
        return False
    return piece[0].tag in ("WP", "WDT", "WP$") or not any(word.tag in _FINITE for word in piece)
