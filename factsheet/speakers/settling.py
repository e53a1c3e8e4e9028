"""Names that several bore until recorded decisions made their bearers one, or said which one is meant."""

from __future__ import annotations

from collections.abc import Iterable

from factsheet.speakers.clusters import Cluster
from factsheet.speakers.decisions.verdicts import ArticleVerdicts
from factsheet.speakers.findings import Ambiguity, Identity
from factsheet.speakers.obeying import verdict_on
from factsheet.speakers.references import Reference


def settle(identity: Identity, verdicts: ArticleVerdicts) -> None:
    """Leave no question whose answer was recorded: a name with one bearer left is his, and who was decided to be meant
    is asked about no more. ``identity`` is changed in place; its clusters have been joined as decided."""
    if not verdicts:
        return
    holders = {r.first: cluster for cluster in identity.clusters for r in cluster.references}
    asked, identity.ambiguities = identity.ambiguities, []
    for ambiguity in asked:
        reference = ambiguity.reference
        own = holders.get(reference.first)
        bearers = _distinct(holders[bearer.references[0].first] for bearer in ambiguity.bearers)
        if own is not None and verdict_on(own, reference, verdicts) == "same":
            continue
        # A name of its own that could be either of two is the one's that they have become.
        others = [c for c in bearers if c is not own] if _is_alone(own, reference) else bearers
        if len(others) == 1 < len(ambiguity.bearers) - _is_alone(own, reference):
            if own is not None and own is not others[0]:
                identity.clusters.remove(own)
            if own is not others[0]:
                _give(others[0], reference)
                holders[reference.first] = others[0]
        elif len(bearers) > 1:
            reading = holders[ambiguity.reading.references[0].first] if ambiguity.reading else None
            identity.ambiguities.append(Ambiguity(reference, tuple(bearers), reading))


def _is_alone(cluster: Cluster | None, reference: Reference) -> bool:
    """Whether a full name ("D. Okoro") is a speaker of its own."""
    full = reference.person is not None and reference.person.full
    return cluster is not None and full and cluster.references == [reference]


def _give(cluster: Cluster, reference: Reference) -> None:
    cluster.evidence.append(f"“{reference.form}” is {cluster.name}: recorded decisions leave nobody else of that name.")
    cluster.references.append(reference)


def _distinct(clusters: Iterable[Cluster]) -> list[Cluster]:
    return list({id(cluster): cluster for cluster in clusters}.values())
