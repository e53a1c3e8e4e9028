"""What keeps a name out of a speaker's cluster although its words would fit."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded, same_word
from factsheet.speakers.references import Reference

_LONGEST_KINSHIP = 5
_ONCE = {"former", "late", "ex", "onetime", "past"}


def gender_conflict(cluster: Cluster, reference: Reference) -> bool:
    """Whether the reference's title ("Mrs.") is of another gender than the cluster's."""
    shown = reference.person.titled_gender if reference.person else None
    return bool(shown and cluster.gender and shown != cluster.gender)


def kinship(doc: Doc, reference: Reference, cluster: Cluster) -> bool:
    """Whether a name that the cluster does not have yet is brought in as a relative's: "his son, George W. Bush"."""
    if reference.form in cluster.forms:
        return False
    i = reference.first - 1
    if i > 0 and doc[i].text == ",":
        i -= 1
    return i >= 0 and lexicon.is_relative(doc[i].text)


def office_conflict(cluster: Cluster, reference: Reference) -> bool:
    """Whether "President Smith" cannot be the Smith that the article names in full and never calls president."""
    if reference.person is None or reference.person.full or not reference.roles or not cluster.full_names:
        return False
    words = [folded(word) for word in reference.person.titles]
    if not words or not lexicon.is_role(words[-1]):
        return False
    held = {folded(word.strip(".,")) for role in cluster.roles for word in role.text.split()}
    if any(map(lexicon.changes_role, words)):
        # "Former President Roe" has been president; of "Vice President Roe" nothing follows.
        return not _ONCE.isdisjoint(words) and lexicon.is_single_office(words[-1]) and words[-1] not in held
    return words[-1] not in held and (lexicon.is_single_office(words[-1]) or reference.span.start < cluster.start)


def holds_title(cluster: Cluster, reference: Reference) -> bool:
    """Whether the cluster is elsewhere said to hold the office before the name: "Sen." of a senator."""
    head = title_head(reference)
    held = (folded(word.strip(".,")) for role in cluster.roles for word in role.text.split())
    wanted = lexicon.stands_for(head) if head else frozenset[str]()
    return any(wanted & lexicon.stands_for(word) for word in held)


def title_head(reference: Reference) -> str | None:
    """The office before the name ("Sen."); None where there is none, or a way to address somebody."""
    titles = reference.person.titles if reference.person else ()
    word = folded(titles[-1]) if titles else ""
    return word if word and not lexicon.is_courtesy(word) else None


def namesake(doc: Doc, reference: Reference, cluster: Cluster, persons: Iterable[Reference]) -> bool:
    """Whether the name is brought in as that of a relative of somebody of the very same name: "John Roe and his
    father, John Roe". ``persons`` are the names of all persons of the article."""
    before = [r for r in persons if r.span.start < reference.span.start]
    last = max(before, key=lambda r: r.span, default=None)
    if last is None or last not in cluster.references or not same_word(last.form, reference.form):
        return False
    between = doc[last.last : reference.first]
    words = [token for token in between if not token.is_punct]
    return (
        0 < len(words) <= _LONGEST_KINSHIP
        and any(lexicon.is_relative(token.text) for token in words)
        and not any(token.pos_ in {"VERB", "AUX"} or token.is_sent_start for token in words)
    )


def keys_differ(left: Cluster, right: Cluster) -> bool:
    """Whether the authority file has the two under different keys."""
    return bool(left.key and right.key and left.key != right.key)
