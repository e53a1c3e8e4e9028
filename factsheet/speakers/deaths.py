"""Whether a place says of somebody that he is dead, or that he has just come into an office."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.references import Reference
from factsheet.wordlists import table

_PACKAGE = __package__ or __name__
_PAST = {"VBD", "VBN"}
_LATE = "late"
_REACH = 3


def is_dead(doc: Doc, reference: Reference) -> bool:
    """Whether the name is that of somebody who is dead: "the late Jane Roe", "Jane Roe died", "Jane Roe, who was
    killed"."""
    before = [token for token in doc[max(0, reference.first - _REACH) : reference.first] if not token.is_punct]
    if any(token.lower_ == _LATE for token in before) or any(_LATE in role.text.split() for role in reference.roles):
        return True
    name = doc[reference.first : reference.last].root
    if name.dep_ in {"nsubj", "nsubjpass"} and _says_dead(name.head, suffered=name.dep_ == "nsubjpass"):
        return True
    for clause in name.children:
        who = next((t for t in clause.children if t.lower_ == "who"), None) if clause.dep_ == "relcl" else None
        if who is not None and _says_dead(clause, suffered=who.dep_ == "nsubjpass"):
            return True
    return False


def holds_now(role: Span) -> bool:
    """Whether the words say that an office is held now and was not before: "the new mayor"."""
    words = set(table(_PACKAGE, "deaths.toml")["present"]["words"].split())
    return any(lexicon.plain(word) in words for word in role.text.split()[:_REACH])


def _says_dead(verb: Token, *, suffered: bool) -> bool:
    """Whether the verb, or one joined to it by "and", says in the past that its subject is dead."""
    if any(child.dep_ == "neg" or child.tag_ == "MD" or child.lower_ == "nearly" for child in verb.children):
        return False
    lemmas = table(_PACKAGE, "deaths.toml")
    known = set(lemmas["suffered" if suffered else "did"].split())
    verbs = [verb, *(child for child in verb.children if child.dep_ == "conj")]
    if any(each.tag_ in _PAST and each.lemma_.lower() in known for each in verbs):
        return True
    # "was shot dead", "was found dead"
    return suffered and any(
        child.lower_ == "dead" and child.dep_ in {"oprd", "acomp", "advmod"} for child in verb.children
    )
