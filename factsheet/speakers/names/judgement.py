"""The rules for two names of which one has an answer to every word of the other, in the same order."""

from __future__ import annotations

import re

from factsheet.speakers.names import known_names
from factsheet.speakers.names.alignment import Alignment, Pair
from factsheet.speakers.names.answers import Comparison, in_two_scripts, wording
from factsheet.speakers.names.likeness import Likeness
from factsheet.speakers.names.name_words import NameWords

_MOST_EXTRA = 2
_SOLID = 3
_ONE_LETTER_OF = 5
_ONE_LETTER_OF_LONG_NAME = 4
_TWO_VOWELS_OF = 5
_PATRONYMIC = re.compile(r"(?:[oe]v[iy]ch|[oe]vna|[iy]chna)\Z")
# Family names that a man and a woman of one family bear.
_FEMININE = re.compile(r"(?P<stem>\w+(?:[oe]v|[iy]n))a\Z|(?P<sk>\w+sk)a(?:ya|ia|ja)?\Z")


def judge(one: NameWords, other: NameWords, alignment: Alignment) -> Comparison:
    """Compare two names of two words or more, aligned so that at most one of them has words left over."""
    reason = wording(one, other, alignment)
    letters = sum(_letters(pair.likeness) for pair in alignment.pairs)
    if any(_of_man_and_woman(*_words(pair, one, other)) for pair in alignment.pairs):
        return Comparison("suggest", f"{reason}; the endings may be a man's and a woman's", True)
    if all(pair.likeness is Likeness.INITIAL for pair in alignment.pairs):
        return Comparison("separate", f"{reason}: too little of the name is there")
    if letters == 0:
        return _nothing_wrong(one, other, alignment, reason)
    if letters == 1:
        return _one_letter(one, other, alignment, reason)
    if letters == 2:
        return _two_letters(one, other, alignment, reason)
    return Comparison("separate", f"{reason}: too much differs")


def _nothing_wrong(one: NameWords, other: NameWords, alignment: Alignment, reason: str) -> Comparison:
    longer, extra = (one, alignment.left_over) if alignment.left_over else (other, alignment.right_over)
    last = alignment.pairs[-1]
    worst = alignment.worst
    spelling = any(
        pair.likeness in {Likeness.ROMANISED, Likeness.LOOSE} or in_two_scripts(pair, one, other)
        for pair in alignment.pairs
    )
    if alignment.worst is Likeness.INITIAL and not _frames(alignment, one, other):
        return Comparison("separate", f"{reason}: an initial answers to a name at the end")
    if last.likeness in {Likeness.INITIAL, Likeness.SHORT_FORM, Likeness.RARE_SHORT_FORM}:
        return Comparison("suggest", f"{reason}; the family names are not shown to be one", True)
    if not extra:
        return Comparison("link", reason, worst > Likeness.SHORT_FORM, spelling)
    small = all(_is_small(longer.words[i]) for i in extra)
    if not _frames(alignment, one, other):
        if len(extra) > _MOST_EXTRA:
            return Comparison("separate", f"{reason}, at an end of the name: too little of the name is there")
        return Comparison("suggest", f"{reason}, at an end of the name", True, spelling)
    if len(extra) > _MOST_EXTRA or (worst >= Likeness.INITIAL and not small):
        return Comparison("suggest", f"{reason}; that leaves much open", True, spelling)
    if extra[0] == 1 and len(alignment.pairs) > 2:
        if all(len(word) == 1 for word in longer.words[1:3]):
            return Comparison("separate", "the initials between given and family name differ")
        if not small:
            return Comparison("suggest", f"{reason}, before a middle name that both have", True, spelling)
    if one.son_of and other.son_of and not small:
        return Comparison("suggest", f"{reason}; it may be a father's name", True, spelling)
    return Comparison("link", reason, True, spelling)


