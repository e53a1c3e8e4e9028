"""What stands for somebody in what an article tells: pronouns, titles and epithets, read in the order of the text."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.model import Mention, Quotation
from factsheet.speakers.clauses import continues
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.described import mention
from factsheet.speakers.epithets import is_epithet
from factsheet.speakers.epithets_meant import Epithets
from factsheet.speakers.genders import pronoun_gender
from factsheet.speakers.mentioned import Mentioned
from factsheet.speakers.offices import Offices
from factsheet.speakers.places import SUBJECTS, Place, Places
from factsheet.speakers.plurals import Narrated
from factsheet.speakers.possessives import possessives_meant
from factsheet.speakers.pronouns import Pronouns
from factsheet.speakers.runs import span_of
from factsheet.speakers.seats import Seats
from factsheet.speakers.titles import Taken, bearer_of_title, is_title, relative_meant, title_words


class StandIns:
    """Whom an article's pronouns, titles and epithets stand for. What is read becomes a mention, and those after it are
    read in its light."""

    def __init__(self, doc: Doc, clusters: list[Cluster], quotations: tuple[Quotation, ...]) -> None:
        """``clusters`` are the speakers who are named."""
        self._doc = doc
        seats = Seats(doc)
        self._offices = Offices(clusters, seats)
        self._mentioned = Mentioned(clusters)
        self._named = {i for c in clusters for r in c.references for i in range(r.first, r.last)}
        self._places = Places(doc, clusters, quotations)
        self._quoting = {
            s.start for q in quotations if q.kind != "indirect" for s in q.source if q.content[0].start < s.start
        }
        unnamed = {place.token: self._titled(place) for place in self._places.unnamed()}
        titled = [p for t in doc if t.i not in unnamed and is_title(t) and (p := self._title_place(t)) is not None]
        self._pronouns = Pronouns(doc, [*self._places.named(), *unnamed.values(), *titled], quotations)
        self._epithets = Epithets(doc, self._pronouns, quotations, seats)
        self._read: dict[int, Cluster | None] = {}
        # The tokens outside directly quoted words.
        self.narrated = Narrated(doc, (t.i for t in doc if not self._places.in_direct(t)))

    def read(self, token: Token) -> None:
        """Read the word, if it is a pronoun, or else the last of a title or an epithet."""
        if pronoun_gender(token):
            self._read_pronoun(token)
        elif is_title(token) and token.i not in self._named and not self._read_title(token) and is_epithet(token):
            self._read_epithet(token)

    def pronoun(self, token: Token, excluded: Cluster | None = None) -> Cluster | None:
        """Who a "he" or "she" stands for; not for the ``excluded``, if it has not been read yet."""
        return self._read[token.i] if token.i in self._read else self._read_pronoun(token, excluded)

    def epithet(self, token: Token) -> Cluster | None:
        """Who an epithet was read to stand for."""
        return self._read.get(token.i) if is_epithet(token) else None

    def bearer(self, tokens: Tokens) -> Taken | None:
        """The one named person who bears the title: "the mayor"."""
        return bearer_of_title(self._doc, self._offices, self._mentioned, tokens)

    def relative(self, tokens: Tokens) -> Taken | None:
        """Who "his brother" is, unless "his" is taken to be that brother's own."""
        taken = relative_meant(self._doc, self._mentioned, tokens)
        return taken if taken is not None and self.owner(tokens[0]) is not taken.cluster else None

    def owner(self, possessive: Token) -> Cluster | None:
        """Whom "his" or "her" stands for; within quoted words nobody is known."""
        return self._pronouns.resolve(possessive) if possessive.i in self.narrated else None

    def possessives(self) -> dict[int, list[Mention]]:
        """The mentions of each speaker, by the id of the cluster, that are "his" and "her"; read last, for nothing is
        made of them."""
        found: dict[int, list[Mention]] = {}
        for token, cluster in possessives_meant(self._pronouns, self.narrated):
            place = span_of(self._doc, token.i, token.i + 1)
            found.setdefault(id(cluster), []).append(Mention(place.start, place.end, place.text, "pronoun"))
        return found

    def _read_pronoun(self, token: Token, excluded: Cluster | None = None) -> Cluster | None:
        quoted = token.idx in self._quoting
        cluster = self._read[token.i] = self._pronouns.resolve(token, excluded, quoted=quoted)
        if cluster is not None:
            self._pronouns.add(token, cluster, quoted=quoted)
            mention(cluster, span_of(self._doc, token.i, token.i + 1), "pronoun")
        elif token.i in self.narrated and token.dep_ in SUBJECTS:
            self._pronouns.add_somebody(token)
        return cluster

    def _read_title(self, token: Token) -> bool:
        tokens = title_words(token)
        taken = self.bearer(tokens)
        if taken is not None:
            mention(taken.cluster, span_of(self._doc, tokens.start, tokens.end), "title")
        return taken is not None

    def _read_epithet(self, token: Token) -> None:
        """Whom "the candidate" takes up; a pronoun behind it may stand for the same."""
        quoted = self._doc[token.left_edge.i].idx in self._quoting or continues(token)
        cluster = self._read[token.i] = self._epithets.resolve(token, quoted=quoted)
        if cluster is not None:
            self._pronouns.add(token, cluster, quoted=quoted)
            words = title_words(token)
            mention(cluster, span_of(self._doc, words.start, words.end), "description")
        elif token.dep_ in SUBJECTS:
            self._pronouns.add_somebody(token)

    def _titled(self, place: Place) -> Place:
        """The place with the person who bears the title there ("the mayor"), if there is one."""
        taken = self.bearer(title_words(self._doc[place.token]))
        return place if taken is None else replace(place, cluster=taken.cluster, aside=False)

    def _title_place(self, token: Token) -> Place | None:
        """The place of a title that is no subject, with the person who bears it."""
        if token.i in self._named:
            return None
        taken = self.bearer(title_words(token))
        return Place(token.i, taken.cluster, quoted=False, direct=self._places.in_direct(token)) if taken else None
