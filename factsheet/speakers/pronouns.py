"""Whom "he" and "she" stand for: gender first, then who was named last, who was a subject and who was quoted.

Each consideration adds points; the best candidate must be ahead of the next, or the pronoun stays unresolved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from factsheet.model import Quotation
from factsheet.speakers import lexicon
from factsheet.speakers.clauses import continues, is_asked_about, is_beside, is_topic, speaks, turn
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.covering import Covering
from factsheet.speakers.genders import inferred_genders, possessive_gender, pronoun_gender
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.places import SUBJECTS, Place, in_main_clause, is_subject, sentence_around, spoken
from factsheet.speakers.spoken_of import SpokenOf
from factsheet.speakers.topics import MODIFIERS, goes_on_with

SENTENCES_BACK = 3
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


class Pronouns:
    """The persons an article has spoken of, in text order, and the reading of pronouns from them."""

    def __init__(self, doc: Doc, places: Iterable[Place], quotations: tuple[Quotation, ...]) -> None:
        self._doc = doc
        self.places = SpokenOf(places)
        self._spoken = Covering((start, end, n) for n, (start, end) in enumerate(spoken(doc, quotations)))
        self._contents = Covering((span.start, span.end, q) for q in quotations for span in q.content)
        self._sources: dict[int, list[Quotation]] = {}
        for quotation in quotations:
            for span in quotation.source:
                self._sources.setdefault(span.start, []).append(quotation)
        self._offsets = [token.idx for token in doc]
        self._sentence = self._sentence_numbers()

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
        gender = _gender_of(token)
        starts = {token.idx, token.doc[token.left_edge.i].idx}
        own = [q for start in starts for q in self._sources.get(start, ())]
        another = {id(place.cluster) for place in self._around(token, own) if self._is_another(place, token, own)}
        others = {id(excluded), *another, *others}
        near = self.before(token, SENTENCES_BACK)
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
        if leader is None or self._overtaken(fitting, leader, token, quoted):
            return self._gone_on_with(fitting, token, quoted)
        return self._gone_on_with(fitting, token, quoted) if quoted and self._is_new_voice(token, leader) else leader

    def _gone_on_with(self, fitting: list[Place], token: Token, quoted: bool) -> Cluster | None:
        if pronoun_gender(token) is None:
            return None
        topic = goes_on_with(self._doc, fitting, token, lambda place: self.back(place, token), quoted=quoted)
        if topic is None or not (self._gender(topic) or any(r.certain for r in topic.references)):
            return None
        return topic

    def add(self, token: Token, cluster: Cluster, *, quoted: bool) -> None:
        """Remember a resolved pronoun as a place of its own."""
        self.places.add(Place(token.i, cluster, quoted, direct=self._content(token) is not None))

    def add_somebody(self, token: Token) -> None:
        """Remember a pronoun that stands for nobody known: the next one may stand for the same."""
        nobody = Cluster("group", gender_shown=_gender_of(token))
        direct = self._content(token) is not None
        aside = not in_main_clause(token)
        self.places.add(Place(token.i, nobody, quoted=False, direct=direct, aside=aside, known=False))

    def before(self, token: Token, back: int) -> Sequence[Place]:
        """The places before the word, in its sentence and as many sentences before it."""
        return self.places.between(self._first(token, back), token.i)

    def _around(self, token: Token, own: list[Quotation]) -> list[Place]:
        """The places that belong to the verb of the word, or stand in the words of its quotations."""
        edges = [(token.head.left_edge.i, token.head.right_edge.i + 1)]
        edges += [(self._at(span.start), self._at(span.end)) for q in own for span in q.content]
        return [place for first, last in edges for place in self.places.between(first, last)]

    def _at(self, offset: int) -> int:
        """The first token that begins at the offset or behind it."""
        return bisect_left(self._offsets, offset)

    def _first(self, token: Token, back: int) -> int:
        """The first token of the sentence as many before the word's."""
        return bisect_left(self._sentence, self._sentence[token.i] - back)

    def fits(self, place: Place, token: Token) -> bool:
        """Whether the place is near enough before the pronoun, in the same words, and of no other gender."""
        back = self.back(place, token)
        if place.token >= token.i or back > SENTENCES_BACK:
            return False
        named = self._doc[place.token]
        if not self.gender_fits(place, token):
            return False
        return not (place.direct and self._content(token) != self._content(named))

    def gender_fits(self, place: Place, token: Token) -> bool:
        """Whether whoever is named there may be of the gender that the word shows."""
        return _gender_of(token) is None or self._gender(place.cluster) in {_gender_of(token), None}

    def _is_another(self, place: Place, token: Token, own: list[Quotation]) -> bool:
        """Whether whoever is named there cannot be meant: both belong to one verb, or the pronoun is who says the words
        (of its ``own`` quotations) that have the name, for nobody calls himself by it.

        Marked words within a report may be somebody else's.
        """
        named = self._doc[place.token]
        if is_beside(named, token):
            return True
        return any(
            any(span.start <= named.idx < span.end for span in q.content) and (q.kind == "direct" or not place.direct)
            for q in own
            if place.cluster.references and named.tag_ != "PRP"
        )

    def _last_topic(self, fitting: list[Place]) -> int:
        """The last token at which a person is named as a subject, or as whose the subject is: a pronoun before it that
        stands for nobody known is past."""
        topics = (place.token for place in fitting if place.known and is_topic(self._doc[place.token]))
        return max(topics, default=-1)

    def told_before(self, token: Token) -> list[Token]:
        """The words before this one, in its sentence and as many before it as a pronoun looks back."""
        return list(self._doc[self._first(token, SENTENCES_BACK) : token.i])

    def back(self, place: Place, token: Token) -> int:
        """How many sentences before the word's the place is, those left out that are wholly quoted words."""
        return self._sentence[token.i] - self._sentence[place.token]

    def _overtaken(self, fitting: list[Place], leader: Cluster, token: Token, quoted: bool) -> bool:
        """Whether somebody else who fits is named after the last place that has the leader, or is the unnamed subject
        of the sentence before with no subject after it.

        Modifiers, names in what is said of somebody else and in what the leader says himself do not count. Where the
        leader was quoted as a subject in the sentence before and the pronoun goes on quoting, only subjects count.
        """
        own = [place for place in fitting if place.cluster is leader]
        last = max(place.token for place in own)
        as_subject = [place.token for place in own if is_subject(self._doc[place.token])]
        just_before = [place for place in own if place.token in as_subject and self.back(place, token) <= 1]
        goes_on = (quoted or continues(token)) and any(place.quoted for place in just_before)
        goes_on = goes_on or (
            self._opens_paragraph(token) and any(in_main_clause(self._doc[p.token]) for p in just_before)
        )
        for place in fitting:
            named = self._doc[place.token]
            if place.cluster is leader or place.aside or (named.dep_ in MODIFIERS and not self._leads_up(named, token)):
                continue
            counts = not goes_on or is_subject(named)
            if counts and place.token > last and not self._is_talk(named, own, token):
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

    def _is_talk(self, named: Token, own: list[Place], token: Token) -> bool:
        """Whether the name stands in what somebody at ``own`` is quoted with, and the pronoun goes on quoting."""
        if token.idx not in self._sources:
            return False
        speakers = [self._doc[place.token].idx for place in own]
        return any(
            any(span.start <= named.idx < span.end for span in q.content)
            and any(span.start <= at < span.end for span in q.source for at in speakers)
            for q in self._contents.at(named.idx)
        )

    def _is_last_voice(self, place: Place, token: Token) -> bool:
        """Whether nobody is quoted between the place and the pronoun."""
        voices = self.places.quoted_between(place.token + 1, token.i)
        return not any(voice.cluster is not place.cluster for voice in voices)

    def _is_new(self, place: Place, token: Token) -> bool:
        """Whether the sentence before the pronoun's is the first that speaks of the person, as its subject, or tells
        that the person says something."""
        named = self._doc[place.token]
        if self.back(place, token) != 1 or not is_subject(named) or not in_main_clause(named):
            return False
        return place.token <= self.places.first(place.cluster) or speaks(named, sentence_around(self._doc, named.i))

    def _is_new_voice(self, token: Token, leader: Cluster) -> bool:
        """Whether the leader was not quoted before and somebody else who fits was.

        Not so where the sentence before introduces the leader as its subject, or tells of his interview or speech.
        """
        quoted = self.places.voices_before(token.i)
        if any(cluster is leader for cluster in quoted):
            return False
        own = [place for place in self.before(token, 1) if place.cluster is leader]
        if any(self._is_new(place, token) for place in own):
            return False
        fits = {_gender_of(token), None}
        return any(self._gender(cluster) in fits for cluster in quoted)

    def _whose_in_report(self, token: Token, own: list[Quotation]) -> Cluster | None:
        """Who says something of what is his, in words without marks: "the jet is Mr. Roe's toy, he said". Only if
        nobody else was spoken of near."""
        near = self.before(token, SENTENCES_BACK)
        fitting = [place for place in near if place.known and self.fits(place, token)]
        if len({id(place.cluster) for place in fitting if self._gender(place.cluster)}) != 1:
            return None
        reports = [span for q in own if q.kind == "indirect" for span in q.content]
        for place in fitting:
            named = self._doc[place.token]
            inside = any(span.start <= named.idx < span.end for span in reports)
            if inside and named.dep_ == "poss" and self._gender(place.cluster) and not is_beside(named, token):
                return place.cluster
        return None

    def _only_one(self, token: Token, gender: Gender | None, excluded: Cluster | None) -> Cluster | None:
        """The only person of that gender farther back, where the gender of everybody there is known; nobody, if the
        pronoun is who is asked about him."""
        fitting = {
            id(place.cluster): place.cluster
            for place in self.before(token, _SENTENCES_BACK_ALONE)
            if place.cluster is not excluded and self._gender(place.cluster) in {gender, None}
        }
        if len(fitting) != 1:
            return None
        (only,) = fitting.values()
        if any(p.cluster is only and is_asked_about(self._doc[p.token], token) for p in self._around(token, [])):
            return None
        return only if only.kind == "person" and self._gender(only) else None

    def _score(self, place: Place, token: Token, quoted: bool) -> float:
        named = self._doc[place.token]
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
        voiced = place.quoted or self._is_new(place, token)
        if voiced and quoted and asked >= 0:
            score += _QUOTED + (_LAST_VOICE if self._is_last_voice(place, token) else 0.0)
        score += _CONTINUES if place.quoted and continues(token) else 0.0
        score += _REPORTED if self._speaks(token) and self._is_reported(named, token) else 0.0
        if place.cluster.gender and place.cluster.gender == _gender_of(token):
            score += _GENDER_KNOWN
        elif self._gender(place.cluster):
            score += _GENDER_INFERRED
        return score

    def _speaks(self, token: Token) -> bool:
        return token.idx in self._sources and possessive_gender(token) is None

    def _is_reported(self, named: Token, token: Token) -> bool:
        """Whether the name stands in somebody's reported words that the pronoun is no part of."""
        return any(
            span.start <= named.idx < span.end and not span.start <= token.idx < span.end
            for q in self._contents.at(named.idx)
            for span in q.content
        )

    def _gender(self, cluster: Cluster) -> Gender | None:
        """The gender that the name shows or, failing that, the possessive pronouns of sentences of its own."""
        return cluster.gender or self._inferred.get(id(cluster))

    @cached_property
    def _inferred(self) -> dict[int, Gender]:
        return inferred_genders(self._doc, self.places, self._sentence)

    def _content(self, token: Token) -> int | None:
        """Which directly quoted words the token stands in, by number."""
        return next(iter(self._spoken.at(token.idx)), None)

    def _sentence_numbers(self) -> list[int]:
        """The number of each token's sentence. Sentences of white space and marks alone are not counted, nor are
        those that are wholly somebody's quoted words: whoever tells the story says nothing in them."""
        numbers: list[int] = []
        number = -1
        for sentence in self._doc.sents:
            if any(any(map(str.isalpha, t.text)) and self._content(t) is None for t in sentence):
                number += 1
            numbers.extend([max(number, 0)] * len(sentence))
        return numbers


def _gender_of(token: Token) -> Gender | None:
    return pronoun_gender(token) or possessive_gender(token) or lexicon.role_gender(token.text)


def _leader(scores: dict[int, float], candidates: dict[int, Cluster]) -> Cluster | None:
    ranked = sorted(scores, key=lambda key: -scores[key])
    if candidates[ranked[0]].kind != "person":
        return None
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < _LEAD:
        return None
    return candidates[ranked[0]]
