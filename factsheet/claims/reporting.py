"""What a quotation's cue makes of what it reports: whether it is surely the speaker's, and whether it is reported as
said, as denied, as only imagined, or as not said at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from factsheet.claims.attribution import is_saying
from factsheet.model import Quotation, Speaker
from factsheet.settings import Settings
from factsheet.wordlists import table, words

_CUES = table(__package__, "reporting_cues.toml")
_IMAGINING = frozenset(_CUES["imagining"]["verbs"])
_AUXILIARIES = frozenset(_CUES["imagining"]["auxiliaries"])
_CONDITIONS = frozenset(_CUES["imagining"]["conditions"])
_DENYING = frozenset(_CUES["denying"]["verbs"])
_THINKING = frozenset(_CUES["thinking"]["verbs"])
_NEGATIVE = words(__package__, "negative.txt")
_GOVERNED = frozenset({"xcomp", "ccomp", "pcomp", "advcl", "acl"})
_LEVELS = 2

#: The confidence from which a quotation makes claims: that from which a sheet, by default, lists it as sure.
SURE = Settings.sure

Manner = Literal["said", "denied", "imagined", "not said"]


@dataclass(frozen=True)
class Reported:
    """How a cue puts what it reports, and the word of the cue that shows it (None: there is no verb)."""

    manner: Manner
    cue: str | None = None


def is_sure(doc: Doc, quotation: Quotation, speakers: tuple[Speaker, ...]) -> bool:
    """Whether the words of a quotation are surely its speaker's, so that they make claims.

    Words in quotation marks are somebody's in any case; where their source is a name beside a verb of saying, there is
    no doubt whose.
    """
    if quotation.is_sure(SURE):
        return True
    verb = _verb(doc, quotation)
    if quotation.kind != "direct" or verb is None or not is_saying(verb):
        return False
    speaker = next((s for s in speakers if s.id == quotation.speaker), None)
    names = [mention for mention in speaker.mentions if mention.kind == "name"] if speaker is not None else []
    return any(source.contains(name) for name in names for source in quotation.source)


def reported(doc: Doc, quotation: Quotation | None) -> Reported:
    """How the cue of a quotation puts its content: "denied that", "don't think that" and "let's assume that" do not
    say that it is so. None, and a quotation without a cue, is said."""
    verb = _verb(doc, quotation) if quotation is not None else None
    if verb is None:
        return Reported("said")
    negated, lemma = _is_negated(verb), verb.lemma_.lower()
    if lemma in _DENYING:
        return Reported("not said" if negated else "denied", verb.text)
    if negated:
        return Reported("denied" if lemma in _THINKING else "not said", verb.text)
    return Reported("imagined" if lemma in _IMAGINING or _is_supposed(verb) else "said", verb.text)


def _verb(doc: Doc, quotation: Quotation) -> Token | None:
    """The word that heads a cue."""
    for part in quotation.cue:
        span = doc.char_span(part.start, part.end, alignment_mode="expand")
        if span is not None and span.root.pos_ in ("VERB", "AUX"):
            return span.root
    return None


def _is_negated(verb: Token) -> bool:
    return any(
        child.dep_ == "neg" or (child.dep_ in ("advmod", "nsubj", "nsubjpass") and child.lower_ in _NEGATIVE)
        for child in verb.children
    )


def _is_supposed(verb: Token) -> bool:
    """Whether the verb of a cue, or one that governs it, tells what may be thought: "could leave them thinking"."""
    above: Token | None = verb
    for _ in range(_LEVELS):
        if above is None:
            break
        if above.lemma_.lower() == "let" and above.tag_ == "VB" and above != verb:
            return True
        for child in above.children:
            if (child.dep_ == "aux" and child.lower_ in _AUXILIARIES) and child.lemma_ != "have":
                return True
            if child.dep_ == "mark" and child.lower_ in _CONDITIONS:
                return True
        above = above.head if above.dep_ in _GOVERNED and above.head.pos_ in ("VERB", "AUX") else None
    return False


def is_imagining(verb: Token) -> bool:
    """Whether a main verb only supposes the clause it governs: "I assume that ..."."""
    return verb.lemma_.lower() in _IMAGINING and any(child.dep_ == "ccomp" for child in verb.children)
