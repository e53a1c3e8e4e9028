"""What stands in quotation marks and may be no speech: terms, nicknames, titles of works."""

from __future__ import annotations

import re

from factsheet.language.paragraphs import line_start
from factsheet.language.quote_marks import CLOSING, EITHER, OPENING
from factsheet.quotations.marks.pairing import QuotedRegion
from factsheet.wordlists import words

# The single marks are those of a quotation in the quotation, which ends with it.
_ENDS_SPEECH = re.compile(rf"[,.!?…][\s'’‘]*['’‘“{CLOSING}{EITHER}]\Z")
_CLOSED = re.compile(rf"(?:''|['’‘“{CLOSING}{EITHER}])\Z")
_OPENING_MARK = rf"(?:``|''|[`'‘‚{OPENING}{EITHER}])"
_CLOSING_MARK = rf"[.,]?['’‘“{CLOSING}{EITHER}]"
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_BETWEEN_SENTENCES = f" \t\r\n\u00a0'’{CLOSING}{EITHER}"
_FEWEST_WORDS = 4
_LOOK_BACK = 6


def is_term(text: str, region: QuotedRegion) -> bool:
    """Whether a quoted region may be a term, a nickname or the title of a work rather than speech: it is written as
    a title, or it has fewer than four words and is no sentence."""
    if is_title(text, region):
        return True
    return len(_WORD.findall(text, region.start, region.end)) < _FEWEST_WORDS and not is_sentence(text, region)


def is_title(text: str, region: QuotedRegion) -> bool:
    """Whether the words of a region have capitals, two or more, but for numbers and the small words of titles."""
    found = _WORD.findall(text, region.start, region.end)
    small = words("factsheet.quotations", "title_small_words.txt")
    weighty = [word for word in found if word.lower() not in small and not word[0].isdigit()]
    return len(weighty) > 1 and all(word[0].isupper() for word in weighty)


def is_sentence(text: str, region: QuotedRegion) -> bool:
    """Whether a region begins where a sentence does and ends with punctuation inside its marks, as "No," does."""
    return begins_sentence(text, region) and bool(_ENDS_SPEECH.search(text, region.start, region.end))


def begins_sentence(text: str, region: QuotedRegion) -> bool:
    """Whether nothing, or the end of a sentence, stands before a region."""
    start = line_start(text, region.start)
    before = text[max(start, region.start - _LOOK_BACK) : region.start].rstrip(_BETWEEN_SENTENCES)[-1:]
    return before in ("", ".", "!", "?", "…", ":")


def is_repeated(text: str, region: QuotedRegion) -> bool:
    """Whether a region's words stand in marks at another place of the text, too."""
    inside = _CLOSED.sub("", text[region.start + len(region.mark) : region.end]).rstrip(".,")
    return len(re.findall(_OPENING_MARK + re.escape(inside) + _CLOSING_MARK, text)) > 1
