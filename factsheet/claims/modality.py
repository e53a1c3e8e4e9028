"""How a statement is put: as fact, as planned, predicted, possible, conditional, due or desired."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from factsheet.claims.reporting import is_imagining
from factsheet.model.claim import Modality
from factsheet.wordlists import table

_CUES = table(__package__, "modality_cues.toml")
_AUXILIARIES: dict[str, Modality] = _CUES["auxiliaries"]
_GOVERNING: dict[str, Modality] = _CUES["governing"]
_ONLY_WITH_INFINITIVE = frozenset(_CUES["only_with_infinitive"]["words"])
_NOUNS: dict[str, Modality] = _CUES["nouns"]
_ADVERBS: dict[str, Modality] = _CUES["adverbs"]
_CONDITIONS = frozenset(_CUES["conditions"]["words"])


@dataclass(frozen=True)
class Put:
    """A modality, and the words that show it (None: nothing does, it is plainly asserted)."""

    modality: Modality
    cue: str | None


def modality(root: Token) -> Put:
    """How the clause of a main verb is put. A condition outweighs what governs the verb, and that its auxiliary."""
    return (
        _condition(root)
        or _governor(root)
        or _auxiliary(root)
        or _noun(root)
        or _adverb(root)
        or (Put("conditional", root.text) if is_imagining(root) else Put("asserted", None))
    )


def _condition(root: Token) -> Put | None:
    for clause in root.children:
        if clause.dep_ == "advcl":
            for mark in clause.children:
                if mark.dep_ == "mark" and mark.lower_ in _CONDITIONS and not _is_even_if(mark):
                    return Put("conditional", mark.text)
    return None


def _is_even_if(mark: Token) -> bool:
    return mark.i > 0 and mark.nbor(-1).lower_ in ("even", "as")


def _governor(root: Token) -> Put | None:
    for verb in (root, *(child for child in root.children if child.dep_ in ("acomp", "oprd"))):
        word = verb.lower_ if verb.lower_ in _GOVERNING else verb.lemma_.lower()
        put = _GOVERNING.get(word)
        if put is None:
            continue
        infinitive = _infinitive(verb) or (_infinitive(root) if verb != root else None)
        if infinitive is None and (word in _ONLY_WITH_INFINITIVE or not _governs_clause(verb)):
            continue
        to = next((child for child in infinitive.children if child.tag_ == "TO"), None) if infinitive else None
        return Put(put, f"{verb.text} {to.text}" if to is not None else verb.text)
    if root.lemma_ == "go" and root.tag_ == "VBG" and (to := _infinitive(root)) is not None:
        return Put("predicted", f"{root.text} to {to.text}")
    return None


def _infinitive(verb: Token) -> Token | None:
    """The infinitive with "to" that a verb or adjective governs."""
    return next(
        (
            child
            for child in verb.children
            if child.dep_ in ("xcomp", "ccomp", "advcl", "acl")
            and child.i > verb.i
            and any(grandchild.tag_ == "TO" for grandchild in child.children)
        ),
        None,
    )


def _governs_clause(verb: Token) -> bool:
    """Whether a governing verb has its plan or wish beside it as a clause, an object or, in the passive, a subject."""
    return any(child.dep_ in ("ccomp", "xcomp", "dobj", "nsubjpass") for child in verb.children)


def _auxiliary(root: Token) -> Put | None:
    for child in root.children:
        if child.dep_ in ("aux", "auxpass") and (put := _AUXILIARIES.get(child.lower_)):
            if child.lower_ in ("'d", "’d") and child.lemma_ != "would":
                continue
            return Put(put, child.text)
    return None


def _noun(root: Token) -> Put | None:
    for child in root.children:
        if child.dep_ in ("dobj", "attr") and (put := _NOUNS.get(child.lemma_.lower())) and _infinitive(child):
            return Put(put, f"{child.text} to")
    return None


def _adverb(root: Token) -> Put | None:
    for child in root.children:
        if child.dep_ == "advmod" and (put := _ADVERBS.get(child.lower_)):
            return Put(put, child.text)
    return None
