"""Quoted words: those that nobody could be named for, and those that may be no quotation."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Flag, Quotation, flag_id
from factsheet.speakers.descriptions import SURE
from factsheet.speakers.flags.found import Found

# Shorter words in marks are terms and titles as often as speech.
_LONG = 8
_TALKERS = {"i", "me", "we", "us", "you"}


def unattributed_flags(found: Found) -> Iterator[Flag]:
    """A flag for each sure quotation in marks that nobody could be named for; "I" and "you" ask no question."""
    for q in found.quotations:
        if q.speaker is not None or q.kind == "indirect" or q.confidence < SURE:
            continue
        if q.source and all(span.text.casefold() in _TALKERS for span in q.source):
            continue
        yield Flag(
            id=flag_id("unattributed quotation", *(span.text for span in (*q.content, *q.source))),
            kind="unattributed quotation",
            severity="medium",
            message=f"Nobody is named for these words. {found.attributions[q.id].reason}",
            evidence=(*q.content, *q.source),
            subjects=(q.id,),
            suggestion="Read the place and decide who speaks before using the quotation.",
        )


def low_confidence_flags(found: Found) -> Iterator[Flag]:
    """A flag for each longer quotation in marks that a speaker was found for, and that may be no quotation: printed
    sheets set it apart, and a human may move it back."""
    for q in found.quotations:
        if q.kind == "direct" and q.speaker is not None and q.confidence < SURE and _words(q) >= _LONG:
            yield Flag(
                id=flag_id("low confidence", *(span.text for span in (*q.content, *q.source))),
                kind="low confidence",
                severity="low",
                message=f"These words in quotation marks are a quotation with a confidence of {q.confidence:.2f} only.",
                evidence=(*q.content, *q.source),
                subjects=(q.id, q.speaker),
                suggestion="Read the place: if somebody says these words, and this speaker does, they can be used.",
            )


def _words(q: Quotation) -> int:
    return sum(len(span.text.split()) for span in q.content)
