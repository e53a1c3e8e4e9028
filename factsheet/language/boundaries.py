"""Sentence boundaries that respect paragraphs and quotation marks, set before the parser runs.

The parser keeps what is set here and decides the rest. A sentence starts with each paragraph and after a closing
mark that follows a full stop and precedes a capital; none starts before a closing mark, or behind one that follows a
comma or precedes a small letter (`"Why?" she asked` stays one sentence).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import cast

import numpy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token
from thinc.types import Ints2d

from factsheet.language.extensions import register
from factsheet.language.paragraphs import paragraphs
from factsheet.language.quote_marks import Mark, double_marks

Decided = NDArray[numpy.int64]
_YES, _NO = 1, -1


class Boundaries:
    """The spaCy component: sets ``token.is_sent_start`` where it is certain, and leaves the rest undecided."""

    def __call__(self, doc: Doc) -> Doc:
        """Set boundaries on the Doc, in place, and return it."""
        text = doc.text
        starts = [token.idx for token in doc]
        decided: Decided = numpy.zeros(len(doc), dtype=numpy.int64)
        for start, end in paragraphs(text):
            _start_at(doc, starts, start, decided)
            for mark in double_marks(text, start, end):
                if mark.side == "close":
                    _decide_around(doc, starts, mark, decided)
        _start_at(doc, starts, doc._.article.body_start, decided)
        # All at once: spaCy looks through the whole Doc each time that is_sent_start is set on a token.
        doc.from_array(["SENT_START"], cast(Ints2d, decided.view(numpy.uint64).reshape(-1, 1)))
        return doc


@Language.factory("factsheet_boundaries", assigns=["token.is_sent_start"])
def make_boundaries(nlp: Language, name: str) -> Boundaries:
    """The factory behind ``nlp.add_pipe("factsheet_boundaries", before="parser")``."""
    register()
    return Boundaries()


def _start_at(doc: Doc, starts: list[int], offset: int, decided: Decided) -> None:
    i = bisect_left(starts, offset)
    while i < len(doc) and doc[i].is_space:
        i += 1
    if i < len(doc):
        decided[i] = _YES


def _decide_around(doc: Doc, starts: list[int], mark: Mark, decided: Decided) -> None:
    i = bisect_left(starts, mark.start)
    if i >= len(doc) or starts[i] != mark.start or i == 0:
        return
    decided[i] = _NO
    following = _next_word(doc, i + 1)
    if following is None or decided[following.i]:
        return
    before = doc[i - 1].text[-1:]
    if before == "," or following.text.islower():
        decided[following.i] = _NO
    elif before == "." and following.text[:1].isupper() and following.text != "I":
        decided[following.i] = _YES


def _next_word(doc: Doc, i: int) -> Token | None:
    """The token at ``i``, past white space, or None where the document or paragraph ends."""
    while i < len(doc) and doc[i].is_space:
        if "\n" in doc[i].text:
            return None
        i += 1
    return doc[i] if i < len(doc) else None
