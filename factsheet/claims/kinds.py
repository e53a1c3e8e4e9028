"""What sort of statement a claim is: an event, a state, a quantity, a cause, a law or a plan."""

from __future__ import annotations

import re

from spacy.tokens import Token

from factsheet.model import Quantity
from factsheet.model.claim import ClaimType, Modality
from factsheet.wordlists import table

_CUES = table(__package__, "kind_cues.toml")
_CAUSE_VERBS = frozenset(_CUES["cause"]["verbs"])
_CAUSE_PREPOSITIONS: dict[str, str] = _CUES["cause"]["prepositions"]
_CAUSE_MARKERS = re.compile(rf"(?<!\w)(?:{'|'.join(_CUES['cause']['markers'])})(?!\w)", re.IGNORECASE)
_LAW_NOUNS = frozenset(_CUES["law"]["nouns"])
_LAW_VERBS = frozenset(_CUES["law"]["verbs"])
_LAW_SAYS = frozenset(_CUES["law"]["saying"])
_QUANTITY_VERBS = frozenset(_CUES["quantity"]["verbs"])
_STATE_VERBS = frozenset(_CUES["state"]["verbs"])
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def kind(root: Token, text: str, modality: Modality, quantities: tuple[Quantity, ...]) -> ClaimType:
    """The type of the clause of ``root``, whose words are ``text`` and whose amounts are ``quantities``."""
    if modality in ("planned", "predicted", "desired"):
        return "plan"
    if _is_cause(root) or _CAUSE_MARKERS.search(text):
        return "cause"
    if _is_law(root):
        return "law"
    if quantities and _is_about_amount(root, quantities):
        return "quantity"
    return "state" if _is_state(root) else "event"


def _is_cause(root: Token) -> bool:
    if root.lemma_ not in _CAUSE_VERBS:
        return False
    needed = _CAUSE_PREPOSITIONS.get(root.lemma_)
    return needed is None or any(child.dep_ == "prep" and child.lower_ == needed for child in root.children)


def _is_law(root: Token) -> bool:
    """A law that says something, or somebody or something that bans or requires it."""
    subjects = [child for child in root.children if child.dep_ in _SUBJECTS]
    if any(subject.lemma_.lower() in _LAW_NOUNS for subject in subjects):
        return root.lemma_ in _LAW_SAYS
    return root.lemma_ in _LAW_VERBS and bool(subjects)


def _is_about_amount(root: Token, quantities: tuple[Quantity, ...]) -> bool:
    """Whether an amount is what is said: the verb is one of amounts, or the amount is its object, or a
    measured amount its subject."""
    if root.lemma_ in _QUANTITY_VERBS:
        return True
    for quantity in quantities:
        span = root.doc.char_span(quantity.start, quantity.end, alignment_mode="expand")
        if span is None:
            continue
        head = span.root
        if head.dep_ in ("nummod", "quantmod", "compound", "amod") and head.head.i != head.i:
            head = head.head
        measured = quantity.unit is not None or quantity.currency is not None
        if head.head == root and head.dep_ in (
            ("nsubj", "nsubjpass", "dobj", "attr") if measured else ("dobj", "attr")
        ):
            return True
    return False


def _is_state(root: Token) -> bool:
    helpers = [child for child in root.children if child.dep_ in ("aux", "auxpass")]
    if root.lemma_ in _STATE_VERBS:
        return not any(child.dep_ == "auxpass" for child in helpers)
    return root.tag_ in ("VBZ", "VBP") and not helpers
