"""Names that cannot be read: in a script that cannot be romanised, or in letters of two scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsheet.language.paragraphs import paragraphs
from factsheet.model import Flag, Span, flag_id
from factsheet.speakers.flags.found import Found
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.romanising import can_be_romanised, scripts

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 40
_SHARE = 0.5


def script_flags(found: Found) -> Iterator[Flag]:
    """One flag for each name in such letters that the authority file does not know.

    Only what is short is looked at, in paragraphs that are Latin for the most part: a paragraph in another script is
    a text, and no name.
    """
    text = found.text
    for start, end in paragraphs(text):
        if _is_latin_for_the_most_part(text[start:end]):
            for place in (*_unreadable(text, start, end), *_mixed(text, start, end)):
                if not found.authority.bearers(place.text):
                    yield _flag(place, found)


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


def _flag(place: Span, found: Found) -> Flag:
    mixed = can_be_romanised(place.text)
    listed = " and ".join(script.capitalize() for script in sorted(scripts(place.text)))
    in_letters = f"is written in {listed} letters, which look alike"
    why = in_letters if mixed else "is in a script that cannot be read off letter by letter"
    own = [q.speaker for q in found.quotations if q.speaker and any(span.contains(place) for span in q.source)]
    return Flag(
        id=flag_id("unresolved script", folded(place.text)),
        kind="unresolved script",
        severity="medium" if mixed else "low",
        message=f"“{place.text}” {why}. It is compared with no other name.",
        evidence=(place,),
        subjects=tuple(dict.fromkeys(own)),
        suggestion="Write it in the letters of one script."
        if mixed
        else "If it is a name, add it to the authority file as a variant of the speaker it names.",
    )
