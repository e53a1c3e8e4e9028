"""People and organisations that are somebody's: "his campaign", "Roe's campaign", "the Roe campaign"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.places import sentence_around

_POSSESSIVES = {"his", "her", "their", "its"}
_ENDINGS = {"'", "’", "'s", "’s"}
_BEFORE_NAME = {"the", "a", "an"}
Owner = Callable[[Token], Cluster | None]


class Owned:
    """What belongs to the persons of an article, by the words that say whose it is."""

    def __init__(self, doc: Doc, at: dict[int, Cluster], owner_of: Owner) -> None:
        """``at`` maps token indices to whom they name, ``owner_of`` says whom "his" or "her" stands for."""
        self._doc = doc
        self._at = at
        self._owner_of = owner_of

    def owner(self, tokens: Tokens, root: Token) -> tuple[Cluster, str] | None:
        """Whose the people or the organisation are, and what they are called apart from that ("campaign").

        None where the words do not say whose they are, or where nobody is known for "his" or "her".
        """
        if not _is_ownable(root):
            return None
        first = next((t for t in tokens if not _is_before_name(t)), tokens[0])
        rest = self._doc[self._past_owner(first) : tokens.end].text
        if not rest or first.i >= root.i:
            return None
        if first.lower_ in _POSSESSIVES and first.tag_ == "PRP$":
            owner = self._owner_of(first)
        else:
            owner = self._at.get(first.i)
        return (owner, rest) if owner is not None and owner.kind == "person" else None

    def is_owned_by_somebody(self, tokens: Tokens) -> bool:
        """Whether the words begin with "his", "her", "their" or "its"."""
        return tokens[0].tag_ == "PRP$" and tokens[0].lower_ in _POSSESSIVES

    def taken_up(self, tokens: Tokens, root: Token) -> tuple[Cluster, str] | None:
        """The owner of the campaign that "the campaign" takes up: the only one whose campaign was spoken of before, or
        else in this sentence and the one before."""
        if len(tokens) != 2 or tokens[0].lower_ != "the" or not lexicon.is_organisation_head(root.text):
            return None
        near = sentence_around(self._doc, tokens.start).start
        near = sentence_around(self._doc, near - 1).start if near else near
        for first in (0, near):
            owner = self._only_owner(root.lower_, first, tokens.start)
            if owner is not None:
                return owner, root.text
        return None

    def _only_owner(self, word: str, first: int, last: int) -> Cluster | None:
        """The only person whose thing of that name is spoken of between two tokens (half open)."""
        owned = self._owned.get(word, [])
        start, end = (bisect_left(owned, i, key=lambda owned: owned[0]) for i in (first, last))
        if start == end:
            return None
        owner = owned[start][1]
        return owner if all(owned[i][1] is owner for i in range(start, end)) else None

    @cached_property
    def _owned(self) -> dict[str, list[tuple[int, Cluster]]]:
        """For each word the places where it stands behind a person's name, and who that is."""
        owned: dict[str, list[tuple[int, Cluster]]] = defaultdict(list)
        for token in self._doc:
            if (owner := self._named_owner(token)) is not None:
                owned[token.lower_].append((token.i, owner))
        return owned

    def _named_owner(self, head: Token) -> Cluster | None:
        """The person named right before the noun: "Roe's campaign", "the Roe campaign"."""
        i = head.i - 1
        if i >= 0 and _is_ending(self._doc[i]):
            i -= 1
        owner = self._at.get(i) if i >= 0 else None
        return owner if owner is not None and owner.kind == "person" else None

    def _past_owner(self, first: Token) -> int:
        owner = self._at.get(first.i)
        i = first.i + 1
        while i < len(self._doc) and owner is not None and self._at.get(i) is owner:
            i += 1
        while i < len(self._doc) and _is_ending(self._doc[i]):
            i += 1
        return i


def _is_before_name(token: Token) -> bool:
    title = lexicon.is_courtesy(token.text) or lexicon.is_short_title(token.text)
    return token.lower_ in _BEFORE_NAME or (title and token.text[:1].isupper())


def _is_ending(token: Token) -> bool:
    return token.tag_ == "POS" or token.text in _ENDINGS


def _is_ownable(root: Token) -> bool:
    return lexicon.is_organisation_head(root.text) or lexicon.is_people(root.text)
