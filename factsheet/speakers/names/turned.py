"""Names with the same words in another order."""

from __future__ import annotations

from factsheet.speakers.names import known_names
from factsheet.speakers.names.alignment import Alignment, align
from factsheet.speakers.names.answers import Comparison
from factsheet.speakers.names.likeness import Likeness, likeness
from factsheet.speakers.names.name_words import NameWords
from factsheet.wordlists import words as word_list

_PACKAGE = __package__ or __name__
_MISSPELT = 5


def turned(one: NameWords, other: NameWords) -> Comparison | None:
    """Compare two names whose words do not answer to each other as they stand; None where no other order helps."""
    if not (_same_words(one.words, other.words) or _rotated(one.words, other.words)):
        return None
    if one.son_of or other.son_of:
        return Comparison("separate", "the same words in another order: father and son may be swapped")
    for family_first, natural in ((one, other), (other, one)):
        alignment = align((*family_first.words[1:], family_first.words[0]), natural.words)
        if _agrees(alignment) and _is_family_first(family_first.words):
            words = f"“{family_first.shown[0]}” is the family name and stands first in one of them"
            return Comparison("link", f"{words}; otherwise the names agree", True)
    return Comparison("suggest", "the same words in another order", True)


def _same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether every word of the shorter name, one misspelt at most, has its like in the longer with one to spare."""
    short, rest = (one, list(other)) if len(one) <= len(other) else (other, list(one))
    if len(rest) - len(short) > 1:
        return False
    misspelt = 0
    for word in sorted(short, key=lambda w: (min(likeness(w, r) for r in rest), w)):
        alike, best = min((likeness(word, r), r) for r in rest) if rest else (Likeness.DIFFERENT, "")
        if alike is Likeness.ONE_LETTER and min(len(word), len(best)) >= _MISSPELT:
            misspelt += 1
        elif alike > Likeness.LOOSE:
            return False
        rest.remove(best)
    return misspelt < 2


def _rotated(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name, begun at another of its words, is the other, but for one letter at most."""
    for start in range(1, len(one)):
        alignment = align((*one[start:], *one[:start]), other)
        wrong = [pair for pair in alignment.pairs if pair.likeness > Likeness.LOOSE]
        complete = not alignment.left_over and not alignment.right_over
        if complete and all(pair.likeness is Likeness.ONE_LETTER for pair in wrong) and len(wrong) < 2:
            return True
    return False


def _agrees(alignment: Alignment) -> bool:
    return alignment.worst <= Likeness.LOOSE and not (alignment.left_over and alignment.right_over)


def _is_family_first(words: tuple[str, ...]) -> bool:
    """Whether the words themselves say that the first of them is the family name."""
    first, given = words[0], words[1]
    listed = word_list(_PACKAGE, "family_first.txt")
    if first in listed and (len(words) > 2 or given not in listed):
        return True
    return known_names.is_known_well(given) and not known_names.is_known_well(first)
