"""Recorded decisions put into effect on the clusters of an article's names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import product
from typing import Literal

from factsheet.model import Decision, Span
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.conflicts import keys_differ
from factsheet.speakers.decisions.verdicts import ArticleVerdicts, Rulings, name_key
from factsheet.speakers.references import Reference


@dataclass(frozen=True)
class Refused:
    """A record that says of two clusters that they are one, which the authority file has under two keys."""

    left: Cluster
    right: Cluster
    record: Decision


def verdict_on(cluster: Cluster, reference: Reference, verdicts: ArticleVerdicts) -> Literal["apart", "same"] | None:
    """Whether a name was decided to be the cluster's: "apart" if it is not any one of its names."""
    if not verdicts.concern(reference.form):
        return None
    named = [pair for pair in _named(cluster, verdicts) if pair[0] != reference.form]
    return _verdict([(reference.form, reference.span)], named, verdicts)


def verdict_on_one_name(
    cluster: Cluster, reference: Reference, verdicts: ArticleVerdicts
) -> Literal["different", "same"] | None:
    """What was decided about the bearers of one name, or of two forms of it: "same" if it is one person's,
    "different" if several people's. Which place is whose the records do not say."""
    if not verdicts.concern(reference.form):
        return None
    rulings = verdicts.at(reference.span)
    if any(rulings.same(form, reference.form) for form in cluster.forms):
        return "same"
    return "different" if any(rulings.apart(form, reference.form) for form in cluster.forms) else None


def join_decided(clusters: list[Cluster], verdicts: ArticleVerdicts) -> list[Refused]:
    """Put together what was decided to be the same, unless another decision keeps the two apart, or the authority
    file does: of these the records are returned."""
    refused: list[Refused] = []
    named = {id(cluster): found for cluster in clusters if (found := _named(cluster, verdicts))}
    for left in list(clusters) if named else ():
        for right in list(clusters):
            if left is right or left not in clusters or right not in clusters:
                continue
            if id(left) not in named or id(right) not in named:
                continue
            if _verdict(named[id(left)], named[id(right)], verdicts) != "same":
                continue
            if keys_differ(left, right):
                if not any(known.left is right and known.right is left for known in refused):
                    record = _record(named[id(left)], named[id(right)], verdicts)
                    refused += [Refused(left, right, record)] if record else []
                continue
            left.evidence.extend(right.evidence)
            left.evidence.append(_joined(left, right))
            left.references.extend(right.references)
            left.misspelt.extend(right.misspelt)
            left.key, left.preferred = left.key or right.key, left.preferred or right.preferred
            # What a name was taken for is no reason not to obey: who is a person anywhere is one.
            left.kind = "person" if right.kind == "person" else left.kind
            named[id(left)] += named[id(right)]
            clusters.remove(right)
    return refused


def _joined(left: Cluster, right: Cluster) -> str:
    """The sentence for a decision that joins two clusters, with two names in it where they have two."""
    if left.name != right.name:
        return f"{right.name} and {left.name} are one: a recorded decision says so."
    other = next((form for form in (*right.forms, *left.forms) if form != left.name), None)
    if other is None:
        return f"{left.name} is one person wherever the name stands: a recorded decision says so."
    return f"“{other}” is {left.name}: a recorded decision says so."


def _record(
    left: list[tuple[str, Span | None]], right: list[tuple[str, Span | None]], verdicts: ArticleVerdicts
) -> Decision | None:
    """The record that makes two clusters one; of a chain, its first that is about a name of the left one."""
    pairs = [(one, other, verdicts.at(*filter(None, (a, b)))) for (one, a), (other, b) in product(left, right)]
    direct = next((found for one, other, rulings in pairs if (found := rulings.on(one, other))), None)
    return direct or next((chain[0] for one, other, rulings in pairs if (chain := rulings.chain(one, other))), None)


def call_as_preferred(clusters: list[Cluster], verdicts: ArticleVerdicts) -> None:
    """Give each cluster the name that was decided to be the preferred one. No words of the article change."""
    for cluster in clusters if verdicts else ():
        usual = cluster.name
        name = _preferred_name(cluster, verdicts.at())
        if name != usual:
            cluster.preferred = name
            cluster.evidence.append(f"It is called “{name}”, not “{usual}”: a recorded decision prefers the spelling.")


def _named(cluster: Cluster, verdicts: ArticleVerdicts) -> list[tuple[str, Span | None]]:
    """The cluster's names that decisions speak of, each with its place; the authority file's name has none."""
    if not verdicts:
        return []
    names: dict[tuple[str, Span | None], None] = {}
    for reference in cluster.references:
        if verdicts.concern(reference.form):
            names[reference.form, reference.span if verdicts.single_out(reference.span) else None] = None
    if cluster.preferred and verdicts.concern(cluster.preferred):
        names[cluster.preferred, None] = None
    return list(names)


def _verdict(
    left: list[tuple[str, Span | None]], right: list[tuple[str, Span | None]], verdicts: ArticleVerdicts
) -> Literal["apart", "same"] | None:
    found: Literal["same"] | None = None
    for one, here in left:
        for other, there in right:
            rulings = verdicts.at(*filter(None, (here, there)))
            if rulings.apart(one, other):
                return "apart"
            if rulings.same(one, other):
                found = "same"
    return found


def _preferred_name(cluster: Cluster, rulings: Rulings) -> str:
    name = usual = cluster.name
    seen = {usual}
    while better := rulings.preferred(name) or _with_preferred_word(name, cluster, rulings):
        if better in seen:
            # Decisions that prefer each in turn prefer none.
            return usual
        seen.add(better)
        name = better
    return name


def _with_preferred_word(name: str, cluster: Cluster, rulings: Rulings) -> str | None:
    """The full name with the preferred spelling of its family name, where the cluster has both spellings: in
    another article the same family name may be somebody else's."""
    spellings = dict.fromkeys([*cluster.forms, *(person.family for person in cluster.names if person.family)])
    known = {name_key(spelling) for spelling in spellings}
    for spelling in spellings:
        better = rulings.preferred(spelling)
        if better is None or name_key(better) not in known:
            continue
        changed = re.sub(rf"(?<!\w){re.escape(spelling)}(?!\w)", better.replace("\\", r"\\"), name)
        if changed != name and name_key(better) not in name_key(name):
            return changed
    return None
