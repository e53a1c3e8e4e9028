"""Names that cannot be read: in a script that cannot be romanised, in letters of two scripts, or damaged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from factsheet.language.paragraphs import paragraphs
from factsheet.model import Flag, Span, flag_id
from factsheet.model.flag import Severity
from factsheet.speakers.flags.found import Found
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.romanising import can_be_romanised, scripts

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 40
_SHARE = 0.5
# What a text that was read in a wrong encoding has where it had letters: "JosÃ\x83Â©".
_DAMAGED = re.compile("[\x80-\x9f\ufffd]")


@dataclass(frozen=True)
class _Why:
    """What is wrong with the letters of a name, and what to do about it."""

    severity: Severity
    reason: str
    suggestion: str


_UNREADABLE = _Why(
    "low",
    "is in a script that cannot be read off letter by letter. It is compared with no other name",
    "If it is a name, add it to the authority file as a variant of the speaker it names.",
)
_MIXED = _Why(
    "medium",
    "is written in {} letters, which look alike. It is compared with no other name",
    "Write it in the letters of one script.",
)
_DAMAGED_LETTERS = _Why(
    "medium",
    "has signs in it that are no letters: the text was saved or read in a wrong encoding",
    "Look the name up in the original, and use a copy of the text with its letters whole.",
)


def script_flags(found: Found) -> Iterator[Flag]:
    """One flag for each name in such letters that the authority file does not know.

    Only what is short is looked at, in paragraphs that are Latin for the most part: a paragraph in another script is
    a text, and no name.
    """
    text = found.text
    for start, end in paragraphs(text):
        if _is_latin_for_the_most_part(text[start:end]):
            for place in _unreadable(text, start, end):
                yield from _flags(place, found, _UNREADABLE)
            for place in _mixed(text, start, end):
                yield from _flags(place, found, _MIXED)
    for place in _damaged(found):
        yield from _flags(place, found, _DAMAGED_LETTERS)


def _is_latin_for_the_most_part(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(scripts(letter) == {"LATIN"} for letter in letters) > _SHARE * len(letters)


def _unreadable(text: str, start: int, end: int) -> Iterator[Span]:
    """Runs of words of which no letter can be romanised."""
    words = [m for m in _WORD.finditer(text, start, end) if not any(map(can_be_romanised, m.group()))]
    runs: list[list[int]] = []
    for word in words:
        if runs and not text[runs[-1][1] : word.start()].strip(" ·-־"):
            runs[-1][1] = word.end()
        else:
            runs.append([word.start(), word.end()])
    yield from (Span(first, last, text[first:last]) for first, last in runs if last - first <= _LONGEST)


def _mixed(text: str, start: int, end: int) -> Iterator[Span]:
    """Words with a capital in letters of two scripts that can be mistaken for each other."""
    for word in _WORD.finditer(text, start, end):
        if word.group()[0].isupper() and "LATIN" in (used := scripts(word.group())) and used & {"CYRILLIC", "GREEK"}:
            yield Span(word.start(), word.end(), word.group())


def _damaged(found: Found) -> Iterator[Span]:
    """For each form with damaged letters the first place where it names somebody."""
    places = (reference.span for cluster in found.persons for reference in cluster.references)
    damaged = sorted(place for place in places if _DAMAGED.search(place.text))
    yield from {place.text: place for place in reversed(damaged)}.values()


def _flags(place: Span, found: Found, why: _Why) -> Iterator[Flag]:
    if found.authority.bearers(place.text):
        return
    listed = " and ".join(script.capitalize() for script in sorted(scripts(place.text)))
    own = [q.speaker for q in found.quotations if q.speaker and any(span.contains(place) for span in q.source)]
    yield Flag(
        id=flag_id("unresolved script", folded(place.text)),
        kind="unresolved script",
        severity=why.severity,
        message=f"“{place.text}” {why.reason.format(listed)}.",
        evidence=(place,),
        subjects=tuple(dict.fromkeys(own)),
        suggestion=why.suggestion,
    )
