"""What stands right beside a name and tells its bearer from another of that name: age, party, state, "no relation"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from factsheet.speakers import lexicon
from factsheet.speakers.affiliations import Affiliation, affiliation
from factsheet.speakers.deaths import holds_now, is_dead
from factsheet.speakers.introductions import Job, jobs
from factsheet.speakers.references import Reference
from factsheet.wordlists import table

_PACKAGE = __package__ or __name__
_BRACKETED = re.compile(r"\s*[(\[](\w+)[,;)\]]")
_TAG = re.compile(r"\s*[,(\[]\s*([RD])\.?(?:[-–—‑](\w[\w.]*)((?: [A-Z]\w*)?)|[)\]])")
_OF = re.compile(r" of ([A-Z]\w+)((?: [A-Z]\w+)?)")
_AGE = re.compile(r"(?:, (?:age |aged )?| \()(\d{1,3})(?=[,.;)])")
_YEARS = re.compile(r"(\d{1,3})[-‑ ]years?[-‑ ]old\b")
_UNRELATED = re.compile(r"\s*[,(—–-][^.;!?\"“”]{0,50}\b(?:no relation|not related|unrelated)\b")
_OLDEST = 115
_MOST_YEARS = 2
_REACH = 60
_KEPT_BEFORE_NAME = {"NOUN", "PROPN", "ADJ", "PUNCT"}


@dataclass(frozen=True)
class Signs:
    """What one place says of the bearer of the name there. ``unrelated``: of no kin to another of the name. ``of``: the
    body or place that stands behind the name. ``new``: holds an office that another held before. ``jobs``: what the
    bearer is in which body."""

    age: int | None = None
    party: str | None = None
    state: str | None = None
    unrelated: bool = False
    of: Affiliation | None = None
    dead: bool = False
    new: bool = False
    jobs: tuple[Job, ...] = ()


def signs_at(doc: Doc, text: str, reference: Reference) -> Signs:
    """The signs right before and right behind a name; ``text`` is that of the Doc."""
    parties = table(_PACKAGE, "parties.toml")
    behind = text[reference.span.end : reference.span.end + _REACH]
    party = state = None
    if tag := _TAG.match(behind):
        party, state = parties["letters"][tag.group(1)], _state(tag.group(2) or "", tag.group(3) or "")
    elif reference.person and reference.person.titles and (of := _OF.match(behind)):
        state = _state(of.group(1), of.group(2))
    elif bracket := _BRACKETED.match(behind):
        party = parties["words"].get(lexicon.plain(bracket.group(1)))
    in_office = _before_office(reference)
    party = party or next(filter(None, (parties["words"].get(lexicon.plain(word)) for word in in_office)), None)
    state = state or _state(*(in_office[0], f" {in_office[1]}") if len(in_office) > 1 else ("", ""))
    return Signs(
        _age(doc, text, reference, behind),
        party,
        state,
        bool(_UNRELATED.match(behind)),
        affiliation(doc, reference),
        is_dead(doc, reference),
        any(map(holds_now, reference.roles)),
        jobs(doc, reference),
    )


def _before_office(reference: Reference) -> list[str]:
    """The words of an office in a parliament or of a state that stands right before the name: "Texas Republican
    Rep."; none where it is no such office, or a former one."""
    before = next((role for role in reference.roles if role.end <= reference.span.start), None)
    words = before.text.split() if before is not None else []
    if not words or lexicon.plain(words[-1]) not in _offices() or any(map(lexicon.changes_role, words)):
        return []
    return words


def contradiction(known: Iterable[Signs], new: Signs) -> str | None:
    """What tells the bearer of a name from the one of whom the ``known`` signs are, in words; None if nothing does."""
    for old in known:
        for reason in _differences(old, new):
            return reason
    return None


def _differences(old: Signs, new: Signs) -> Iterator[str]:
    # Two reports of one article may be of different years.
    if old.age and new.age and abs(old.age - new.age) > _MOST_YEARS:
        yield f"one is {old.age} years old and the other {new.age}"
    if old.state and new.state and old.state != new.state:
        yield f"one is of {old.state} and the other of {new.state}"
    if old.party and new.party and old.party != new.party:
        yield f"one is {old.party} and the other {new.party}"
    # Of two places one may be in the other.
    if old.of and new.of and not (old.of.is_place or new.of.is_place) and old.of.differs(new.of):
        yield f"one is of {old.of.text} and the other of {new.of.text}"
    if old.dead and not old.new and new.new and not new.dead:
        yield "one is said to be dead, and the other new in an office"


def _age(doc: Doc, text: str, reference: Reference, behind: str) -> int | None:
    found = _AGE.match(behind)
    if found is None:
        start = max(0, reference.span.start - _REACH)
        *_, found = (None, *_YEARS.finditer(text, start, reference.span.start))
        if found is None:
            return None
        between = doc.char_span(found.end(), reference.span.start, alignment_mode="expand")
        words = [t for t in between or () if t.idx >= found.end() and t.idx < reference.span.start]
        if any(t.pos_ not in _KEPT_BEFORE_NAME or t.text in {".", ";", ":"} for t in words):
            return None
    age = int(found.group(1))
    return age if 0 < age <= _OLDEST else None


def _state(first: str, second: str) -> str | None:
    return lexicon.state(first + second) or lexicon.state(first)


@cache
def _offices() -> frozenset[str]:
    return frozenset(table(_PACKAGE, "parties.toml")["offices"]["words"].split())
