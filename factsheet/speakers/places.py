"""Where persons are named or referred to, and how each place stands in its sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.model import Quotation, Span
from factsheet.quotations.marks.pairing import quoted_regions
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.covering import Covering
from factsheet.speakers.epithets import is_epithet
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.references import Reference

SUBJECTS = {"nsubj", "nsubjpass"}
_PEOPLE_TAGS = {"NN", "NNP"}
_PLURAL_TAGS = {"NNS", "NNPS"}
# What is in, at or on something names a place, a house or a medium, and seldom a person.
_WITHIN = {"in", "at", "on", "inside", "outside", "near", "within", "across", "throughout", "around"}
_ADDRESSED = {"#", "@"}


@dataclass(frozen=True)
class Place:
    """A place where a person is named or referred to: the token that heads it, and who it is.

    ``quoted``: the person is the source of a quotation there. ``direct``: it stands in directly quoted words.
    ``aside``: it is one of several joined by "and", stands in what is said of somebody else ("Roe, an aide to Doe") or
    in the title. ``known``: it is no pronoun that stands for nobody known.
    """

    token: int
    cluster: Cluster
    quoted: bool
    direct: bool
    aside: bool = False
    known: bool = True


class Places:
    """The places of an article's names, and of what stands there without a name."""

    def __init__(self, doc: Doc, clusters: list[Cluster], quotations: tuple[Quotation, ...]) -> None:
        self._doc = doc
        self._clusters = clusters
        self._sources = Covering((span.start, span.end, span) for q in quotations for span in q.source)
        self._spoken = Covering((start, end, True) for start, end in spoken(doc, quotations))
        self._title = next((o.span for o in doc._.article.origins if o.field == "title"), None)
        self._roles = Covering((role.start, role.end, cluster) for cluster in clusters for role in cluster.roles)
        self._named = {i for c in clusters for r in c.references for i in range(r.first, r.last)}

    def named(self) -> list[Place]:
        """One place for each name of a person, and for each single word with a capital that may be one."""
        return [
            place
            for cluster in self._clusters
            for reference in cluster.references
            if (place := self._place(cluster, reference)) is not None
        ]

    def unnamed(self) -> list[Place]:
        """One place for each person without a name who is the subject of a sentence ("the employee left")."""
        return [place for token in self._doc if token.i not in self._named and (place := self._somebody(token))]

    def in_direct(self, token: Token) -> bool:
        """Whether the token stands in directly quoted words."""
        return bool(self._spoken.at(token.idx))

    def _place(self, cluster: Cluster, reference: Reference) -> Place | None:
        # A single name of nobody knows what may be a person's as well: it competes, and wins for nobody.
        if cluster.kind != "person" and (reference.certain or reference.last - reference.first > 1):
            return None
        root = self._doc[reference.first : reference.last].root
        if lexicon.country(root.text.removesuffix("s")) and not cluster.full_names:
            return None
        if cluster.kind != "person" and (not is_subject(root) or id(cluster) in self._no_persons):
            return None
        if cluster.gender is None and _is_within(root):
            return None
        of_another = any(bearer is not cluster for bearer in self._roles.at(root.idx))
        quoted = not of_another and any(
            span.contains(reference.span) and not _heads_another(root, span.end) and not self._is_behind(root, span)
            for span in self._sources.at(reference.span.start)
        )
        in_title = self._title is not None and self._title.contains(reference.span)
        aside = _is_joined(root) or of_another or in_title or self._is_in_another_name(root, reference)
        return Place(root.i, cluster, quoted, self.in_direct(root), aside)

    def _is_in_another_name(self, root: Token, reference: Reference) -> bool:
        """Whether the name stands before what somebody else is called: "the Roe aide Jane Doe"."""
        head = root
        while head.dep_ in {"compound", "nmod"} and head.head.i > head.i:
            head = head.head
        return head.i >= reference.last and not self._named.isdisjoint({head.i, head.i + 1})

    def _is_behind(self, root: Token, source: Span) -> bool:
        """Whether the name is behind a preposition in what a source says of somebody named before it ("Roe, an official
        under Doe")."""
        before = [t for t in root.ancestors if t.i < root.i and source.start <= t.idx < source.end]
        return any(t.dep_ == "prep" for t in before) and any(t.i in self._named for t in before)

    @cached_property
    def _no_persons(self) -> frozenset[int]:
        """The ids of the clusters of names that are used as no person's is."""
        return frozenset(id(c) for c in self._clusters if c.kind != "person" and self._is_no_person(c))

    def _is_no_person(self, cluster: Cluster) -> bool:
        """Whether a name that nobody knows is in the plural, of a medium, or anywhere said to have something in it."""
        roots = [self._doc[r.first : r.last].root for r in cluster.references]
        return any(
            root.tag_ in _PLURAL_TAGS or _is_within(root) or (root.i > 0 and root.nbor(-1).text in _ADDRESSED)
            for root in roots
        )

    def _somebody(self, token: Token) -> Place | None:
        """A singular human noun that is the subject of a main clause and no name: a pronoun may stand for it."""
        if token.dep_ not in SUBJECTS or token.tag_ not in _PEOPLE_TAGS or not lexicon.is_role(token.text):
            return None
        if self._roles.at(token.idx) or is_epithet(token):
            return None
        is_who = [child for child in token.head.children if child.dep_ == "attr"] if token.head.lemma_ == "be" else []
        beside = [child for child in token.children if child.dep_ == "appos"]
        if any(word.i in self._named for word in (*beside, *is_who)):
            return None
        gender: Gender | None = lexicon.role_gender(token.text)
        nobody = Cluster("group", gender_shown=gender)
        return Place(token.i, nobody, quoted=False, direct=self.in_direct(token), aside=not in_main_clause(token))


