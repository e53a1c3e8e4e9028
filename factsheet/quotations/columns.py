"""What features ask of every token again and again, read from the parse once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
from spacy import attrs
from spacy.tokens import Doc

from factsheet.quotations.wordforms import cue_key, word

_ATTRIBUTES = [
    attrs.IDX,
    attrs.LENGTH,
    attrs.HEAD,
    attrs.SENT_START,
    attrs.IS_PUNCT,
    attrs.TAG,
    attrs.DEP,
    attrs.POS,
    attrs.LEMMA,
    attrs.LOWER,
    attrs.ENT_TYPE,
]
NOUNS = ("NOUN", "PROPN", "PRON")
_DASHES = ("—", "–", "--", "-", "(", ";")
_VERBS = ("VERB", "AUX")


@dataclass(frozen=True)
class Cut:
    """A place where a content may end: before token ``at``, for a reason of this ``kind``.

    Where ``reach`` is a number, only a content whose last token is ``reach`` or stands before it may be cut there.
    """

    at: int
    kind: str
    reach: int | None = None


@dataclass(frozen=True)
class Columns:
    """A Doc by columns, one entry a token: where it begins and ends, its word (see ``wordforms.word``), tag, part of
    speech, dependency, the index of its head, what it is known by as a cue (see ``wordforms.cue_key``), and the
    half-open token indices of its sentence. ``cuts`` are in the order of the text. ``verbs_before``, ``commas_before``
    and ``nouns_before`` count from the beginning, and have one entry more."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    keys: list[str]
    sentences: list[tuple[int, int]]
    cuts: list[Cut]
    verbs_before: list[int]
    commas_before: list[int]
    nouns_before: list[int]

    @classmethod
    def of(cls, doc: Doc, text: str) -> Columns:
        """The columns of a parsed Doc, whose text is ``text``.

        spaCy makes an object of every token that is looked at; its arrays are read many times faster.
        """
        table = doc.to_array(_ATTRIBUTES).reshape(len(doc), len(_ATTRIBUTES))
        numbers = table[:, :5].astype(np.int64)
        starts, begins, punctuation = (numbers[:, i].tolist() for i in (0, 3, 4))
        ends = (numbers[:, 0] + numbers[:, 1]).tolist()
        heads = (numbers[:, 2] + np.arange(len(doc))).tolist()
        strings = doc.vocab.strings
        names = {number: strings[number] for number in np.unique(table[:, 5:]).tolist()}
        tags, deps, pos, lemmas, lowers, entities = ([names[n] for n in table[:, i].tolist()] for i in range(5, 11))
        first = [begin == 1 or i == 0 for i, begin in enumerate(begins)]
        passive = {heads[i] for i, dep in enumerate(deps) if dep == "auxpass"}
        rows = range(len(doc))
        capital = [text[start].isupper() for start in starts]
        return cls(
            starts,
            ends,
            [word(lowers[i], pos[i], entities[i], capital[i] and not first[i]) for i in rows],
            tags,
            pos,
            deps,
            heads,
            [cue_key(lemmas[i], pos[i], i in passive) for i in rows],
            _sentences(first),
            [cut for i in rows if (cut := _cut(doc, i, bool(punctuation[i]), deps, pos, heads))],
            _counted(tag.startswith("VB") for tag in tags),
            _counted(lower == "," for lower in lowers),
            _counted(part in NOUNS for part in pos),
        )


def _counted(marked: Iterable[bool]) -> list[int]:
    return [0, *accumulate(marked)]


def _sentences(first: list[bool]) -> list[tuple[int, int]]:
    bounds = [*(i for i, begins in enumerate(first) if begins), len(first)]
    return [(start, end) for start, end in pairwise(bounds) for _ in range(start, end)]


def _cut(doc: Doc, i: int, is_punctuation: bool, deps: list[str], pos: list[str], heads: list[int]) -> Cut | None:
    if is_punctuation:
        text = doc[i].text
        kind = "comma" if text == "," else "dash" if text in _DASHES else None
        return Cut(i, kind) if kind else None
    dep, head = deps[i], heads[i]
    if dep == "cc" and pos[head] in _VERBS:
        return Cut(i, "cc")
    if dep == "mark" and deps[head] == "advcl" and doc[head].left_edge.i == i:
        return Cut(i, "advcl")
    if dep == "prep" and pos[head] in _VERBS:
        return Cut(i, "prep", doc[i].right_edge.i)
    if dep in ("npadvmod", "advmod") and doc[i].left_edge.i == i:
        return Cut(i, "tail adverb", doc[i].right_edge.i)
    return None
