"""Amounts: how much, of what, in which unit or currency, per what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from spacy.tokens import Doc

from factsheet.claims.counting import UNCOUNTED, counted_noun, is_count
from factsheet.claims.numbers import FIGURES, NUMBER_WORD, SCALES, SHORT_SCALES, number_of
from factsheet.model import Date, Quantity
from factsheet.model.claim import Comparator
from factsheet.wordlists import table

_WORDS = table(__package__, "quantity_words.toml")
_MARKS: dict[str, str] = _WORDS["currency_marks"]
_CURRENCIES: dict[str, str] = _WORDS["currency_words"]
_UNITS: dict[str, str] = _WORDS["units"]
_COMPARATORS: dict[str, Comparator] = _WORDS["comparators"]
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "decades"})
_PARTS: dict[str, int] = table(__package__, "number_words.toml")["fractions"]


def _any(words: dict[str, str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"[ \xa0]+") for word in sorted(words, key=lambda w: (-len(w), w)))


_S = r"[ \t\xa0]"
_MARK = rf"(?:{_any(_MARKS)})"
_LONG = "|".join(sorted(SCALES, key=lambda w: (-len(w), w)))
_SHORT = "|".join(sorted(SHORT_SCALES, key=lambda w: (-len(w), w)))
_NUMBER = rf"(?:{FIGURES}|(?i:{NUMBER_WORD}))"


def _amount(name: str) -> str:
    """A number with its multiplier: "2.5 billion", "twelve", "3bn" (a short multiplier only after a currency mark)."""
    return (
        rf"(?P<mark{name}>{_MARK}{_S}?)?(?P<number{name}>{_NUMBER})"
        rf"(?:(?:{_S}|-)?(?P<scale{name}>(?i:{_LONG}))\b|(?<=\d)(?P<short{name}>(?(mark{name})(?:{_SHORT})|(?!)))\b)?"
    )


_QUANTITY = re.compile(
    rf"(?<![\w.,/:#-])(?P<minus>[-−](?=\d)|(?i:minus|negative){_S}+(?=[\d$€£]))?"
    rf"(?:(?P<between>[Bb]etween|[Ff]rom){_S}+)?{_amount('1')}"
    rf"(?:(?:{_S}+(?P<joint>and|to|or){_S}+|(?P<dash>[-–]))(?P<second>{_amount('2')}))?"
    rf"(?:(?:{_S}+|(?<=\d)|-)(?P<unit>(?:{_any(_UNITS)})(?![\w-])|%)|{_S}+(?P<currency>(?i:{_any(_CURRENCIES)})\b))?"
    rf"(?![\w:/]|[.,]\d|-\w)"
)
_FRACTION = re.compile(
    r"(?<!\w)(?P<count>(?i:a|one|two|three|four))[- ](?P<part>half|third|thirds|quarter|quarters|fifth|fifths)"
    r"(?= of\b)|(?<![\w-])(?P<half>[Hh]alf)(?= (?:of|the|a)\b)"
    rf"|(?<![\w.,-])(?P<few>\d\d?|(?i:{NUMBER_WORD}))(?: in | out of )(?P<whole>\d{{1,3}}|(?i:{NUMBER_WORD}))(?= [a-z])"
)
_DOZEN = re.compile(
    rf"(?<![\w-])(?:(?P<half>[Hh]alf(?:{_S}a|-)(?:{_S}|(?<=-)))|(?P<count>(?i:an?|{NUMBER_WORD})|\d\d?){_S}+)dozen\b"
)
_PART_OF_UNIT = re.compile(
    rf"(?<![\w-])(?:(?P<half>[Hh]alf)|(?P<count>(?i:an?|one|two|three|four))[- ](?P<part>{'|'.join(_PARTS)}))"
    rf"(?:{_S}+of)?{_S}+(?:an?|one|1){_S}+(?:(?P<unit>percentage{_S}point|percent|per{_S}cent)|"
    rf"(?P<scale>million|billion|trillion)(?:{_S}+(?P<currency>(?i:{_any(_CURRENCIES)})))?)\b"
)
_COMPARATOR_BEFORE = re.compile(
    rf"(?<!\w)(?P<comparator>{_any(cast('dict[str, str]', _COMPARATORS))}){_S}+(?:the{_S}+)?\Z", re.IGNORECASE
)
_PER = re.compile(
    rf"{_S}+(?:per|an?|each|every){_S}+(?P<per>hour|day|week|month|year|person|capita|head|gallon|barrel|ton|tonne|"
    rf"kilogram|minute|second|night|mile|vote|student|family|household)\b|{_S}+(?P<adverb>annually|daily|monthly|weekly)\b"
)
_ADVERBS = {"annually": "year", "daily": "day", "monthly": "month", "weekly": "week"}
_CLOCK = re.compile(rf"{_S}?(?:[ap]\.?m\b|o['’]clock|GMT|EST|EDT|ET|PT)|{_S}+(?:noon|midnight)")
_AGE = re.compile(r"[- ]years?[- ]old")


def find_quantities(doc: Doc, text: str, dates: tuple[Date, ...], body_start: int = 0) -> tuple[Quantity, ...]:
    """The amounts of a parsed article from ``body_start`` on, in text order; none overlaps another or a date.

    ``text`` is what is searched (see :func:`factsheet.claims.dates.find_dates`). Dates, clock times, ages after names,
    phone numbers, numbers in lists and in names ("Flight 103") are no amounts.
    """
    taken = bytearray(len(text))
    for day in dates:
        taken[day.start : day.end] = b"\1" * (day.end - day.start)
    found: list[Quantity] = []
    for pattern, read in ((_PART_OF_UNIT, _part_of_unit), (_DOZEN, _dozen), (_FRACTION, _fraction)):
        for part in pattern.finditer(text, body_start):
            if any(taken[part.start() : part.end()]) or (quantity := read(doc, text, part)) is None:
                continue
            taken[quantity.start : quantity.end] = b"\1" * (quantity.end - quantity.start)
            found.append(quantity)
    position = body_start
    while match := _QUANTITY.search(text, position):
        amount = _quantity(doc, text, match)
        if amount is not None and not any(taken[amount.start : amount.end]):
            found.append(amount)
            position = amount.end
        else:
            position = match.end(_last_group(match))
    original = doc.text
    return tuple(
        replace(quantity, text=original[quantity.start : quantity.end]) for quantity in sorted(found, key=_start)
    )


def _start(quantity: Quantity) -> int:
    return quantity.start


def _quantity(doc: Doc, text: str, match: re.Match[str]) -> Quantity | None:
    groups = match.groupdict()
    measured = bool(groups["mark1"] or groups["mark2"] or groups["unit"] or groups["currency"])
    if not measured and not is_count(doc, text, match):
        return None
    if groups["number1"].lower() == "one" and not groups["second"] and groups["unit"] in UNCOUNTED:
        return None
    if _AGE.match(text, match.end("number1")) or _CLOCK.match(text, match.end()):
        return None
    first, second = _value(groups, "1"), _value(groups, "2") if groups["second"] else None
    if first is None or (groups["second"] and second is None):
        return None
    ranged = second is not None and (bool(groups["between"]) or groups["joint"] in ("to", "or") or bool(groups["dash"]))
    end = match.end()
    falls = second is not None and ranged and second < first and groups["joint"] == "to" and not groups["dash"]
    if falls or (groups["joint"] == "or" and second is not None and second < first):
        ranged = False  # a change from the one to the other, or one or the other, is no range
    if second is not None and not ranged:  # "5 and 10 people": the first stands alone, and so does the next
        second, end = None, match.end(_last_group(match))
    if second is not None:
        if not groups["scale1"] and not groups["short1"] and (scale := _scale(groups, "2")) > 1 and first < second:
            first *= scale
        if first > second:
            return None
    start = match.start() if ranged and groups["between"] else match.start("mark1" if groups["mark1"] else "number1")
    if groups["minus"]:
        start, first = match.start("minus"), -first
    alone = groups["second"] and not ranged
    shared = falls and not groups["mark1"]
    unit, currency = (None, None) if alone and not shared else (_unit(groups), _currency(groups))
    comparator, compared = _comparator(text, start)
    if _compares(doc, text[compared:start].lower().strip(), compared, unit):
        start = compared
    else:
        comparator = "exactly"
    if alone and groups["mark1"]:
        currency = _MARKS[groups["mark1"].strip()]
    per = _PER.match(text, end)
    if per and (currency or unit):
        end = per.end()
    of = None if alone else counted_noun(doc, match.start("number1"), end, after_of=unit == "%")
    return _ranged(text, start, end, first, second, comparator, unit, currency, _per(per, currency or unit), of)


def _last_group(match: re.Match[str]) -> str:
    return next(name for name in ("scale1", "short1", "number1") if match[name])


def _value(groups: dict[str, str | None], side: str) -> float | None:
    number = number_of(groups["number" + side] or "")
    return None if number is None else round(number * _scale(groups, side), 6)


def _scale(groups: dict[str, str | None], side: str) -> int:
    if long := groups["scale" + side]:
        return SCALES[long.lower()]
    if short := groups["short" + side]:
        return SHORT_SCALES[short]
    return 1


def _unit(groups: dict[str, str | None]) -> str | None:
    return _UNITS[re.sub(r"\s+", " ", groups["unit"])] if groups["unit"] else None


def _currency(groups: dict[str, str | None]) -> str | None:
    if mark := groups["mark1"] or groups["mark2"]:
        return _MARKS[mark.strip()]
    return _CURRENCIES[re.sub(r"\s+", " ", groups["currency"].lower())] if groups["currency"] else None


def _per(match: re.Match[str] | None, measured: str | None) -> str | None:
    if match is None or not measured:
        return None
    return match["per"] or _ADVERBS[match["adverb"]]


def _comparator(text: str, start: int) -> tuple[Comparator, int]:
    """The comparing words before an amount, and where the amount begins with them."""
    match = _COMPARATOR_BEFORE.search(text, max(0, start - 24), start)
    if match is None:
        return "exactly", start
    return _COMPARATORS[re.sub(r"\s+", " ", match["comparator"].lower())], match.start()


def _compares(doc: Doc, words: str, start: int, unit: str | None) -> bool:
    """Whether words before an amount compare: not "an article about one man", nor "over two years", which is as
    often "in the course of" as "more than"."""
    if words in ("about", "around"):
        span = doc.char_span(start, start + 1, alignment_mode="expand")
        return span is None or span[0].dep_ != "prep"
    return words != "over" or unit not in _TIMES


def _ranged(
    text: str,
    start: int,
    end: int,
    first: float,
    second: float | None,
    comparator: Comparator,
    unit: str | None,
    currency: str | None,
    per: str | None,
    of: str | None,
) -> Quantity:
    low: float | None = first
    high: float | None = first
    if second is not None:
        high, comparator = second, "between" if comparator == "exactly" else comparator
    elif comparator in ("at least", "more than"):
        high = None
    elif comparator in ("at most", "less than", "up to"):
        low = None
    return Quantity(start, end, text[start:end], low, high, unit, currency, comparator, per, of)


def _fraction(doc: Doc, text: str, match: re.Match[str]) -> Quantity | None:
    """The share that "two-thirds of" or "six in 10" is, as a number up to 1."""
    if match["few"]:
        few, whole = number_of(match["few"]), number_of(match["whole"])
    else:
        few = number_of("one" if (match["count"] or "a").lower() == "a" else match["count"])
        whole = _PARTS[(match["part"] or "half").lower()]
    if not few or not whole or few >= whole:
        return None
    comparator, start = _comparator(text, match.start())
    of = counted_noun(doc, match.start("whole") if match["few"] else match.start(), match.end())
    return _ranged(text, start, match.end(), round(few / whole, 3), None, comparator, "share", None, None, of)


def _dozen(doc: Doc, text: str, match: re.Match[str]) -> Quantity | None:
    """The number that "half a dozen" or "two dozen" is."""
    count = 0.5 if match["half"] else number_of("one" if match["count"].lower() in ("a", "an") else match["count"])
    if not count:
        return None
    comparator, start = _comparator(text, match.start())
    of = counted_noun(doc, match.end() - len("dozen"), match.end())
    return _ranged(text, start, match.end(), 12 * count, None, comparator, None, None, None, of)


def _part_of_unit(doc: Doc, text: str, match: re.Match[str]) -> Quantity | None:
    """The amount that "a quarter of a percent" or "half a million dollars" is."""
    count = number_of("one" if (match["count"] or "a").lower() in ("a", "an") else match["count"])
    if not count:
        return None
    amount = count / _PARTS[(match["part"] or "half").lower()]
    unit = _UNITS[re.sub(r"\s+", " ", match["unit"])] if match["unit"] else None
    currency = _CURRENCIES[re.sub(r"\s+", " ", match["currency"].lower())] if match["currency"] else None
    if match["scale"]:
        amount *= SCALES[match["scale"]]
    comparator, start = _comparator(text, match.start())
    of = counted_noun(doc, match.end() - 1, match.end(), after_of=unit is not None)
    return _ranged(text, start, match.end(), round(amount, 6), None, comparator, unit, currency, None, of)
