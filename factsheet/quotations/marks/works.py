"""Names of works and programmes in quotation marks, which nobody says: host of “…”; told NBC’s “…”; in his film, “…”.

A name is known by its capitals and by the words beside it. In a headline that has capitals throughout, they show
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from factsheet.language.paragraphs import line_start
from factsheet.language.quote_marks import CLOSING, EITHER
from factsheet.quotations.marks.pairing import QuotedRegion, last_inside
from factsheet.quotations.marks.terms import is_title
from factsheet.wordlists import table, words

# "It's" and the like are no owner.
_OWNER = r"\b(?!(?:It|He|She|That|There|Here|What|Who|Where|How|Let)\b)[A-Z][\w.-]*['’](?:s\b)?"
_ACRONYM = r"\b[A-Z]{2,}['’](?:s\b)?"
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_NOUN = re.compile(r"(?P<noun>[\w-]+)(?:,|(?P<of>\s+of)|\s+on|,?\s+(?:called|named|dubbed),?)?\s+\Z")
_JOINED = re.compile(r",?\s+(?P<and>(?:and|or)\s+(?:(?:in|on|of|for|with)\s+)?)?")
_WITH_ARTICLE = re.compile(r"(?:The|A|An)\s+[^\W\d_a-z]")
_EXCLAIMED = re.compile(rf"[!?][\s'’{CLOSING}{EITHER}]*\Z")
_STOPPED = re.compile(rf"[.,!?…][\s'’‘“{CLOSING}{EITHER}]*\Z")
_BY = re.compile(r",?\s+by\s+[A-Z]")
# "Ferry sinks at the pier," by the Gazette's Ann Roe: "…", as newsletters list reports.
_BYLINE = re.compile(r"\s+by\s+(?:the\s+)?[^\W\d_a-z][^\r\n:\"“”]{1,80}:\s")
_APPOSITION = re.compile(
    r",?\s+an?\s+(?:[\w'’.-]+\s+){0,3}?(?P<noun>[\w-]+)(?=,|\s+(?:about|by|written|directed|that|which|set|based|of|from|on|in)\b)"
)
_LINE_BREAK = re.compile(r"[\n\r\u2028\u2029]")
_FOLLOWED = re.compile(r"\s+(?:(?:TV|television|radio)\s+)?(?:co-)?(?P<noun>\w+)\b")
_SHORTEST_WORD = 4
_FEWEST_CAPITALS = 3
# How far it is looked, in characters, for the words before a title and for a line's other words.
_LOOK_BACK = 60
_LONGEST_HEADLINE = 200
_FEWEST_LOOSE = 2


def named_works(text: str, regions: Sequence[QuotedRegion]) -> tuple[QuotedRegion, ...]:
    """Those of the ``regions``, which are in order, that hold what a work is called."""
    found: list[QuotedRegion] = []
    for region in regions:
        named = is_named(text, region)
        if not named and found and _is_joined(text, found[-1], region):
            named = _is_capital(text, region) and not _EXCLAIMED.search(text, region.start, region.end)
        if named:
            found.append(region)
    return tuple(found)


def _is_joined(text: str, work: QuotedRegion, region: QuotedRegion) -> bool:
    """Whether a region goes on a list of works: in “A Day,” “A Night” and on “A Road.” It does not begin a sentence."""
    joint = _JOINED.fullmatch(text, work.end, region.start)
    if joint is None:
        return False
    return joint["and"] is not None or last_inside(text, work.start, work.end) not in (".", "!", "?")


def is_named(text: str, region: QuotedRegion) -> bool:
    """Whether the words beside a region say that it is what a work is called: whose it is, of what kind, who made it
    or is in it; or it stands where only the name of a programme can ("told “Good Evening Oslo”"). Of a report that is
    listed with who wrote it, no capitals are asked."""
    if not region.closed:
        return False
    if last_inside(text, region.start, region.end) == "," and _BYLINE.match(text, region.end):
        return True
    if not _is_capital(text, region) or _in_headline(text, region):
        return False
    before = text[max(line_start(text, region.start), region.start - _LOOK_BACK) : region.start]
    title = is_title(text, region) or bool(_WITH_ARTICLE.match(text, region.start + len(region.mark)))
    if not title and _EXCLAIMED.search(text, region.start, region.end):
        return False
    if title and _for_titles().search(before):
        return True
    return bool(_for_all().search(before)) or _by_noun(before) or _by_what_follows(text, region, title)


def _is_capital(text: str, region: QuotedRegion) -> bool:
    """Whether a region is a title, or one word with a capital ("Today"), a number or an article beside it."""
    if is_title(text, region) or _is_loose_title(text, region):
        return True
    article = _WITH_ARTICLE.match(text, region.start + len(region.mark))
    found = _WORD.findall(text, article.end() - 1 if article else region.start, region.end)
    weighty = [word for word in found if not word[0].isdigit()]
    if len(weighty) != 1 or not weighty[0][0].isupper():
        return False
    return article is not None or weighty[0].lower() not in words(__package__, "answers.txt")


def _is_loose_title(text: str, region: QuotedRegion) -> bool:
    """Whether a region is a title but for a short verb or two ("Night is the New Day"), with capitals at both ends."""
    found = _WORD.findall(text, region.start, region.end)
    capitals = sum(word[0].isupper() for word in found)
    short = all(len(word) < _SHORTEST_WORD for word in found if word[0].islower())
    return capitals > _FEWEST_LOOSE and short and found[0][0].isupper() and found[-1][0].isupper()


def _in_headline(text: str, region: QuotedRegion) -> bool:
    """Whether the line of a region has capitals throughout."""
    small = words("factsheet.quotations", "title_small_words.txt")
    start = max(line_start(text, region.start), region.start - _LONGEST_HEADLINE)
    limit = min(len(text), region.end + _LONGEST_HEADLINE)
    broken = _LINE_BREAK.search(text, region.end, limit)
    end = broken.start() if broken else limit
    outside = _WORD.findall(text, start, region.start) + _WORD.findall(text, region.end, end)
    weighty = [word for word in outside if word not in small and len(word) >= _SHORTEST_WORD]
    capitals = sum(word[0].isupper() for word in outside)
    return capitals >= _FEWEST_CAPITALS and not any(word[0].islower() for word in weighty)


@cache
def _for_titles() -> re.Pattern[str]:
    """What shows before a title that it is a name: it is somebody's, or stands where only a programme can."""
    told = "|".join(table(__package__, "works.toml")["told"])
    return re.compile(rf"(?:{_OWNER}|\b(?:[Oo]n|[Ii]n|[Aa]ccording to|{told}))\s+\Z")


