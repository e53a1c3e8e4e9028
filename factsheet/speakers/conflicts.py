"""What keeps a name out of a speaker's cluster although its words would fit."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from spacy.tokens import Doc

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names.comparing import folded, same_word
from factsheet.speakers.references import Reference

_LONGEST_KINSHIP = 5
_KIN_REACH = 3
_NEAR_HEAD = 3
_POSSESSIVES: dict[str, Gender] = {"his": "male", "her": "female"}
_SHOW_GENDER = {"man", "woman", "boy", "girl", "schoolgirl", "schoolboy"}
_PARENTS = {"mother", "father", "grandmother", "grandfather"}
_ONCE = {"former", "late", "ex", "onetime", "past"}
_BY_AGE = {"younger", "elder", "older"}
_SPOUSES = {"wife", "husband", "widow", "widower"}


def gender_conflict(cluster: Cluster, reference: Reference) -> bool:
    """Whether the reference's title ("Mrs.") is of another gender than the cluster's."""
    name = reference.person
    shown = name.titled_gender if name else None
    if name and not shown and name.full:
        # "Mrs. John Roe" is not John Roe.
        titled = {known.titled_gender for known in cluster.names if known.titled_gender}
        given = lexicon.given_name_gender(name.given)
        return bool(given and titled and given not in titled)
    return bool(shown and cluster.gender and shown != cluster.gender)


def kinship(doc: Doc, reference: Reference, cluster: Cluster) -> bool:
    """Whether a name that the cluster does not have yet is brought in as a relative's ("his son, George W. Bush"), or
    any name is told apart from another of the family ("the younger Mr. Bush")."""
    if is_told_apart(doc, reference):
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


def is_told_apart(doc: Doc, reference: Reference) -> bool:
    """Whether the name is that of one of several by age: "the younger Roe"."""
    i = reference.first - 1
    while i > 0 and (lexicon.is_courtesy(doc[i].text) or doc[i].text == "."):
        i -= 1
    return i >= 0 and doc[i].lower_ in _BY_AGE


def office_conflict(cluster: Cluster, reference: Reference) -> bool:
    """Whether "President Smith" cannot be the Smith that the article names in full and never calls president."""
    if reference.person is None or reference.person.full or not reference.roles or not cluster.full_names:
        return False
    words = [folded(word) for word in reference.person.titles]
    if not words or not lexicon.is_role(words[-1]):
        return False
    holds = _holds(cluster, words[-1])
    if any(map(lexicon.changes_role, words)):
        # "Former President Roe" has been president; of "Vice President Roe" nothing follows.
        return not _ONCE.isdisjoint(words) and lexicon.is_single_office(words[-1]) and not holds
    return not holds and (lexicon.is_single_office(words[-1]) or reference.span.start < cluster.start)


def holds_title(cluster: Cluster, reference: Reference) -> bool:
    """Whether the cluster is elsewhere said to hold the office before the name: "Sen." of a senator."""
    head = title_head(reference)
    return head is not None and _holds(cluster, head)


def _holds(cluster: Cluster, office: str) -> bool:
    """Whether a role of the cluster has the office, in full or in short."""
    said = (folded(word.strip(".,")) for role in cluster.roles for word in role.text.split())
    return any(lexicon.stands_for(office) & lexicon.stands_for(word) for word in said)


def title_head(reference: Reference) -> str | None:
    """The office before the name ("Sen."); None where there is none, or a way to address somebody."""
    titles = reference.person.titles if reference.person else ()
    word = folded(titles[-1]) if titles else ""
    return word if word and not lexicon.is_courtesy(word) else None


def namesake(doc: Doc, reference: Reference, cluster: Cluster, last: Reference) -> bool:
    """Whether the name is brought in as that of a relative, or of somebody else in a part of his own, of a person whose
    it could be: "John Roe and his father, John Roe", "Jack Roe, son of John Roe", "Roe's lawyer, Roe". ``last`` is the
    last name of a person before it."""
    if any(_is_kin_of(role, cluster) for role in reference.roles):
        return True
    if not cluster.has(last):
        return False
    if _is_kin_of_last(doc, reference, cluster):
        return True
    if not same_word(last.form, reference.form):
        return False
    between = doc[last.last : reference.first]
    if any(token.is_sent_start for token in doc[last.last : reference.first + 1]):
        return False
    words = [token for token in between if not token.is_punct]
    if not 0 < len(words) <= _LONGEST_KINSHIP or any(token.pos_ in {"VERB", "AUX"} for token in words):
        return False
    owned = words[0].tag_ == "POS" and between[-1].text == "," and lexicon.is_role(words[-1].text)
    return owned or any(lexicon.is_relative(token.text) for token in words)


def _is_kin_of(role: Span, cluster: Cluster) -> bool:
    """Whether a role is that of a relative of the cluster's: "son of Robert Lee"."""
    kin, of, owner = role.text.partition(" of ")
    return bool(of) and lexicon.is_relative(kin.split()[-1]) and owner in cluster.forms


