"""Cues by which somebody gives another's words: "X quoted Y as saying", "quoting Y: …"."""

from __future__ import annotations

from factsheet.quotations.parse import Word

_QUOTES = ("quote", "cite")
QUOTING = ("citing", "quoting")
_SPEAKERS = ("PERSON", "ORG", "NORP")


def saying(cue: Word) -> Word | None:
    """The participle that says what somebody is "quoted as saying", "cited as telling reporters"."""
    if cue.lemma not in _QUOTES:
        return None
    found = (word for child in cue.rights if child.lower == "as" for word in child.rights if word.tag == "VBG")
    return next(found, None)


def quoted(cue: Word) -> Word | None:
    """The head of the name of whose words they are that somebody gives "quoting X: …"; reasons are cited, too."""
    if cue.lower not in QUOTING or cue.tag != "VBG":
        return None
    found = (word for word in cue.rights if word.dep == "dobj" and (word.pos == "PROPN" or word.ent_type in _SPEAKERS))
    return next(found, None)