@cache
def _for_all() -> re.Pattern[str]:
    """What shows it also before a single word: KBN's “Today”, the channel's “Today”, an interview with “Today”."""
    listed = table(__package__, "works.toml")
    media, titled, talks = ("|".join(listed[kind]) for kind in ("media", "titled", "talks"))
    return re.compile(
        rf"(?:{_ACRONYM}|(?i:\b(?:{media})['’]s)|\b(?i:{titled})[,:]?|\b(?i:{talks})\s+(?:with|on|for|to))\s+\Z"
    )


def _by_noun(before: str) -> bool:
    """Whether a noun right before a region says what it names: the song “…”, a film called “…”, host of “…”."""
    found = _NOUN.search(before)
    return found is not None and _is_work(found["noun"], makers=found["of"] is not None)


def _by_what_follows(text: str, region: QuotedRegion, title: bool) -> bool:
    """Whether the words behind a region say so: “…,” by Ann Roe; “…,” a novel about; the “…” host. Words that end on
    punctuation may be what somebody says who is called a host."""
    apposition = _APPOSITION.match(text, region.end)
    if title and (_BY.match(text, region.end) or (apposition and _is_work(apposition["noun"]))):
        return True
    followed = _FOLLOWED.match(text, region.end)
    stopped = _STOPPED.search(text, region.start, region.end)
    return followed is not None and not stopped and _is_work(followed["noun"], makers=True)


def _is_work(noun: str, *, makers: bool = False) -> bool:
    listed = words(__package__, "works.txt")
    if makers:
        listed |= words(__package__, "makers.txt")
    return not listed.isdisjoint((noun.lower(), noun.lower().removesuffix("s")))