def _one_letter(one: NameWords, other: NameWords, alignment: Alignment, reason: str) -> Comparison:
    (wrong,) = (pair for pair in alignment.pairs if _letters(pair.likeness))
    rest = [pair for pair in alignment.pairs if pair is not wrong]
    solid = _solid(rest, one, other)
    left, right = _words(wrong, one, other)
    shortest = min(len(left), len(right))
    longer, extra = (one, alignment.left_over) if alignment.left_over else (other, alignment.right_over)
    small = all(_is_small(longer.words[i]) for i in extra)
    if not solid or shortest < 2 or (shortest < _SOLID and solid < 2):
        return Comparison("separate", f"{reason}: too little of the name is there")
    if len(extra) > 1 or not _frames(alignment, one, other):
        return Comparison("separate", f"{reason}: too much differs")
    if _both_known(left, right):
        return Comparison("suggest", f"{reason}; both are names", True, True)
    if not small or max(pair.likeness for pair in rest) > Likeness.LOOSE:
        return Comparison("suggest", f"{reason}; one letter and more differs", True, True)
    if left[0] != right[0] or shortest < (_ONE_LETTER_OF if solid < 2 else _ONE_LETTER_OF_LONG_NAME):
        return Comparison("suggest", f"{reason}; that is much for so short a word or for its beginning", True, True)
    if wrong.left[0] == 0 and _final_vowel(left, right):
        return Comparison("suggest", f"{reason}; the ending may make another given name of it", True, True)
    return Comparison("link", reason, True, True)


def _two_letters(one: NameWords, other: NameWords, alignment: Alignment, reason: str) -> Comparison:
    wrong = [pair for pair in alignment.pairs if _letters(pair.likeness)]
    rest = [pair for pair in alignment.pairs if not _letters(pair.likeness)]
    solid = _solid(rest, one, other)
    longer, extra = (one, alignment.left_over) if alignment.left_over else (other, alignment.right_over)
    if any(not _is_small(longer.words[i]) for i in extra):
        heard = len(extra) == 1 and all(pair.likeness is Likeness.VOWELS for pair in wrong)
        return _asked(reason) if heard and solid else Comparison("separate", f"{reason}: too much differs")
    words = [_words(pair, one, other) for pair in wrong]
    if len(wrong) == 2:
        long_enough = all(min(map(len, pair)) >= _ONE_LETTER_OF_LONG_NAME for pair in words)
        return _asked(reason) if long_enough else Comparison("separate", f"{reason}: too much differs")
    ((left, right),) = words
    if not solid or (all(map(known_names.is_known_well, (left, right))) and solid < 2):
        return Comparison("separate", f"{reason}: both can be names, and too little else is the same")
    if (
        wrong[0].likeness is Likeness.VOWELS
        and min(len(left), len(right)) >= _TWO_VOWELS_OF
        and max(pair.likeness for pair in rest) <= Likeness.OTHER_LANGUAGE
        and not _both_known(left, right)
    ):
        return Comparison("link", reason, True, True)
    return _asked(reason)


def _asked(reason: str) -> Comparison:
    return Comparison("suggest", f"{reason}; more than one letter differs", True, True)


def _both_known(left: str, right: str) -> bool:
    """Whether both words are names people are known to bear: then the difference need be no slip."""
    return all(known_names.is_known(word) or known_names.is_frequent_family_name(word) for word in (left, right))


def _letters(likeness: Likeness) -> int:
    return {Likeness.ONE_LETTER: 1, Likeness.VOWELS: 2, Likeness.TWO_LETTERS: 2}.get(likeness, 0)


def _words(pair: Pair, one: NameWords, other: NameWords) -> tuple[str, str]:
    return "".join(one.words[slice(*pair.left)]), "".join(other.words[slice(*pair.right)])


def _solid(pairs: list[Pair], one: NameWords, other: NameWords) -> int:
    """How many pairs are names of some length that are alike."""
    return sum(pair.likeness < Likeness.INITIAL and min(map(len, _words(pair, one, other))) >= _SOLID for pair in pairs)


def _is_small(word: str) -> bool:
    """Whether a word may be left out of a name without notice: an initial, a patronymic."""
    return len(word) == 1 or bool(_PATRONYMIC.search(word))


def _frames(alignment: Alignment, one: NameWords, other: NameWords) -> bool:
    """Whether the first words answer to each other and so do the last: what is left over stands between."""
    first, last = alignment.pairs[0], alignment.pairs[-1]
    return first.left[0] == first.right[0] == 0 and last.left[1] == len(one.words) and last.right[1] == len(other.words)


def _of_man_and_woman(left: str, right: str) -> bool:
    for woman, man in ((left, right), (right, left)):
        if match := _FEMININE.match(woman):
            stem = match["stem"]
            if man == stem or (match["sk"] and re.fullmatch(rf"{match['sk']}[iy]*", man)):
                return True
    return False


def _final_vowel(left: str, right: str) -> bool:
    """Whether given names differ in their last vowel or in having one: many a man's and woman's names do."""
    return left.rstrip("aeiouy") == right.rstrip("aeiouy") and left[-1] != right[-1]
