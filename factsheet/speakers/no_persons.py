"""Which runs of capitalised words look like a person's name and are none."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factsheet.speakers import lexicon
from factsheet.speakers.names import known_names
from factsheet.speakers.names.comparing import folded
from factsheet.wordlists import words as word_list

_COMPASS = {"n": "North", "s": "South", "e": "East", "w": "West"}
_FULL = 2
_WITHIN = {"in", "on", "at", "inside", "outside", "within"}
_MODIFIERS = {"compound", "poss", "nmod", "amod"}
_ENDINGS = {"'", "’", "'s", "’s"}
_SMALL_TITLES = {"NN", "JJ"}


def names_nobody(doc: Doc, start: int, end: int, words: list[str], *, titled: bool) -> bool:
    """Whether the words from token ``start`` up to ``end`` name neither a person nor an organisation: "Jim Crow",
    "N. Korea", "Virginia Democrats", or "Coast Morning" in "The Coast Morning Show". ``titled``: a title stands before.
    """
    following = doc[end].text if end < len(doc) else ""
    if following.istitle() and lexicon.ends_no_person(following) and doc[end - 1].text not in _ENDINGS:
        # "The Jane Roe Show" tells at least who Jane Roe is.
        return not (titled or (len(words) == _FULL and lexicon.is_given_name(words[0])))
    phrase = " ".join(words).lower()
    before = doc[start - 1] if start else None
    whole = f"{before.lower_} {phrase}" if before is not None else phrase
    if {phrase, whole, phrase.removeprefix("the ")} & word_list(__package__, "no_persons.txt"):
        return True
    if _is_party(words[-1]) and not (titled and before is not None and _is_address(before)):
        return True
    if titled and before is not None and before.tag_ in _SMALL_TITLES and before.text.islower():
        # "a member state, Estonia", "coal producer West Virginia", "the woman Americans admire"
        place = lexicon.is_place(" ".join(words)) or (len(words) == 1 and lexicon.country(words[0].removesuffix("s")))
        return bool(place) and not lexicon.is_given_name(words[0])
    way = _COMPASS.get(lexicon.plain(words[0]), "")
    return bool(way) and lexicon.is_place(" ".join([way, *words[1:]]))


def is_called_the(doc: Doc, start: int, end: int) -> bool:
    """Whether "the" stands right before several words that are no part of a longer phrase ("the Coast Observer"), as
    it does before no person's name."""
    if not start or end - start == 1 or doc[start - 1].lower_ != "the":
        return False
    head = doc[start:end].root
    return not (head.dep_ in _MODIFIERS and head.head.i >= end)


def is_plural(doc: Doc, start: int, end: int) -> bool:
    """Whether the last of several words is a noun in the plural ("Coast Panthers")."""
    return end - start > 1 and doc[end - 1].tag_ == "NNPS"


def is_common(doc: Doc, start: int, end: int, label: str | None) -> bool:
    """Whether a single word is a people in the plural, by the recogniser's ``label`` ("Norwegians"), or a noun for a
    body that has its capital from the head of the sentence alone, before another noun ("Bank executives")."""
    if end - start > 1:
        return False
    token = doc[start]
    if label == "NORP" and token.tag_ in {"NNS", "NNPS"}:
        return True
    following = doc[end] if end < len(doc) else None
    return (
        token.is_sent_start is True
        and lexicon.is_organisation_word(token.text)
        and token.text.istitle()
        and following is not None
        and following.tag_ in {"NN", "NNS"}
        and following.text.islower()
        and any(t.text == token.lower_ for t in doc)
    )


def is_family(doc: Doc, start: int, end: int, families: frozenset[str]) -> bool:
    """Whether a single word is several of one family ("the Roes"), whose names are ``families``, folded."""
    word = doc[start].text
    return (
        end - start == 1
        and start > 0
        and doc[start - 1].lower_ == "the"
        and (word.endswith("s") and folded(word) not in families and folded(word.removesuffix("s")) in families)
    )


def is_housed(doc: Doc, start: int, end: int) -> bool:
    """Whether something is said to be in, on or at what the words name."""
    head = doc[start:end].root
    return head.dep_ == "pobj" and head.head.lower_ in _WITHIN


def _is_party(word: str) -> bool:
    """Whether the word is of a party or its people ("Democratic", "Republicans"), and no family name as well."""
    one = word.removesuffix("s")
    return (
        lexicon.is_party(one)
        and (lexicon.is_role(one) or lexicon.plain(one) in {"democratic", "gop"})
        and not known_names.is_frequent_family_name(one)
    )


def _is_address(token: Token) -> bool:
    return lexicon.is_courtesy(token.text) or lexicon.is_short_title(token.text) or token.text == "."
