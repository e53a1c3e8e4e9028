"""Words that are names, by how they are written: none of them may stand among the weights."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc

_PART = re.compile(r"[^\W_]+")
# How a subject was come by (see ``cue_features``).
_HOW = re.compile(r"^(?:up|noun):")
_MOSTLY = 2 / 3


def likely_names(docs: Iterable[Doc]) -> frozenset[str]:
    """The words, in small letters, that are mostly written with a capital where no sentence begins."""
    capital: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for doc in docs:
        for token in doc:
            if token.is_alpha and not token.is_sent_start and len(token) > 1:
                for form in {token.lower_, token.lemma_.lower()}:
                    seen[form] += 1
                    capital[form] += token.text[0].isupper()
    return frozenset(form for form, number in seen.items() if capital[form] > _MOSTLY * number)


def mentions(feature: str, names: frozenset[str]) -> bool:
    """Whether a feature's name, or a cue key, holds one of these words.

    What stands before "=" is no word of an article, nor is what has capitals, which is a kind.
    """
    label, equals, value = feature.partition("=")
    words = _HOW.sub("", value) if equals else "" if "|" in label else label
    return any(part in names for part in _PART.findall(words) if part.islower())
