"""Finding date expressions and working out what they mean, at the granularity their words have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from spacy.tokens import Doc, Token

from factsheet.claims.date_rules import RULES
from factsheet.claims.direction import direction, modifies_coming_event
from factsheet.claims.periods import bounds
from factsheet.claims.readings import Anchor, Reading
from factsheet.model import Date
from factsheet.model.claim import DateRole
from factsheet.wordlists import table

_WORDS = table(__package__, "date_words.toml")
_VAGUE_ADVERBS = frozenset(_WORDS["vague"]["adverbs"])
_NAMED_DAY = re.compile(rf"\b(?:{'|'.join(_WORDS['names']['before_weekday'])})\s+\Z")

_ROLE_WORDS: tuple[tuple[str, DateRole], ...] = (
    ("since|ever since", "since"),
    ("by|no later than", "by"),
    ("until|till|before|prior to|up to|through", "until"),
    ("from|after|starting|starting on|starting in|beginning|beginning on|beginning in|as of|between", "from"),
)
_ROLES: tuple[tuple[re.Pattern[str], DateRole], ...] = tuple(
    (re.compile(rf"(?<!\w)(?:{words})\s+(?:(?:the|about|around|early|late)\s+)?\Z", re.IGNORECASE), role)
    for words, role in _ROLE_WORDS
)
_RANGE_GOES_ON = re.compile(r"\s*(?:to|and|through|[-–—])\s*(?:the\s+|early\s+|late\s+)?\Z", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:to|through|[-–—])\s*")
_MONTH_NEEDS = re.compile(
    r"\b(?:in|since|until|till|by|last|next|this|of|from|through|before|after|between|and|to|late|early|for|every)"
    r"\s+(?:late\s+|early\s+|mid-)?\Z",
    re.IGNORECASE,
)
_MONTH_OF_EVENT = re.compile(r"\A[Tt]he (?:March|May) (?!(?:on|for|of|to|in) )[a-z]")
_YEAR_NEEDS = re.compile(
    r"\b(?:in|since|until|till|by|of|from|through|before|after|between|and|to|during|the|or|a|for|around|about|post|pre"
    r"|mid|late|early|year|fiscal)[\s-]+\Z|[(,]\s*\Z",
    re.IGNORECASE,
)
_SAME_OF = re.compile(
    r"\bsame\s+(?:period|time|stretch|span|day|week|month|quarter|half|season|date)\s+(?:of|in)?\s*\Z", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"(?:the\s+)?(?:last|previous)\s+year", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\b(?:No|Nos|Room|Flight|Route|Section|Resolution|Act|Chapter|page|p)\.?\s+|#\s*)\Z")


def find_dates(doc: Doc, text: str, published: str | None, body_start: int = 0) -> tuple[Date, ...]:
    """The date expressions of a parsed article from ``body_start`` on, in text order; none overlaps another.

    ``text`` is what is searched: the Doc's text, or that text with line breaks inside paragraphs made spaces (equal
    in length). ``published`` is the article's day as ISO text; without it, what is counted from it gets no value.
    """
    anchor = Anchor(
        _published(published),
        lambda start, end: direction(doc, text, start, end),
        lambda end: modifies_coming_event(text, end),
    )
    readings: list[Reading] = []
    taken = bytearray(len(text))
    for pattern, read in RULES:
        for match in pattern.finditer(text, body_start):
            if any(taken[match.start() : match.end()]) or not _is_date(doc, text, match):
                continue
            for reading in read(match, anchor):
                start, end = reading.span
                taken[start:end] = b"\1" * (end - start)
                readings.append(reading)
    readings = _compared(doc, text, sorted(readings, key=lambda reading: reading.span))
    return tuple(_dates(doc.text, text, readings))


def _compared(doc: Doc, text: str, readings: list[Reading]) -> list[Reading]:
    """The readings, with "last year" counted from the year of what is compared: "in 2020 ... the same period of last
    year" is 2019, whenever it is published. Where the sentence names several years, it has no value."""
    found = list(readings)
    for n, reading in enumerate(readings):
        start, end = reading.span
        if not _YEAR_BEFORE.fullmatch(text, start, end) or not _SAME_OF.search(text, max(0, start - 40), start):
            continue
        token = _token_at(doc, start)
        sentence = token.sent.start_char if token is not None else start
        named = {
            other.value[:4]
            for other in readings[:n]
            if other.span[0] >= sentence and other.basis == "explicit" and other.value and other.value[:4].isdigit()
        }
        if len(named) == 1:
            found[n] = Reading(reading.span, f"{int(named.pop()) - 1:04}", "inferred")
        elif named:
            found[n] = Reading(reading.span, None, "inferred", vague=True)
    return found


