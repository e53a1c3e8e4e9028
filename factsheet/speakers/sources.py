"""Who each quotation's source is: a name, a pronoun, a title, or people described and not named."""

from __future__ import annotations

from itertools import takewhile

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.model import Quotation, Span, SpeakerKind
from factsheet.speakers.authors import author_of
from factsheet.speakers.clusters import Cluster, called
from factsheet.speakers.covering import Covering
from factsheet.speakers.described import Described, mention
from factsheet.speakers.descriptions import SURE, may_speak
from factsheet.speakers.findings import Identity
from factsheet.speakers.genders import possessive_gender, pronoun_gender
from factsheet.speakers.named_sources import Attribution, NamedSources, is_named
from factsheet.speakers.namings import (
    head_of,
    last_before_singular,
    with_rest_of_name,
    without_relative,
)
from factsheet.speakers.organisations_meant import organisation_meant
from factsheet.speakers.owned import Owned
from factsheet.speakers.places import SUBJECTS
from factsheet.speakers.plurals import People, is_plural, organisation_taken_up_by_it, phrase
from factsheet.speakers.predicates import said_of
from factsheet.speakers.runs import span_of
from factsheet.speakers.stand_ins import StandIns

_FIRST_PERSON = {"i", "me", "myself"}
_NO_DESCRIPTION = {"PRP", "WP", "WDT", "PRP$", "EX"}
_RELATIVE = {"who", "whom", "that", "which"}


