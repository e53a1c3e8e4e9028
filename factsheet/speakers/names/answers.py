"""The answer to whether two names are one person's, and how its reason is worded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from factsheet.speakers.names.alignment import Alignment, Pair
from factsheet.speakers.names.likeness import WORDS, Likeness
from factsheet.speakers.names.name_words import NameWords
from factsheet.speakers.names.romanising import is_latin

Answer = Literal["link", "suggest", "separate"]


@dataclass(frozen=True)
class Comparison:
    """What two names alone say about whether they are one person's.

    ``link``: they are; ``suggest``: a human should be asked; ``separate``: nothing speaks for it, or something
    against it. With ``corroborate`` a link or a suggestion counts only where something else is shared: a role, a
    country or an organisation. ``spelling``: the difference is one of spelling. ``reason`` is for a reader.
    """

    answer: Answer
    reason: str
    corroborate: bool = False
    spelling: bool = False


def pair_words(pair: Pair, one: NameWords, other: NameWords) -> tuple[str, str]:
    """The two sides of a pair, as they are written."""
    return " ".join(one.shown[slice(*pair.left)]), " ".join(other.shown[slice(*pair.right)])


def in_two_scripts(pair: Pair, one: NameWords, other: NameWords) -> bool:
    """Whether the two sides are the same word in two scripts."""
    latin = [is_latin(words) for words in pair_words(pair, one, other)]
    return pair.likeness is Likeness.SAME and latin[0] != latin[1]


def wording(one: NameWords, other: NameWords, alignment: Alignment) -> str:
    """What is the same and what is not, in words."""
    parts = []
    for pair in alignment.pairs:
        left, right = sorted(pair_words(pair, one, other), key=is_latin)
        if in_two_scripts(pair, one, other):
            parts.append(f"“{left}” is “{right}” in Latin letters")
        elif pair.likeness is not Likeness.SAME:
            parts.append(f"“{left}” and “{right}” {WORDS[pair.likeness]}")
    extra = [*_quoted(one, alignment.left_over), *_quoted(other, alignment.right_over)]
    if extra:
        parts.append(f"{_listed(extra)} {'is' if len(extra) == 1 else 'are'} in one of them only")
    same = any(p.likeness is Likeness.SAME and not in_two_scripts(p, one, other) for p in alignment.pairs)
    if same or not parts:
        parts.append("the rest of the name is the same" if parts else "the words of both names are the same")
    return _listed(parts)


def differing(one: NameWords, other: NameWords, alignment: Alignment) -> str:
    """Which words keep two names apart, in words."""
    left, right = _quoted(one, alignment.left_over), _quoted(other, alignment.right_over)
    both_initials = all(len(one.words[i]) == 1 for i in alignment.left_over[:1]) and all(
        len(other.words[i]) == 1 for i in alignment.right_over[:1]
    )
    return f"{'the initials ' if both_initials else ''}{_listed(left)} and {_listed(right)} are different names"


def _quoted(name: NameWords, places: Iterable[int]) -> list[str]:
    return [f"“{name.shown[i]}”" for i in places]


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
