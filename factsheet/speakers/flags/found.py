"""What is known about an article when its flags are raised."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from factsheet.model import Decision, Quotation, Span
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.decisions.verdicts import ArticleVerdicts
from factsheet.speakers.findings import Identity
from factsheet.speakers.named_sources import Attribution
from factsheet.speakers.names.comparing import folded, same_word
from factsheet.speakers.references import Reference


@dataclass(frozen=True)
class Found:
    """The findings of an article that flags are about.

    ``quotations`` have their speakers, ``attributions`` say for each quotation's id who it was attributed to and
    why. ``ids`` maps the identity of a cluster to the id of its speaker; one that the sheet does not list has none.
    """

    doc: Doc
    quotations: tuple[Quotation, ...]
    attributions: Mapping[str, Attribution]
    identity: Identity
    ids: Mapping[int, str]
    verdicts: ArticleVerdicts
    authority: Authority

    @cached_property
    def text(self) -> str:
        """The article's text, which spaCy puts together anew each time it is asked for."""
        return self.doc.text

    @cached_property
    def persons(self) -> tuple[Cluster, ...]:
        """The clusters of persons who are named, in the order of their first mention."""
        return tuple(c for c in self.identity.clusters if c.kind == "person" and c.references)

    @cached_property
    def bearers(self) -> Mapping[int, tuple[Reference, Cluster]]:
        """For each token of a name, the reference and the cluster it belongs to."""
        return {i: (r, c) for c in self.identity.clusters for r in c.references for i in range(r.first, r.last)}

    def subjects(self, *clusters: Cluster) -> tuple[str, ...]:
        """The ids of the speakers that these clusters are, each once."""
        return tuple(dict.fromkeys(self.ids[id(cluster)] for cluster in clusters if id(cluster) in self.ids))

    def count(self, word: str) -> int:
        """How often a word stands in the article, letter case and accents aside."""
        return self._counts.get(folded(word), 0)

    def decision(self, *names: tuple[str, str], at: tuple[Span, ...]) -> Decision | None:
        """The record that counts at these places on the first of these pairs that has one."""
        rulings = self.verdicts.at(*at)
        return next(filter(None, (rulings.on(*pair) for pair in names)), None)

    @cached_property
    def _counts(self) -> Mapping[str, int]:
        counts: dict[str, int] = {}
        for token in self.doc:
            counts[folded(token.text)] = counts.get(folded(token.text), 0) + 1
        return counts


def first_place(cluster: Cluster, form: str) -> Span:
    """The first place that has the form; of other forms the first place of all."""
    return next(
        (r.span for r in cluster.references if same_word(r.form, form)), min(cluster.places, key=lambda s: s.start)
    )
