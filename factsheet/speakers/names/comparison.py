"""Whether two names that stand by themselves are one person's: by rules in a fixed order, each with its reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise, product

from factsheet.speakers.names.alignment import align
from factsheet.speakers.names.answers import Comparison, differing, wording
from factsheet.speakers.names.bodies import body_signs, compare_bodies
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.judgement import judge
from factsheet.speakers.names.likeness import Likeness, likeness
from factsheet.speakers.names.name_words import NameWords, name_words
from factsheet.speakers.names.romanising import can_be_romanised
from factsheet.speakers.names.skeletons import loose_skeleton
from factsheet.speakers.names.turned import turned

__all__ = ["Comparison", "compare", "could_agree"]

# More words than any name has: what is longer is a sentence, and would only take time.
_MOST_WORDS = 15
_RANK = {"link": 0, "suggest": 1, "separate": 2}


def compare(left: str, right: str) -> Comparison:
    """Compare two names as they are written; which of them comes first makes no difference to the answer."""
    if folded(" ".join(left.split())) == folded(" ".join(right.split())) and left.strip():
        if len(left.split()) == 1:
            return Comparison("link", "both are the same single word", corroborate=True)
        return Comparison("link", "both are written the same")
    if not (can_be_romanised(left) and can_be_romanised(right)):
        return Comparison("separate", "script cannot be romanised well enough")
    if (bodies := compare_bodies(left, right)) is not None:
        return bodies
    if max(len(left.split()), len(right.split())) > _MOST_WORDS:
        return Comparison("separate", "one of them is too long for a name")
    one, other = name_words(left), name_words(right)
    if not one.words or not other.words:
        return Comparison("separate", "one of them has no name in it")
    return _contradiction(one, other) or _best(one, other)


def could_agree(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each two different names that ``compare`` need be asked about, in a fixed order: they share a word.

    With thousands of names, comparing all with all would take hours.
    """
    ordered = sorted(set(names))
    groups: dict[str, list[int]] = defaultdict(list)
    for number, name in enumerate(ordered):
        for sign in _signs(name):
            groups[sign].append(number)
    for i, k in sorted({pair for group in groups.values() for pair in combinations(group, 2)}):
        if not _only_one_word_agrees(name_words(ordered[i]), name_words(ordered[k])):
            yield ordered[i], ordered[k]


def _only_one_word_agrees(one: NameWords, other: NameWords) -> bool:
    """Whether two names of two words have one in common and another each: most pairs are such, and soon told."""
    if len(one.words) != 2 or len(other.words) != 2 or one.nickname or other.nickname:
        return False
    (a, b), (c, d) = one.words, other.words
    return not any(
        likeness(first, there) < Likeness.DIFFERENT and likeness(last, end) < Likeness.DIFFERENT
        for first, there, last, end in ((a, c, b, d), (a, d, b, c))
    )


def _signs(name: str) -> set[str]:
    """What two names have in common at least once if they can be one person's: a word, or two written as one."""
    if not can_be_romanised(name) or len(name.split()) > _MOST_WORDS:
        return set()
    words = name_words(name).words
    shared = {loose_skeleton(word) for word in (*words, *map("".join, pairwise(words))) if len(word) > 1}
    return shared | body_signs(name)


def _contradiction(one: NameWords, other: NameWords) -> Comparison | None:
    if one.gender and other.gender and one.gender != other.gender:
        return Comparison("separate", "their titles are a man's and a woman's")
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return Comparison("separate", f"the suffixes “{one.suffix}” and “{other.suffix}” differ")
    return None


def _best(one: NameWords, other: NameWords) -> Comparison:
    """The answer for the names, or for their nicknames where these agree better."""
    ways = product(_with_nickname(one), _with_nickname(other))
    found = min((_compare(a, b) for a, b in ways), key=lambda found: _RANK[found.answer])
    if found.answer == "link" and one.suffix != other.suffix:
        suffix = one.suffix or other.suffix
        return Comparison("suggest", f"only one has the suffix “{suffix}”, father and son may bear one name")
    if found.answer == "link" and (one.digits or other.digits):
        return Comparison("link", f"a digit stands for the letter it looks like; {found.reason}", True, True)
    return found


def _with_nickname(name: NameWords) -> list[NameWords]:
    return [name, name.with_nickname] if name.nickname else [name]


def _compare(one: NameWords, other: NameWords) -> Comparison:
    alignment = align(one.words, other.words)
    if alignment.left_over and alignment.right_over:
        return turned(one, other) or Comparison("separate", differing(one, other, alignment))
    if min(len(one.words), len(other.words)) > 1:
        return judge(one, other, alignment)
    if not (alignment.left_over or alignment.right_over) and len(one.words) != len(other.words):
        return Comparison("link", wording(one, other, alignment), True, True)
    return _single(*((one, other) if len(one.words) == 1 else (other, one)))


def _single(single: NameWords, other: NameWords) -> Comparison:
    """Compare a name of one word with another name."""
    word = single.words[0]
    if len(word) > 1 and len(other.words) == 1:
        alike = likeness(word, other.words[0])
        if alike <= Likeness.ROMANISED:
            return Comparison("suggest", "one word is little to tell people apart by", True, True)
    elif len(word) > 1 and likeness(word, other.words[-1]) <= Likeness.ROMANISED:
        return Comparison("suggest", f"“{single.shown[0]}” is a family name alone", True)
    return Comparison("separate", f"“{single.shown[0]}” alone does not show who is meant")
