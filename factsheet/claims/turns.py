"""Where an interview is printed turn by turn ("Q: ...", "A: ...", "ITO: ..."): nothing in it is the article's."""

from __future__ import annotations

import re
from collections import Counter

from factsheet.language.paragraphs import paragraphs

_LABEL = re.compile(r"[ \t]*(?P<label>[QA](?=[:.]\s)|[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}(?=:\s))[:.]\s")
_FEWEST = 2


def interview(text: str, body_start: int) -> tuple[int, int] | None:
    """The half-open offsets of the turns of an interview, from the first label to the end of the last turn; None
    where there is none.

    Two or more paragraphs begin with labels, and the labels are "Q" and "A", or one of them comes again, or they are
    names in capitals. What follows the last turn of questions and answers may be more of the answer, and so is taken
    with it.
    """
    bounds = [(max(start, body_start), end) for start, end in paragraphs(text) if end > body_start]
    found = [(n, match["label"]) for n, (start, end) in enumerate(bounds) if (match := _LABEL.match(text, start, end))]
    counts = Counter(label for _, label in found)
    if {"Q", "A"} <= counts.keys():
        first = next(n for n, label in found if label in ("Q", "A"))
        return bounds[first][0], len(text)
    speaking = {label for label, count in counts.items() if count >= _FEWEST and label not in ("Q", "A")}
    capitals = {label for label in counts if label.isupper() and len(label) > 1}
    if len(speaking) < _FEWEST and len(capitals) < _FEWEST:
        return None
    turns = [n for n, label in found if label in speaking | capitals]
    return bounds[turns[0]][0], bounds[turns[-1]][1]
