"""The title of an article that opens with one."""

from __future__ import annotations

import re

from factsheet.reading.lines import Line
from factsheet.wordlists import words

_LONGEST = 150
_FEWEST_WORDS = 3
# A line no longer than this might have been broken off at a column, and so tells nothing about its end.
_LONGEST_WRAPPED = 100

_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*\Z")
_RUN_ON = re.compile(r"[,;:–—-]\Z")
_QUOTED = re.compile(r"[,.!?][\"”»]")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LONG_WORD = 4


def is_title(line: Line, following: Line | None, *, above_byline: bool = False) -> bool:
    """Whether the first line of an article is its title, not its first sentence; ``following`` is the next line.

    A title stands above a byline or dateline; or it stands apart from what follows, and has no closing full stop or
    else the capitals of a title. A doubtful line is none.
    """
    tokens = _WORD.findall(line.text)
    if len(tokens) < _FEWEST_WORDS or len(line.text) > _LONGEST or line.text[0].islower():
        return False
    if _RUN_ON.search(line.text) or _QUOTED.search(line.text):
        return False
    if above_byline:
        return True
    if following is None or not (following.after_blank or len(following.text) > _LONGEST_WRAPPED):
        return False
    return not _SENTENCE_END.search(line.text) or _has_title_capitals(tokens)


def _has_title_capitals(tokens: list[str]) -> bool:
    small = words(__package__, "title_small_words.txt")
    long = [token for token in tokens if len(token) >= _LONG_WORD and token.lower() not in small]
    return len(long) > 1 and all(token[0].isupper() for token in long)