def _is_kin_of_last(doc: Doc, reference: Reference, cluster: Cluster) -> bool:
    """Whether "his son" or the like stands beside the name, and "his" can be the cluster's: "Roe, his son"."""
    near = [doc[max(0, reference.first - _KIN_REACH) : reference.first]]
    near += [tokens for role in reference.roles if (tokens := doc.char_span(role.start, role.end)) is not None]
    for tokens in near:
        words = [token for token in tokens if not token.is_punct]
        for owner, kin in pairwise(words):
            gender = _POSSESSIVES.get(owner.lower_)
            if gender and lexicon.is_relative(kin.text) and kin is words[-1]:
                return cluster.gender in {None, gender}
    return False


def changed_hands(cluster: Cluster, reference: Reference) -> bool:
    """Whether one is called by an office and the other by the same as a former one, where nobody of the family name
    is named in full: "Mayor Roe", "former Mayor Roe"."""
    if cluster.full_names or (reference.person and reference.person.full):
        return False
    here, known = ([_role_words(role) for role in roles] for roles in (reference.roles, cluster.roles))
    return any(
        words[-1] == other[-1] and _ONCE.isdisjoint(words) != _ONCE.isdisjoint(other)
        for words in here
        for other in known
    )


def _role_words(role: Span) -> list[str]:
    return [folded(lexicon.plain(word)) for word in role.text.split()]


def suffix_conflict(cluster: Cluster, reference: Reference) -> bool:
    """Whether "Roe Jr." cannot be the cluster's, which has another suffix wherever it has one."""
    suffix = folded(reference.person.suffix.rstrip(".")) if reference.person else ""
    known = {folded(name.suffix.rstrip(".")) for name in cluster.full_names if name.suffix}
    return bool(suffix and known and suffix not in known)


def role_gender_conflict(cluster: Cluster, reference: Reference) -> bool:
    """Whether one is called "a man" or the like, and the other "a woman"."""
    one, other = (_shown_gender(roles) for roles in (cluster.roles, reference.roles))
    return bool(one and other and one != other)


def _shown_gender(roles: Iterable[Span]) -> str | None:
    """The gender that roles show of the person and not of an office ("chairman" is said of women as well)."""
    starts = [[lexicon.plain(word.strip(",")) for word in role.text.split()[:_NEAR_HEAD]] for role in roles]
    words = [word for start in starts for word in start if word in _SHOW_GENDER]
    # "A mother of three", but not "his mother"
    words += [start[1] for start in starts if start[:1] == ["a"] and start[2:] == ["of"] and start[1] in _PARENTS]
    shown = {lexicon.role_gender(word) for word in words} - {None}
    return shown.pop() if len(shown) == 1 else None


def keys_differ(left: Cluster, right: Cluster) -> bool:
    """Whether the authority file has the two under different keys."""
    return bool(left.key and right.key and left.key != right.key)
