"""The outlet of an article whose first paragraph names it as agencies do: ``..., Trend reports citing ...``."""

from __future__ import annotations

import re

from factsheet.reading.facts import Fact
from factsheet.wordlists import words

_NAME = r"[^\W\d_a-z][\w&.’'-]*(?:[^\S\r\n]+[^\W\d_a-z][\w&.’'-]*){0,3}(?:[^\S\r\n]+news agency)?"
_REPORTS = re.compile(
    rf",[^\S\r\n]+(?:the[^\S\r\n]+)?(?P<name>{_NAME})[^\S\r\n]+reports"
    r"(?:[^\S\r\n]*\.?\s*\Z|,?[^\S\r\n]+(?:citing|quoting|with reference to|referring to)\b)"
)
_BLOCK = re.compile(r"[^\r\n]*")


def find_outlet(text: str, start: int) -> Fact | None:
    """The outlet that the paragraph at ``text[start:]`` names as its own reporter, or None.

    A name of several words must have a word in it that only outlets have, or it might be a person's.
    """
    block = _BLOCK.match(text, start)
    match = _REPORTS.search(block.group()) if block else None
    if match is None or not _is_outlet(match["name"]):
        return None
    return Fact(
        "outlet", match["name"], start + match.start("name"), start + match.end("name"),
        "the first paragraph says in agency style who reports it",
    )  # fmt: skip


def is_outlet_name(line: str) -> bool:
    """Whether a line is surely an outlet's name: one word before a word that only outlets have, as Thornby Gazette."""
    return len(line.lower().removeprefix("the ").split()) == 2 and ends_like_outlet(line)


def ends_like_outlet(line: str) -> bool:
    """Whether the last word of a line is one that outlets have in their names."""
    return line.lower().split()[-1] in words(__package__, "outlet_words.txt")


def _is_outlet(name: str) -> bool:
    parts = name.lower().split()
    return len(parts) == 1 or any(part in words(__package__, "outlet_words.txt") for part in parts)
