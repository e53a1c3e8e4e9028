"""Whom "the Vermont senator" takes up: whoever may be called so of those whom a pronoun could stand for."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from factsheet.model import Quotation
from factsheet.speakers.clauses import turn
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.covering import Covering
from factsheet.speakers.epithets import is_bare, is_known_as, may_be_called, origins
from factsheet.speakers.places import SUBJECTS, Place, in_main_clause, is_subject
from factsheet.speakers.pronouns import Pronouns
from factsheet.speakers.seats import Seats, is_of_two
from factsheet.speakers.told import SENTENCES_BACK
from factsheet.speakers.topics import (
    MODIFIERS,
    acts,
    has_open_subject,
    heads_sentence,
    is_indefinite,
    only_one_named,
    tells_what_one_is,
)


class Epithets:
    """The reading of epithets from the persons that an article has spoken of."""

    def __init__(self, doc: Doc, pronouns: Pronouns, quotations: tuple[Quotation, ...], seats: Seats) -> None:
        self._doc = doc
        self._seats = seats
        self._pronouns = pronouns
        self._contents = Covering((span.start, span.end, q) for q in quotations for span in q.content)

    def resolve(self, token: Token, *, quoted: bool) -> Cluster | None:
        """Who is called "the candidate": found as for "he" or "she", of whatever gender the word shows, among those who
        may be called so; nobody, if only others near are said to be just that. With more than the noun it may set
        somebody off from the last who was spoken of ("the Vermont senator"). If it does not follow quoted words, one
        person alone then comes into question, or one alone is said to be a senator and all others something else.
        The noun alone is taken so only as the subject of a main clause, or of whoever is said to be just that. Failing
        that, it is the only one of them who is named in the sentence and the one before, and who is said to be just
        that."""
        named = self._pronouns.places.named
        if (
            tells_what_one_is(token)
            or any(map(is_of_two, origins(token)))
            or self._is_unnamed_before(token)
            or (not quoted and has_open_subject(token, named))
        ):
            return None
        before = self._pronouns.before(token, SENTENCES_BACK)
        clusters = {id(place.cluster): place.cluster for place in before}
        others = {
            key for key, cluster in clusters.items() if not may_be_called(cluster, token, self._seats, loosely=True)
        }
        others |= self._who_says(token)
        behind = self._named_behind(token)
        near = {id(p.cluster): p.cluster for p in before if self._is_rival(p) and self._pronouns.fits(p, token)}
        fitting = near.keys() - others
        fitting = fitting - behind or fitting
        others |= behind
        known = {key for key in fitting if is_known_as(near[key], token)}
        bare = is_bare(token)
        if bare and len(known) > 1:
            # Two candidates: either of them.
            return None
        asked = known or fitting
        if quoted or bare or (len(asked) == 1 and all(near[key].roles for key in fitting - asked)):
            excluded = others if quoted or bare else others | (fitting - asked)
            found = self._pronouns.resolve(token, quoted=quoted or bare, others=excluded)
            if found is not None and (not known or id(found) in known) and self._is_surely_called(found, token, quoted):
                return found
        before = self._pronouns.before(token, 1)
        places = [p for p in before if p.token < token.left_edge.i and self._pronouns.gender_fits(p, token)]
        alone = only_one_named(self._doc, places, token, lambda place: self._pronouns.back(place, token), others)
        if alone is None or not self._is_surely_called(alone, token, quoted):
            return None
        goes_on = not bare and heads_sentence(self._doc, token) and self._was_subject(alone, token)
        return alone if goes_on or is_known_as(alone, token) else None

    def _is_surely_called(self, cluster: Cluster, token: Token, quoted: bool) -> bool:
        """Whether the person is surely one, did not ask just before, and may be called so, even by a bare noun that
        tells of nobody's deeds."""
        certain = any(reference.certain for reference in cluster.references)
        just_before = [p for p in self._pronouns.before(token, 1) if p.cluster is cluster]
        if any(turn(self._doc[place.token]) < 0 for place in just_before):
            return False
        if not (quoted or cluster.roles) and self._is_passing_voice(cluster, just_before):
            return False
        bare = is_bare(token) and not quoted and not acts(token)
        return certain and may_be_called(cluster, token, self._seats) and (not bare or is_known_as(cluster, token))

    def _is_passing_voice(self, cluster: Cluster, just_before: list[Place]) -> bool:
        """Whether the person is named for the first time just before, as who says something: anybody may be quoted, and
        who comes next may be somebody else ("“Hello,” Ann Gray said. The Ohio senator opened the session")."""
        first = self._pronouns.places.first(cluster)
        return any(place.quoted and place.token <= first for place in just_before)

    def _was_subject(self, cluster: Cluster, token: Token) -> bool:
        """Whether the sentence before is about the person: its main subject."""
        own = (p for p in self._pronouns.before(token, 1) if p.cluster is cluster and not p.aside)
        named = (self._doc[place.token] for place in own if self._pronouns.back(place, token) == 1)
        return any(is_subject(t) and in_main_clause(t) for t in named)

    def _named_behind(self, token: Token) -> set[int]:
        """The ids of those who are named behind the word in its own clause: "the senator blamed Roe" is about two. In
        a clause joined to it, or as whose something is, it may be the same person's name."""
        if not is_subject(token):
            return set()
        behind = self._pronouns.places.between(token.i + 1, token.head.right_edge.i + 1)
        named = (p for p in behind if p.cluster.references and not p.direct)
        return {id(p.cluster) for p in named if _is_in_clause(self._doc[p.token], token.head)}

    def _is_unnamed_before(self, token: Token) -> bool:
        """Whether somebody unnamed was called so in the sentence or the three before it ("a donor")."""
        before = self._pronouns.told_before(token)
        return any(t.lower_ == token.lower_ and is_indefinite(t) for t in before)

    def _who_says(self, token: Token) -> set[int]:
        """The ids of those who say what the word stands in: in "Roe said that the candidate" that is somebody else."""
        around = self._contents.at(token.idx)
        sources = [span for q in around for span in q.source if span.start < token.idx]
        return {
            id(place.cluster)
            for place in self._pronouns.before(token, SENTENCES_BACK)
            if any(span.start <= self._doc[place.token].idx < span.end for span in sources)
        }

    def _is_rival(self, place: Place) -> bool:
        return place.cluster.kind == "person" and not place.aside and self._doc[place.token].dep_ not in MODIFIERS


def _is_in_clause(named: Token, verb: Token) -> bool:
    """Whether the name belongs to the verb, to what its subject says or does, or to words of its clause ("opened a
    rally blasting Roe"), and not to a clause about something else or to another main clause."""
    if named.dep_ == "poss" or named.tag_ == "PRP":
        return False
    for above in named.ancestors:
        if above.i == verb.i:
            return True
        joined = above.dep_ == "conj" and any(t.dep_ in SUBJECTS for t in above.children)
        if joined or above.dep_ in {"relcl", "poss"}:
            return False
    return False
