"""The persons an article has spoken of, in text order, and how far back each place is told."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from spacy.tokens import Doc, Token

from factsheet.model import Quotation
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.covering import Covering
from factsheet.speakers.genders import inferred_genders, possessive_gender, pronoun_gender
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.places import Place, in_main_clause, spoken
from factsheet.speakers.spoken_of import SpokenOf

SENTENCES_BACK = 3
_FEWEST_CALLED = 2


class Told:
    """The places of an article's persons, names first, then the pronouns that were found to stand for them."""

    def __init__(self, doc: Doc, places: Iterable[Place], quotations: tuple[Quotation, ...]) -> None:
        self.doc = doc
        self.places = SpokenOf(places)
        self._spoken = Covering((start, end, n) for n, (start, end) in enumerate(spoken(doc, quotations)))
        self.contents = Covering((span.start, span.end, q) for q in quotations for span in q.content)
        self.sources: dict[int, list[Quotation]] = {}
        for quotation in quotations:
            for span in quotation.source:
                self.sources.setdefault(span.start, []).append(quotation)
        self._called: dict[int, Counter[Gender]] = {}
        self._offsets = [token.idx for token in doc]
        self._sentence = self._sentence_numbers()

    def add(self, token: Token, cluster: Cluster, *, quoted: bool) -> None:
        """Remember a resolved pronoun as a place of its own."""
        if gender := pronoun_gender(token):
            self._called.setdefault(id(cluster), Counter())[gender] += 1
        self.places.add(Place(token.i, cluster, quoted, direct=self.content(token) is not None))

    def add_somebody(self, token: Token) -> None:
        """Remember a pronoun that stands for nobody known: the next one may stand for the same."""
        nobody = Cluster("group", gender_shown=gender_of(token))
        direct = self.content(token) is not None
        self.places.add(
            Place(token.i, nobody, quoted=False, direct=direct, aside=not in_main_clause(token), known=False)
        )

    def before(self, token: Token, back: int) -> Sequence[Place]:
        """The places before the word, in its sentence and as many sentences before it."""
        return self.places.between(self._first(token, back), token.i)

    def near(self, token: Token, own: Iterable[Quotation]) -> Sequence[Place]:
        """The places in the pronoun's sentence, in those before it in which it may be told of, and in the words of its
        ``own`` quotations."""
        bounds = [(self.at(span.start), self.at(span.end)) for q in own for span in q.content]
        bounds.append((self._first(token, SENTENCES_BACK), self._first(token, -1)))
        return self.places.between(min(first for first, _ in bounds), max(last for _, last in bounds))

    def at(self, offset: int) -> int:
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
        named = self.doc[place.token]
        if not self.gender_fits(place, token):
            return False
        return not (place.direct and self.content(token) != self.content(named))

    def gender_fits(self, place: Place, token: Token) -> bool:
        """Whether whoever is named there may be of the gender that the word shows."""
        return gender_of(token) is None or self.gender(place.cluster) in {gender_of(token), None}

    def told_before(self, token: Token) -> list[Token]:
        """The words before this one, in its sentence and as many before it as a pronoun looks back."""
        return list(self.doc[self._first(token, SENTENCES_BACK) : token.i])

    def back(self, place: Place, token: Token) -> int:
        """How many sentences before the word's the place is, those left out that are wholly quoted words."""
        return self._sentence[token.i] - self._sentence[place.token]

    def is_reported(self, named: Token, token: Token) -> bool:
        """Whether the name stands in somebody's reported words that the pronoun is no part of."""
        return any(
            span.start <= named.idx < span.end and not span.start <= token.idx < span.end
            for q in self.contents.at(named.idx)
            for span in q.content
        )

    def gender(self, cluster: Cluster) -> Gender | None:
        """The gender that the name shows or, failing that, the possessive pronouns of sentences of its own, or the
        pronouns that have been found to stand for the person: two or more, all of one gender."""
        return cluster.gender or self._inferred.get(id(cluster)) or self._called_so_far(cluster)

    def _called_so_far(self, cluster: Cluster) -> Gender | None:
        counts = self._called.get(id(cluster), Counter())
        return next(iter(counts)) if len(counts) == 1 and counts.total() >= _FEWEST_CALLED else None

    @cached_property
    def _inferred(self) -> dict[int, Gender]:
        return inferred_genders(self.doc, self.places, self._sentence)

    def content(self, token: Token) -> int | None:
        """Which directly quoted words the token stands in, by number."""
        return next(iter(self._spoken.at(token.idx)), None)

    def _sentence_numbers(self) -> list[int]:
        """The number of each token's sentence. Sentences of white space and marks alone are not counted, nor are
        those that are wholly somebody's quoted words: whoever tells the story says nothing in them."""
        numbers: list[int] = []
        number = -1
        for sentence in self.doc.sents:
            if any(any(map(str.isalpha, t.text)) and self.content(t) is None for t in sentence):
                number += 1
            numbers.extend([max(number, 0)] * len(sentence))
        return numbers


def gender_of(token: Token) -> Gender | None:
    """The gender that a pronoun, a possessive or a noun for somebody shows."""
    return pronoun_gender(token) or possessive_gender(token) or lexicon.role_gender(token.text)
