"""How the words of a source name somebody: which word heads them, and how a name stands among them."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.speakers import lexicon
from factsheet.speakers.references import Reference

_ARTICLES = {"the", "a", "an"}
_RELATIVE = {"who", "whom", "that", "which"}
_LONGEST_RANK = 5


def without_relative(tokens: Tokens) -> Tokens:
    """The source without the ", which" or "who" that opens the clause behind it."""
    end = tokens.end
    while end - tokens.start > 1 and (tokens.doc[end - 1].lower_ in _RELATIVE or tokens.doc[end - 1].text == ","):
        end -= 1
    return tokens.doc[tokens.start : end] if tokens.doc[tokens.end - 1].lower_ in _RELATIVE else tokens


def with_rest_of_name(tokens: Tokens, references: list[Reference]) -> Tokens:
    """The source, and where it ends within the particle of a name, all of that name: "al" of "al-Roe"."""
    last = tokens.end - 1
    cut = next((r for r in references if r.first <= last < r.last - 1), None)
    if cut is None or not lexicon.is_particle(tokens[-1].text) or not tokens[-1].text.islower():
        return tokens
    return tokens.doc[tokens.start : cut.last]


def is_busy(doc: Doc, reference: Reference, tokens: Tokens) -> bool:
    """Whether the source is a name and, behind a comma, what its bearer is doing: "Roe, smiling"."""
    i = reference.last
    return (
        reference.person is not None
        and reference.first == tokens.start
        and i + 1 < tokens.end
        and doc[i].text == ","
        and doc[i + 1].tag_ in {"VBG", "VBN"}
    )


def last_before_singular(tokens: Tokens, references: list[Reference]) -> Reference | None:
    """The last of several persons before a "who" whose verb is in the singular: "Doe and Roe, who has ..."."""
    inside = sorted(
        (r for r in references if r.person and tokens.start <= r.first and r.last <= tokens.end), key=lambda r: r.first
    )
    verb = tokens[-1].head
    singular = verb.tag_ == "VBZ" or any(t.tag_ == "VBZ" for t in verb.children if t.dep_ in {"aux", "auxpass"})
    return inside[-1] if len(inside) > 1 and tokens[-1].lower_ == "who" and singular else None


def head_of(tokens: Tokens) -> Token:
    """The word that heads the source; of several heads, the first that is a noun, a name or a pronoun."""
    heads = [
        t for t in tokens if (t.head.i < tokens.start or t.head.i >= tokens.end or t.head.i == t.i) and not t.is_punct
    ]
    return next((t for t in heads if t.pos_ in {"NOUN", "PROPN", "PRON"}), heads[0] if heads else tokens[0])


def names_several(tokens: Tokens, root: Token, inside: list[Reference]) -> bool:
    """Whether the source names several: "Doe and Roe"."""
    persons = [r for r in inside if r.person]
    for left, right in pairwise(persons):
        if "and" in {t.lower_ for t in tokens.doc[left.last : right.first]} and not any(
            role.contains(left.span) for role in right.roles
        ):
            return True
    return any(
        t.dep_ == "conj"
        and t.head.i == root.i
        and t.pos_ in {"PROPN", "NOUN"}
        and tokens.start <= t.i < tokens.end
        and not any(r.first <= root.i < r.last and r.first <= t.i < r.last for r in inside)
        and not any(role.start <= t.idx < role.end for r in inside for role in r.roles)
        for t in tokens
    )


def beside_another(doc: Doc, root: Token, inside: list[Reference]) -> tuple[Reference, Reference] | None:
    """The two persons whose names stand beside each other with a comma between, as if one were the other: "the young
    Doe, President Roe". The first heads the source."""
    persons = sorted((r for r in inside if r.person), key=lambda r: r.first)
    for left, right in pairwise(persons):
        name = doc[right.first : right.last].root
        if left.first <= root.i < left.last and doc[left.last].text == "," and name.dep_ == "appos":
            titles = doc[left.last + 1 : right.first]
            if name.head.i in range(left.first, left.last) and all(t.text[:1].isupper() or t.is_punct for t in titles):
                return left, right
    return None


def is_cut(doc: Doc, reference: Reference, tokens: Tokens) -> bool:
    """Whether the source has more capitalised words right before the name than were taken for it."""
    if reference.first == tokens.start:
        return False
    before = doc[reference.first - 1]
    in_role = any(role.start <= before.idx < role.end for role in reference.roles)
    known = lexicon.is_place(before.text) or lexicon.is_courtesy(before.text) or lexicon.is_role(before.text)
    rank = before.text.isupper() and len(before) <= _LONGEST_RANK
    return before.text[:1].isupper() and not (in_role or known or rank) and before.lower_ not in _ARTICLES


def leads_to(doc: Doc, root: Token, reference: Reference) -> bool:
    """Whether a role, of what it may be, a comma and perhaps a title lead up to the name: "the nominee, Sen. Jane Doe",
    "Chair of the Harbour Board, Dr. Jane Doe"."""
    first = reference.first
    while first > root.i + 1 and (doc[first - 1].text == "." or _is_called_before_name(doc[first - 1].text)):
        first -= 1
    comma = first - 1
    if not lexicon.is_role(root.text) or comma <= root.i or doc[comma].text != ",":
        return False
    of = doc[root.i + 1 : comma]
    return not of or (of[0].lower_ in {"of", "for", "at"} and not any(t.is_punct or t.pos_ == "VERB" for t in of))


def _is_called_before_name(word: str) -> bool:
    return lexicon.is_short_title(word) or lexicon.is_courtesy(word) or lexicon.is_role(word)


def is_made_by(doc: Doc, reference: Reference, root: Token) -> bool:
    """Whether what ``root`` names ("statement") is the work of the one referred to: "a statement by the X"."""
    name = doc[reference.first : reference.last].root
    if name.dep_ == "poss":
        return name.head.i == root.i
    return name.dep_ == "pobj" and name.head.lower_ in {"by", "from", "of"} and name.head.head.i == root.i
