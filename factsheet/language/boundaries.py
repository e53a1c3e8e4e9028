"""Sentence boundaries that respect paragraphs and quotation marks, set before the parser runs.

The parser keeps what is set here and decides the rest. A sentence starts

* with each paragraph, and behind a dateline;
* at an opening mark that follows the end of a sentence and precedes a capital (`He left. "We stay."`);
* after a closing mark that follows a full stop and precedes a capital.

None starts between an opening mark and its first word, before a closing mark, behind one that follows a comma or
precedes a small letter (`"Why?" she asked`), nor between a question and the name of who asked it (`"Why?" Berg asked`).
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import cast

import numpy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token
from thinc.types import Ints2d

from factsheet.language.datelines import dateline_spans
from factsheet.language.extensions import register
from factsheet.language.paragraphs import paragraphs
from factsheet.language.quote_marks import CLOSING, EITHER, Mark, double_marks
from factsheet.language.tokens import keep_abbreviations, split_at_marks
from factsheet.wordlists import words

_YES, _NO = 1, -1
_ENDS_SENTENCE = frozenset(".!?")
_INNER_MARKS = frozenset("'‘’`([")
_CLOSING_MARKS = frozenset([*CLOSING, *EITHER, "'", "’"])
_LONGEST_NAME = 6


class Boundaries:
    """The spaCy component: sets ``token.is_sent_start`` where it is certain, and leaves the rest undecided."""

    def __call__(self, doc: Doc) -> Doc:
        """Set boundaries on the Doc, in place, and return it."""
        text = doc.text
        decided: NDArray[numpy.int64] = numpy.zeros(len(doc), dtype=numpy.int64)
        tokens = _Tokens(doc, [token.idx for token in doc], decided)
        for start, end in paragraphs(text):
            tokens.start_at(start)
            for mark in double_marks(text, start, end):
                if mark.side == "open":
                    _around_opening(tokens, mark, start)
                else:
                    _around_closing(text, tokens, mark, end)
        tokens.start_at(doc._.article.body_start)
        for dateline, report in dateline_spans(text):
            tokens.keep_together(dateline, report)
            tokens.start_at(report)
        # All at once: spaCy looks through the whole Doc each time that is_sent_start is set on a token.
        doc.from_array(["SENT_START"], cast(Ints2d, decided.view(numpy.uint64).reshape(-1, 1)))
        return doc


@Language.factory("factsheet_boundaries", assigns=["token.is_sent_start"])
def make_boundaries(nlp: Language, name: str) -> Boundaries:
    """The factory behind ``nlp.add_pipe("factsheet_boundaries", before="parser")``.

    It has the pipeline's tokenizer split words at the double quotation marks inside them, and keep abbreviated titles
    whole.
    """
    register()
    split_at_marks(nlp)
    keep_abbreviations(nlp)
    return Boundaries()


@dataclass(frozen=True)
class _Tokens:
    """A Doc's tokens with the offsets they begin at, and what is decided about each."""

    doc: Doc
    starts: list[int]
    decided: NDArray[numpy.int64]

    def start_at(self, offset: int) -> None:
        """Let a sentence start with the first word from ``offset`` on."""
        word = self.word_from(offset)
        if word is not None:
            self.decided[word.i] = _YES

    def keep_together(self, start: int, end: int) -> None:
        """Let no sentence start with a word behind ``start`` and before ``end``."""
        self.decided[bisect_left(self.starts, start) + 1 : bisect_left(self.starts, end)] = _NO

    def word_from(self, offset: int, end: int | None = None) -> Token | None:
        """The first token that begins at ``offset`` or later (and before ``end``) and is no white space."""
        i = bisect_left(self.starts, offset)
        while i < len(self.doc) and self.doc[i].is_space:
            i += 1
        return self.doc[i] if i < len(self.doc) and (end is None or self.starts[i] < end) else None


def _around_opening(tokens: _Tokens, mark: Mark, first: int) -> None:
    # spaCy makes two tokens of a LaTeX mark.
    following = tokens.word_from(mark.start + 1)
    if following is None:
        return
    tokens.decided[following.i] = _NO
    while following.text in _INNER_MARKS and following.i + 1 < len(tokens.doc):
        following = tokens.doc[following.i + 1]
        tokens.decided[following.i] = _NO
    i = bisect_left(tokens.starts, mark.start)
    if i and tokens.starts[i] == mark.start and following.text[:1].isupper() and _ends_sentence(tokens.doc, i, first):
        tokens.decided[i] = _YES


def _ends_sentence(doc: Doc, i: int, first: int) -> bool:
    """Whether the token before the one at ``i``, past closing marks, is a full stop and no abbreviation's."""
    i -= 1
    while i > 0 and doc[i].idx >= first and (doc[i].is_space or set(doc[i].text) <= _CLOSING_MARKS):
        i -= 1
    return i >= 0 and doc[i].idx >= first and doc[i].text in _ENDS_SENTENCE


def _around_closing(text: str, tokens: _Tokens, mark: Mark, end: int) -> None:
    i = bisect_left(tokens.starts, mark.start)
    if i == 0 or i >= len(tokens.doc) or tokens.starts[i] >= mark.end:
        return
    tokens.decided[i] = _NO
    following = tokens.word_from(mark.end, end)
    if following is None or tokens.decided[following.i]:
        return
    before = text[max(0, mark.start - 3) : mark.start].rstrip("'’‘ ")[-1:]
    if before == "," or following.text.islower() or (before in ("?", "!") and _names_asker(following)):
        tokens.decided[following.i] = _NO
    elif before == "." and following.text[:1].isupper() and following.text != "I":
        tokens.decided[following.i] = _YES


def _names_asker(token: Token) -> bool:
    """Whether a name stands at ``token`` with a verb of saying right behind it."""
    named = token.doc[token.i : token.i + _LONGEST_NAME]
    if token.lower_ in words(__package__, "sentence_openers.txt"):
        return False
    for word in named:
        if not word.text[:1].isupper():
            return word.i > token.i and word.lower_ in words(__package__, "reporting_verbs.txt")
    return False
