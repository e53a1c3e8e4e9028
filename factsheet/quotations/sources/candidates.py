"""Source candidates: the words that may name who said it. Some are proposed by rules, the others are the noun phrases
of the cue's sentence or of the one before; which of them is right, if any, is for the weights to say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from factsheet.quotations.columns import NOUNS
from factsheet.quotations.frames import Chars, Reading
from factsheet.quotations.marks.terms import is_term
from factsheet.quotations.parse import NOUN_SUBJECTS, Word, root
from factsheet.quotations.sources.rules import RELATIVES, noun_phrase, rule_proposals

# Farther away nobody is looked for: sentences that long are lists, or broken.
_FARTHEST = 300
_NAMELESS = (*RELATIVES, "what", "there")
_PARTS = ("compound", "nmod")
_LOOSE_AT_END = ",;:-–—(“\"'"
_LOOSE_AT_START = ",;:-–—)”\"'"
_WORD = re.compile(r"\w")


@dataclass
class Naming:
    """Words that may name a source: their spans, the noun they hang on, and the rules that propose them."""

    spans: tuple[Chars, ...]
    head: Word
    rules: list[str] = field(default_factory=list)


def source_candidates(cue: Word, content: Sequence[Chars], reading: Reading) -> list[Naming]:
    """Every source candidate of ``cue``, none of it within ``content``, nor in quotation marks: the parser may see the
    subject of what was said there. Where no rule proposes any, the sentence before has some, too."""
    found: dict[tuple[Chars, ...], Naming] = {}
    for rule, proposed in rule_proposals(cue, reading):
        spans = tuple(whole for span in proposed if (whole := _with_whole_terms(span, reading)))
        named = spans and all(_WORD.search(reading.text, *span) for span in spans)
        if named and len(spans) == len(proposed) and not overlaps(spans, content):
            first, end = reading.tokens(*spans[0])
            found.setdefault(spans, Naming(spans, root(reading.words[first:end]))).rules.append(rule)
    sentence, end = reading.columns.sentences[cue.i]
    start = reading.columns.sentences[sentence - 1][0] if sentence and not found else sentence
    for i in range(max(start, cue.i - _FARTHEST), min(end, cue.i + _FARTHEST)):
        if i != cue.i and _can_name(i, cue, sentence, reading):
            head = reading.words[i]
            span = _phrase(head, cue, content, reading)
            if span is not None:
                found.setdefault((span,), Naming((span,), head))
    return list(found.values())


def overlaps(some: Sequence[Chars], others: Sequence[Chars]) -> bool:
    """Whether two lists of spans share a character."""
    return any(a < end and start < b for a, b in some for start, end in others)


def _can_name(i: int, cue: Word, sentence: int, reading: Reading) -> bool:
    columns = reading.columns
    dep, head = columns.deps[i], columns.heads[i]
    # Of the subjects, "some" and "many" are no nouns to the tagger.
    if columns.pos[i] not in NOUNS and dep not in NOUN_SUBJECTS:
        return False
    # Who is told, asked or accused does not say it; "she was quoted as saying" is for the rules.
    if dep == "nsubjpass" and head == cue.i:
        return False
    # Of the sentence before, only its subject can be taken up by this one.
    if (i < sentence and dep not in NOUN_SUBJECTS) or dep == "expl" or columns.starts[i] < reading.start:
        return False
    # A name's last word stands for it, but for one that the parser has strung together with the cue.
    part = dep in _PARTS and head > i and columns.pos[head] in ("NOUN", "PROPN")
    if (part and i != cue.i - 1) or reading.in_marks[i]:
        return False
    return reading.words[i].lower not in _NAMELESS


def _with_whole_terms(span: Chars, reading: Reading) -> Chars | None:
    """A source with the nickname in marks that it cuts into taken in whole; None where it is itself in marks, or
    cuts into speech."""
    start, end = span
    for region in reading.regions_within(start, end):
        if region.start <= start or not is_term(reading.text, region):
            return None
        end = max(end, region.end)
    return start, end


def _phrase(head: Word, cue: Word, content: Sequence[Chars], reading: Reading) -> Chars | None:
    """The noun phrase around ``head`` as far as the cue, the content and quotation marks leave it; None where they
    leave nothing."""
    start, end = noun_phrase(head, stop=cue.i if head.i < cue.i else None)
    walls = [(cue.start, cue.end), *content]
    walls += [(region.start, region.end) for region in reading.speech.within(start, end)]
    for first, last in walls:
        if first <= head.start < last:
            return None
        if first > head.start:
            end = min(end, first)
        else:
            start = max(start, last)
    text, last = reading.text, head.end
    while end > last and (text[end - 1].isspace() or text[end - 1] in _LOOSE_AT_END):
        end -= 1
    while start < head.start and (text[start].isspace() or text[start] in _LOOSE_AT_START):
        start += 1
    return (start, end) if start < end and _WORD.search(text, start, end) else None
