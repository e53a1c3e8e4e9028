"""Titles that end like a sentence: ``Harbour reopens after long winter.`` above the report of it."""

from __future__ import annotations

import re

from factsheet.reading.lines import Line, next_line
from factsheet.wordlists import words

_MOST_WORDS = 14
_PARAGRAPHS_BELOW = 3
# The report below is prose: one of its first paragraphs has this many words, and the very next is longer than the line.
_REPORT_WORDS = 18
_LONGER = 1.3
_SHARE_REPEATED = 0.4

_WORD = re.compile(r"[\w'’-]+")
_DOUBLE_MARKS = re.compile(r"[\"“”„«»]|``|''")
_MORE_SENTENCES = re.compile(r"(?:\w{4,}\.|[!?])['’)]*\s+[^\W\d_a-z]")
_LABEL = re.compile(r"[^\W\d_a-z]{4,}(?: [^\W\d_a-z]{2,})?[.:]?")
_TURN = re.compile(r"[^\W\d_a-z][\w.’' -]{0,40}:")
_CAPITALISED = r"[^\W\d_a-z][^\W\d_A-Z][\w.’'-]{0,40}"
_NAMES = re.compile(rf"(?:{_CAPITALISED}[ \t]+)*{_CAPITALISED}")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_CONTENT_WORD = 4
_STEM = 5


def is_headline(text: str, line: Line) -> bool:
    """Whether a line that ends like a sentence, with an empty line below it, is a title.

    It is one above a label in capitals (``ABSTRACT``); or where it is one short sentence without the signs of prose,
    and the longer paragraphs below tell it again: the next repeats its words, or one names in full whom it names by
    surname. A lead does the reverse, and names in full first. A turn of a dialogue above its answer is none.
    """
    tokens = _WORD.findall(line.text)
    if len(tokens) > _MOST_WORDS or _DOUBLE_MARKS.search(line.text) or _MORE_SENTENCES.search(line.text):
        return False
    if _is_prose(tokens):
        return False
    below = _paragraphs(text, line.end)
    if not below:
        return False
    if _LABEL.fullmatch(below[0]):
        return True
    if _TURN.match(line.text) and any(map(_TURN.match, below)):
        return False
    lengths = [len(paragraph.split()) for paragraph in below]
    if max(lengths) < _REPORT_WORDS or lengths[0] < _LONGER * len(tokens):
        return False
    report = " ".join(below)
    if _names_cut_short(line.text, report):
        return False
    return _names_made_full(line.text, report) or _share_repeated(line.text, below[0]) >= _SHARE_REPEATED


def _is_prose(tokens: list[str]) -> bool:
    lower = [token.lower() for token in tokens]
    return lower[0] in words(__package__, "prose_openers.txt") or any(
        token in words(__package__, "prose_words.txt") for token in lower
    )


def _paragraphs(text: str, start: int) -> list[str]:
    """The first paragraphs of ``text[start:]``, with a blank for each line end inside them."""
    found: list[str] = []
    line = next_line(text, start)
    while line is not None and (len(found) < _PARAGRAPHS_BELOW or not line.after_blank):
        if line.after_blank or not found:
            found.append(line.text)
        else:
            found[-1] += " " + line.text
        line = next_line(text, line.end)
    return found


def _names_made_full(title: str, report: str) -> bool:
    """Whether the report has a name of two words of which the title has only the last."""
    openers = words(__package__, "prose_openers.txt")
    for name in _names(title):
        if " " in name:
            continue
        for longer in re.finditer(rf"\b({_CAPITALISED})[ \t]+{re.escape(name)}\b", report):
            if longer[1].lower() not in openers:
                return True
    return False


def _names_cut_short(title: str, report: str) -> bool:
    """Whether the title has a name of several words of which the report has only the last."""
    return any(
        " " in name and name not in report and re.search(rf"\b{re.escape(name.split()[-1])}\b", report)
        for name in _names(title)
    )


def _names(title: str) -> list[str]:
    """The names in the title; a small word with the capital of its place, as in ``After Doe``, is no part of one."""
    first, _, rest = title.partition(" ")
    if first.lower() in words(__package__, "not_places.txt"):
        title = rest
    return [_POSSESSIVE.sub("", name.rstrip(".")) for name in _NAMES.findall(title)]


def _share_repeated(title: str, paragraph: str) -> float:
    said = _stems(title)
    return len(said & _stems(paragraph)) / len(said) if said else 0.0


def _stems(text: str) -> set[str]:
    """The first letters of the long words, so that ``reopens`` and ``reopened`` are one."""
    return {word.lower()[:_STEM] for word in _WORD.findall(text) if len(word) >= _CONTENT_WORD}
