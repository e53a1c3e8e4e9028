"""Articles of a few sentences, and the flags they raise."""

from __future__ import annotations

from spacy.language import Language

from factsheet.language.pipeline import analyse
from factsheet.model import Article, Decision, Flag, Quotation, QuotationKind, Span
from factsheet.model.flag import Verdict
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.find import find_speakers

SHA = "c" * 64


def raised(
    nlp: Language,
    text: str,
    *sources: str,
    kind: QuotationKind = "indirect",
    confidence: float = 0.9,
    authority: Authority | None = None,
    decisions: tuple[Decision, ...] = (),
) -> tuple[Flag, ...]:
    """The flags of a text in which each of ``sources``, in text order, is the source of a quotation of what follows."""
    with nlp.select_pipes(disable=["factsheet_quotations", "factsheet_speakers", "factsheet_claims"]):
        doc = analyse(nlp, Article("x", "x.txt", text, SHA))
    quotations = []
    at = 0
    for number, source in enumerate(sources, 1):
        at = text.index(source, at)
        place = Span.within(text, at, at + len(source))
        content = Span.within(text, place.end, min(len(text), place.end + 60))
        quotations.append(Quotation(f"q{number}", kind, (content,), (), (place,), None, confidence, 1, ("a test",)))
        at += len(source)
    return find_speakers(doc, tuple(quotations), authority or Authority(), decisions).flags


def of_kind(flags: tuple[Flag, ...], kind: str) -> list[Flag]:
    return [flag for flag in flags if flag.kind == kind]


def decided(verdict: Verdict, left: str, right: str, preferred: str = "") -> Decision:
    return Decision(verdict, left, right, "ann", "2026-01-01T00:00:00Z", "f0", preferred=preferred)
