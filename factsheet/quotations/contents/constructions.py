"""Content candidates of the parse: the pieces of a sentence that a cue in it may be reporting, by construction."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.quotations.frames import Chars, Proposal, Reading
from factsheet.quotations.parse import NOUN_SUBJECTS, SUBJECTS, Word
from factsheet.quotations.sources.quoting import saying

_CLAUSES = ("ccomp", "xcomp")
_OBJECTS = ("dobj", "dative", "attr", "oprd", "acomp", "intj", "npadvmod")
_HOSTED = ("parataxis", "advcl", "prep", "ccomp", "conj", "dep", "advmod", "amod", "pcomp")
_SEEMING = ("seem", "appear", "look", "be", "have")
_LONGEST_ASIDE = 300


def of_the_parse(cue: Word, reading: Reading) -> Iterator[Proposal]:
    """What the parse proposes for ``cue``: constructions, each with the character spans of its words."""
    yield from _right(cue)
    yield from _left(cue)
    yield from _around_the_clause(cue, reading)


def _right(cue: Word) -> Iterator[Proposal]:
    doc, end = cue.words, cue.right_edge + 1
    for child in cue.rights:
        dep = child.dep
        if dep in _CLAUSES:
            first = max(child.left_edge, cue.i + 1)
            yield f"{dep} right", [_chars(doc, first, child.right_edge + 1)]
            yield f"{dep} and rest", [_chars(doc, first, end)]
        elif dep in _OBJECTS:
            yield f"{dep} right", [_subtree(child)]
            yield f"{dep} and rest", [_chars(doc, child.left_edge, end)]
        elif dep in ("prep", "agent"):
            for inner in child.children:
                if inner.dep in ("pobj", "pcomp"):
                    yield f"preposition {child.lower}", [_subtree(inner)]
                    yield f"preposition {child.lower} and rest", [_chars(doc, inner.left_edge, end)]
            if child.lower in ("as", "like"):
                yield "as phrase", [_subtree(child)]
        elif dep in ("advcl", "acl", "relcl", "appos", "conj"):
            yield f"{dep} right", [_subtree(child)]
        elif dep == "prt" and child.i + 1 < end:
            yield f"particle {child.lower}", [_chars(doc, child.i + 1, end)]
    participle = saying(cue)
    if participle is not None and participle.i + 1 < end and doc[participle.i + 1].lower != "by":
        told = next((child for child in participle.rights if child.dep == "ccomp"), None)
        first = told.left_edge if told is not None and participle.lemma == "tell" else participle.i + 1
        yield "as saying", [_chars(doc, first, end)]
    if cue.i + 1 < end:
        yield "rest", [_chars(doc, cue.i + 1, end)]


def _left(cue: Word) -> Iterator[Proposal]:
    doc, end = cue.words, cue.right_edge + 1
    raised: Word | None = None
    for child in cue.lefts:
        dep = child.dep
        if dep in ("ccomp", "parataxis", "advcl"):
            yield f"{dep} left", _interrupted(cue, child)
        elif dep == "nsubjpass" or (dep == "nsubj" and cue.lemma in _SEEMING):
            yield dep, [_subtree(child)]
            if cue.i + 1 < end:
                yield f"{dep} and rest", [_subtree(child), _chars(doc, cue.i + 1, end)]
        elif dep in ("dobj", "pobj"):
            yield f"{dep} left", [_subtree(child)]
        if dep in NOUN_SUBJECTS and raised is None:
            raised = child
    clause = next((child for child in cue.rights if child.dep == "xcomp"), None)
    if raised is not None and clause is not None:
        yield "raised subject and xcomp", [_subtree(raised), _subtree(clause)]


def _around_the_clause(cue: Word, reading: Reading) -> Iterator[Proposal]:
    """What the cue's clause hangs on, and what stands before and behind it in the sentence."""
    doc = cue.words
    first, last = reading.columns.sentences[cue.i]
    while last > cue.i + 1 and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    if last > cue.right_edge + 1:
        yield "rest of sentence", [_chars(doc, cue.i + 1, last)]
    if cue.dep in ("relcl", "acl") and cue.head.left_edge < cue.left_edge:
        yield "antecedent", [_chars(doc, cue.head.left_edge, cue.left_edge)]
    if cue.dep in _HOSTED and cue.head != cue:
        yield "host clause", _host(cue, reading.text)
    if cue.dep in ("amod", "compound") and cue.i < cue.head.i:
        yield "modified noun", [_chars(doc, cue.i + 1, cue.head.i + 1)]
    subjects = [child for child in cue.children if child.dep in SUBJECTS]
    clause = min([cue.i, *(child.left_edge for child in subjects if child.i < cue.i)])
    if clause > first:
        yield "sentence before", [_chars(doc, first, clause)]
    if cue.i > first and any(child.i > cue.i for child in subjects):
        yield "sentence before, inverted", [_chars(doc, first, cue.i)]
    _, end = reading.sentence(cue.start)
    if reading.text[cue.start : end].rstrip().endswith(":"):
        yield "next paragraph", _next_paragraph(reading.text, end)


def _interrupted(cue: Word, clause: Word) -> list[Chars]:
    """A clause that the cue interrupts or follows: its words before the cue's own, and those behind."""
    own = {token.i for token in cue.subtree} - {token.i for token in clause.subtree}
    words = [token.i for token in clause.subtree]
    limit = min((token.i for token in cue.lefts if token.dep in SUBJECTS), default=cue.i)
    before = [i for i in words if i < limit and i not in own]
    after = [i for i in words if i > cue.i]
    return [_chars(cue.words, run[0], run[-1] + 1) for run in (before, after) if run]


def _host(cue: Word, text: str) -> list[Chars]:
    """The clause that the cue's own hangs on, without the cue's; what stands in brackets with the cue stays in them."""
    first, last = cue.left_edge, cue.right_edge
    top = cue.head
    while top.dep not in ("ROOT", "ccomp", "relcl", "advcl") and top.head != top:
        top = top.head
    start, end = top.left_edge, top.right_edge + 1
    pieces = [(start, min(first, end)), (max(last + 1, start), end)]
    spans = [_chars(cue.words, a, b) for a, b in pieces if a < b]
    opening = text.rfind("(", max(0, cue.start - _LONGEST_ASIDE), cue.start)
    closing = text.find(")", cue.start, cue.start + _LONGEST_ASIDE)
    if opening < 0 or closing < 0 or ")" in text[opening : cue.start]:
        return spans
    return [(max(a, opening + 1), min(b, closing)) for a, b in spans if a < closing and b > opening + 1]


def _next_paragraph(text: str, offset: int) -> list[Chars]:
    while offset < len(text) and text[offset].isspace():
        offset += 1
    newline = text.find("\n", offset)
    return [(offset, len(text) if newline < 0 else newline)]


def _subtree(token: Word) -> Chars:
    return _chars(token.words, token.left_edge, token.right_edge + 1)


def _chars(doc: list[Word], first: int, end: int) -> Chars:
    return doc[first].start, doc[end - 1].end
