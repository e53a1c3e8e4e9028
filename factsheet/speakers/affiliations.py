"""What a name is said to be of, right behind it: "John Roe of Acme", "Ann Doe from Leeds"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.references import Reference

_ALWAYS = {"of"}
# "Roe at Acme" is of Acme, "saw Roe at Acme" says where it was.
_IF_OF_NAME = {"from", "at"}
_SMALL = {"of", "for", "the", "and", "&", "in"}
_LONGEST = 6
_PLACES = {"GPE", "LOC", "NORP", "FAC"}
_TIMES = {"DATE", "TIME"}


@dataclass(frozen=True)
class Affiliation:
    """The body or the place that somebody is of, as it is written: ``words`` are its words for comparing."""

    text: str
    words: frozenset[str]
    is_place: bool

    def differs(self, other: Affiliation) -> bool:
        """Whether the two have no word in common."""
        return not self.words & other.words


def affiliation(doc: Doc, reference: Reference) -> Affiliation | None:
    """What the name is said to be of; None where nothing with a capital stands there."""
    at = reference.last
    if at + 1 >= len(doc) or doc[at].lower_ not in _ALWAYS | _IF_OF_NAME:
        return None
    if doc[at].lower_ in _IF_OF_NAME and not reference.first <= doc[at].head.i < reference.last:
        return None
    first = at + 2 if doc[at + 1].lower_ == "the" else at + 1
    last = first
    while last < min(len(doc), first + _LONGEST) and _goes_on(doc, first, last):
        last += 1
    while last > first and doc[last - 1].lower_ in _SMALL:
        last -= 1
    named = doc[first:last]
    if not named or not named[0].text[:1].isupper() or named[0].ent_type_ in _TIMES:
        return None
    country = lexicon.country(named.text)
    words = {folded(country)} if country else {folded(token.text) for token in named if token.text[:1].isupper()}
    if last + 1 < len(doc) and doc[last].text == ",":
        # "Lund, Sweden"
        words |= {folded(lexicon.country(doc[last + 1].text) or doc[last + 1].text)}
    is_place = bool(country) or lexicon.is_place(named.text) or named[0].ent_type_ in _PLACES
    return Affiliation(named.text, frozenset(words), is_place)


def _goes_on(doc: Doc, first: int, i: int) -> bool:
    token: Token = doc[i]
    if token.is_sent_start and i > first:
        return False
    return token.text[:1].isupper() or (i > first and token.lower_ in _SMALL) or token.text == "-"
