"""From quotations to speakers: the room's public function."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from factsheet.model import Decision, Flag, Mention, Quotation, Speaker, Variant
from factsheet.speakers import lexicon
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.decisions.verdicts import state
from factsheet.speakers.flags.found import Found
from factsheet.speakers.flags.raised import raise_flags
from factsheet.speakers.identity import identify
from factsheet.speakers.named_sources import Attribution
from factsheet.speakers.names import known_names
from factsheet.speakers.references import find_references
from factsheet.speakers.sides import find_sides
from factsheet.speakers.sources import Sources


@dataclass(frozen=True)
class SpeakerFindings:
    """An article's quotations with their speakers, the speakers in order of first mention, and what to look at."""

    quotations: tuple[Quotation, ...]
    speakers: tuple[Speaker, ...]
    flags: tuple[Flag, ...]


def find_speakers(
    doc: Doc, quotations: tuple[Quotation, ...], authority: Authority, decisions: tuple[Decision, ...]
) -> SpeakerFindings:
    """Who speaks, and who is spoken of by name, in a parsed article.

    Listed are the sources of quotations, persons with a full name or a role, and sides ("Kazakh side") that act.
    Speaker ids are s1, s2 ... in the order of first mention. A quotation whose source could not be resolved
    keeps ``speaker=None``.
    """
    sources = tuple(span for quotation in quotations for span in quotation.source)
    verdicts = state(decisions).within(doc._.article.sha256)
    identity = identify(doc, find_references(doc, sources), sources, authority, verdicts)
    clusters = identity.clusters
    resolver = Sources(doc, identity, quotations)
    attributions = resolver.resolve()
    for side in find_sides(doc):
        resolver.describe(side, "group").speaks = True
    owners = resolver.stand_ins.possessives()
    for cluster in clusters:
        if _is_no_person(cluster) and id(cluster) not in owners:
            cluster.kind = "organisation"
    listed = sorted((c for c in clusters if _is_listed(c)), key=lambda c: (c.start, c.name))
    ids = {id(cluster): f"s{number}" for number, cluster in enumerate(listed, 1)}
    attributed = tuple(_attributed(q, attributions[q.id], ids) for q in quotations)
    found = Found(doc, attributed, attributions, identity, ids, verdicts, authority)
    speakers = tuple(_speaker(c, ids[id(c)], owners.get(id(c), ())) for c in listed)
    return SpeakerFindings(attributed, speakers, raise_flags(found))


def _is_listed(cluster: Cluster) -> bool:
    if cluster.speaks or cluster.key:
        return True
    return cluster.kind == "person" and (
        bool(cluster.roles)
        or (bool(cluster.full_names) and any(r.certain for r in cluster.references))
        or (bool(cluster.full_names) and any(m.kind == "pronoun" for m in cluster.other))
    )


def _is_no_person(cluster: Cluster) -> bool:
    """Whether only the recogniser takes a single word for a person who has neither title nor role, is never "he" or
    "she" and is called by no known name: "Coastwire reported". As a rule it is a medium."""
    word = cluster.name
    return (
        cluster.kind == "person"
        and not (cluster.key or cluster.preferred or cluster.roles or cluster.other)
        and not any(reference.certain for reference in cluster.references)
        and word.isalpha()
        and not word.isupper()
        and not (lexicon.is_given_name(word) or known_names.is_frequent_family_name(word))
    )


def _attributed(quotation: Quotation, attribution: Attribution, ids: dict[int, str]) -> Quotation:
    evidence = (*quotation.evidence, attribution.reason) if attribution.reason else quotation.evidence
    speaker = ids[id(attribution.cluster)] if attribution.cluster is not None else None
    return replace(quotation, speaker=speaker, evidence=evidence)


def _speaker(cluster: Cluster, speaker_id: str, owner: Sequence[Mention]) -> Speaker:
    named = [Mention(r.span.start, r.span.end, r.span.text, "name") for r in cluster.references]
    mentions = tuple(sorted({(m.start, m.end): m for m in (*owner, *cluster.other, *named)}.values()))
    forms = Counter((" ".join(m.text.split()), m.kind) for m in mentions)
    return Speaker(
        id=speaker_id,
        name=cluster.name,
        kind=cluster.kind,
        roles=tuple(cluster.roles),
        variants=tuple(Variant(form, count, kind) for (form, kind), count in forms.items()),
        mentions=mentions,
        key=cluster.key,
        evidence=tuple(dict.fromkeys(cluster.evidence)),
    )
