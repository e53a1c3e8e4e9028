"""Who "I" is where an article is told by its author."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from factsheet.language.paragraphs import paragraphs
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.names.parsing import parse_name
from factsheet.speakers.references import Reference

# "Q: ...", "ROE: ...", "A. ...": turns, in which "I" is whoever has the turn.
_TURN = re.compile(r"(?:Q|A)\b|[^\W\d_][\w.’' -]{0,40}:\s")
_FEWEST_TURNS = 2


def author_of(doc: Doc, clusters: list[Cluster]) -> tuple[Cluster, str] | None:
    """The person who tells the article, and how that is known; None in interviews and where nobody is named.

    It is the one whom the article gives as its author, or whom its last paragraph tells of at its beginning
    ("Jane Roe is a lawyer in ...").
    """
    text, article = doc.text, doc._.article
    bounds = [(start, end) for start, end in paragraphs(text) if start >= article.body_start]
    if sum(bool(_TURN.match(text, start)) for start, _ in bounds) >= _FEWEST_TURNS:
        return None
    named = article.author
    if named is not None:
        words = folded(parse_name(named).words)
        for cluster in clusters:
            if any(folded(name.words) == words for name in cluster.full_names):
                return cluster, f"{named} is the author of the article"
    if len(bounds) < _FEWEST_TURNS:
        return None
    start, end = bounds[-1]
    for cluster in clusters:
        for reference in cluster.references if cluster.kind == "person" else ():
            if start <= reference.span.start < end and _is_told_of(doc, start, reference):
                return cluster, f"the last paragraph introduces {cluster.name} as its author"
    return None


def _is_told_of(doc: Doc, start: int, reference: Reference) -> bool:
    """Whether the paragraph begins with the name, its titles aside, and says what that person is."""
    first = reference.first
    while first > 0 and doc[first - 1].idx >= start:
        first -= 1
    before = doc[first : reference.first]
    name = doc[reference.first : reference.last].root
    told = name.dep_ == "nsubj" and name.head.lemma_ == "be"
    return told and not any(t.pos_ in {"VERB", "AUX"} or (t.is_punct and t.text != ".") for t in before)
