"""The title of an article that opens with one."""

from __future__ import annotations

import re

from factsheet.reading.headlines import is_headline
from factsheet.reading.lines import Line, next_line
from factsheet.wordlists import words

_LONGEST = 150
FEWEST_TITLE_WORDS = 3
# A line no longer than this might have been broken off at a column, and so tells nothing about its end.
_LONGEST_WRAPPED = 100

_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*\Z")
_RUN_ON = re.compile(r"[,;:–—-]\Z")
_QUOTED = re.compile(r"[,.!?][\"”»]")
_CREDIT = re.compile(r"(?:[^\W\d_]+-)?(?:authored|written|reported|compiled) by\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LONG_WORD = 4
_DECK = re.compile(r";[ \t]*[\r\n]")


def is_title(text: str, line: Line, *, above_byline: bool = False) -> bool:
    """Whether the first line of an article, or the two of ``with_deck``, is its title, not its first sentence.

    A title stands above a byline or dateline; or it stands apart from what follows, and has no closing full stop,
    or the capitals of a title, or is told again by the report below. A doubtful line is none.
    """
    tokens = _WORD.findall(line.text)
    if len(tokens) < FEWEST_TITLE_WORDS or len(line.text) > _LONGEST or line.text[0].islower():
        return False
    if _RUN_ON.search(line.text) or _QUOTED.search(line.text) or _CREDIT.match(line.text):
        return False
    if above_byline:
        return True
    following = next_line(text, line.end)
    if following is None or not (following.after_blank or len(following.text) > _LONGEST_WRAPPED):
        return False
    if not _SENTENCE_END.search(line.text) or _has_title_capitals(tokens) or _DECK.search(line.text):
        return True
    return following.after_blank and is_headline(text, line)


def with_deck(text: str, line: Line) -> Line:
    """The line and the one directly below, where it ends in a semicolon and the two stand alone as a headline does.

    The second must not go on in small letters, as the rest of a broken line would, and an empty line must follow it.
    """
    deck = next_line(text, line.end)
    if deck is None or deck.after_blank or not line.text.endswith(";"):
        return line
    following = next_line(text, deck.end)
    if following is None or not following.after_blank or deck.text[0].islower():
        return line
    return Line(line.start, deck.end, text[line.start : deck.end], line.after_blank)


def _has_title_capitals(tokens: list[str]) -> bool:
    small = words(__package__, "title_small_words.txt")
    long = [token for token in tokens if len(token) >= _LONG_WORD and token.lower() not in small]
    return len(long) > 1 and all(token[0].isupper() for token in long)
