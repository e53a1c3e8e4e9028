"""Whether one name is spoken of in walks of life that have nothing in common."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import product

from factsheet.model import Span, Speaker
from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded
from factsheet.wordlists import table

_PACKAGE = __package__ or __name__
# People have these beside another: a comedian sits in the senate, a footballer sings.
_BESIDE_OTHERS = {"politics", "arts"}
# And any two of these: a colonel may be a surgeon, a priest a professor.
_TOGETHER = {"science", "medicine", "church", "forces"}


def walks(speaker: Speaker) -> dict[str, str]:
    """The walks of life that the speaker's roles show, each with the first role that shows it.

    A former or would-be role shows none: people change.
    """
    return {walk: text for (walk, _), text in _trades(speaker.roles).items()}


def shows_walk(role: Span) -> bool:
    """Whether the role shows a walk of life, be it a former one."""
    return any(folded(lexicon.plain(word.strip(",;"))) in _walks() for word in role.text.split())


def exclusive(one: Iterable[Span], other: Iterable[Span]) -> tuple[str, str] | None:
    """Two roles of two lists that one person hardly has at once ("a plumber", "a teacher"); None where the lists have
    a walk of life in common, or none that shuts another out."""
    left, right = _trades(one), _trades(other)
    if {walk for walk, _ in left if walk != "work"} & {walk for walk, _ in right}:
        return None
    if any(trade in right for trade in left):
        return None
    for a, b in product(left, right):
        both = {a[0], b[0]}
        if both == {"work", "politics"} or not (both & _BESIDE_OTHERS or both <= _TOGETHER):
            return left[a], right[b]
    return None


def _trades(roles: Iterable[Span]) -> dict[tuple[str, str], str]:
    """The walks of life that roles show, each with the word that shows it, and the first role that has it. A former or
    would-be role shows none: people change."""
    found: dict[tuple[str, str], str] = {}
    for role in roles:
        words = [folded(lexicon.plain(word.strip(",;"))) for word in role.text.split()]
        for i, word in enumerate(words):
            if word in _walks() and not any(map(lexicon.changes_role, words[:i])):
                found.setdefault((_walks()[word], word), role.text)
    return found


@cache
def _walks() -> dict[str, str]:
    return {word: walk for walk, words in table(_PACKAGE, "walks.toml").items() for word in words.split()}
