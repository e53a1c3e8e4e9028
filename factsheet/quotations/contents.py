"""Content candidates: what a cue may be reporting, one per construction.

Every candidate is a piece of the parse or a quoted region beside the cue; which of them is right, if any, is the
judge's business. A candidate that cuts into a quoted region is widened to the whole of it, so that no quotation is
ever given in part.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from factsheet.quotations.frames import Chars, ContentCandidate, Reading
from factsheet.quotations.marks import QuotedRegion
from factsheet.quotations.terms import is_term, is_title

_OBJECTS = ("dobj", "dative", "attr", "oprd", "acomp")
_CLAUSES = ("ccomp", "xcomp")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_HOSTED = ("parataxis", "advcl", "prep", "ccomp", "conj", "dep")
_LETTER = re.compile(r"[^\W\d_]")


def content_candidates(cue: Token, reading: Reading) -> Iterator[ContentCandidate]:
    """Every content candidate of ``cue``, those in marks first; each construction at most once."""
    seen: set[str] = set()
    proposals = list(_beside_marks(cue, reading))
    if not _is_right_behind_quotation(cue, reading):
        proposals += _of_the_parse(cue, reading)
    for construction, spans in proposals:
        widened = _widen(_trim_all(reading.text, spans), reading.regions)
        if widened and construction not in seen:
            seen.add(construction)
            yield ContentCandidate(widened, construction)


Proposal = tuple[str, list[Chars]]


def _is_right_behind_quotation(cue: Token, reading: Reading) -> bool:
    """Whether the cue touches a quotation that ends on a comma: what is behind it then is who said it, and not what
    was said, whatever the parser makes of it ("…," said the mayor, asked about the bridge)."""
    before = _nearest_before(reading, cue.idx)
    return before is not None and reading.text[before.start : before.end].rstrip("\"'”’»").endswith(",")


def _beside_marks(cue: Token, reading: Reading) -> Iterator[Proposal]:
    """Quoted regions that nothing but the cue's own clause separates from it."""
    if not reading.regions:
        return
    text = reading.text
    start, end = _own_clause(cue, reading)
    before = _nearest_before(reading, start)
    after = _nearest_after(reading, end)
    # A verb without a subject of its own beside a quotation seldom reports it.
    bare = "" if any(child.dep_ in _SUBJECTS for child in cue.children) else ", no subject"
    if before and after and _goes_on(cue, end, after, reading):
        yield f"{_word(text, before)} both sides{bare}", [(before.start, before.end), (after.start, after.end)]
    elif before:
        yield f"{_word(text, before)} before{bare}", [(before.start, before.end)]
    elif after:
        colon = " colon" if text[end : after.start].rstrip().endswith(":") else ""
        yield f"{_word(text, after)} after{colon}{bare}", [(after.start, after.end)]


def _goes_on(cue: Token, end: int, after: QuotedRegion, reading: Reading) -> bool:
    """Whether the speech goes on behind the cue, in its paragraph.

    It does not where a new sentence closes on a comma, and so has a cue of its own ("A," said one. "B," said the
    other.), where another verb introduces it ("A," she said, adding "B"), or where the marks hold a title.
    """
    text = reading.text
    if "\n" in text[end : after.start] or is_title(text, after):
        return False
    own_cue = text[after.start : after.end].rstrip("\"'”’»").endswith(",")
    if own_cue and text[max(0, after.start - 3) : after.start].rstrip().endswith("."):
        return False
    behind = [
        child for child in cue.rights if child.pos_ == "VERB" and child.dep_ == "advcl" and child.idx < after.start
    ]
    return not behind or bool(_LETTER.search(text, behind[-1].idx + len(behind[-1]), after.start))


def _word(text: str, region: QuotedRegion) -> str:
    return "term" if is_term(text, region) else "quotation"


