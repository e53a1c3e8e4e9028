"""Whose words each token of an article is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set

from spacy.tokens import Doc

from factsheet.claims.turns import interview
from factsheet.model import Quotation, Span
from factsheet.quotations.marks.pairing import quoted_regions
from factsheet.quotations.marks.terms import is_term

#: The voice of words that may be somebody's and are not surely anybody's, of words that only report (cue and source),
#: and the article's own.
UNSURE = -3
REPORTING = -2
AUTHOR = -1

MARKS = frozenset('"“”„«»') | {"''", "``"}


def find_voices(
    text: str,
    starts: list[int],
    quotations: tuple[Quotation, ...],
    around: list[tuple[Quotation, ...]],
    sure: Set[str],
    body_start: int,
) -> list[int]:
    """For each token the number of the innermost quotation that says it, or AUTHOR, REPORTING or UNSURE.

    ``starts`` are the offsets at which the tokens begin, ``sure`` the ids of the quotations that make claims. What
    stands in a quotation that makes none, in marks that no quotation was found for, or in an interview's turn is
    nobody's, and never the article's.
    """
    voices = [AUTHOR] * len(starts)
    for start, end in _nobodys(text, body_start):
        voices[bisect_left(starts, start) : bisect_left(starts, end)] = [UNSURE] * (
            bisect_left(starts, end) - bisect_left(starts, start)
        )
    # From the outermost in, so that the words that report an inner quotation are nobody's claim.
    for n in sorted(range(len(quotations)), key=lambda n: (len(around[n]), n)):
        quotation = quotations[n]
        is_sure = quotation.id in sure
        for i in (i for span in quotation.content for i in _inside(starts, span)):
            if is_sure:
                voices[i] = n
            elif voices[i] < 0 or quotation.kind != "indirect":
                voices[i] = UNSURE
        for i in (i for span in (*quotation.cue, *quotation.source) for i in _inside(starts, span)):
            if is_sure or voices[i] == AUTHOR:
                voices[i] = REPORTING
    return voices


def _nobodys(text: str, body_start: int) -> list[tuple[int, int]]:
    """Where words stand in quotation marks that are no term's, and in turns of an interview."""
    quoted = [(region.start, region.end) for region in quoted_regions(text, body_start) if not is_term(text, region)]
    turns = interview(text, body_start)
    return [*quoted, *([turns] if turns else [])]


def enclosing(quotation: Quotation, quotations: tuple[Quotation, ...]) -> tuple[Quotation, ...]:
    """The quotations that a quotation stands in, outermost first."""
    outer = [other for other in quotations if _within(quotation, other)]
    return tuple(sorted(outer, key=lambda other: (-_length(other), other.start)))


def _within(inner: Quotation, outer: Quotation) -> bool:
    if inner.start < outer.start or inner.start >= outer.content[-1].end or inner is outer:
        return False
    return all(any(o.contains(i) and o != i for o in outer.content) for i in inner.content)


def _length(quotation: Quotation) -> int:
    return sum(span.end - span.start for span in quotation.content)


def find_outer_marks(doc: Doc, starts: list[int], quotations: tuple[Quotation, ...]) -> set[int]:
    """The tokens that are the marks a quotation stands in: they are no words of its speaker's.

    Marks inside that open or close a term of their own stay: ``emails that were "classified"`` keeps both of its.
    """
    edges: set[int] = set()
    for quotation in quotations:
        for span in quotation.content:
            inside = _inside(starts, span)
            marks = [i for i in inside if doc[i].text in MARKS]
            ends = [i for i in marks if i in (inside[0], inside[-1])]
            wrapped = len(ends) == 2 and (len(marks) == 2 or quotation.kind == "direct")
            edges.update(ends if wrapped or (len(marks) % 2 and len(ends) == 1) else [])
    return edges


def _inside(starts: list[int], span: Span) -> range:
    return range(bisect_left(starts, span.start), bisect_right(starts, span.end - 1))
