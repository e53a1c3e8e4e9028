"""What kind of difference there is between two names that may be one person's."""

from __future__ import annotations

from typing import Literal

from factsheet.speakers.names.alignment import Alignment, Pair, align
from factsheet.speakers.names.answers import in_two_scripts
from factsheet.speakers.names.likeness import Likeness
from factsheet.speakers.names.name_words import NameWords, name_words
from factsheet.speakers.names.romanising import can_be_romanised
from factsheet.speakers.names.skeletons import undoubled
from factsheet.speakers.names.turned import turned

Difference = Literal["spelling", "transliteration", "order", "short form", "initials", "suffix", "given name", "more"]

_SPELLING = {Likeness.ONE_LETTER, Likeness.VOWELS, Likeness.TWO_LETTERS}
_TRANSLITERATION = {Likeness.ROMANISED, Likeness.OTHER_LANGUAGE, Likeness.LOOSE}
_ENDINGS = ("yy", "ii")
_SHORT_FORM = {Likeness.SHORT_FORM, Likeness.RARE_SHORT_FORM}


def difference(left: str, right: str) -> Difference | None:
    """The difference between two names that weighs most; None where there is none, or nothing to compare.

    "initials" are initials between the same given and family name that contradict each other, "given name" a given
    name in whose place the other has another one; "more" is a word that only one of them has.
    """
    if not (can_be_romanised(left) and can_be_romanised(right)):
        return None
    # In one order: where words of a name repeat, they can be put side by side in several ways that are equally good.
    one, other = map(name_words, sorted((left, right)))
    if len(one.words) < 2 or len(other.words) < 2:
        return None
    alignment = align(one.words, other.words)
    if alignment.left_over and alignment.right_over:
        return _contradiction(one, other, alignment)
    if one.suffix != other.suffix:
        return "suffix" if _framed(alignment, one, other) else "more"
    pairs = [(pair, *_words(pair, one, other)) for pair in alignment.pairs]
    if any(pair.likeness in _SPELLING for pair, *_ in pairs):
        return "spelling"
    turned_letters = [(left, right) for pair, left, right in pairs if pair.likeness in _TRANSLITERATION]
    if any(in_two_scripts(pair, one, other) for pair, *_ in pairs) or any(not _doubled(*p) for p in turned_letters):
        return "transliteration"
    if turned_letters:
        return "spelling"
    if any(pair.likeness in _SHORT_FORM for pair, *_ in pairs):
        return "short form"
    if _another_initial(one, other, alignment):
        return "initials"
    if not (alignment.left_over or alignment.right_over) and _is_listed(left) != _is_listed(right):
        return "order"
    return "more" if alignment.left_over or alignment.right_over or alignment.worst is Likeness.INITIAL else None


def _contradiction(one: NameWords, other: NameWords, alignment: Alignment) -> Difference | None:
    if (found := turned(one, other)) is not None:
        return "order" if found.answer != "separate" else None
    likenesses = [pair.likeness for pair in alignment.pairs]
    if not likenesses or max(likenesses) > Likeness.LOOSE:
        return None
    if not _ends_alike(alignment, one, other) or one.suffix != other.suffix:
        return None
    if alignment.left_over[0] == alignment.right_over[0] == 0:
        return "given name"
    initial = len(one.words[alignment.left_over[0]]) == 1 or len(other.words[alignment.right_over[0]]) == 1
    return "initials" if initial else None


def _another_initial(one: NameWords, other: NameWords, alignment: Alignment) -> bool:
    """Whether one has an initial more before an initial that both have: "W.", "H. W."."""
    longer, extra = (one, alignment.left_over) if alignment.left_over else (other, alignment.right_over)
    return extra[:1] == (1,) and len(alignment.pairs) > 2 and all(len(word) == 1 for word in longer.words[1:3])


def _is_listed(name: str) -> bool:
    """Whether the family name stands first, before a comma."""
    family, comma, given = name.partition(",")
    return (
        bool(comma and given.strip())
        and name_words(name).words[-1:] == name_words(family).words[-1:]
        and (name_words(name).words[:1] != name_words(family).words[:1])
    )


def _words(pair: Pair, one: NameWords, other: NameWords) -> tuple[str, str]:
    return "".join(one.words[slice(*pair.left)]), "".join(other.words[slice(*pair.right)])


def _framed(alignment: Alignment, one: NameWords, other: NameWords) -> bool:
    """Whether the first words answer to each other, and the last ones do."""
    pairs = alignment.pairs
    return bool(pairs) and (pairs[0].left[0], pairs[0].right[0]) == (0, 0) and _ends_alike(alignment, one, other)


def _ends_alike(alignment: Alignment, one: NameWords, other: NameWords) -> bool:
    last = alignment.pairs[-1]
    return last.left[1] == len(one.words) and last.right[1] == len(other.words)


def _doubled(left: str, right: str) -> bool:
    """Whether the words differ in a doubled letter alone: a slip sooner than a habit, but for endings as in "-skyy"."""
    return undoubled(left) == undoubled(right) and not any(
        ending in word for word in (left, right) for ending in _ENDINGS
    )
