"""Reporting clauses beside or inside a sentence: "..., the mayor said", "As she has pointed out, ..."."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from factsheet.wordlists import words

_SAYING = words(__package__, "saying_verbs.txt")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SAID = frozenset({"ccomp", "dobj", "oprd", "xcomp", "attr"})
_TOLD = frozenset({"tell", "inform", "remind", "warn", "assure"})
_TOPIC = frozenset({"about", "of", "on"})
_REPORTED_AS = frozenset({"as", "like"})


def is_saying(token: Token) -> bool:
    """Whether a word is a verb of saying, in any form."""
    return token.pos_ == "VERB" and token.lemma_.lower() in _SAYING


class Attributions:
    """Which words of one sentence a reporting clause in it makes somebody else's.

    ``members`` are the numbers of the sentence's tokens that stand in no quotation, in order.
    """

    def __init__(self, doc: Doc, members: list[int]) -> None:
        self._ranges = [reach for i in members if (reach := _reach(doc[i], members)) is not None]

    def covers(self, token: Token) -> bool:
        """Whether somebody is reported to have said the clause of this main verb."""
        return any(first <= token.i < end for first, end in self._ranges)


def _reach(token: Token, members: list[int]) -> tuple[int, int] | None:
    """What the words around a reporting clause that ``token`` heads are: those before it for a tail, all for a head."""
    first, end = members[0], members[-1] + 1
    if token.lower_ == "according" and token.i + 1 < end and token.nbor(1).lower_ == "to":
        return first, end
    if token.tag_ not in _FINITE and not _is_perfect(token):
        return None
    if not is_saying(token):
        return None
    children = list(token.children)
    if not any(child.dep_ in _SUBJECTS for child in children):
        return None
    if any(child.dep_ in ("mark", "advmod") and child.lower_ in _REPORTED_AS for child in children):
        return first, end
    if _says_something(children, token):
        return None
    if any(child.dep_ == "ccomp" and child.i < token.i for child in children):
        return first, token.i + 1
    if token.dep_ in ("parataxis", "ccomp", "advcl", "dep") or _is_set_off(token, children):
        return first, end if token.dep_ == "parataxis" else token.i + 1
    return None


def _is_perfect(token: Token) -> bool:
    return token.tag_ == "VBN" and any(child.dep_ == "aux" and child.lemma_ == "have" for child in token.children)


def _says_something(children: Iterable[Token], token: Token) -> bool:
    """Whether the verb has what is said behind it: "said nothing", "said that ...", but not "told reporters"."""
    behind = [child for child in children if child.i > token.i]
    told = token.lemma_.lower() in _TOLD
    return any(
        (child.dep_ in _SAID and not (child.dep_ == "dobj" and told))
        or (child.dep_ == "prep" and child.lower_ in _TOPIC and told)
        for child in behind
    )


def _is_set_off(token: Token, children: Iterable[Token]) -> bool:
    """Whether a comma that is not its own stands before a reporting clause that ends its sentence."""
    start = min(token.i, *(child.left_edge.i for child in children if child.dep_ in _SUBJECTS))
    end = token.right_edge.i + 1
    if token.left_edge.i != start or not start or token.doc[start - 1].text != ",":
        return False
    return end >= len(token.doc) or token.doc[end].is_punct or bool(token.doc[end].is_sent_start)
