"""Datelines: the place, day and agency that a report opens with (``LONDON, March 3 (Reuters) - ``,
``TOKYO, March 3, Kyodo News - ``, ``BAKU. March 3. TREND - ``)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factsheet.reading.days import WEEKDAYS, Day, read_day
from factsheet.wordlists import words

_FARTHEST = 120
_LINE_END = re.compile(r"[\r\n]|\Z")
_DASH = r"(?:[^\S\r\n]+(?:[-–—]|--|---)[^\S\r\n]+|[^\S\r\n]*[—–][^\S\r\n]*|--[^\S\r\n]+)"
_AGENCY_NAME = r"(?![A-Z]-)[^\W\d_a-z][\w&.'’ -]{0,38}\w"

_CAPITALS = r"[^\W\d_a-z]{3,}(?:-[^\W\d_a-z]{3,})?(?:[^\S\r\n]+[^\W\d_a-z]\w+){0,2}"
_AGENCY_SENTENCE = re.compile(rf"\.[^\S\r\n]+(?P<agency>{_CAPITALS}){_DASH}")
# Behind a day alone: behind a place, a name and a dash may begin the report ("BERLIN, Ann Roe - ").
_AGENCY_BEHIND_DAY = re.compile(rf",[^\S\r\n]+(?P<agency>{_AGENCY_NAME}){_DASH}")

# Behind the place: an agency and a dash; an agency in slashes; a full stop, an agency, a dash; a comma, an agency, a
# dash; a dash; a full stop.
_CLOSES = (
    re.compile(rf",?[^\S\r\n]*\((?P<agency>{_AGENCY_NAME})\)(?:{_DASH}|[^\S\r\n]*:[^\S\r\n]+)"),
    re.compile(rf"\.?[^\S\r\n]*/(?P<agency>{_AGENCY_NAME})/[.,]?(?:{_DASH}|[^\S\r\n]+)"),
    _AGENCY_SENTENCE,
    _AGENCY_BEHIND_DAY,
    re.compile(rf"(?P<agency>){_DASH}"),
    re.compile(rf"(?P<agency>)\.[^\S\r\n]+(?=\S)(?!{_CAPITALS}{_DASH})"),
)
_OPENS_SENTENCE = re.compile(r"[\"“„«‘'(\[`]*(?:[^\W\d_a-z]|\d)")
_SHORT_FORM = re.compile(r"(?:STE?|FT|MT|PT)\.?", re.IGNORECASE)
_PLACE_WORD = r"[^\W\d_](?:[^\W\d_]|[.'’-])*"
_PLACE = re.compile(rf"(?![a-z]){_PLACE_WORD}(?:[ \t\u00a0/]+{_PLACE_WORD}){{0,4}}")
_SENTENCE_PLACE = re.compile(r"(?P<place>[^\W\d_a-z]{3,})(?P<gap>\.[^\S\r\n]+)")
_GAP = re.compile(r",?[^\S\r\n]*\Z|,[^\S\r\n]+")
_MOST_PLACES = 3
# Three capitals and a dash, with nothing more, are an abbreviation more often than a town.
_SHORTEST_TOWN = 4


@dataclass(frozen=True)
class Dateline:
    """A dateline: half-open offsets of its place, the place in normal capitals, its day and its agency if it has
    them, with the offsets at which they start, and the offset at which the report begins."""

    start: int
    end: int
    place: str
    day: Day | None
    day_start: int
    agency: str | None
    agency_start: int
    body_start: int


def find_dateline(text: str, start: int) -> Dateline | None:
    """The dateline that stands at ``text[start:]``, or None.

    A town in capitals before a dash is enough; in small letters it takes an agency, or a day and a dash. What
    follows must begin like a sentence.
    """
    line_end = _LINE_END.search(text, start)
    limit = min(line_end.start() if line_end else len(text), start + _FARTHEST)
    found = [
        dateline
        for close in _CLOSES
        for match in close.finditer(text, start, limit)
        if (dateline := _read(text, start, match)) is not None
    ]
    return min(found, key=lambda dateline: (dateline.body_start, -len(dateline.agency or "")), default=None)


def _read(text: str, start: int, close: re.Match[str]) -> Dateline | None:
    places, ends, day_start, day = _parts(text[: close.start()], start)
    if not places or not _OPENS_SENTENCE.match(text, close.end()):
        return None
    first = places[0]
    # "LUND and OLD MALMO" is in capitals, too.
    capitals = first.replace(" and ", " ").isupper() and sum(map(str.isalpha, first)) > 2
    by_dash = close.group().rstrip()[-1:] in "-–—"
    agency = close["agency"]
    if close.re is _AGENCY_SENTENCE and (not capitals or _SHORT_FORM.fullmatch(first)):
        return None
    if close.re is _AGENCY_BEHIND_DAY and day is None:
        return None
    signs = sum(map(bool, (capitals, by_dash, day, agency)))
    if signs < 2 or (signs == 2 and len(places) == 1 and len(first) < _SHORTEST_TOWN):
        return None
    return Dateline(
        start=start,
        end=ends,
        place=", ".join(map(_normal_capitals, places, range(len(places)))),
        day=day,
        day_start=day_start,
        agency=agency or None,
        agency_start=close.start("agency"),
        body_start=close.end(),
    )


def _parts(text: str, start: int) -> tuple[tuple[str, ...], int, int, Day | None]:
    """The places between the commas of ``text[start:]``, where they end, and where a day follows, and which.

    No places: it is no dateline.
    """
    places: list[str] = []
    end = start
    alone = _SENTENCE_PLACE.match(text, start)
    if alone and _is_place(alone["place"]) and read_day(text, alone.end()):
        places.append(alone["place"])
        end, start = alone.end("place"), alone.end()
    while start < len(text):
        day = read_day(text, start)
        if day and not text[day.end :].strip(" ,."):
            return tuple(places), end, start, day
        place = _PLACE.match(text, start)
        gap = _GAP.match(text, place.end()) if place and _is_place(place.group()) else None
        if place is None or gap is None or len(places) == _MOST_PLACES:
            return (), end, start, None
        places.append(place.group())
        end, start = place.end(), gap.end()
    return tuple(places), end, start, None


def _is_place(name: str) -> bool:
    lower = name.lower()
    return lower.split()[0] not in words(__package__, "not_places.txt") and lower not in WEEKDAYS


def _normal_capitals(place: str, part: int) -> str:
    """``RIO DE JANEIRO`` as Rio de Janeiro; abbreviations (N.H., UAE) and mixed writing as they stand."""
    if part > 0 and len(place) <= 3:
        return place
    return re.sub(r"[^\W\d_][^\s/-]*", lambda m: _word(m.group(), first=m.start() == 0), place)


def _word(word: str, *, first: bool) -> str:
    if not word.isupper() or "." in word[:-1]:
        return word
    small = word.lower() in words(__package__, "place_small_words.txt") and not first
    return word.lower() if small else word[0] + word[1:].lower()
