"""What stands in quotation marks and may be no speech: terms, nicknames, titles of works."""

from __future__ import annotations

import re

from factsheet.quotations.marks import QuotedRegion
from factsheet.wordlists import words

_ENDS_SPEECH = re.compile(r"[,.!?…](?:''|[\"”»“’'])\Z")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_FEWEST_WORDS = 4


def is_term(text: str, region: QuotedRegion) -> bool:
    """Whether a quoted region may be a term, a nickname or the title of a work rather than speech: it is written as
    a title, or it has fewer than four words and is no sentence."""
    if is_title(text, region):
        return True
    return len(_WORD.findall(text, region.start, region.end)) < _FEWEST_WORDS and not is_sentence(text, region)


def is_title(text: str, region: QuotedRegion) -> bool:
    """Whether nearly all words of a region have capitals, but for the small ones of titles."""
    found = _WORD.findall(text, region.start, region.end)
    weighty = [word for word in found if word.lower() not in words(__package__, "title_small_words.txt")]
    capitals = sum(1 for word in weighty if word[:1].isupper())
    return capitals > 1 and capitals >= 0.8 * len(weighty)


def is_sentence(text: str, region: QuotedRegion) -> bool:
    """Whether a region begins where a sentence does and ends with punctuation inside its marks, as "No," does."""
    return begins_sentence(text, region) and bool(_ENDS_SPEECH.search(text, region.start, region.end))


def begins_sentence(text: str, region: QuotedRegion) -> bool:
    """Whether nothing, or the end of a sentence, stands before a region."""
    before = text[max(0, region.start - 4) : region.start].rstrip(' \t"”’»')[-1:]
    return before in ("", "\n", ".", "!", "?", ":")


def is_repeated(text: str, region: QuotedRegion) -> bool:
    """Whether a region's words stand in marks at another place of the text, too."""
    inside = text[region.start + len(region.mark) : region.end - 1]
    return len(re.findall(rf"[\"“”„«'‘]{re.escape(inside)}[\"“”»'’]", text)) > 1