def spoken(doc: Doc, quotations: tuple[Quotation, ...]) -> tuple[tuple[int, int], ...]:
    """The offsets of directly quoted words: of a mixed quotation those between its marks."""
    regions = quoted_regions(doc.text, doc._.article.body_start)
    found: list[tuple[int, int]] = []
    for quotation in quotations:
        for span in quotation.content if quotation.kind != "indirect" else ():
            first = bisect_right(regions, span.start, key=lambda region: region.end)
            last = bisect_left(regions, span.end, key=lambda region: region.start)
            marked = [(region.start, region.end) for region in regions[first:last]]
            if quotation.kind == "direct" or not marked:
                found.append((span.start, span.end))
            else:
                found += [(max(start, span.start), min(end, span.end)) for start, end in marked]
    return tuple(found)


def is_subject(named: Token) -> bool:
    """Whether the word is a subject, or the name of the one whose role is: "the chairwoman, Jane Roe, said"."""
    head = named.head
    return named.dep_ in SUBJECTS or (
        named.dep_ == "appos" and head.dep_ in SUBJECTS and lexicon.is_role(head.text) and head.i < named.i
    )


def sentence_around(doc: Doc, i: int) -> Tokens:
    """The sentence of the token with this index. (``token.sent`` looks through the whole Doc each time.)"""
    first, last = i, i + 1
    while first > 0 and not doc[first].is_sent_start:
        first -= 1
    while last < len(doc) and not doc[last].is_sent_start:
        last += 1
    return doc[first:last]


def in_main_clause(token: Token) -> bool:
    """Whether the verb that the subject belongs to is no clause within another."""
    verb = token.head
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.dep_ == "ROOT"


def _is_within(root: Token) -> bool:
    return root.dep_ == "pobj" and root.head.lower_ in _WITHIN


def _heads_another(root: Token, end: int) -> bool:
    """Whether the name only says what kind of people a source is ("Roe aides", "Roe's lawyer")."""
    return root.dep_ in {"compound", "poss", "nmod", "amod"} and root.i < root.head.i and root.head.idx < end


def _is_joined(root: Token) -> bool:
    """Whether the name is one of several that are joined: a single "he" seldom takes up one of them."""
    others = [root.head] if root.dep_ == "conj" else [child for child in root.children if child.dep_ == "conj"]
    # In "Roe (D-Vt.)" the parser joins the state.
    others = [other for other in others if other.pos_ == "PROPN" and not (other.i and other.nbor(-1).tag_ == "HYPH")]
    return bool(others) and _has_and(root)


def _has_and(root: Token) -> bool:
    """Whether a conjunction joins what the parser takes for a list: not so in "reached by the Observer, Roe"."""
    first = root
    while first.dep_ == "conj":
        first = first.head
    joined = [first]
    for token in joined:
        joined += [child for child in token.children if child.dep_ == "conj"]
    return any(child.dep_ == "cc" for token in joined for child in token.children)
