"""Why a quotation was missed, found in vain, cut wrongly or given a wrong source: a few words for each error.

A cause says what can be seen by setting the annotated quotations of an article beside those found in it, and no more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from factsheet.evaluation.score import Item, Pair
from factsheet.evaluation.words import words as units
from factsheet.wordlists import words

Words = frozenset[int]
"""Words by the offsets at which they begin."""

_MOST = 0.5
_MAIN_SHARE = 0.75
_BEFORE_SENTENCE = ("", "\n", "\r", ".", "!", "?", ":")


def cause_of_miss(gold: Item, found: Sequence[Item], paired: Collection[int]) -> tuple[str, Item | None]:
    """Why an annotated quotation is in no pair, and the found quotation that this speaks of, if any.

    ``found`` are all quotations found in the article, ``paired`` the indices of those that are in a pair.
    """
    same_cue = _nearest(gold, [item for item in found if item.cue & gold.cue])
    around = _nearest(gold, [item for item in found if _mostly_in(gold, item)])
    if same_cue:
        if _mostly_in(gold, same_cue):
            merged = same_cue.index in paired
            return "cue found, content merged into another quotation" if merged else "cue found, far too long", same_cue
        if same_cue.index in paired:
            return "cue found for another quotation only", same_cue
        return "cue found, far too short" if same_cue.content & gold.content else "cue found, other content", same_cue
    if around:
        return "no cue found, content inside another quotation", around
    return "no cue found there" if gold.cue else "no cue annotated, none found", None


def cause_of_false_find(found: Item, gold: Sequence[Item], paired: Collection[int]) -> tuple[str, Item | None]:
    """Why a found quotation is in no pair, and the annotated quotation that this speaks of, if any.

    ``gold`` are all quotations annotated in the article, ``paired`` the indices of those that are in a pair.
    """
    where, beside = _place_of_false_find(found, gold, paired)
    return f"{where}; {'a source' if found.source else 'no source'} given", beside


def cause_of_wrong_span(pair: Pair, gold_pieces: Sequence[Words], found_pieces: Sequence[Words]) -> str:
    """How the content of a pair differs: the one thing that most of the words make that are in one content alone, or
    "other".

    The pieces are the words of each span of either content.
    """
    annotated, found = pair.gold.content, pair.predicted.content
    first, last = min(annotated & found), max(annotated & found)
    lost, spare = _whole_pieces(gold_pieces, found), _whole_pieces(found_pieces, annotated)
    differing = Counter({"a piece missing": len(lost), "a piece too many": len(spare)})
    differing.update(_side(word, first, last, "too short", "a gap") for word in annotated - found - lost)
    differing.update(_side(word, first, last, "too long", "a gap filled") for word in found - annotated - spare)
    (cause, most), *_ = differing.most_common()
    return _of_cue(pair, cause if most >= _MAIN_SHARE * differing.total() else "other")


def cause_of_wrong_source(text: str, pair: Pair) -> str:
    """What was given as the source instead of the annotated one."""
    gold, found = pair.gold, pair.predicted
    if len(found.source & gold.cue) > _MOST * len(found.source):
        return "the annotated cue given"
    if not found.source:
        return _of_cue(pair, "none given")
    if [*_words(text, gold.source).values()] == [*_words(text, found.source).values()]:
        return _of_cue(pair, "the same words at another place given")
    return _of_cue(pair, f"{_class(text, found.source)} given for {_class(text, gold.source)}")


def _of_cue(pair: Pair, cause: str) -> str:
    """The cause, with a note where the two of a pair are reported by different words."""
    if not pair.gold.cue or pair.gold.cue & pair.predicted.cue:
        return cause
    return f"{cause}, {'by another cue' if pair.predicted.cue else 'cue not found'}"


def _whole_pieces(pieces: Sequence[Words], other: Words) -> Words:
    """The words of those of several pieces that have none in common with the other content."""
    return Words().union(*(piece for piece in pieces if len(pieces) > 1 and not piece & other))


def _place_of_false_find(found: Item, gold: Sequence[Item], paired: Collection[int]) -> tuple[str, Item | None]:
    same_cue = _nearest(found, [item for item in gold if item.cue & found.cue])
    if same_cue:
        if same_cue.index in paired:
            return "cue annotated, for a quotation found already", same_cue
        return "cue annotated, with other content", same_cue
    around = _nearest(found, [item for item in gold if item.content & found.content])
    if around:
        whole = _mostly_in(found, around)
        return f"{'inside' if whole else 'partly in'} an annotated quotation of another cue", around
    return "nothing annotated there", None


def _nearest(item: Item, others: Sequence[Item]) -> Item | None:
    """The one that has most words in common with the item, the first of them among equals."""
    return max(others, key=lambda other: len(other.content & item.content), default=None)


def _mostly_in(item: Item, other: Item) -> bool:
    return len(item.content & other.content) >= _MOST * len(item.content)


def _side(word: int, first: int, last: int, at_edge: str, between: str) -> str:
    if word < first:
        return f"{at_edge} at the start"
    return f"{at_edge} at the end" if word > last else between


def _class(text: str, source: Words) -> str:
    pronouns = words(__package__, "pronouns.txt")
    naming = {start: word for start, word in _words(text, source).items() if word.lower() not in pronouns}
    if not naming:
        return "a pronoun"
    return "a name" if any(_is_name(text, start, word) for start, word in naming.items()) else "a description"


def _is_name(text: str, start: int, word: str) -> bool:
    """Whether a word has a capital that is not merely the one of a sentence's start."""
    if not word[0].isupper():
        return False
    before = text[:start].rstrip(" \t\"“‘'")[-1:]
    return before not in _BEFORE_SENTENCE or not re.search(rf"\b{re.escape(word.lower())}\b", text)


def _words(text: str, starts: Words) -> dict[int, str]:
    return {start: text[start:end] for start, end in units(text) if start in starts}
