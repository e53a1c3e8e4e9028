"""Content candidates: what a cue may be reporting, one per construction.

Every candidate is a piece of the parse or a quoted region beside the cue; which of them is right, if any, is the
judge's business. A candidate that cuts into a quoted region is widened to the whole of it, so that no quotation is
ever given in part.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from factsheet.quotations.beside import beside_marks, is_right_behind_quotation
from factsheet.quotations.frames import SUBJECTS, Chars, ContentCandidate, Proposal, Reading
from factsheet.quotations.marks import QuotedRegion
from factsheet.wordlists import table

_OBJECTS = ("dobj", "dative", "attr", "oprd", "acomp")
_SPEECH_BEFORE = ("quotation before", "quotation both sides")
_CLAUSES = ("ccomp", "xcomp")
_HOSTED = ("parataxis", "advcl", "prep", "ccomp", "conj", "dep")
_LONGEST_ASIDE = 300


def content_candidates(cue: Token, reading: Reading) -> Iterator[ContentCandidate]:
    """Every content candidate of ``cue``, those in marks first; no construction and no words are proposed twice."""
    proposals = list(beside_marks(cue, reading))
    # What stands before the cue in marks is what it reports; the parse has nothing to add to it.
    if not any(construction in _SPEECH_BEFORE for construction, _ in proposals):
        proposals += [] if is_right_behind_quotation(cue, reading) else _of_the_parse(cue, reading)
    constructions: set[str] = set()
    contents: set[tuple[Chars, ...]] = set()
    for construction, spans in proposals:
        widened = _widen(_trim_all(reading.text, spans), reading.regions)
        if widened and construction not in constructions and widened not in contents:
            constructions.add(construction)
            contents.add(widened)
            yield ContentCandidate(widened, construction)


def _of_the_parse(cue: Token, reading: Reading) -> Iterator[Proposal]:
    right = [child for child in cue.children if child.i > cue.i]
    left = [child for child in cue.children if child.i < cue.i]
    for child in right:
        if child.dep_ in _CLAUSES:
            start, end = _subtree(child, first=cue.i + 1)
            yield f"{child.dep_} right", [(start, _before_tail(reading, start, end))]
        elif child.dep_ in _OBJECTS:
            yield f"{child.dep_} right", [_subtree(child)]
            yield "object and rest", [_chars(cue.doc, child.left_edge.i, cue.right_edge.i + 1)]
        elif child.dep_ in ("prep", "agent") and cue.lemma_ != "accord":
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield f"preposition {child.lower_}", [_subtree(inner)]
        elif child.dep_ in ("advcl", "acl", "relcl", "appos"):
            yield f"{child.dep_} right", [_subtree(child)]
        elif child.dep_ == "prt" and child.i < cue.right_edge.i:
            yield f"particle {child.lower_}", [_chars(cue.doc, child.i + 1, cue.right_edge.i + 1)]
    if cue.i < cue.right_edge.i:
        yield "rest", [_chars(cue.doc, cue.i + 1, cue.right_edge.i + 1)]
    for child in left:
        if child.dep_ == "ccomp" and child.i < cue.i:
            yield "clause left", _around(cue, child)
        elif child.dep_ == "nsubjpass":
            yield "passive subject", [_subtree(child)]
    if cue.dep_ in _HOSTED and cue.head != cue:
        yield "host clause", _host(cue, reading.text)
    _, end = reading.sentence(cue.idx)
    if reading.text[cue.idx : end].rstrip().endswith(":"):
        yield "next paragraph", _next_paragraph(reading.text, end)


def _before_tail(reading: Reading, start: int, end: int) -> int:
    """Where the author's own clause begins behind what was said (", while others …"), or ``end``."""
    for tail in _tails().finditer(reading.text, start, end):
        if not reading.quoted(tail.start()):
            return tail.start()
    return end


@cache
def _tails() -> re.Pattern[str]:
    words = table(__package__, "tails.toml")
    after_comma, after_dash = "|".join(words["after_comma"]), "|".join(words["after_dash"])
    return re.compile(rf",\s+(?:{after_comma})\b|\s*[-–—]+\s*(?:{after_dash})\b")


def _around(cue: Token, clause: Token) -> list[Chars]:
    """A clause that the cue interrupts or follows: its words before the cue's own, and those behind."""
    own = {token.i for token in cue.subtree} - {token.i for token in clause.subtree}
    words = [token.i for token in clause.subtree]
    limit = min((token.i for token in cue.children if token.dep_ in SUBJECTS and token.i < cue.i), default=cue.i)
    before = [i for i in words if i < limit and i not in own]
    after = [i for i in words if i > cue.i]
    runs = [run for run in (before, after) if run]
    return [_chars(cue.doc, run[0], run[-1] + 1) for run in runs]


def _host(cue: Token, text: str) -> list[Chars]:
    """The clause that the cue's own hangs on, without the cue's; what stands in brackets with the cue stays in them."""
    first, last = cue.left_edge.i, cue.right_edge.i
    top = cue.head
    while top.dep_ not in ("ROOT", "ccomp", "relcl", "advcl") and top.head != top:
        top = top.head
    start, end = top.left_edge.i, top.right_edge.i + 1
    pieces = [(start, min(first, end)), (max(last + 1, start), end)]
    spans = [_chars(cue.doc, a, b) for a, b in pieces if a < b]
    opening = text.rfind("(", max(0, cue.idx - _LONGEST_ASIDE), cue.idx)
    closing = text.find(")", cue.idx, cue.idx + _LONGEST_ASIDE)
    if opening < 0 or closing < 0 or ")" in text[opening : cue.idx]:
        return spans
    return [(max(a, opening + 1), min(b, closing)) for a, b in spans if a < closing and b > opening + 1]


def _next_paragraph(text: str, offset: int) -> list[Chars]:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    newline = text.find("\n", offset)
    return [(offset, len(text) if newline < 0 else newline)]


def _subtree(token: Token, first: int = 0) -> Chars:
    return _chars(token.doc, max(token.left_edge.i, first), token.right_edge.i + 1)


def _chars(doc: Doc, first: int, end: int) -> Chars:
    return doc[first].idx, doc[end - 1].idx + len(doc[end - 1])


def _trim_all(text: str, spans: list[Chars]) -> list[Chars]:
    trimmed = (_trim(text, *span) for span in spans)
    return [(a, b) for a, b in trimmed if a < b]


def _trim(text: str, start: int, end: int) -> Chars:
    while start < end and (text[start].isspace() or text[start] in ",;:.-–—"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-–—."):
        end -= 1
    return start, end


def _widen(spans: list[Chars], regions: tuple[QuotedRegion, ...]) -> tuple[Chars, ...]:
    """The spans with every quoted region that they cut into taken in whole, in order, joined where they touch."""
    out: list[Chars] = []
    for start, end in spans:
        for region in regions:
            if region.start < end and start < region.end:
                start, end = min(start, region.start), max(end, region.end)
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)