def _of_the_parse(cue: Token, reading: Reading) -> Iterator[Proposal]:
    right = [child for child in cue.children if child.i > cue.i]
    left = [child for child in cue.children if child.i < cue.i]
    for child in right:
        if child.dep_ in _CLAUSES:
            yield f"{child.dep_} right", [_subtree(child, first=cue.i + 1)]
        elif child.dep_ in _OBJECTS:
            yield f"{child.dep_} right", [_subtree(child)]
            yield "object and rest", [_chars(cue.doc, child.left_edge.i, cue.right_edge.i + 1)]
        elif child.dep_ in ("prep", "agent") and cue.lemma_ != "accord":
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield f"preposition {child.lower_}", [_subtree(inner)]
        elif child.dep_ in ("advcl", "acl", "relcl", "appos"):
            yield f"{child.dep_} right", [_subtree(child)]
        elif child.dep_ == "prt":
            yield from ((f"particle {name}", spans) for name, spans in _after_particle(cue, child))
    if cue.i < cue.right_edge.i:
        yield "rest", [_chars(cue.doc, cue.i + 1, cue.right_edge.i + 1)]
    for child in left:
        if child.dep_ == "ccomp" and child.i < cue.i:
            yield "clause left", _around(cue, child)
        elif child.dep_ == "nsubjpass":
            yield "passive subject", [_subtree(child)]
    if cue.dep_ in _HOSTED and cue.head is not cue:
        yield "host clause", _host(cue)
    _, end = reading.sentence(cue.idx)
    if reading.text[cue.idx : end].rstrip().endswith(":"):
        yield "next paragraph", _next_paragraph(reading.text, end)


def _after_particle(cue: Token, particle: Token) -> Iterator[Proposal]:
    if particle.i < cue.right_edge.i:
        yield particle.lower_, [_chars(cue.doc, particle.i + 1, cue.right_edge.i + 1)]


def _own_clause(cue: Token, reading: Reading) -> Chars:
    """From the first to the last word that hangs on the cue without being in its content, no quoted region crossed."""
    own = [token for token in cue.subtree if not reading.quoted(token.idx) and not _in_content(token, cue)]
    start, end = cue.idx, cue.idx + len(cue)
    before = max((region.end for region in reading.regions if region.end <= start), default=0)
    after = min((region.start for region in reading.regions if region.start >= end), default=len(reading.text))
    words = [token for token in own if before <= token.idx < after]
    return min(token.idx for token in words), max(token.idx + len(token) for token in words)


def _in_content(token: Token, cue: Token) -> bool:
    while token != cue:
        if token.head == cue:
            return token.dep_ in ("ccomp", "parataxis", "punct", "conj")
        token = token.head
    return False


def _nearest_before(reading: Reading, start: int) -> QuotedRegion | None:
    i = bisect_right(reading.regions, start, key=lambda region: region.end) - 1
    if i >= 0 and _nothing_between(reading.text, reading.regions[i].end, start):
        return reading.regions[i]
    return None


def _nearest_after(reading: Reading, end: int) -> QuotedRegion | None:
    i = bisect_left(reading.regions, end, key=lambda region: region.start)
    if i < len(reading.regions) and _nothing_between(reading.text, end, reading.regions[i].start):
        return reading.regions[i]
    return None


def _nothing_between(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    if "\n" in between and not between.rstrip().endswith(":"):
        return False
    return not any(char.isalnum() for char in between)


def _around(cue: Token, clause: Token) -> list[Chars]:
    """A clause that the cue interrupts or follows: its words before the cue's own, and those behind."""
    own = {token.i for token in cue.subtree} - {token.i for token in clause.subtree}
    words = [token.i for token in clause.subtree]
    limit = min((token.i for token in cue.children if token.dep_ in _SUBJECTS and token.i < cue.i), default=cue.i)
    before = [i for i in words if i < limit and i not in own]
    after = [i for i in words if i > cue.i]
    runs = [run for run in (before, after) if run]
    return [_chars(cue.doc, run[0], run[-1] + 1) for run in runs]


def _host(cue: Token) -> list[Chars]:
    """The clause that the cue's own hangs on, without the cue's."""
    first, last = cue.left_edge.i, cue.right_edge.i
    top = cue.head
    while top.dep_ not in ("ROOT", "ccomp", "relcl", "advcl") and top.head is not top:
        top = top.head
    start, end = top.left_edge.i, top.right_edge.i + 1
    pieces = [(start, min(first, end)), (max(last + 1, start), end)]
    return [_chars(cue.doc, a, b) for a, b in pieces if a < b]


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
