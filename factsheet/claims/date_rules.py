"""The forms that date expressions take, most specific first, each with its reading.

A reading never says more than the words do. Where a year, a week or a direction is missing it is counted from the day
of publication, and where that is unknown too the date has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factsheet.claims import readings_explicit as said
from factsheet.claims import readings_nearest as nearest
from factsheet.claims import readings_offset as offset
from factsheet.claims.numbers import NUMBER_WORD
from factsheet.claims.readings import DATA, HOLIDAYS, MONTHS, WEEKDAYS, Read

Rule = tuple[re.Pattern[str], Read]


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name).replace(r"\ ", r"[ \t\xa0]+") for name in sorted(names, key=lambda n: (-len(n), n)))


def _capital(names: dict[str, int]) -> str:
    return _any([form for name in names for form in (name.capitalize(), name.upper()) if len(name) > 2])


_S = r"[ \t\xa0]+"
# A full stop belongs to an abbreviation (shorter than five letters), and ends the sentence otherwise.
_MONTH = rf"(?P<month>{_capital(MONTHS)})\b(?:(?<!May)(?<!June)(?<!July)(?<!\w{{5}})\.)?"
_WEEKDAY = rf"(?P<weekday>{_capital(WEEKDAYS)})\b"
_WEEKDAY_BEFORE = rf"(?:(?:{_capital(WEEKDAYS)})\b\.?,?{_S}(?:the{_S})?)?"
_DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[:,.]\d)"
_YEAR = r"(?P<year>1[0-9]\d\d|20\d\d)(?![\d%]|[,.]\d)"
_MOD = (
    r"(?P<mod>(?:early|late|mid|the (?:beginning|start|end|middle) of|(?:beginning|end) of)"
    rf"(?:-|{_S})(?:in{_S})?)?"
)
_DAYPART = rf"(?:{_S}(?:morning|afternoon|evening|night)\b)?"
_STEP = r"(?P<step>[Ll]ast|[Pp]ast|[Pp]revious|[Tt]his|[Cc]urrent|[Nn]ext|[Cc]oming)"
_COUNT = rf"(?P<count>\d{{1,3}}|a couple of|{NUMBER_WORD}|an?)"
_NOT_IN_NUMBER = r"(?<![\w$€£¥.,/-])"


def _rule(pattern: str, read: Read) -> Rule:
    return re.compile(_NOT_IN_NUMBER + pattern), read


_UNIT = r"(?P<unit>day|week|month|year|decade)"
_HOLIDAY = "|".join(
    re.escape(form).replace("'", "['’]")
    for name in sorted(HOLIDAYS, key=lambda n: (-len(n), n))
    for form in (name.title().replace("'S", "'s").replace(" Of ", " of ").replace("The ", "the "),)
)
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"
_MORE = r"(?P<day_end>)(?:(?:,? (?:and|to|through) |[-–])(?P<more>3[01]|[12]\d|[1-9])(?![\d%:,]|\.\d| ?[a-z]+s\b))?"
_PHRASES = _any(DATA["vague"]["phrases"])

RULES: tuple[Rule, ...] = (
    _rule(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", said.iso),
    _rule(
        r"(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/])",
        said.numeric,
    ),
    _rule(rf"{_WEEKDAY_BEFORE}{_MONTH}{_S}{_DAY},?{_S}{_YEAR}", said.full),
    _rule(rf"{_WEEKDAY_BEFORE}{_DAY}{_S}(?:of{_S})?{_MONTH},?{_S}{_YEAR}", said.full),
    _rule(rf"[Tt]he{_S}week{_S}of{_S}{_MONTH}{_S}{_DAY}(?P<day_end>)(?P<more>(?!))?", nearest.week_of),
    _rule(rf"{_WEEKDAY_BEFORE}{_MONTH}{_S}{_DAY}{_MORE}{_DAYPART}", nearest.day_of_month),
    _rule(rf"{_WEEKDAY_BEFORE}{_DAY}{_S}(?:of{_S})?{_MONTH}(?P<day_end>)(?P<more>(?!))?", nearest.day_of_month),
    _rule(rf"{_MOD}{_MONTH},?{_S}(?:of{_S})?{_YEAR}", said.month_year),
    _rule(rf"{_MOD}{_MONTH},?{_S}(?:of{_S})?{_STEP}{_S}year\b", offset.month_step),
    _rule(
        rf"(?:[Tt]he{_S})?(?:Q(?P<number>[1-4])|(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[1-4](?:st|nd|rd|th))"
        rf"{_S}(?P<unit>quarter|half))(?:{_S}(?:of{_S}|in{_S})?(?:{_YEAR}|{_STEP}{_S}year\b))?(?!\w)",
        offset.quarter,
    ),
    _rule(rf"(?:the{_S})?{_SEASON}{_S}(?:of{_S})?{_YEAR}", said.season_year),
    _rule(rf"(?:the{_S})?{_STEP}{_S}{_SEASON}\b", offset.bare_season),
    _rule(rf"(?:the{_S})?(?:early|mid|late)?[- ]?['’]?(?P<decade>(?:1[5-9]|20)?\d0)['’]?s\b", said.decade),
    _rule(
        rf"(?:the{_S})?(?P<century>\d\d(?:st|nd|rd|th)|{_any(list(DATA['centuries']))})[ -]century\b",
        said.century,
    ),
    _rule(
        rf"(?:{_STEP}{_S})?(?P<holiday>{_HOLIDAY})(?!\w|['’]s?{_S}[A-Z])(?:,?{_S}{_YEAR})?{_DAYPART}",
        nearest.holiday,
    ),
    _rule(rf"(?:(?P<step>last|this|next){_S})?{_MOD}{_MONTH}(?![\w-]|['’](?!s\b)|{_S}\d)", nearest.bare_month),
    _rule(r"(?P<first>1[5-9]\d\d|20\d\d)[-–—](?P<last>(?:1[5-9]|20)?\d\d)(?![\d-])", said.year_range),
    _rule(rf"(?:{_STEP}{_S})?(?:early{_S}|late{_S})?{_WEEKDAY}{_DAYPART}", nearest.weekday),
    _rule(
        rf"(?P<word>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Tt]his (?:morning|afternoon|evening)|[Ll]ast night|"
        rf"[Oo]vernight)\b{_DAYPART}",
        offset.deictic,
    ),
    _rule(
        rf"(?:[Tt]he{_S})?(?P<way>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming){_S}{_COUNT}{_S}{_UNIT}s?\b",
        offset.recent_stretch,
    ),
    _rule(
        rf"(?P<about>(?:[Aa]bout|[Aa]lmost|[Nn]early|[Rr]oughly|[Aa]round|[Oo]ver|[Mm]ore than|[Aa]t least){_S})?"
        rf"(?P<count>\d{{1,3}}|[Aa] couple of|(?i:{NUMBER_WORD})|[Aa]n?|[Oo]ne){_S}{_UNIT}s?{_S}ago\b",
        offset.ago,
    ),
    _rule(
        rf"(?P<mod>(?:[Ee]arly|[Ee]arlier|[Ll]ate|[Ll]ater|[Mm]id|(?:the{_S})?(?:end|beginning|start|middle) of)"
        rf"{_S}(?:in{_S})?)?(?:the{_S})?{_STEP}{_S}(?P<unit>week|weekend|month|quarter|year|decade)\b",
        offset.stepped_unit,
    ),
    _rule(
        rf"(?P<mod>(?:the{_S})?(?:end|beginning|start|middle) of{_S})the{_S}(?P<step>(?!))?"
        rf"(?P<unit>week|month|year|decade)\b",
        offset.stepped_unit,
    ),
    _rule(rf"(?:over|during|at|on){_S}(?P<weekend>the{_S}weekend)\b", offset.the_weekend),
    _rule(rf"{_MOD}{_YEAR}(?!['’]?s\b)(?![-–—]\d)", said.year),
    _rule(rf"(?i:{_PHRASES})\b", said.vague),
    _rule(rf"(?i:{_any(DATA['vague']['adverbs'])})\b", said.vague),
)
