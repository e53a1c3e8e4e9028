"""Content candidates in quotation marks: the quoted regions that nothing but a cue's own clause separates from it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from factsheet.quotations.frames import Chars, Proposal, Reading
from factsheet.quotations.marks.pairing import QuotedRegion, ends_on_comma, last_inside, sentence_goes_on
from factsheet.quotations.marks.terms import begins_sentence, is_term, is_title
from factsheet.quotations.parse import NOUN_SUBJECTS, Word
from factsheet.quotations.sources.name_between import name_between
from factsheet.wordlists import words

_CONTENT_CHILDREN = ("ccomp", "parataxis", "punct", "conj")
_NESTED = ("ccomp", "relcl", "acl", "advcl", "pcomp", "csubj")
_THINGS = ("it", "this", "that", "these", "those")
_LOOK_BACK = 6
_NEW_SUBJECT = re.compile(r"(?:He|She|They|We|It)\b")


@dataclass(frozen=True)
class Beside:
    """A cue's own clause, from ``start`` to ``end``, the quoted regions right before and behind it, and the name
    between the former and the cue that the parser has not hung on the cue."""

    start: int
    end: int
    before: QuotedRegion | None
    after: QuotedRegion | None
    name: Chars | None

    @classmethod
    def of(cls, cue: Word, reading: Reading) -> Beside:
        """What stands beside ``cue``: no words but those of its own clause are between."""
        start, end = _own_clause(cue, reading)
        name = name_between(cue, reading)
        if name is not None:
            start = min(start, name[0])
        before, after = _nearest_before(reading, start), _nearest_after(reading, end)
        if before is not None and _is_anothers(cue, start, before, after, reading):
            before = None
        return cls(start, end, before, after, name)


def beside_marks(cue: Word, beside: Beside, reading: Reading) -> Iterator[Proposal]:
    """The quoted regions beside a cue. What speaks against one stands in brackets behind the construction's name."""
    text, before, after = reading.text, beside.before, beside.after
    if before is not None:
        doubt = " (new sentence)" if _is_new_sentence(text, before, beside.start) else ""
        word = _word_before(text, before)
        if after is not None and not _is_modifier(after, reading) and participle_before(after, reading) is None:
            stops = "" if _goes_on(cue, beside.end, after, reading) else " (not going on)"
            yield f"{word} both sides{doubt}{stops}", [(before.start, before.end), (after.start, after.end)]
        yield f"{word} before{doubt}", [(before.start, before.end)]
    apart = after is not None and _stands_apart(after, reading) and _tells_nothing(cue)
    if after is not None and not apart and not _has_cue_behind(after, beside.end, reading):
        between = text[beside.end : after.start]
        colon = " colon" if between.rstrip().endswith(":") else ""
        below = " next paragraph" if reading.breaks(beside.end, after.start) else ""
        yield f"{_word(text, after)} after{colon}{below}", [(after.start, after.end)]


def _stands_apart(region: QuotedRegion, reading: Reading) -> bool:
    """Whether the sentence before a quoted region has ended, and no colon leads to it."""
    before = reading.text[max(0, region.start - _LOOK_BACK) : region.start].rstrip()
    return begins_sentence(reading.text, region) and not before.endswith(":")


def _tells_nothing(cue: Word) -> bool:
    """Whether another verb governs the cue, so that it is not what its sentence tells (She said that he refused.
    “No.”), or nobody does what it says (It threw him. “No.”)."""
    if any(child.dep in NOUN_SUBJECTS and child.lower in _THINGS for child in cue.lefts):
        return True
    word = cue
    while word.head is not word and (word.dep in ("conj", "xcomp") or (word.dep == "advcl" and word.tag == "VBG")):
        word = word.head
    return word.dep in _NESTED


def _is_modifier(region: QuotedRegion, reading: Reading) -> bool:
    """Whether a term in marks goes with the noun behind it: "…," said Bo Lund, one of the “big four” players."""
    _, following = reading.tokens(region.start, region.end)
    if not is_term(reading.text, region) or following >= len(reading.words):
        return False
    word = reading.words[following]
    return word.pos in ("NOUN", "PROPN") and not reading.text[region.end : word.start].strip(" ")


def _has_cue_behind(region: QuotedRegion, end: int, reading: Reading) -> bool:
    """Whether a quoted region that begins a sentence goes on into a clause that reports it, so that the sentence
    before, which ends at ``end`` or behind it, does not: She left. "Enough", she said."""
    text = reading.text
    if not begins_sentence(text, region):
        return False
    if text[end : region.start].rstrip().endswith(":"):
        # Here is proof:
        # “Should it?” a reporter asked.
        return reading.breaks(end, region.start) and sentence_goes_on(text, region)
    if ends_on_comma(text, region):
        return True
    _, following = reading.tokens(region.start, region.end)
    word = reading.words[following] if following < len(reading.words) else None
    return word is not None and word.pos == "VERB" and word.text.islower() and not reading.breaks(end, word.start)


