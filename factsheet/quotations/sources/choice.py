"""Sources: which words name who said it, if any do.

The candidates of a cue compete with each other and with "nobody is named" in a conditional logistic regression, as
contents do (see ``judge``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp

from factsheet.quotations.frames import Chars, Reading, SourceCandidate
from factsheet.quotations.parse import Word
from factsheet.quotations.sources.candidates import overlaps, source_candidates
from factsheet.quotations.sources.features import source_features
from factsheet.quotations.weights import Weights, total
from factsheet.wordlists import words as word_list

# The rule for what no rule proposes.
NEARBY = "noun nearby"
CITING = "citing"
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TIMES_OF_DAY = ("morning", "afternoon", "evening", "night")
# The rules that leave no doubt.
_CERTAIN = (CITING, "recorded")
_TO_WORK = re.compile(r"(?:['’]s)?\s+")


def source_of(cue: Word, content: Sequence[Chars], reading: Reading, weights: Weights) -> SourceCandidate | None:
    """Who the words of ``content`` (character spans), which ``cue`` reports, are put down to; None where it is likelier
    that nobody is named."""
    candidates = source_candidates(cue, content, reading)
    if not candidates:
        return None
    features = source_features(cue, reading.columns.keys[cue.i], content, candidates, reading)
    scores = [total(weights.source, names) for names in features]
    # Who reports somebody else's words names that somebody, too.
    sure = [any(rule in _CERTAIN for rule in candidate.rules) for candidate in candidates]
    best = max(range(len(scores)), key=lambda i: (sure[i], scores[i]))
    if scores[best] <= 0 and not sure[best]:
        return None
    top = max(0.0, *scores)
    odds = [exp(score - top) for score in scores]
    alike = sum(odd for odd, other in zip(odds, candidates, strict=True) if other.head == candidates[best].head)
    rules = candidates[best].rules
    rule = CITING if CITING in rules else rules[0] if rules else NEARBY
    spans = tuple(_with_whole_works(_whole(span, reading), content, reading) for span in candidates[best].spans)
    return SourceCandidate(spans, rule, alike / (sum(odds) + exp(-top)))


def _whole(span: Chars, reading: Reading) -> Chars:
    """A name as far as it goes, where the parser has cut it: behind a preposition ("Minister of Trade of Norway Ann
    Roe" may have two subjects to it, the first of which ends on "of"), or behind the first word after a quotation
    ("…," Lund police chief Ann Roe said)."""
    words, (first, end) = reading.words, reading.tokens(*span)
    start, last = first, _before_day(words, first, end)
    if words[end - 1].pos == "ADP":
        while last < len(words) and words[last].pos == "PROPN":
            last += 1
    while start and words[start - 1].pos == "PROPN" and not reading.in_marks[start - 1]:
        start -= 1
    begins = start < first and start and reading.in_marks[start - 1]
    return words[start].start if begins else span[0], words[last - 1].end if last != end else span[1]


def _before_day(words: Sequence[Word], first: int, end: int) -> int:
    """Where a source ends without the day that tells when it spoke ("The campaign on Monday said"), unless a paper is
    called so ("The Mail on Sunday said")."""
    last = end - 1 if words[end - 1].lower in _TIMES_OF_DAY else end
    if last - 1 > first and words[last - 1].text in _DAYS:
        last -= 2 if words[last - 2].lower == "on" else 1
    else:
        last = end
    behind = [word.text for word in words[last : last + 2]]
    if behind == ["on", "Sunday"] and words[last - 1].lower in word_list(__package__, "sunday_papers.txt"):
        return last + 2
    return last if last > first and words[last - 1].pos in ("NOUN", "PROPN") else end


def _with_whole_works(span: Chars, content: Sequence[Chars], reading: Reading) -> Chars:
    """A name with the work that it cuts into, or that it breaks off before: Ann Roe, host of KBN’s “Morning Ann,”."""
    start, end = span
    cut = [region for region in reading.regions_within(start, end) if region in reading.works]
    gap = _TO_WORK.match(reading.text, end)
    following = reading.region_at(gap.end()) if gap else None
    if gap and following in reading.works and following.start == gap.end():
        cut.append(following)
    whole = min([start, *(region.start for region in cut)]), max([end, *(region.end for region in cut)])
    return span if overlaps([whole], content) else whole
