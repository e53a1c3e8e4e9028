"""What a cue in a subordinate clause does not report: the main clause beside a clause that tells when or why ("After
she had spoken, the rain came"), and the rest of an "as she put it"."""

from __future__ import annotations

from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.parse import Word
from factsheet.wordlists import words

_OBJECTS = ("ccomp", "xcomp", "dobj", "dative")
_CLAUSES = ("ccomp", "xcomp")
_TELLING = ("tell", "inform", "remind")
_SPEAKING = ("speak", "talk")


def is_unreported(cue: Word, spans: tuple[Chars, ...], reading: Reading) -> bool:
    """Whether words outside marks are none that a cue of an adverbial clause reports.

    They are not where they begin before that clause, or behind it and its comma, unless it begins with "as" and has
    nothing else to report ("as she said, …", but: "as she promised more, …").
    """
    if cue.dep != "advcl":
        return False
    opener = next((word for word in cue.lefts if word.dep in ("mark", "advmod")), None)
    first, end = cue.words[cue.left_edge].start, cue.words[cue.right_edge].end
    start = spans[0][0]
    if opener is not None and opener.lower == "as":
        it = next((child for child in cue.rights if child.dep == "dobj" and child.lower == "it"), None)
        if it is not None:
            return it.start <= start < end
    beyond = start < first or (start >= end - 1 and "," in reading.text[end - 1 : start])
    return beyond and _tells_when_or_why(cue, opener)


def _tells_when_or_why(cue: Word, opener: Word | None) -> bool:
    if opener is None:
        # "…, adding that it rained."
        return cue.tag == "VBG" and any(child.dep in _CLAUSES for child in cue.rights)
    if opener.lower == "as":
        told = cue.lemma not in _TELLING and any(child.dep in _OBJECTS for child in cue.rights)
        return told or cue.lemma in _SPEAKING
    return opener.lower in words(__package__, "subordinators.txt")