def participle_before(region: QuotedRegion, reading: Reading) -> Word | None:
    """The participle right before a quoted region that begins with a capital: it is likelier to report it than the
    quotation before is to go on ("A," he said, adding: "B"). Who is quoted "as saying" is named before that."""
    first, _ = reading.tokens(region.start, region.end)
    at = next((i for i in range(first - 1, -1, -1) if reading.words[i].text not in (",", ":")), None)
    before = reading.words[at] if at is not None else None
    if before is None or before.tag != "VBG" or reading.in_marks[before.i] or before.head.lower == "as":
        return None
    opening = next((char for char in reading.text[region.start : region.end] if char.isalpha()), "")
    return before if opening.isupper() else None


def _is_new_sentence(text: str, before: QuotedRegion, start: int) -> bool:
    """Whether the cue's clause is a sentence of its own behind a finished quotation: "…?" He answered, "…"."""
    last = last_inside(text, before.start, before.end)
    if last == ".":
        return text[start].isupper()
    return last in ("!", "?") and bool(_NEW_SUBJECT.match(text, start))


def _goes_on(cue: Word, end: int, after: QuotedRegion, reading: Reading) -> bool:
    """Whether the speech goes on behind the cue, in its paragraph.

    It does not where a new sentence closes on a comma, and so has a cue of its own ("A," said one. "B," said the
    other.), where another verb introduces it ("A," she said, adding "B"), or where the marks hold a title.
    """
    text = reading.text
    if reading.breaks(end, after.start) or is_title(text, after):
        return False
    own_cue = last_inside(text, after.start, after.end) == ","
    if own_cue and text[max(0, after.start - 3) : after.start].rstrip().endswith("."):
        return False
    # "A," she said, adding "B"; "A," she said, adding that it was "b". But: "A," she said, adding more. "B."
    other = any(child.pos == "VERB" and child.dep == "advcl" and child.start < after.start for child in cue.rights)
    return not other or (begins_sentence(text, after) and not text[end : after.start].rstrip().endswith(":"))


def _word_before(text: str, region: QuotedRegion) -> str:
    """A few words that begin their sentence and have the cue right behind them are speech: "Never", she said."""
    return "quotation" if begins_sentence(text, region) and not is_title(text, region) else _word(text, region)


def _word(text: str, region: QuotedRegion) -> str:
    return "term" if is_term(text, region) else "quotation"


def _own_clause(cue: Word, reading: Reading) -> Chars:
    """From the first to the last word that hangs on the cue without being in its content, no quoted region crossed."""
    start, end = cue.start, cue.end
    if not reading.speech.all:
        return start, end
    earlier, later = reading.speech.before(start), reading.speech.after(end)
    before = earlier.end if earlier else 0
    after = later.start if later else len(reading.text)
    first, last = start, end
    for child in cue.children:
        if child.dep not in _CONTENT_CHILDREN:
            left, right = child.left_edge, child.right_edge
            left = max(left, bisect_left(reading.starts, before))
            right = min(right, bisect_left(reading.starts, after) - 1)
            if left <= right:
                first, last = min(first, reading.starts[left]), max(last, reading.columns.ends[right])
    return first, last


def _is_anothers(cue: Word, start: int, before: QuotedRegion, after: QuotedRegion | None, reading: Reading) -> bool:
    """Whether quoted words right before a cue's clause, which begins at ``start``, are part of what comes before it: a
    conjunction opens the clause (“…,” while Roe said); the cue is a participle with quoted words behind it (“…,”
    adding: “…”); or they are a phrase, and the cue has its subject before them (Roe, who denied “any role,” said), or
    is a participle of that (Roe denied “any role,” adding)."""
    if _clause_opener().match(reading.text, before.end, cue.start):
        return True
    if after is not None and participle_before(after, reading) is cue:
        return True
    if start < cue.start or begins_sentence(reading.text, before):
        return False
    subjects = [child for child in cue.lefts if child.dep in NOUN_SUBJECTS and not reading.in_marks[child.i]]
    return any(child.start < before.start for child in subjects) or (cue.tag == "VBG" and not subjects)


@cache
def _clause_opener() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{'|'.join(sorted(words(__package__, 'clause_openers.txt')))})\b")


def _nearest_before(reading: Reading, start: int) -> QuotedRegion | None:
    region = reading.speech.before(start)
    if region is None or not _nothing_between(reading, region.end, start):
        return None
    # He went on about “a cold house” and “a long winter,” and she left: the last of a list goes with the others.
    first = reading.speech.list_of(region, reading.text)
    return region if first is region or begins_sentence(reading.text, first) else None


def _nearest_after(reading: Reading, end: int) -> QuotedRegion | None:
    region = reading.speech.after(end)
    return region if region is not None and _nothing_between(reading, end, region.start) else None


def _nothing_between(reading: Reading, start: int, end: int) -> bool:
    between = reading.text[start:end]
    if any(map(str.isalnum, between)):
        return False
    return between.rstrip().endswith(":") or not reading.breaks(start, end)
