"""Lines above an article that state facts about it: ``Date: ...``, ``By Jane Doe``, Markdown front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from factsheet.model import ArticleField
from factsheet.reading.days import read_day
from factsheet.reading.facts import Fact
from factsheet.reading.lines import Line, next_line, skip_space
from factsheet.reading.outlets import ends_like_outlet, is_outlet_name
from factsheet.reading.titles import FEWEST_TITLE_WORDS
from factsheet.wordlists import table

_KEYS = {
    key: cast(ArticleField, field) for field, keys in table(__package__, "header_fields.toml").items() for key in keys
}
_NAMES = "|".join(sorted(map(re.escape, _KEYS), key=len, reverse=True))
_KEYED = re.compile(rf"(?P<key>{_NAMES})[ \t]*:[ \t]*(?P<value>[^\r\n]*)", re.IGNORECASE)
_BARE_DATE = re.compile(r"(?P<key>date|published(?: on)?)[ \t]+(?P<value>[^\r\n]*)", re.IGNORECASE)
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?P<lines>(?:[^\r\n]*\r?\n)*?)---[ \t]*(?:\r?\n|\Z)")

# A front matter value that opens with one of these is a list, a block or a reference, and no plain value.
_YAML_MARKS = "[{|>&*!"

_NAME_WORD = r"(?:[^\W\d_a-z][\w.'’-]*|(?:van|von|der|den|de|da|bin|al|el|la|di|du)\b)"
_BYLINE = re.compile(
    rf"B[yY][ \t]+(?P<value>{_NAME_WORD}(?:,?[ \t]+(?:(?:and|AND)[ \t]+)?{_NAME_WORD}){{1,7}})[ \t]*(?=[\r\n])"
)

# Up to six words with capitals, and no mark at the end.
_BARE_LINE = re.compile(rf"{_NAME_WORD}(?:,?[ \t]+(?:{_NAME_WORD}|and|of|for|the|&)){{0,5}}(?<![.!?])")

_TIME = re.compile(
    r"[T,]?[ \t]*(?:at[ \t]+)?\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?[ \t]*(?:[ap]\.?m\b\.?)?[ \t]*"
    r"(?:Z|[+-]\d\d:?\d\d|GMT|UTC|[ECMP][SD]?T)?\b",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://\S+")
_LINE_END = re.compile(r"[ \t]*(?=[\r\n]|\Z)")


@dataclass(frozen=True)
class Headers:
    """The facts of header lines, and the offset of the first character that belongs to none of them."""

    facts: tuple[Fact, ...]
    end: int


NO_HEADERS = Headers((), 0)


def read_headers(text: str, start: int, *, titled: bool = False) -> Headers:
    """The header lines that stand at ``text[start:]``, one under the other.

    One line between two of them that states nothing is passed over; where it is surely an outlet's name, it is the
    outlet. ``titled`` says that the title stands above, and no such line can be it.
    """
    facts: list[Fact] = []
    end = skip_space(text, start)
    while True:
        if stated := _header(text, end):
            fact, end = stated
            facts.append(fact)
        elif facts and (line := _bare_line(text, end, titled or any(fact.field == "title" for fact in facts))):
            end = line.end
            if is_outlet_name(line.text):
                reason = "a line between header lines is an outlet's name and nothing else"
                facts.append(Fact("outlet", line.text, line.start, line.end, reason))
        else:
            break
        end = skip_space(text, end)
    if [fact.field for fact in facts] == ["outlet"]:
        # Alone at the top, "Source: ..." is a headline as often as a header.
        return Headers((), skip_space(text, start))
    return Headers(tuple(facts), end)


def read_front_matter(text: str) -> Headers:
    """The ``key: value`` lines between two ``---`` lines at the very top of a Markdown file."""
    block = _FRONT_MATTER.match(text)
    if block is None:
        return NO_HEADERS
    facts: list[Fact] = []
    line = next_line(text, block.start("lines"))
    while line is not None and line.start < block.end("lines"):
        if keyed := _KEYED.match(text, line.start, line.end):
            start, end = _without_quotes(text, *keyed.span("value"))
            reason = f"the front matter says {keyed['key']}"
            fact = _stated(text, _KEYS[keyed["key"].lower()], start, end, reason)
            if fact and fact.value[0] not in _YAML_MARKS:
                facts.append(fact)
        line = next_line(text, line.end)
    return Headers(tuple(facts), block.end())


def _without_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    quoted = end - start > 1 and text[start] == text[end - 1] and text[start] in "\"'"
    return (start + 1, end - 1) if quoted else (start, end)


def _header(text: str, start: int) -> tuple[Fact, int] | None:
    return _keyed(text, start) or _byline(text, start) or _day_alone(text, start)


def _bare_line(text: str, start: int, titled: bool) -> Line | None:
    """The short line at ``text[start:]`` that states nothing but has a header line below it, or None.

    A line that might be the title is none.
    """
    line = next_line(text, start)
    if line is None or _BARE_LINE.fullmatch(line.text) is None:
        return None
    if _header(text, skip_space(text, line.end)) is None:
        return None
    short = len(line.text.split()) < FEWEST_TITLE_WORDS
    return line if short or titled or ends_like_outlet(line.text) else None


def _keyed(text: str, start: int) -> tuple[Fact, int] | None:
    """A line ``Key: value``; ``date`` and a day, behind which the article may begin; or ``published`` and a day."""
    line = _KEYED.match(text, start) or _BARE_DATE.match(text, start)
    if line is None:
        return None
    key = line["key"]
    field = _KEYS[key.lower()]
    fact = _stated(text, field, line.start("value"), line.end("value"), f"a header line says {key.lower()}")
    if fact is None:
        return None
    end = _behind_day(text, fact.end) if field == "published" else line.end()
    if line.re is _BARE_DATE and key.lower() != "date" and not _LINE_END.match(text, end):
        return None
    return fact, end


def _stated(text: str, field: ArticleField, start: int, end: int, reason: str) -> Fact | None:
    """The fact that ``text[start:end]`` states for a field, or None where it is no such fact."""
    words = text[start:end].rstrip()
    if field == "author" and not words.lower().endswith((" jr.", " sr.")):
        words = words.removesuffix(".")
    if not words:
        return None
    if field == "published":
        day = read_day(text, start)
        return Fact(field, day.iso, start, day.end, reason) if day and day.iso and day.end <= end else None
    if field == "url":
        return Fact(field, words, start, start + len(words), reason) if _URL.fullmatch(words) else None
    return Fact(field, words, start, start + len(words), reason)


def _behind_day(text: str, end: int) -> int:
    time = _TIME.match(text, end)
    return time.end() if time else end


def _byline(text: str, start: int) -> tuple[Fact, int] | None:
    line = _BYLINE.match(text, start)
    if line is None:
        return None
    reason = "a line above the article says By"
    return Fact("author", line["value"], line.start("value"), line.end("value"), reason), line.end()


def _day_alone(text: str, start: int) -> tuple[Fact, int] | None:
    day = read_day(text, start)
    if day is None or day.iso is None:
        return None
    end = _behind_day(text, day.end)
    if not _LINE_END.match(text, end):
        return None
    return Fact("published", day.iso, start, day.end, "a line above the article is a date and nothing else"), end
