"""Quoted words: those that nobody could be named for, and those that may be no quotation."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.language.quote_marks import CLOSING, EITHER, OPENING
from factsheet.model import Flag, Quotation, flag_id
from factsheet.speakers import lexicon
from factsheet.speakers.descriptions import SURE
from factsheet.speakers.flags.found import Found
from factsheet.speakers.namings import head_of

# Shorter words in marks are terms and titles as often as speech.
_LONG = 8
_PRONOUNS = {"he", "she", "it", "they"}
_MARKS = f"{OPENING}{CLOSING}{EITHER}'’‘`"
_TALKERS = {"i", "me", "we", "us", "you"}


def unattributed_flags(found: Found) -> Iterator[Flag]:
    """A flag for each quotation in marks that nobody could be named for: a sure one, or a sentence beside which no
    words name anybody. "I" and "you" ask no question.

    "He said ... he said ..." with nobody else quoted between is one question.
    """
    together: list[Quotation] = []
    for q in found.quotations:
        if not _is_open(q):
            if q.is_sure(SURE) and together:
                yield _unattributed(together, found)
                together = []
            continue
        if together and not _goes_on(together[-1], q):
            yield _unattributed(together, found)
            together = []
        together.append(q)
    if together:
        yield _unattributed(together, found)


def _is_open(q: Quotation) -> bool:
    if q.speaker is not None or q.kind == "indirect":
        return False
    if not q.source:
        return q.is_sure(SURE) or _is_sentence(q)
    return q.is_sure(SURE) and not all(span.text.casefold() in _TALKERS for span in q.source)


def _is_sentence(q: Quotation) -> bool:
    words = q.content[0].text.strip(_MARKS)
    return words[:1].isupper() and words.endswith((".", "!", "?", "…"))


def _goes_on(before: Quotation, q: Quotation) -> bool:
    """Whether both are quoted of the same pronoun."""
    words = [" ".join(span.text.casefold() for span in of.source) for of in (before, q)]
    return words[0] == words[1] and words[0] in _PRONOUNS


def _unattributed(together: list[Quotation], found: Found) -> Flag:
    first = together[0]
    contents = [span for q in together for span in q.content]
    return Flag(
        id=flag_id("unattributed quotation", *(span.text for span in (*contents, *first.source))),
        kind="unattributed quotation",
        severity="low" if _is_of_a_thing(first, found) else "medium",
        message=f"Nobody is named for these words. {found.attributions[first.id].reason}",
        evidence=(*contents, *first.source),
        subjects=tuple(q.id for q in together),
        suggestion="Read the place and decide who speaks before using the quotation.",
    )


def _is_of_a_thing(q: Quotation, found: Found) -> bool:
    """Whether the words are a poll's or a document's, and so nobody's in person."""
    for span in q.source:
        tokens = found.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is not None and len(tokens):
            head = head_of(tokens)
            return lexicon.is_thing(head.text) or lexicon.is_document(head.lemma_)
    return False


def low_confidence_flags(found: Found) -> Iterator[Flag]:
    """A flag for each longer quotation in marks that a speaker was found for, and that may be no quotation: printed
    sheets set it apart, and a human may move it back."""
    for q in found.quotations:
        if q.kind == "direct" and q.speaker is not None and not q.is_sure(SURE) and _words(q) >= _LONG:
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
