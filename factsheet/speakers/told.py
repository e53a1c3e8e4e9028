"""The persons an article has spoken of, in text order, and how far back each place is told."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from functools import cached_property

from spacy.tokens import Doc, Token

from factsheet.model import Quotation
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.genders import inferred_genders, possessive_gender, pronoun_gender
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.places import Place, in_main_clause, spoken

_SENTENCES_BACK = 3


class Told:
    """The places of an article's persons, names first, then the pronouns that were found to stand for them."""

    def __init__(self, doc: Doc, places: Iterable[Place], quotations: tuple[Quotation, ...]) -> None:
        self.doc = doc
        self.places = sorted(places, key=lambda place: place.token)
        self.quotations = quotations
        self._spoken = spoken(doc, quotations)
        self.sources = {span.start for q in quotations for span in q.source}
        self._sentence = self._sentence_numbers()
        self._first = {n: i for i, n in reversed(list(enumerate(self._sentence)))}

    def add(self, token: Token, cluster: Cluster, *, quoted: bool) -> None:
        """Remember a resolved pronoun as a place of its own."""
        self._add(Place(token.i, cluster, quoted, direct=self.content(token) is not None))

    def add_somebody(self, token: Token) -> None:
        """Remember a pronoun that stands for nobody known: the next one may stand for the same."""
        nobody = Cluster("group", gender_shown=gender_of(token))
        direct = self.content(token) is not None
        self._add(Place(token.i, nobody, quoted=False, direct=direct, aside=not in_main_clause(token), known=False))

    def _add(self, place: Place) -> None:
        insort(self.places, place, key=lambda place: place.token)

    def near(self, token: Token, own: Iterable[Quotation]) -> list[Place]:
        """The places in the pronoun's sentence, in those before it in which it may be told of, and in the words of its
        ``own`` quotations."""
        number = self._sentence[token.i]
        first = self._first[max(number - _SENTENCES_BACK, 0)]
        last = self._first.get(number + 1, len(self.doc))
        bounds = [(span.start, span.end) for q in own for span in q.content]
        start = min([self.doc[first].idx, *(start for start, _ in bounds)])
        end = max([self.doc[last - 1].idx + 1, *(end for _, end in bounds)])
        low = bisect_left(self.places, start, key=lambda place: self.doc[place.token].idx)
        high = bisect_left(self.places, end, key=lambda place: self.doc[place.token].idx)
        return self.places[low:high]

    def fits(self, place: Place, token: Token) -> bool:
        """Whether the place is near enough before the pronoun, in the same words, and of no other gender."""
        back = self.back(place, token)
        if place.token >= token.i or back > _SENTENCES_BACK:
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
        number = self._sentence[token.i]
        return [t for t in self.doc[: token.i] if number - self._sentence[t.i] <= _SENTENCES_BACK]

    def back(self, place: Place, token: Token) -> int:
        """How many sentences before the word's the place is, those left out that are wholly quoted words."""
        return self._sentence[token.i] - self._sentence[place.token]

    def is_reported(self, named: Token, token: Token) -> bool:
        """Whether the name stands in somebody's reported words that the pronoun is no part of."""
        return any(
            span.start <= named.idx < span.end and not span.start <= token.idx < span.end
            for q in self.quotations
            for span in q.content
        )

    def gender(self, cluster: Cluster) -> Gender | None:
        """The gender that the name shows or, failing that, the possessive pronouns of sentences of its own."""
        return cluster.gender or self._inferred.get(id(cluster))

    @cached_property
    def _inferred(self) -> dict[int, Gender]:
        return inferred_genders(self.doc, self.places, self._sentence)

    def content(self, token: Token) -> int | None:
        """Which directly quoted words the token stands in, by number."""
        return next((n for n, (start, end) in enumerate(self._spoken) if start <= token.idx < end), None)

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
