"""The names in what names who is quoted: which of them speaks."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.covering import Covering
from factsheet.speakers.namings import beside_another, is_busy, is_cut, is_made_by, leads_to, names_several
from factsheet.speakers.references import Reference

_PLACES = {"GPE", "LOC"}
_WITHIN = {"at", "in", "on"}
_LONGEST_TITLE = 4


@dataclass(frozen=True)
class Attribution:
    """Who a quotation is attributed to (None: nobody), and why, in words."""

    cluster: Cluster | None
    reason: str


class NamedSources:
    """The names of one article, looked up in the words of its sources.

    ``at`` has for each token of a name whose it is.
    """

    def __init__(self, doc: Doc, clusters: list[Cluster]) -> None:
        self._doc = doc
        self.at = {i: c for c in clusters for r in c.references for i in range(r.first, r.last)}
        references = [(n, r) for n, r in enumerate(r for c in clusters for r in c.references)]
        self._references = Covering((r.first, r.last, (n, r)) for n, r in references)
        self._roles = Covering((role.start, role.end, cluster) for cluster in clusters for role in cluster.roles)

    def speaker(self, tokens: Tokens, root: Token) -> Attribution | None:
        """The reference that the source is, or whose title or apposition it is; None where it is no name."""
        inside = [r for r in self.inside(tokens) if tokens.start <= r.first and r.last <= tokens.end]
        if names_several(tokens, root, inside) or any(
            is_cut(self._doc, r, tokens) for r in inside if r.first <= root.i < r.last
        ):
            return None
        if (beside := beside_another(self._doc, root, inside)) is not None:
            one, other = (self.at[reference.first] for reference in beside)
            if one is not other:
                return Attribution(None, f"“{tokens.text}” may be {one.name} or {other.name}.")
        if root.i in self.at:
            return is_named(self.at[root.i])
        for reference in inside:
            about = is_busy(self._doc, reference, tokens) or any(
                role.start <= root.idx < role.end for role in reference.roles
            )
            name = self._doc[reference.first : reference.last].root
            if about or (name.dep_ == "appos" and name.head.i == root.i) or leads_to(self._doc, root, reference):
                return is_named(self.at[reference.first])
        last = max(inside, key=lambda reference: reference.first, default=None)
        if last is not None and self._closes(last, tokens) and all(self._owns(r) for r in inside if r is not last):
            return is_named(self.at[last.first])
        if lexicon.is_document(root.lemma_) and len(inside) == 1 and is_made_by(self._doc, inside[0], root):
            cluster = self.at[inside[0].first]
            return Attribution(cluster, f"“{tokens.text}” gives the words of {cluster.name}.")
        return None

    def _closes(self, reference: Reference, tokens: Tokens) -> bool:
        """Whether a person's name behind a comma, with a title before it and no more than a tag behind it, ends the
        words, whatever the parser makes of them: "Roe's niece, state Del. Anna “Red” Berg (D-Lund)"."""
        before = self._doc[tokens.start : reference.first]
        comma = next((t.i for t in reversed(before) if t.text == ","), None)
        if reference.kind != "person" or comma is None or reference.first - comma > _LONGEST_TITLE:
            return False
        titled = not any(t.pos_ in {"VERB", "AUX", "ADP", "CCONJ"} for t in self._doc[comma + 1 : reference.first])
        return titled and self._doc[reference.last : tokens.end].text[:1] in ("", "(")

    def _owns(self, reference: Reference) -> bool:
        """Whether something is said to be the named one's: "Roe's niece"."""
        return any(t.tag_ == "POS" for t in self._doc[reference.last - 1 : reference.last + 1])

    def inside(self, tokens: Tokens) -> list[Reference]:
        """The names that have a word among these, in the order of their speakers."""
        found = {n: r for i in range(tokens.start, tokens.end) for n, r in self._references.at(i)}
        return [found[n] for n in sorted(found)]

    def around(self, token: Token) -> Cluster | None:
        """The speaker whose role the token stands in, or whose name it is part of."""
        return next(iter(self._roles.at(token.idx)), self.at.get(token.i))

    def is_place(self, token: Token) -> bool:
        """Whether the word names a place, or is a name of nobody behind a preposition: "Roe, a doctor on Bell Hill"."""
        unknown = token.tag_ == "NNP" and token.i not in self.at
        return token.ent_type_ in _PLACES or (unknown and token.dep_ == "pobj" and token.head.lower_ in _WITHIN)


def is_named(cluster: Cluster) -> Attribution:
    """The attribution to somebody whose name is the source."""
    return Attribution(cluster, "")
