"""Whether two articles speak of one name in walks of life that have nothing in common."""

from __future__ import annotations

from functools import cache

from factsheet.model import Speaker
from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded
from factsheet.wordlists import table

_PACKAGE = __package__ or __name__


def walks(speaker: Speaker) -> dict[str, str]:
    """The walks of life that the speaker's roles show, each with the first role that shows it.

    A former or would-be role shows none: people change.
    """
    found: dict[str, str] = {}
    for role in speaker.roles:
        words = [folded(lexicon.plain(word.strip(",;"))) for word in role.text.split()]
        for i, word in enumerate(words):
            if word in _walks() and not any(map(lexicon.changes_role, words[:i])):
                found.setdefault(_walks()[word], role.text)
    return found


@cache
def _walks() -> dict[str, str]:
    return {word: walk for walk, words in table(_PACKAGE, "walks.toml").items() for word in words.split()}
