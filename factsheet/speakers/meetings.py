"""Names that one sentence has twice, of two people: "John Roe met John Roe, a baker", "Dr. Roe and Mr. Roe"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import same_word
from factsheet.speakers.references import Reference

_OBJECTS = {"dobj", "pobj", "dative"}


class Meetings:
    """Which names of an article stand beside the same name as another's."""

    def __init__(self, doc: Doc, references: Iterable[Reference]) -> None:
        references = list(references)
        at: dict[int, list[Reference]] = defaultdict(list)
        for reference in references:
            for i in range(reference.first, reference.last):
                at[i].append(reference)
        self._met: dict[Reference, list[Reference]] = defaultdict(list)
        for later in references:
            for earlier in (other for i in sorted(_beside(doc, later)) for other in at.get(i, ())):
                if earlier.last <= later.first and same_word(earlier.form, later.form):
                    self._met[later].append(earlier)
                    self._met[earlier].append(later)

    def meet(self, reference: Reference, cluster: Cluster) -> bool:
        """Whether one sentence has the name and the same name of the cluster's, as subject and as object of a verb or
        joined by "and"."""
        return any(map(cluster.has, self._met.get(reference, ())))


def _beside(doc: Doc, reference: Reference) -> set[int]:
    """The tokens that the name is joined to by "and", or that are the subjects of what it is the object of."""
    here = doc[reference.first : reference.last].root
    beside = {here.head.i} if here.dep_ == "conj" else set()
    verb = here.head if here.dep_ != "pobj" else here.head.head
    if here.dep_ in _OBJECTS and verb.pos_ == "VERB":
        beside |= {child.i for child in verb.children if child.dep_ == "nsubj"}
    return beside
