"""Whom "he" and "she" stand for: gender first, then who was named last, who was a subject and who was quoted.

Each consideration adds points; the best candidate must be ahead of the next, or the pronoun stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from factsheet.model import Quotation
from factsheet.speakers.clauses import continues, is_asked_about, is_beside, is_topic, turn
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.genders import possessive_gender, pronoun_gender
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.places import SUBJECTS, Place, in_main_clause, is_subject
from factsheet.speakers.told import SENTENCES_BACK, Told, gender_of
from factsheet.speakers.topics import MODIFIERS, goes_on_with
from factsheet.speakers.voices import is_last_voice, is_new, is_new_voice, is_talk, was_quoted_before

_SENTENCES_BACK_ALONE = 8
_RECENCY = (4.0, 3.0, 1.5, 0.5)
_SAME_SENTENCE = 1.0
_SAME_SENTENCE_SUBJECT = 2.5
_SUBJECT = 2.0
_QUOTED = 2.5
_LAST_VOICE = 2.0
_CONTINUES = 1.5
_GENDER_KNOWN = 2.0
_GENDER_INFERRED = 1.0
_POSSESSIVE = -1.0
_OF_SUBJECT = 0.5
_ASIDE = -2.5
_REPORTED = -2.0
_LEAD = 1.5


class Pronouns(Told):
    """The reading of pronouns from the persons that an article has spoken of."""

    def resolve(
        self,
        token: Token,
        excluded: Cluster | None = None,
        *,
        quoted: bool = False,
        others: Iterable[int] = (),
    ) -> Cluster | None:
        """Who the pronoun stands for, or None where nobody or several come into question.

        ``quoted``: the pronoun is the source of quoted words, and whoever was quoted before goes on as a rule.
        ``others``: the ids of further clusters that cannot be meant.
        """
        gender = gender_of(token)
        starts = {token.idx, token.doc[token.left_edge.i].idx}
        own = [q for start in starts for q in self.sources.get(start, ())]
        near = self.near(token, own)
        another = {id(place.cluster) for place in near if self._is_another(place, token, own)}
        others = {id(excluded), *another, *others}
        fitting = [place for place in near if id(place.cluster) not in others and self.fits(place, token)]
        topic = self._last_topic(fitting)
        fitting = [place for place in fitting if place.known or place.token >= topic]
        if not fitting and gender:
            return self._whose_in_report(token, own) or self._only_one(token, gender, excluded)
        if not fitting:
            return None
        scores: dict[int, float] = {}
        for place in fitting:
            key = id(place.cluster)
            scores[key] = max(scores.get(key, -10.0), self._score(place, token, quoted))
        leader = _leader(scores, {id(place.cluster): place.cluster for place in fitting})
        if leader is not None and gender and self._fits_worse(fitting, leader, token, gender):
            return None
        if leader is None or self._overtaken(fitting, leader, token, quoted):
            return self._gone_on_with(fitting, token, quoted)
        return self._gone_on_with(fitting, token, quoted) if quoted and is_new_voice(self, token, leader) else leader

    def _fits_worse(self, fitting: list[Place], leader: Cluster, token: Token, gender: Gender) -> bool:
        """Whether nothing shows the leader's gender, and somebody whose gender fits is named in the sentence of the
        pronoun: "Robin Doe criticised Jane Roe after she left"."""
        if self.gender(leader) is not None:
            return False
        near = (place for place in fitting if self.back(place, token) == 0 and place.cluster is not leader)
        return any(
            self.gender(place.cluster) == gender and self.doc[place.token].dep_ not in MODIFIERS for place in near
        )

    def _gone_on_with(self, fitting: list[Place], token: Token, quoted: bool) -> Cluster | None:
        if pronoun_gender(token) is None:
            return None
        topic = goes_on_with(self.doc, fitting, token, lambda place: self.back(place, token), quoted=quoted)
        if topic is None or not (self.gender(topic) or topic.roles or any(r.certain for r in topic.references)):
            return None
        return topic

    def _is_another(self, place: Place, token: Token, own: list[Quotation]) -> bool:
        """Whether whoever is named there cannot be meant: both belong to one verb, or the pronoun is who says the words
        (of its ``own`` quotations) that have the name, for nobody calls himself by it.

        Marked words within a report may be somebody else's. In a report that comes before its pronoun, whoever was
        quoted right before it may be called by name.
        """
        named = self.doc[place.token]
        if is_beside(named, token):
            return True
        if not place.cluster.references or named.tag_ == "PRP":
            return False
        around = [q for q in own if any(span.start <= named.idx < span.end for span in q.content)]
        around = [q for q in around if q.kind == "direct" or not place.direct]
        if not around or any(q.kind == "direct" for q in around):
            return bool(around)
        return named.i > token.i or not was_quoted_before(self, place, min(q.content[0].start for q in around))

    def _last_topic(self, fitting: list[Place]) -> int:
        """The last token at which a person is named as a subject, or as whose the subject is: a pronoun before it that
        stands for nobody known is past."""
        topics = (place.token for place in fitting if place.known and is_topic(self.doc[place.token]))
        return max(topics, default=-1)

    def _overtaken(self, fitting: list[Place], leader: Cluster, token: Token, quoted: bool) -> bool:
        """Whether somebody else who fits is named after the last place that has the leader, or is the unnamed subject
        of the sentence before with no subject after it.

        Modifiers, names in what is said of somebody else and in what the leader says himself do not count. Where the
        leader was quoted as a subject in the sentence before and the pronoun goes on quoting, only subjects count.
        """
        own = [place for place in fitting if place.cluster is leader]
        last = max(place.token for place in own)
        as_subject = [place.token for place in own if is_subject(self.doc[place.token])]
        just_before = [place for place in own if place.token in as_subject and self.back(place, token) <= 1]
        goes_on = (quoted or continues(token)) and any(place.quoted for place in just_before)
        goes_on = goes_on or (
            self._opens_paragraph(token) and any(in_main_clause(self.doc[p.token]) for p in just_before)
        )
        first = min((p.token for p in fitting if self.back(p, token) <= 1), default=token.i)
        for place in fitting:
            named = self.doc[place.token]
            if place.cluster is leader or place.aside:
                continue
            if named.dep_ in MODIFIERS and not self._leads_up(named, token):
                if named.dep_ == "poss" and self.back(place, token) == 1 and not goes_on and last < first:
                    return True
                continue
            counts = not goes_on or is_subject(named)
            if counts and place.token > last and not is_talk(self, named, own, token):
                return True
            unnamed = not place.cluster.references
            if unnamed and self.back(place, token) <= 1 and place.token > max(as_subject, default=-1):
                return True
        return False

    def _leads_up(self, named: Token, token: Token) -> bool:
        """Whether the pronoun's sentence has said whose its subject is: "Roe's decision comes after he ..."."""
        if named.dep_ != "poss" or token.dep_ not in SUBJECTS:
            return False
        return is_topic(named) and self._sentence[named.i] == self._sentence[token.i]

    def _opens_paragraph(self, token: Token) -> bool:
        return token.i > 0 and token.nbor(-1).is_space and "\n" in token.nbor(-1).text and token.dep_ in SUBJECTS

    def _whose_in_report(self, token: Token, own: list[Quotation]) -> Cluster | None:
        """Who says something of what is his, in words without marks: "the jet is Mr. Roe's toy, he said". Only if
        nobody else was spoken of near."""
        near = self.before(token, SENTENCES_BACK)
        fitting = [place for place in near if place.known and self.fits(place, token)]
        if len({id(place.cluster) for place in fitting if self.gender(place.cluster)}) != 1:
            return None
        reports = [span for q in own if q.kind == "indirect" for span in q.content]
        for place in fitting:
            named = self.doc[place.token]
            inside = any(span.start <= named.idx < span.end for span in reports)
            if inside and named.dep_ == "poss" and self.gender(place.cluster) and not is_beside(named, token):
                return place.cluster
        return None

    def _only_one(self, token: Token, gender: Gender | None, excluded: Cluster | None) -> Cluster | None:
        """The only person of that gender farther back, where the gender of everybody there is known; nobody, if the
        pronoun is who is asked about him."""
        fitting = {
            id(place.cluster): place.cluster
            for place in self.before(token, _SENTENCES_BACK_ALONE)
            if place.cluster is not excluded and self.gender(place.cluster) in {gender, None}
        }
        if len(fitting) != 1:
            return None
        (only,) = fitting.values()
        if any(p.cluster is only and is_asked_about(self.doc[p.token], token) for p in self.near(token, ())):
            return None
        return only if only.kind == "person" and self.gender(only) else None

    def _score(self, place: Place, token: Token, quoted: bool) -> float:
        named = self.doc[place.token]
        back = self.back(place, token)
        score = _RECENCY[back]
        score += _SUBJECT if is_subject(named) else 0.0
        if back == 0:
            score += _SAME_SENTENCE_SUBJECT if is_subject(named) else _SAME_SENTENCE
        if named.dep_ == "poss":
            score += _OF_SUBJECT if is_topic(named) else _POSSESSIVE
        asked = turn(named) if quoted and back <= 1 and not place.aside else 0.0
        score += asked
        score += _ASIDE if place.aside else 0.0
        voiced = place.quoted or is_new(self, place, token)
        if voiced and quoted and asked >= 0:
            score += _QUOTED + (_LAST_VOICE if is_last_voice(self, place, token) else 0.0)
        score += _CONTINUES if place.quoted and continues(token) else 0.0
        score += _REPORTED if self._speaks(token) and self.is_reported(named, token) else 0.0
        if place.cluster.gender and place.cluster.gender == gender_of(token):
            score += _GENDER_KNOWN
        elif self.gender(place.cluster):
            score += _GENDER_INFERRED
        return score

    def _speaks(self, token: Token) -> bool:
        return token.idx in self.sources and possessive_gender(token) is None


def _leader(scores: dict[int, float], candidates: dict[int, Cluster]) -> Cluster | None:
    ranked = sorted(scores, key=lambda key: -scores[key])
    if candidates[ranked[0]].kind != "person":
        return None
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _LEAD:
        return None
    return candidates[ranked[0]]
