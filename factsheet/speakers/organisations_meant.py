"""Which organisation "the ministry", "the newspaper" or "the airline" stands for."""

from __future__ import annotations

from collections import Counter
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.places import SUBJECTS
from factsheet.speakers.plurals import Narrated, narrated_sentences
from factsheet.speakers.references import Reference
from factsheet.wordlists import table

_KINDS = "organisation_kinds.toml"
# "said Jane Roe" after quoted words tells nothing.
_MORE_THAN_REPORTS = 4
_LATER = {"prep", "relcl", "acl", "appos"}
_HYPHENED = 3
# Kinds of which an article seldom has two without naming them.
_NARROW = ("press", "network", "magazine", "airline")
_INDEFINITE = {"a", "an", "another", "one"}


def organisation_meant(doc: Doc, clusters: list[Cluster], tokens: Tokens, narrated: Narrated) -> Cluster | None:
    """The organisation that the words take up, None where none or several come into question.

    It is the only one named before whose name has the noun ("the ministry"). Else it is named in the sentence or in
    the one before it, and is the only one there whose name shows the noun's kind ("the newspaper": the Harbour Times),
    or the only organisation there, of no other kind; any of several there may be "the company". ``narrated`` are the
    tokens outside directly quoted words.
    """
    root = tokens.root
    if tokens[0].lower_ != "the" or root.tag_ != "NN":
        return None
    before = [c for c in clusters if c.kind == "organisation" and _named_before(c, tokens.start)]
    if len(tokens) == 2 and lexicon.is_organisation_head(root.text):
        alike = [
            c for c in before if any(folded(root.text) in folded(r.form).split() for r in _named_before(c, root.i))
        ]
        if len(alike) == 1:
            return alike[0]
    kinds = {kind for kind in table(__package__, _KINDS) if root.lower_ in _words(kind, "nouns")}
    if not kinds or not _says_no_more(tokens, root):
        return None
    told = narrated_sentences(doc, tokens[0], narrated, _MORE_THAN_REPORTS)
    near = {token.i for sentence in told for token in sentence}
    if any(token.lower_ == root.lower_ and _is_unnamed(token) for sentence in told for token in sentence):
        return None
    named = [c for c in before if any(r.first in near for r in c.references)]
    candidates = [c for c in named if any(r.first in near and not _is_told(doc, r) for r in c.references)]
    if any(kinds & _kinds_shown(c) for c in named if c not in candidates):
        return None
    shown = [c for c in candidates if kinds & _kinds_shown(c)]
    if root.lower_ in _words("broad", "nouns") and len(candidates) > 1:
        return None
    if (
        not shown
        and len(named) == len(candidates) == 1
        and not _kinds_shown(candidates[0])
        and _is_organisation(doc, candidates[0])
    ):
        shown = candidates if may_be_any(root) else []
    if len(shown) != 1 or _is_of(root, {i for r in shown[0].references for i in range(r.first, r.last)}):
        return None
    return shown[0]


def _words_of(cluster: Cluster) -> set[str]:
    return {word for r in cluster.references for word in folded(r.form).replace(".", " ").split()}


def _is_told(doc: Doc, reference: Reference) -> bool:
    """Whether no person tells the organisation something: "the group told Fox 35" is about the group."""
    named = doc[reference.first : reference.last].root
    if named.dep_ not in {"dobj", "dative"} or named.head.lemma_ != "tell":
        return False
    tellers = [t for t in named.head.children if t.dep_ in SUBJECTS]
    return not any(t.ent_type_ == "PERSON" or t.pos_ == "PRON" for t in tellers)


def may_be_any(noun: Token) -> bool:
    """Whether organisations are called so whose names do not show it ("the company")."""
    kinds = table(__package__, _KINDS)
    return any(kinds[kind]["open"] and noun.lower_ in _words(kind, "nouns") for kind in kinds)


def _named_before(cluster: Cluster, first: int) -> list[Reference]:
    return [reference for reference in cluster.references if reference.first < first]


def _says_no_more(tokens: Tokens, root: Token) -> bool:
    """Whether there is no more than an adjective in small letters before the noun, and nothing of it behind it."""
    between = tokens[1 : root.i - tokens.start]
    behind = any(child.dep_ in _LATER and child.i > root.i for child in root.children)
    if len(between) == _HYPHENED and between[1].text in {"-", "‐", "‑"} and between[0].text.islower():
        # "The conservative-leaning newspaper"
        between = between[2:]
        plain = all(token.text.islower() for token in between)
    else:
        plain = all(token.tag_ == "JJ" and token.text.islower() for token in between)
    return plain and len(between) <= 1 and not behind and tokens.end == root.i + 1


def _is_unnamed(noun: Token) -> bool:
    return any(child.lower_ in _INDEFINITE for child in noun.children)


def _kinds_shown(cluster: Cluster) -> set[str]:
    return {kind for kind in table(__package__, _KINDS) if _words_of(cluster) & _words(kind, "names")}


def _is_organisation(doc: Doc, cluster: Cluster) -> bool:
    """Whether the name is surely an organisation's, or the entity recogniser takes it for one more often than not."""
    if any(lexicon.is_place(reference.form) for reference in cluster.references):
        return False
    labels = Counter(doc[reference.first].ent_type_ == "ORG" for reference in cluster.references)
    singular = all(doc[r.first : r.last].root.tag_ not in {"NNS", "NNPS"} for r in cluster.references)
    certain = any(reference.certain for reference in cluster.references)
    return singular and (certain or labels[True] > labels[False])


def _is_of(root: Token, named: set[int]) -> bool:
    """Whether the noun belongs to what the organisation is said to be: "the council is an arm of the organisation"."""
    predicates = [token for token in root.ancestors if token.dep_ == "attr"]
    return any(child.i in named for token in predicates for child in token.head.children)


@cache
def _words(kind: str, part: str) -> frozenset[str]:
    return frozenset(table(__package__, _KINDS)[kind][part].split())