def _published(value: str | None) -> date | None:
    """The day of publication; None where it is unknown, no day, or of no century that has newspapers."""
    try:
        day = date.fromisoformat(value) if value else None
    except ValueError:
        return None
    return day if day is not None and 1600 <= day.year <= 2999 else None


def _is_date(doc: Doc, text: str, match: re.Match[str]) -> bool:
    """Whether words that can be a date are one here: May, March, 1,500 people and "earlier" can be something else."""
    words, before = match.group().lower(), text[max(0, match.start() - 25) : match.start()]
    groups = match.groupdict()
    if words in _VAGUE_ADVERBS:
        return _is_time_adverb(doc, match.start())
    if groups.get("month") and "day" not in groups and not groups.get("year"):
        month = groups["month"].lower()
        bare = words.rstrip(".") == month
        token = _token_at(doc, match.start())
        if bare and token is not None and token.ent_type_ == "PERSON":
            return False
        if bare and (month in ("may", "march") or len(month) == 3):
            return bool(
                _MONTH_NEEDS.search(before) or _MONTH_OF_EVENT.search(text[match.start() - 4 : match.end() + 4])
            )
    if groups.get("weekday") and _NAMED_DAY.search(before):
        return False
    if words.rstrip(".") in ("sun", "sat", "mon", "wed", "mar") and not before.endswith("on "):
        return False
    if re.fullmatch(r"\d{4}", words):
        return _is_year(doc, text, match, before)
    return True


def _is_time_adverb(doc: Doc, start: int) -> bool:
    token = _token_at(doc, start)
    if token is None or token.dep_ != "advmod" or token.head.pos_ not in ("VERB", "AUX"):
        return False
    following = doc[token.i + 1].lower_ if token.i + 1 < len(doc) else ""
    if token.text == "Now" and following == ",":
        return False  # "Now, you said ..." only takes breath
    previous = doc[token.i - 1].lower_ if token.i else ""
    return following not in ("than", "that", "this", "after", "before", "-") and previous not in (
        "as",
        "how",
        "too",
        "no",
    )


def _is_year(doc: Doc, text: str, match: re.Match[str], before: str) -> bool:
    if _NUMBERED.search(before):
        return False
    token = _token_at(doc, match.start())
    if token is None or token.idx != match.start() or len(token.text) < 4:
        return bool(_YEAR_NEEDS.search(before))
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    counts = following is not None and following.tag_ in ("NNS", "NNPS") and token.dep_ == "nummod"
    if 1900 <= int(match.group()) <= 2100:
        return not counts or token.ent_type_ == "DATE" or before.rstrip().lower().endswith((" the", " in", " since"))
    return bool(_YEAR_NEEDS.search(before)) and not counts and token.ent_type_ in ("DATE", "")


def _token_at(doc: Doc, start: int) -> Token | None:
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span[0] if span is not None else None


def _dates(original: str, text: str, readings: list[Reading]) -> Iterator[Date]:
    previous_end, previous_role = -1, "on"
    for number, reading in enumerate(readings):
        start, end = reading.span
        following = readings[number + 1] if number + 1 < len(readings) else None
        role = _role(text, start, previous_end, previous_role)
        if role == "on" and following is not None and _RANGE.fullmatch(text, end, following.span[0]):
            role = "from"
        first, last = (reading.first, reading.last) if reading.value is None else bounds(reading.value)
        yield Date(
            start,
            end,
            original[start:end],
            reading.value,
            first.isoformat() if first else None,
            last.isoformat() if last else None,
            role,
            reading.basis,
            reading.vague,
        )
        previous_end, previous_role = end, role


def _role(text: str, start: int, previous_end: int, previous_role: str) -> DateRole:
    if previous_end >= 0 and previous_role == "from" and _RANGE_GOES_ON.fullmatch(text, previous_end, start):
        return "until"
    before = text[max(0, start - 30) : start]
    return next((role for pattern, role in _ROLES if pattern.search(before)), "on")
