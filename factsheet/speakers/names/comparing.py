"""How close two names are, by small rules that each can be said in a sentence."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from factsheet.speakers import lexicon
from factsheet.speakers.names.parsing import PersonName

_POINTS = str.maketrans("", "", ".,")


def one_edit(left: str, right: str) -> bool:
    """Whether one letter put in, left out or replaced, or two neighbours swapped, makes one word of the other.

    Equal words are no edit apart. Letter case and accents do not count.
    """
    a, b = folded(left), folded(right)
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    if len(a) > len(b):
        a, b = b, a
    i = next((k for k in range(len(a)) if a[k] != b[k]), len(a))
    if len(a) < len(b):
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


@lru_cache(maxsize=8192)
def folded(word: str) -> str:
    """The word for comparing: lower case, no accents, one shape of apostrophe and hyphen."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("’", "'").replace("‐", "-").replace("‑", "-"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def unhyphened(name: str) -> str:
    """A whole name for comparing, with its hyphens as spaces: "Duk-Geun" and "Duk Geun" are alike."""
    return " ".join(folded(name).replace("-", " ").split())


def unstyled(name: str) -> str:
    """A whole name without what a house style changes: letter case, accents, hyphens, commas and full stops."""
    return unhyphened(name.translate(_POINTS))


def same_word(left: str, right: str) -> bool:
    """Whether two words differ in nothing but case, accents and the shape of apostrophes."""
    return folded(left) == folded(right)


def only_hyphens_differ(name: PersonName, other: PersonName) -> bool:
    """Whether two different full names are the same but for hyphens and spaces within them."""
    return (
        name.suffix == other.suffix
        and not same_word(name.words, other.words)
        and unhyphened(name.words) == unhyphened(other.words)
    )


def given_names_agree(left: PersonName, right: PersonName) -> str | None:
    """Why two full names with one family name can be one person's, in words; None where they cannot.

    Agreement is: the same given name, an initial for it, or its short form. Suffixes must be the same, and
    middle names must not contradict each other.
    """
    if folded(left.suffix.rstrip(".")) != folded(right.suffix.rstrip(".")) or _middles_differ(left, right):
        return None
    one, other = left.given, right.given
    if same_word(one, other):
        return f"“{one} {left.family}” has the same given and family name"
    if _is_initial(one, other) or _is_initial(other, one):
        return f"the initial of “{one}” and “{other}” is the same, and so is the family name"
    if lexicon.is_short_for(one, other):
        return f"“{one}” and “{other}” are a short and a full form of one given name"
    return None


def _is_initial(short: str, name: str) -> bool:
    return len(short.rstrip(".")) == 1 and folded(short[0]) == folded(name[:1])


def _middles_differ(left: PersonName, right: PersonName) -> bool:
    return any(
        folded(a[0]) != folded(b[0]) or (len(a.rstrip(".")) > 1 < len(b.rstrip(".")) and not same_word(a, b))
        for a, b in zip(left.middle, right.middle, strict=False)
    )
