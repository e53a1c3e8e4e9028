"""Numbers in figures and in words."""

from __future__ import annotations

import re

from factsheet.wordlists import table

_DATA = table(__package__, "number_words.toml")
_SMALL: dict[str, int] = {**_DATA["units"], **_DATA["tens"]}
SCALES: dict[str, int] = _DATA["scales"]
SHORT_SCALES: dict[str, int] = _DATA["short_scales"]

_ONES = "|".join(sorted(_DATA["units"], key=lambda w: (-len(w), w)))
_TENS = "|".join(sorted(_DATA["tens"], key=lambda w: (-len(w), w)))
_SMALL_PATTERN = rf"(?:(?:{_TENS})(?:[- ](?:{_ONES}))?|{_ONES})"
_WORD_SCALES = "hundred|thousand|million|billion|trillion"

#: A regular expression for a number in words (lower case): "five", "twenty-two", "two hundred and ten thousand".
NUMBER_WORD = (
    rf"(?:(?:{_SMALL_PATTERN}|a(?= (?:{_WORD_SCALES})\b))(?: (?:{_WORD_SCALES}))+"
    rf"(?: (?:and )?{_SMALL_PATTERN}(?: (?:{_WORD_SCALES}))*)*|{_SMALL_PATTERN})(?![\w-])"
)

#: A regular expression for a number in figures: "1,234.5", "12", "0.5".
FIGURES = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"


def number_of(text: str) -> float | None:
    """The number that figures or words stand for; None if they stand for none."""
    text = text.strip().lower()
    if re.fullmatch(FIGURES, text):
        return _finite(text.replace(",", ""))
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", text):
        if word in _SMALL:
            current += _SMALL[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES:
            total += (current or 1) * SCALES[word]
            current = 0.0
        elif word in ("and", "a"):
            continue
        else:
            return None
        seen = True
    return total + current if seen else None


def _finite(figures: str) -> float | None:
    """The figures as a number; None where there are so many that they name
    something (an account, a page) rather than count it."""
    number = float(figures)
    return number if number < 1e15 else None
