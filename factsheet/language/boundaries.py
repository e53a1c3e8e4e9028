"""Sentence boundaries that respect paragraphs and quotation marks, set before the parser runs.

The parser keeps what is set here and decides the rest. A sentence starts with each paragraph and after a closing
mark that follows a full stop and precedes a capital; none starts before a closing mark, or behind one that follows a
comma or precedes a small letter (`"Why?" she asked` stays one sentence).
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc, Token

from factsheet.language.extensions import register
from factsheet.language.paragraphs import paragraphs
from factsheet.language.quote_marks import Mark, double_marks


class Boundaries:
    """The spaCy component: sets ``token.is_sent_start`` where it is certain, and leaves the rest undecided."""

    def __call__(self, doc: Doc) -> Doc:
        """Set boundaries on the Doc, in place, and return it."""
        starts = [token.idx for token in doc]
        for start, end in paragraphs(doc.text):
            _start_at(doc, starts, start)
            for mark in double_marks(doc.text, start, end):
                if mark.side == "close":
                    _decide_around(doc, starts, mark)
        _start_at(doc, starts, doc._.article.body_start)
        return doc


@Language.factory("factsheet_boundaries", assigns=["token.is_sent_start"])
def make_boundaries(nlp: Language, name: str) -> Boundaries:
    """The factory behind ``nlp.add_pipe("factsheet_boundaries", before="parser")``."""
    register()
    return Boundaries()


def _start_at(doc: Doc, starts: list[int], offset: int) -> None:
    i = bisect_left(starts, offset)
    while i < len(doc) and doc[i].is_space:
        i += 1
    if i < len(doc):
        doc[i].is_sent_start = True


def _decide_around(doc: Doc, starts: list[int], mark: Mark) -> None:
    i = bisect_left(starts, mark.start)
    if i >= len(doc) or starts[i] != mark.start or i == 0:
        return
    doc[i].is_sent_start = False
    following = _next_word(doc, i + 1)
    if following is None or following.is_sent_start is not None:
        return
    before = doc[i - 1].text[-1:]
    if before == "," or following.text.islower():
        following.is_sent_start = False
    elif before == "." and following.text[:1].isupper() and following.text != "I":
        following.is_sent_start = True


def _next_word(doc: Doc, i: int) -> Token | None:
    """The token at ``i``, past white space, or None where the document or paragraph ends."""
    while i < len(doc) and doc[i].is_space:
        if "\n" in doc[i].text:
            return None
        i += 1
    return doc[i] if i < len(doc) else None
