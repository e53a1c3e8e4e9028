"""What keeps a name out of a speaker's cluster although its words would fit."""

from __future__ import annotations

from spacy.tokens import Doc

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.references import Reference

_BY_AGE = {"younger", "elder", "older"}
_SPOUSES = {"wife", "husband", "widow", "widower"}


def gender_conflict(cluster: Cluster, reference: Reference) -> bool:
    """Whether the reference's title ("Mrs.") is of another gender than the cluster's."""
    shown = reference.person.titled_gender if reference.person else None
    return bool(shown and cluster.gender and shown != cluster.gender)


def kinship(doc: Doc, reference: Reference, cluster: Cluster) -> bool:
    """Whether a name that the cluster does not have yet is brought in as a relative's ("his son, George W. Bush"), or
    any name is told apart from another of the family ("the younger Mr. Bush")."""
    if _is_told_apart(doc, reference):
        return True
    if reference.form in cluster.forms:
        return False
    i = reference.first - 1
    if i > 0 and doc[i].text == ",":
        i -= 1
    person = reference.person
    if i >= 0 and doc[i].lower_ in _SPOUSES and person and person.given and not person.family:
        # "Her husband, Dan" may be the Dan who is named in full; her son, Dan, may be called after him.
        return False
    return i >= 0 and lexicon.is_relative(doc[i].text)


def _is_told_apart(doc: Doc, reference: Reference) -> bool:
    i = reference.first - 1
    while i > 0 and (lexicon.is_courtesy(doc[i].text) or doc[i].text == "."):
        i -= 1
    return i >= 0 and doc[i].lower_ in _BY_AGE


def office_conflict(cluster: Cluster, reference: Reference) -> bool:
    """Whether "President Smith" cannot be the Smith that the article names in full and never calls president."""
    if reference.person is None or reference.person.full or not reference.roles or not cluster.full_names:
        return False
    words = [folded(word) for word in reference.person.titles]
    if not words or not lexicon.is_role(words[-1]) or any(map(lexicon.changes_role, words)):
        return False
    said = {folded(word.strip(".,")) for role in cluster.roles for word in role.text.split()}
    held = {office for word in said for office in lexicon.stands_for(word)}
    return lexicon.stands_for(words[-1]).isdisjoint(held) and (
        lexicon.is_single_office(words[-1]) or reference.span.start < cluster.start
    )


def keys_differ(left: Cluster, right: Cluster) -> bool:
    """Whether the authority file has the two under different keys."""
    return bool(left.key and right.key and left.key != right.key)
