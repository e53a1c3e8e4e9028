"""Which names in one article are one speaker's.

Order of evidence: a human decision; an entry of the authority file with one bearer; a full name that agrees; a
family name with exactly one bearer and no conflict of gender. What is left is asked, never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from factsheet.model import Span
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.bearing import bears, begins_with, full_name_reason, has_name, short_names, stood_for
from factsheet.speakers.candidates import Holders
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.conflicts import (
    gender_conflict,
    holds_title,
    is_told_apart,
    kinship,
    office_conflict,
    suffix_conflict,
    title_head,
)
from factsheet.speakers.decisions.verdicts import ArticleVerdicts
from factsheet.speakers.findings import Ambiguity, Identity
from factsheet.speakers.firms import is_short_for_firm
from factsheet.speakers.names.romanising import same_in_latin
from factsheet.speakers.namesakes import Namesakes, TellingApart
from factsheet.speakers.obeying import call_as_preferred, join_decided, verdict_on
from factsheet.speakers.organisations import parse_organisation, same_organisation
from factsheet.speakers.papers import ends_as_paper, is_paper
from factsheet.speakers.references import Reference
from factsheet.speakers.settling import settle
from factsheet.speakers.spelling import misspellings


def identify(
    doc: Doc,
    references: Iterable[Reference],
    sources: tuple[Span, ...],
    authority: Authority,
    verdicts: ArticleVerdicts,
) -> Identity:
    """Put an article's references together, each in one cluster at most; a reference that is ambiguous is in none.

    ``sources`` are the places that name who is quoted, ``verdicts`` what was decided about the article's names.
    """
    return _Identifier(doc, sources, authority, verdicts).run(tuple(references))


class _Identifier:
    def __init__(self, doc: Doc, sources: tuple[Span, ...], authority: Authority, verdicts: ArticleVerdicts) -> None:
        self.doc = doc
        self.sources = sources
        self.authority = authority
        self.verdicts = verdicts
        self.found = Identity()

    def run(self, references: tuple[Reference, ...]) -> Identity:
        persons = [r for r in references if r.person]
        self.telling = TellingApart(self.doc, references, self.sources, self.verdicts)
        self.holders = Holders(persons)
        short = short_names(persons)
        for reference in persons:
            if reference.span not in short:
                self._add_full_name(reference)
        self._join_misspellings(full=True)
        for reference in references:
            if not reference.person:
                self._add_organisation(reference)
        for reference in sorted((r for r in persons if r.span in short), key=self._turn):
            self._add_short_name(reference)
        self._join_misspellings(full=False)
        self.found.refused = join_decided(self.found.clusters, self.verdicts)
        settle(self.found, self.verdicts)
        call_as_preferred(self.found.clusters, self.verdicts)
        for cluster in self.found.clusters:
            cluster.sort()
        self.found.clusters.sort(key=lambda c: c.start)
        return self.found

    def _turn(self, reference: Reference) -> tuple[bool, bool]:
        """When a short name's turn comes. "Mr." and "Mrs." show how many bear the name, so they come before names
        that show nothing; a mention that was decided by itself comes last, for it says nothing of the others."""
        titled = bool(reference.person and reference.person.titled_gender)
        return self.verdicts.single_out(reference.span), not titled

    def _add_full_name(self, reference: Reference) -> None:
        known = self._authority_cluster(reference)
        if known is not None:
            self._take(known, reference)
            return
        fits, others = [], []
        for cluster in self.holders.of(reference):
            reason = full_name_reason(cluster, reference) if cluster.kind == "person" else None
            if reason is None or not self._nothing_forbids(cluster, reference):
                continue
            if apart := self.telling.apart(cluster, reference):
                others.append(apart)
            else:
                fits.append((cluster, reason))
        exact = [(cluster, reason) for cluster, reason in fits if has_name(cluster, reference)]
        # Of a short and a full form that the article keeps apart, each is the one that has it.
        fits = exact or fits
        if len(fits) == 1:
            if doubt := self.telling.doubt(fits[0][0], reference):
                self.found.namesakes.append(doubt)
            self._join(*fits[0], reference)
        elif exact:
            self.found.ambiguities.append(Ambiguity(reference, tuple(cluster for cluster, _ in fits)))
        else:
            self._open_apart(reference, others)
            if fits:
                own = self.found.clusters[-1]
                self.found.ambiguities.append(Ambiguity(reference, (*(cluster for cluster, _ in fits), own), own))

    def _add_short_name(self, reference: Reference) -> None:
        known = self._authority_cluster(reference)
        if known is not None:
            self._take(known, reference)
            return
        word = reference.person.words if reference.person else ""
        decided = [c for c in self._persons() if verdict_on(c, reference, self.verdicts) == "same"]
        if len(decided) == 1:
            self._join(decided[0], "a recorded decision says so", reference)
            return
        bearers = [c for c in self._persons() if bears(c, word) and self._may_join(c, reference)]
        if not bearers:
            bearers = [
                c
                for c in self._persons()
                if begins_with(c, word)
                and self._may_join(c, reference)
                # A first name alone before anybody of that name is introduced is somebody else's.
                and any(r.span.start < reference.span.start for r in c.references)
            ]
        if bearers and (firms := self._firms(reference)):
            self.found.ambiguities.append(Ambiguity(reference, (*bearers, *firms)))
        elif len(bearers) > 1:
            self._decide_between(bearers, reference)
        elif bearers:
            if doubt := self.telling.doubt(bearers[0], reference):
                self.found.namesakes.append(doubt)
            self._join(bearers[0], self._only_bearer_reason(bearers[0], word, reference), reference)
        elif is_told_apart(self.doc, reference) and len(alike := [c for c in self._persons() if bears(c, word)]) > 1:
            self.found.ambiguities.append(Ambiguity(reference, tuple(alike)))
        else:
            kept = [c for c in self._persons() if bears(c, word) and self._nothing_forbids(c, reference)]
            self._open_apart(reference, [apart for c in kept if (apart := self.telling.apart(c, reference))])
            self._ask_of_office(reference)

    def _firms(self, reference: Reference) -> list[Cluster]:
        """The firms that may be called by a family name alone that no title tells from theirs."""
        modifies = self.doc[reference.first : reference.last].root.dep_ in {"compound", "nmod"}
        if reference.person is None or reference.person.titles or reference.roles or modifies:
            return []
        return [
            c
            for c in self.found.clusters
            if c.kind == "organisation" and any(is_short_for_firm(reference.form, form) for form in c.forms)
        ]

    def _ask_of_office(self, reference: Reference) -> None:
        """Ask who "President Roe" is where several have the name and none is said to hold the office: it may be any of
        them. Of one bearer alone who is something else it is known that he is not meant."""
        word = reference.person.words if reference.person else ""
        held = [c for c in self._persons() if bears(c, word) and office_conflict(c, reference)]
        if len(held) > 1:
            own = self.found.clusters[-1]
            self.found.ambiguities.append(Ambiguity(reference, (*held, own), own))

    def _only_bearer_reason(self, cluster: Cluster, word: str, reference: Reference) -> str:
        if not bears(cluster, word):
            return f"the only person in the article whose name begins with “{word}”"
        if any(same_in_latin(name.family, word) for name in cluster.full_names):
            return "the only person of that family name in the article, which stands there in other letters"
        others = [other for other in self._persons() if other is not cluster and bears(other, word)]
        why = " whom its title fits" if others else ""
        if any(self._decided_apart(other, reference) for other in others):
            why = " that recorded decisions leave for it"
        return f"the only person of that family name in the article{why}"

    def _decide_between(self, bearers: list[Cluster], reference: Reference) -> None:
        """A short name with several bearers: the only one named so far, the one it has stood for, or nobody."""
        suffix = reference.person.suffix if reference.person else ""
        suffixed = [c for c in bearers if suffix and any(name.suffix for name in c.full_names)]
        if len(suffixed) == 1:
            self._join(suffixed[0], "the only bearer of the name with that suffix", reference)
            return
        titled = [c for c in bearers if holds_title(c, reference)]
        title = title_head(reference)
        if title and len(titled) == 1:
            reason = f"{titled[0].name} is the only bearer of the name of whom the article says that office"
            self._join(titled[0], reason, reference)
            return
        named = [c for c in bearers if any(r.span.start < reference.span.start for r in c.references)]
        if len(named) == 1 and not title:
            reason = f"{named[0].name} is the only bearer of the name that the article has named up to there"
            self._join(named[0], reason, reference)
            return
        usual = [c for c in named if stood_for(c, named, reference)]
        reading = usual[0] if len(usual) == 1 and not title else None
        self.found.ambiguities.append(Ambiguity(reference, tuple(bearers), reading))
        if reading is not None:
            others = ", ".join(c.name for c in bearers if c is not reading)
            reason = f"the article uses it for {reading.name} before it names {others}"
            self._join(reading, reason, reference)

    def _add_organisation(self, reference: Reference) -> None:
        known = self._authority_cluster(reference)
        if known is not None:
            self._take(known, reference)
            return
        name = parse_organisation(reference.form)
        fits = []
        for cluster in self.found.clusters:
            if cluster.kind != "organisation" or not self._may_join(cluster, reference):
                continue
            forms = [parse_organisation(form) for form in cluster.forms]
            # What an abbreviation stands for is known by the names beside it, if there are any.
            whole = [form for form in forms if not form.abbreviation] or forms
            reasons = [same_organisation(form, name) for form in whole]
            if any(reasons) and (all(reasons) or reference.form in cluster.forms):
                fits.append((cluster, next(reason for reason in reasons if reason)))
        fits = fits or [(c, "the only newspaper named before whose name ends so") for c in self._papers(reference)]
        if len(fits) == 1:
            self._join(*fits[0], reference)
        else:
            exact = [fit for fit in fits if reference.form in fit[0].forms]
            if len(exact) == 1:
                self._join(*exact[0], reference)
            else:
                self._open(reference)

    def _papers(self, reference: Reference) -> list[Cluster]:
        """The newspapers that "the Times" may be: those whose names end so. They stand before it."""
        if not is_paper(self.doc, reference.first, reference.last):
            return []
        return [
            c
            for c in self.found.clusters
            if any(ends_as_paper(form, reference.form) for form in c.forms) and self._may_join(c, reference)
        ]

    def _join_misspellings(self, *, full: bool) -> None:
        clusters = self.found.clusters
        for found in misspellings(clusters, self.doc, self.sources, self.verdicts, full=full):
            self.found.misspellings.append(found)
            if found.joined:
                clusters[:] = [c for c in clusters if c.references != [found.odd]]
                found.usual.misspelt.append(found.odd)
                self._join(found.usual, found.joined, found.odd)

    def _authority_cluster(self, reference: Reference) -> Cluster | None:
        """The cluster of the one entry of the authority file that bears this form, opened if need be."""
        entry = self.authority.only_bearer(reference.form)
        if entry is None:
            return None
        for cluster in self.found.clusters:
            if cluster.key == entry.key:
                if self._decided_apart(cluster, reference):
                    return None
                cluster.evidence.append(
                    f"“{reference.form}” is {entry.name}: the authority file has it under “{entry.key}”."
                )
                return cluster
        cluster = Cluster(entry.kind, key=entry.key, preferred=entry.name)
        if self._decided_apart(cluster, reference):
            return None
        cluster.evidence.append(f"“{reference.form}” is the entry “{entry.key}” of the authority file.")
        self.found.clusters.append(cluster)
        return cluster

    def _persons(self) -> list[Cluster]:
        return [cluster for cluster in self.found.clusters if cluster.kind == "person"]

    def _may_join(self, cluster: Cluster, reference: Reference) -> bool:
        return self._nothing_forbids(cluster, reference) and self.telling.apart(cluster, reference) is None

    def _nothing_forbids(self, cluster: Cluster, reference: Reference) -> bool:
        return not (
            self._decided_apart(cluster, reference)
            or gender_conflict(cluster, reference)
            or office_conflict(cluster, reference)
            or suffix_conflict(cluster, reference)
            or kinship(self.doc, reference, cluster)
        )

    def _decided_apart(self, cluster: Cluster, reference: Reference) -> bool:
        return verdict_on(cluster, reference, self.verdicts) == "apart"

    def _open(self, reference: Reference) -> None:
        self.found.clusters.append(Cluster(reference.kind))
        self._take(self.found.clusters[-1], reference)

    def _open_apart(self, reference: Reference, others: list[Namesakes]) -> None:
        """A cluster of its own for a name that others have as well, and what tells it from theirs."""
        self._open(reference)
        self.found.namesakes += others
        self.found.clusters[-1].evidence += [
            f"“{reference.form}” is not the “{other.one.form}” who is named before: {other.reason}." for other in others
        ]

    def _join(self, cluster: Cluster, reason: str, reference: Reference) -> None:
        if reference.form not in cluster.forms:
            cluster.evidence.append(f"“{reference.form}” is {cluster.name}: {reason}.")
        self._take(cluster, reference)

    def _take(self, cluster: Cluster, reference: Reference) -> None:
        cluster.references.append(reference)
        self.holders.add(cluster, reference)
