"""What features ask of every word again and again, made of the parse once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from factsheet.quotations.parse import SUBJECTS, Word
from factsheet.quotations.wordforms import cue_key, word_form

NOUNS = ("NOUN", "PROPN", "PRON")
_DASHES = ("—", "–", "--", "-", "(", ";")
_VERBS = ("VERB", "AUX")


class Cut(NamedTuple):
    """A place where a content may end: before token ``at``, for a reason of this ``kind``.

    Where ``reach`` is a number, only a content whose last token is ``reach`` or stands before it may be cut there.
    """

    at: int
    kind: str
    reach: int | None = None


@dataclass(frozen=True)
class Columns:
    """A Doc by columns, one entry a word: where it begins and ends, its form (see ``wordforms.word_form``), tag, part
    of speech, dependency, the index of its head, what it is known by as a cue (see ``wordforms.cue_key``), and the
    half-open token indices of its sentence. ``with_subject`` and ``infinitives`` are the words that have a subject, or
    a "to", hanging on them. ``cuts`` are in the order of the text. ``verbs_before``, ``commas_before`` and
    ``nouns_before`` count from the beginning, and have one entry more."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: list[str]
    pos: list[str]
    deps: list[str]
    heads: list[int]
    keys: list[str]
    with_subject: set[int]
    infinitives: set[int]
    sentences: list[tuple[int, int]]
    cuts: list[Cut]
    verbs_before: list[int]
    commas_before: list[int]
    nouns_before: list[int]

    @classmethod
    def of(cls, words: list[Word]) -> Columns:
        """The columns of the words of a Doc."""
        passive = {word.head.i for word in words if word.dep == "auxpass"}
        return cls(
            [word.start for word in words],
            [word.end for word in words],
            [word_form(word) for word in words],
            [word.tag for word in words],
            [word.pos for word in words],
            [word.dep for word in words],
            [word.head.i for word in words],
            [cue_key(word.lemma, word.pos, word.i in passive) for word in words],
            {word.head.i for word in words if word.dep in SUBJECTS},
            {word.head.i for word in words if word.dep == "aux" and word.lower == "to"},
            _sentences(words),
            [cut for word in words if (cut := _cut(word))],
            _counted(word.tag.startswith("VB") for word in words),
            _counted(word.text == "," for word in words),
            _counted(word.pos in NOUNS for word in words),
        )


def _counted(marked: Iterable[bool]) -> list[int]:
    return [0, *accumulate(marked)]


def _sentences(words: list[Word]) -> list[tuple[int, int]]:
    bounds = pairwise([*(word.i for word in words if word.begins_sentence), len(words)])
    return [sentence for sentence in bounds for _ in range(*sentence)]


def _cut(word: Word) -> Cut | None:
    i, dep = word.i, word.dep
    if word.is_punct:
        kind = "comma" if word.text == "," else "dash" if word.text in _DASHES else None
        return Cut(i, kind) if kind else None
    if dep == "cc" and word.head.pos in _VERBS:
        return Cut(i, "cc")
    if dep == "mark" and word.head.dep == "advcl" and word.head.left_edge == i:
        return Cut(i, "advcl")
    if dep == "prep" and word.head.pos in _VERBS:
        return Cut(i, "prep", word.right_edge)
    if dep in ("npadvmod", "advmod") and word.left_edge == i:
        return Cut(i, "tail adverb", word.right_edge)
    return None
