"""The words of a parsed Doc, as this room looks at them.

spaCy makes a new object of a token whenever one is looked at, and looks every attribute up by its number. A cue, its
contents and its sources ask for the same few thousand words a hundred thousand times, so they are read once. Names are
spaCy's, without the underscore.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from operator import add

import numpy as np
from spacy import attrs
from spacy.tokens import Doc

_NUMBERS = [attrs.HEAD, attrs.IDX, attrs.LENGTH, attrs.IS_PUNCT, attrs.IS_SPACE, attrs.SENT_START]
_STRINGS = [attrs.ORTH, attrs.LOWER, attrs.LEMMA, attrs.TAG, attrs.POS, attrs.DEP, attrs.ENT_TYPE]

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
# Those that are a noun of their own.
NOUN_SUBJECTS = ("nsubj", "nsubjpass")
_AFTER_NAME = ("VBD", "VBN", "VBZ")


@dataclass(slots=True, eq=False, repr=False)
class Word:
    """A token: its index ``i`` in ``words``, the list of all, the offsets ``start`` and ``end`` of its characters, and
    what the pipeline says of it.

    ``lefts`` and ``rights`` are the words that hang on it, ``left_edge`` and ``right_edge`` the first and the last
    index of its subtree.
    """

    words: list[Word]
    i: int
    start: int
    end: int
    is_punct: bool
    is_space: bool
    begins_sentence: bool
    text: str
    lower: str
    lemma: str
    tag: str
    pos: str
    dep: str
    ent_type: str
    left_edge: int
    right_edge: int
    head: Word = field(init=False)
    lefts: Sequence[Word] = ()
    rights: Sequence[Word] = ()

    @property
    def children(self) -> list[Word]:
        """The words that hang on this one, in order."""
        return [*self.lefts, *self.rights]

    @property
    def ancestors(self) -> Iterator[Word]:
        """The words that this one hangs on, from the nearest to the sentence's root."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    @property
    def subtree(self) -> Iterator[Word]:
        """This word and all that hang on it, directly or not, in the order of the text."""
        found = [self]
        for word in found:
            found += word.lefts
            found += word.rights
        return iter(sorted(found, key=lambda word: word.i))


def words_of(doc: Doc) -> list[Word]:
    """The words of a parsed Doc, by index."""
    table = doc.to_array(_NUMBERS).reshape(len(doc), len(_NUMBERS)).astype(np.int64)
    heads, starts, lengths, punctuation, space, begins = table.T
    begins[:1] = 1
    flags = (column.tolist() for column in (punctuation != 0, space != 0, begins == 1))
    codes = doc.to_array(_STRINGS).reshape(len(doc), len(_STRINGS))
    names = {code: doc.vocab.strings[code] for code in np.unique(codes).tolist()}
    strings = (map(names.__getitem__, column) for column in codes.T.tolist())
    at = range(len(doc))
    tops = list(map(add, at, heads.tolist()))
    places = starts.tolist(), (starts + lengths).tolist()
    words: list[Word] = []
    words += map(Word, repeat(words), at, *places, *flags, *strings, *_edges(tops))
    for i, (word, above) in enumerate(zip(words, tops, strict=True)):
        word.head = head = words[above]
        if above > i:
            head.lefts = [*head.lefts, word]
        elif above < i:
            head.rights = [*head.rights, word]
    _mend_names(words)
    return words


def _mend_names(words: list[Word]) -> None:
    """Make a subject of somebody who is called as an auxiliary is: "Will wrote", "May says". An auxiliary has no such
    form of a verb behind it."""
    for word, verb in pairwise(words):
        if word.tag == "MD" and word.text.istitle() and verb.tag in _AFTER_NAME and word.head is verb:
            word.tag, word.pos, word.dep = "NNP", "PROPN", "nsubj"
            verb.tag = "VBD" if verb.tag == "VBN" else verb.tag


def unlink(words: list[Word]) -> None:
    """Take apart the words of a Doc that is done with, and empty the list.

    They hold one another: left alone, they would wait for the garbage collector to search for them, which takes longer.
    """
    for word in words:
        del word.head
        word.lefts = word.rights = ()
    words.clear()


def root(words: Sequence[Word]) -> Word:
    """The word, of some that stand together, that the others hang on: of those whose head is not among them, the first
    that is nearest to its sentence's root."""
    first, last = words[0].i, words[-1].i
    tops = [word for word in words if word.head is word or not first <= word.head.i <= last]
    return min(tops, key=lambda word: sum(1 for _ in word.ancestors))


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The first and the last index of the subtree of every word, by the indices of their heads.

    Every word's place is carried up to all that it hangs on. Who has been reached from a place farther out has carried
    that one up already.
    """
    lefts, rights = list(range(len(heads))), list(range(len(heads)))
    for i, above in enumerate(heads):
        while lefts[above] > i:
            lefts[above] = i
            above = heads[above]
    for i in reversed(range(len(heads))):
        above = heads[i]
        while rights[above] < i:
            rights[above] = i
            above = heads[above]
    return lefts, rights
