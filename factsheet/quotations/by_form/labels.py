"""Names that stand beside a quotation instead of a cue: behind a dash, or before a colon."""

from __future__ import annotations

import re

from factsheet.quotations.frames import Chars, SourceCandidate
from factsheet.quotations.marks.pairing import QuotedRegion
from factsheet.wordlists import words as word_list

# A dash and a name after the closing mark, at the end of the line: “…” – Aigerim Sadykova, teacher
_DASHED = re.compile(
    r"[^\S\r\n]*(?:\r?\n){0,2}[^\S\r\n]*(?P<dash>[—–―]|--?)[^\S\r\n]*(?P<name>\w[^\r\n]{1,120}?)\.?[^\S\r\n]*(?=[\r\n]|\Z)"
)
_NAME = r"(?P<name>[^\W\d_][\w.'’-]*(?:[^\S\r\n]+[\w.,'’()-]+){0,7}?)"
# A name in the line below quoted words, and the mark that closes both: "…" as pull quotes are set.
_BELOW = re.compile(r"[^\S\r\n]*\r?\n[^\S\r\n]*(?P<name>\w[^\r\n\"“”]{1,120}?)\.?(?:\"|”|'')[^\S\r\n]*(?=[\r\n]|\Z)")
# NAME: or Name Surname: at the start of a paragraph or sentence.
_LABEL = re.compile(
    r"(?:(?:(?:[Aa]nd|[Mm]ore)[^\S\r\n]+)?[Ff]rom[^\S\r\n]+|by[^\S\r\n]+(?:the[^\S\r\n]+)?)?"
    rf"{_NAME}[^\S\r\n]*:\s*\Z"
)
# Here's Name in December 1992:
_HERE = re.compile(
    rf"Here(?:['’]s|[^\S\r\n]+is)[^\S\r\n]+{_NAME}(?:[^\S\r\n]+(?:again|at|back|from|in|on)\b[^:\r\n]{{0,40}})?:\s*\Z"
)
_MOST_WORDS = 12
# The rule for a name in the line below.
LINE_BELOW = "line below"
# No more characters than these stand in a label.
LONGEST_LABEL = 150


def signature(text: str, region: QuotedRegion) -> tuple[Chars, SourceCandidate] | None:
    """The dash behind a quotation, and the name behind the dash, where they end the line."""
    dashed = _DASHED.match(text, region.end)
    if dashed and _looks_like_name(dashed["name"]):
        return dashed.span("dash"), SourceCandidate((dashed.span("name"),), "dash")
    return None


def name_below(text: str, region: QuotedRegion) -> SourceCandidate | None:
    """The name in the line below a quotation that nothing closes but the mark behind that name."""
    found = _BELOW.match(text, region.end) if not region.closed else None
    if found and len(found["name"].partition(",")[0].split()) > 1 and _looks_like_name(found["name"]):
        return SourceCandidate((found.span("name"),), LINE_BELOW)
    return None


def label(text: str, region: QuotedRegion, start: int) -> SourceCandidate | None:
    """The name and the colon between ``start`` and a quotation, and nothing else."""
    before = text[start : region.start].rstrip() if region.start - start <= LONGEST_LABEL else ""
    named = _HERE.match(before) or _LABEL.match(before)
    if named and _looks_like_name(named["name"]):
        begin = start + named.start("name")
        return SourceCandidate(((begin, begin + len(named["name"])),), "label")
    return None


def is_label(words: str) -> bool:
    """Whether the words are an editor's, and nobody's name: "BREAKING NEWS"."""
    lower = words.lower().replace("’", "'")
    return any(re.match(rf"{re.escape(label)}\b", lower) for label in word_list(__package__, "editors_labels.txt"))


def _looks_like_name(words: str) -> bool:
    """Whether a label or a line behind a dash can name somebody: it is short, no editor's label, and what stands before
    its first comma is written as a name is."""
    if words.endswith((".", "!", "?")) or len(words.split()) > _MOST_WORDS or is_label(words):
        return False
    small = word_list("factsheet.quotations", "title_small_words.txt") | word_list(__package__, "name_small_words.txt")
    name = [word for word in re.split(r"[\s(]+", words.partition(",")[0]) if word]
    return words[:1].isupper() and all(word[:1].isupper() or word.lower() in small for word in name)
