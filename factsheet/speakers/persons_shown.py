"""What stands beside a name of two or three words that only a person has, whatever the recogniser takes it for."""

from __future__ import annotations

from collections.abc import Container

from spacy.tokens import Doc

from factsheet.speakers import lexicon
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.no_persons import is_called_the
from factsheet.speakers.roles import role_after
from factsheet.speakers.walks import shows_walk

_LONGEST = 3
_DASHES = {"-", "--", "–", "—", "―"}
_OF = {"at", "for", "from", "in", "of", "with"}


def is_introduced(doc: Doc, start: int, end: int) -> bool:
    """Whether the words are two or three, and an office that only a person has stands behind them between commas:
    "Asa Roe, the mayor of Lund, said". Behind a preposition they are a place as well ("in Des Moines, ...")."""
    role = role_after(doc, end)
    if role is None or not 1 < end - start <= _LONGEST or (start and doc[start - 1].pos_ == "ADP"):
        return False
    closing = doc.char_span(role.start, role.end, alignment_mode="expand")
    return shows_walk(role) and closing is not None and _word(doc, closing.end) in {",", "."}


def is_told_as_person(doc: Doc, start: int, end: int, addressed: Container[str]) -> bool:
    """Whether two or three words have beside them what only a person has: "Mr." before the last of them elsewhere (it
    is among the ``addressed``, folded), or behind them ", who", an age, or ", a lawyer"; or that
    the recogniser knows nothing of and that sign what stands before a dash."""
    words = doc[start:end]
    plain = all(token.is_alpha and token.tag_ == "NNP" for token in words)
    if not plain or not 1 < len(words) <= _LONGEST or is_called_the(doc, start, end):
        return False
    if folded(words[-1].text) in addressed:
        return True
    if start and doc[start - 1].text in _DASHES and (end == len(doc) or "\n" in doc[end].text):
        return not any(token.ent_type_ for token in words)
    if _word(doc, end) != ",":
        return False
    if _word(doc, end + 1) == "who" or _word(doc, end + 1).isdigit():
        return True
    role = role_after(doc, end)
    if role is None or _word(doc, end + 1) not in {"a", "an"}:
        return False
    head = next(i for i, word in enumerate((*role.text.split(), "of")) if word in _OF) - 1
    return not lexicon.is_of_bodies_too(role.text.split()[head])


def _word(doc: Doc, i: int) -> str:
    return doc[i].text if i < len(doc) else ""