class Sources:
    """Resolves the sources of one article's quotations, and its pronouns on the way."""

    def __init__(self, doc: Doc, identity: Identity, quotations: tuple[Quotation, ...]) -> None:
        self.doc = doc
        self.clusters = clusters = identity.clusters
        unclear = {a.reference.span: a for a in identity.ambiguities if a.reading is None}
        self._unclear = Covering((place.start, place.end, ambiguity) for place, ambiguity in unclear.items())
        self.quotations = quotations
        self._names = NamedSources(doc, clusters)
        self._at = self._names.at
        self._contents = Covering((span.start, span.end, q) for q in quotations for span in q.content)
        self.stand_ins = StandIns(doc, clusters, quotations)
        self._narrated = self.stand_ins.narrated
        heads = ((q.id, doc.char_span(s.start, s.end, alignment_mode="expand")) for q in quotations for s in q.source)
        self._heads = {head_of(tokens).i: quotation for quotation, tokens in heads if tokens}
        self._speaking = frozenset(self._heads)
        self._described = Described(doc, clusters, Owned(doc, self._at, self.stand_ins.owner))
        self._people = People(doc, self._narrated, self._speaking)
        self._author = author_of(doc, clusters)
        self._speakers: dict[str, Cluster | None] = {}
        # By quotations: the names there that may be nobody's who speaks.
        self._doubted: dict[str, Cluster] = {}

    def resolve(self) -> dict[str, Attribution]:
        """For each quotation's id, who it is attributed to. Pronouns and descriptions become mentions."""
        for token in self.doc:
            if token.i not in self._narrated:
                continue
            self.stand_ins.read(token)
            if token.lower_ in _FIRST_PERSON and self._author is not None:
                mention(self._author[0], span_of(self.doc, token.i, token.i + 1), "pronoun")
            elif token.lower_ == "who" and (cluster := self._relative(token).cluster) is not None:
                mention(cluster, span_of(self.doc, token.i, token.i + 1), "pronoun")
        found: dict[str, Attribution] = {}
        # Quotations within others' words come last: who speaks around them must be known first.
        order = sorted(self.quotations, key=lambda q: (self._depth(q), q.start))
        for quotation in order:
            attribution = self._attribute(quotation)
            found[quotation.id] = attribution
            self._speakers[quotation.id] = attribution.cluster
            if attribution.cluster is not None:
                attribution.cluster.speaks = True
        for doubted, cluster in self._doubted.items():
            if cluster.speaks and found[doubted].cluster is None:
                # Where it is sure that somebody speaks, the same name speaks elsewhere, too.
                found[doubted] = is_named(cluster)
        self._read_plurals()
        return found

    def describe(self, span: Span, kind: SpeakerKind) -> Cluster:
        """The speaker who is described and not named; the same words are the same speaker."""
        return self._described.by_words(span, kind)

    def _read_plurals(self) -> None:
        """Each "they" that takes up people who speak elsewhere becomes a mention of theirs."""
        for token in self.doc:
            if token.lower_ == "they" and token.dep_ in SUBJECTS and token.i in self._narrated:
                people = self._people.taken_up(token)
                cluster = self._described.known(people, people.root) if people is not None else None
                if cluster is not None and cluster.speaks:
                    mention(cluster, span_of(self.doc, token.i, token.i + 1), "pronoun")

    def _enclosing(self, span: Span, quotation: Quotation) -> Quotation | None:
        """The innermost other quotation whose directly quoted words the span stands in."""
        around = [
            q
            for q in self._contents.at(span.start)
            if q is not quotation and q.kind != "indirect" and any(c.contains(span) for c in q.content)
        ]
        return max(around, key=lambda q: q.start, default=None)

    def _depth(self, quotation: Quotation) -> int:
        around = {
            q.id
            for s in quotation.source
            for q in self._contents.at(s.start)
            if q is not quotation and any(c.contains(s) for c in q.content)
        }
        return len(around)

    def _attribute(self, quotation: Quotation) -> Attribution:
        if not quotation.source:
            return Attribution(None, "No words say who spoke.")
        last = Attribution(None, "")
        # Of several places the last that names somebody, for what is only described may be part of the words.
        for span in sorted(quotation.source, key=lambda span: (self._is_described(span), -span.start)):
            found = self._attribute_span(span, quotation)
            if found.cluster is not None:
                return found
            last = last if last.reason else found
        return last

    def _is_described(self, span: Span) -> bool:
        tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        return tokens is None or not any(t.i in self._at or pronoun_gender(t) for t in tokens)

    def _attribute_span(self, span: Span, quotation: Quotation) -> Attribution:
        tokens = self.doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None or not any(map(str.isalpha, tokens.text)):
            return Attribution(None, f"“{span.text}” names nobody.")
        tokens = with_rest_of_name(tokens, self._names.inside(tokens))
        if len(tokens) > (kept := len(without_relative(tokens))):
            if (last := last_before_singular(tokens, self._names.inside(tokens))) is not None:
                return Attribution(self._at[last.first], f"“{tokens[-1].text}” takes up “{last.form}”, one person.")
            opener, tokens = tokens[-1].lower_, tokens[:kept]
            if opener in {"who", "whom"} and self._names.is_place(head_of(tokens)):
                return self._who_is_from(head_of(tokens), span)
            if opener == "who" and (told := said_of(head_of(tokens), self._at)) is not None:
                return Attribution(told, f"“{tokens.text}” says what {told.name} is.")
            span = span_of(self.doc, tokens.start, tokens.end)
        root = head_of(tokens)
        if root.lower_ in _RELATIVE and len(tokens) == 1:
            return self._relative(root)
        if root.tag_ in {"PRP", "PRP$"}:
            return self._pronoun_source(root, span, quotation)
        unclear = next(iter(self._unclear.at(root.idx)), None)
        if unclear is not None:
            who = " or ".join(called(bearer, unclear.bearers) for bearer in unclear.bearers)
            return Attribution(None, f"“{unclear.reference.form}” may be {who}.")
        named = self._names.speaker(tokens, root)
        if named is None:
            return self._described_source(tokens, root, span, sure=quotation.is_sure(SURE))
        if named.cluster is not None and _is_doubtful(named.cluster) and not quotation.is_sure(SURE):
            if root.dep_ in {*SUBJECTS, "poss"}:
                self._doubted[quotation.id] = named.cluster
            return Attribution(None, f"It is not certain that “{named.cluster.name}” is somebody who speaks.")
        return named

    def _relative(self, root: Token) -> Attribution:
        verb = next((t for t in (root, *root.ancestors) if t.dep_ == "relcl"), None)
        head = verb.head if verb is not None else None
        cluster = (self._names.around(head) or said_of(head, self._at)) if head is not None else None
        if head is not None and cluster is None and root.lower_ == "who" and is_plural(head):
            people = phrase(self.doc, head)
            return Attribution(self._described.speaker(people, head), f"“who” takes up “{people.text}”.")
        several = head is not None and any(t.dep_ == "conj" for t in head.children)
        if cluster is None or several or (root.lower_ in {"who", "whom"} and cluster.kind != "person"):
            return Attribution(None, f"It is unclear whom “{root.text}” takes up.")
        return Attribution(cluster, f"“{root.text}” takes up {cluster.name}.")

    def _who_is_from(self, place: Token, span: Span) -> Attribution:
        """The person who is from the place that the parser takes "who" for: "Roe, a doctor from Leeds, who said"."""
        for token in takewhile(lambda token: token.pos_ not in {"VERB", "AUX"}, place.ancestors):
            cluster = self._names.around(token)
            if cluster is not None and cluster.kind == "person":
                return Attribution(cluster, f"“who” takes up {cluster.name}.")
        return Attribution(None, f"“{span.text}” does not say who speaks.")

    def _pronoun_source(self, root: Token, span: Span, quotation: Quotation) -> Attribution:
        around = self._enclosing(span, quotation)
        if root.lower_ in _FIRST_PERSON and around is not None:
            speaker = self._speakers.get(around.id)
            if speaker is not None:
                mention(speaker, span_of(self.doc, root.i, root.i + 1), "pronoun")
                return Attribution(speaker, f"“{root.text}” stands in the words of {speaker.name}.")
        if root.lower_ in _FIRST_PERSON and root.i in self._narrated and self._author is not None:
            author, reason = self._author
            mention(author, span_of(self.doc, root.i, root.i + 1), "pronoun")
            return Attribution(author, f"“{root.text}” stands in no quotation, and {reason}.")
        if root.i in self._narrated and root.lower_ in {"they", "it"}:
            return self._taken_up_by(root)
        if possessive_gender(root) and len(span.text.split()) == 1:
            owner = self.stand_ins.owner(root)
            if owner is not None:
                mention(owner, span_of(self.doc, root.i, root.i + 1), "pronoun")
                return Attribution(owner, f"“{root.text}” is taken to be {owner.name}’s.")
        if pronoun_gender(root) is None:
            return Attribution(None, f"Nothing shows for certain whom “{root.text}” stands for.")
        excluded = self._speakers.get(around.id) if around is not None else None
        cluster = self.stand_ins.pronoun(root, excluded)
        if cluster is None:
            return Attribution(None, f"“{root.text}” may stand for more than one person, or for nobody named before.")
        likeliest = f"{cluster.name}, the likeliest of the people named just before"
        return Attribution(cluster, f"“{root.text}” is taken to be {likeliest}.")

    def _taken_up_by(self, root: Token) -> Attribution:
        """Whom "they" or "it" takes up."""
        place = span_of(self.doc, root.i, root.i + 1)
        cluster = None
        if root.lower_ == "it":
            cluster = organisation_taken_up_by_it(self.doc, root, self._at, self._narrated)
        elif (people := self._people.taken_up(root)) is not None:
            # "Friends of Roe's" who are quoted before are called as they are there; "Sanders" are not they.
            known = self._speakers.get(self._heads.get(people.root.i, "")) or self._described.speaker(
                people, people.root
            )
            cluster = known if known.kind != "person" else None
        if cluster is None:
            return Attribution(None, f"Nothing shows for certain whom “{root.text}” stands for.")
        mention(cluster, place, "pronoun")
        return Attribution(cluster, f"“{root.text}” takes up {cluster.name}, the only one spoken of just before.")

    def _described_source(self, tokens: Tokens, root: Token, span: Span, *, sure: bool) -> Attribution:
        words = [t for t in tokens if any(map(str.isalpha, t.text))]
        if root.tag_ in _NO_DESCRIPTION or not words or (len(words) == 1 and root.pos_ in {"DET", "ADV", "VERB"}):
            return Attribution(None, f"“{span.text}” does not say who speaks.")
        titled = self.stand_ins.bearer(tokens) if root.i not in self._at else None
        titled = titled or self.stand_ins.relative(tokens)
        if titled is not None:
            mention(titled.cluster, span, "title")
            return Attribution(titled.cluster, f"{titled.reason}.")
        unnamed = self._described.unnamed_before(tokens, root)
        if unnamed is not None:
            mention(unnamed, span, "description")
            return Attribution(unnamed, f"“{span.text}” takes up “{unnamed.name}”, the only one spoken of before.")
        taken_up = self.stand_ins.epithet(root)
        if taken_up is not None:
            mention(taken_up, span, "description")
            return Attribution(
                taken_up, f"“{span.text}” is taken to be {taken_up.name}, the likeliest of the people named."
            )
        organisation = organisation_meant(self.doc, self.clusters, tokens, self._narrated)
        if organisation is not None:
            mention(organisation, span, "description")
            return Attribution(organisation, f"“{span.text}” takes up {organisation.name}, the only one it fits.")
        if not may_speak(tokens, root, sure=sure):
            return Attribution(None, f"“{span.text}” is taken to be no person, organisation or group.")
        return Attribution(
            self._described.speaker(tokens, root), f"“{span.text}” is how the article describes who speaks."
        )


def _is_doubtful(cluster: Cluster) -> bool:
    """Whether the speaker is no person, and nothing but a capital and the recogniser makes it an organisation."""
    return cluster.kind != "person" and not cluster.key and not any(r.certain for r in cluster.references)
