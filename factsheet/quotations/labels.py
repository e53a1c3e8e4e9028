"""Names that stand beside a quotation instead of a cue: behind a dash, or before a colon."""

from __future__ import annotations

import re

from factsheet.quotations.frames import Chars, SourceCandidate
from factsheet.quotations.marks import QuotedRegion

# A dash and a name after the closing mark, at the end of the line: “…” – Aigerim Sadykova, teacher
_DASHED = re.compile(r"[ \t]*\n{0,2}[ \t]*(?P<dash>[—–―]|--?)[ \t]*(?P<name>\w[^\n]{1,120}?)\.?[ \t]*(?=\n|\Z)")
# NAME: or Name Surname: at the start of a paragraph.
_LABEL = re.compile(
    r"(?:(?:[Aa]nd[ \t]+)?[Ff]rom[ \t]+)?(?P<name>[^\W\d_][\w.'’-]*(?:[ \t]+[\w.,'’()-]+){0,6}?)[ \t]*:\s*\Z"
)
_NOT_LABELS = re.compile(r"(?i)(?:watch|note|update|video|photo|related|read more|editor.s note|here|why|what|how)\b")


def signature(text: str, region: QuotedRegion) -> tuple[Chars, SourceCandidate] | None:
    """The dash behind a quotation, and the name behind the dash, where they end the line."""
    dashed = _DASHED.match(text, region.end)
    if dashed and _looks_like_name(dashed["name"]):
        return dashed.span("dash"), SourceCandidate((dashed.span("name"),), "dash")
    return None


def label(text: str, region: QuotedRegion, paragraph_start: int) -> SourceCandidate | None:
    """The name and the colon that begin the quotation's paragraph, and nothing else before it."""
    named = _LABEL.match(text[paragraph_start : region.start].rstrip())
    if named and _looks_like_name(named["name"]):
        start = paragraph_start + named.start("name")
        return SourceCandidate(((start, start + len(named["name"])),), "label")
    return None


def _looks_like_name(words: str) -> bool:
    """Whether a label or a line behind a dash can name somebody: it begins with a capital, is short, and is no
    sentence and no editor's label."""
    if not words[:1].isupper() or words.endswith((".", "!", "?")):
        return False
    return len(words.split()) <= 12 and not _NOT_LABELS.match(words)
