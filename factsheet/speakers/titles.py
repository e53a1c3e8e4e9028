"""Whom "the mayor" or "the former secretary of trade" stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.epithets import is_epithet, origin_behind, origins, stands_behind_name
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.places import sentence_around
from factsheet.speakers.seats import seats
from factsheet.speakers.topics import tells_what_one_is

_SMALL = {"of", "the", "for", "and", "in", "at", "a", "an", "from"}
_NEAR = 2
_LONGEST_RELATIVE = 3
_OWNER_AND_RELATIVE = 2
_OF_NOBODY = re.compile(r"\bof (?![^\W\d_a-z])")


@dataclass(frozen=True)
class Taken:
    """Who is meant, and why, in words."""

    cluster: Cluster
    reason: str


@dataclass(frozen=True)
class _Role:
    """The words of a role: the noun that says what somebody is, what it is of or for, and what stands before it."""

    head: str
    words: frozenset[str]

    @property
    def changed(self) -> frozenset[str]:
        return frozenset(word for word in self.words if lexicon.changes_role(word))


def is_title(token: Token) -> bool:
    """Whether the word heads a title with "the" that is of nothing but a state or a country: "the mayor", "the senator
    from Vermont", not "the mayor of the town"."""
    if token.tag_ not in {"NN", "NNP"} or not lexicon.is_role(token.text):
        return False
    children, origin = list(token.children), origin_behind(token)
    of_another = any(t.dep_ == "prep" and t.i > token.i and t not in origin for t in children)
    return any(t.lower_ == "the" for t in children) and not of_another


def title_words(token: Token) -> Tokens:
    """The words of the title that the noun heads."""
    return token.doc[token.left_edge.i : token.i + 1 + len(origin_behind(token))]


def bearer_of_title(doc: Doc, clusters: list[Cluster], tokens: Tokens) -> Taken | None:
    """The person whose title or role the words take up, None where nobody or several bear it.

    Every word of the title must be in the role ("the deputy mayor" is no "mayor"); words that say nothing of the
    office ("the two-term president") may be more if one person alone holds it. Of several bearers it is the one who
    alone is named in the sentence or the two before it.
    """
    if tokens[0].lower_ != "the":
        return None
    wanted = _wanted(tokens)
    if wanted is None or not lexicon.is_role(wanted.head) or lexicon.is_group(wanted.head):
        return None
    persons = [cluster for cluster in clusters if cluster.kind == "person"]
    near = _near(doc, tokens)
    exact = [c for c in persons if any(_has(role, wanted) for role in _roles(c, tokens.start_char))]
    if wanted.words == {wanted.head} and is_epithet(tokens.root):
        # "The actor" may be anybody who is one; "the mayor" is the only one whom the article knows.
        exact = [c for c in exact if c.is_mentioned_in(*near)]
        if not exact:
            return None
    if not exact and lexicon.is_single_office(wanted.head):
        # Headlines and abstracts speak of "the president" before the article names him.
        exact = [c for c in persons if any(_has(role, wanted) for role in _roles(c, doc[-1].idx + 1))]
    if len(exact) == 1:
        return Taken(exact[0], f"“{tokens.text}” is {exact[0].name}, the only one with that role in the article")
    if exact:
        exact = [c for c in exact if c.is_mentioned_in(*near)]
        if len(exact) == 1:
            return Taken(exact[0], f"“{tokens.text}” is {exact[0].name}, the only one with that role named just before")
        return None
    if tells_what_one_is(tokens.root):
        return None
    holders = [
        c for c in persons if any(wanted.head in lexicon.stands_for(r.head) for r in _roles(c, tokens.start_char))
    ]
    fitting = [c for c in holders if _says_no_more(tokens, wanted, _roles(c, tokens.start_char))]
    if not fitting and (there := origins(tokens.root)):
        return _only_one_from(doc, there, holders, tokens, wanted)
    if len(fitting) != 1 or (len(holders) > 1 and not fitting[0].is_mentioned_in(*near)):
        return None
    return Taken(fitting[0], f"“{tokens.text}” is {fitting[0].name}, the only {wanted.head} it fits in the article")


def _only_one_from(
    doc: Doc, there: frozenset[str], holders: list[Cluster], tokens: Tokens, wanted: _Role
) -> Taken | None:
    """The only one of the holders of an office who is from there: "the Vermont senator" is Sen. Roe (I-Vt.). Nobody,
    where it is not said of each of them where he is from, where the words say more ("the junior senator from"), or show
    another gender."""
    known = frozenset(word for name in there for word in folded(name).split()) | _SMALL
    # The senator from New Jersey is no new one.
    wanted = replace(wanted, words=wanted.words - known)
    places = [seats(doc, c) for c in holders]
    here = [c for c, named in zip(holders, places, strict=True) if there <= named]
    fitting = [c for c in here if _says_no_more(tokens, wanted, _roles(c, tokens.start_char), known)]
    # "Jane Roe, the senator from Vermont": the title is of whoever is named before it.
    if len(fitting) != 1 or not all(places) or stands_behind_name(tokens.root):
        return None
    more = any(t.pos_ in {"ADJ", "ADV", "VERB", "NUM"} and folded(t.text) not in known for t in tokens)
    if more or lexicon.role_gender(wanted.head) not in {None, fitting[0].gender}:
        return None
    return Taken(fitting[0], f"“{tokens.text}” is {fitting[0].name}, the only {wanted.head} from there in the article")


def relative_meant(doc: Doc, clusters: list[Cluster], tokens: Tokens) -> Taken | None:
    """Who "his brother" is: the one of two persons near, in the sentence or the two before, who is said to be the
    other's brother."""
    relative = tokens[-1]
    if tokens[0].tag_ != "PRP$" or len(tokens) > _LONGEST_RELATIVE or not lexicon.is_relative(relative.text):
        return None
    near = _near(doc, tokens)
    persons = [cluster for cluster in clusters if cluster.kind == "person" and cluster.is_mentioned_in(*near)]
    found = [c for c in persons if any(role.head == relative.lower_ for role in _roles(c, tokens.start_char))]
    if (
        len(found) != 1
        or len(persons) != _OWNER_AND_RELATIVE
        or not any(_is_somebodys(r) for n in found[0].references for r in n.roles)
    ):
        return None
    return Taken(found[0], f"“{tokens.text}” is {found[0].name}, the only {relative.text} named just before")


class Bearers:
    """The persons of an article by the offices that are said of them."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._holders: dict[str, dict[int, Cluster]] = {}
        for number, cluster in enumerate(clusters):
            for span in cluster.roles if cluster.kind == "person" else ():
                role = _said(span.text)
                for office in lexicon.stands_for(role.head) if role is not None else ():
                    self._holders.setdefault(office, {})[number] = cluster

    def of(self, tokens: Tokens) -> list[Cluster]:
        """Those of whom the article says anywhere that they hold the office that heads the title, in their order."""
        wanted = _wanted(tokens)
        return list(self._holders.get(wanted.head, {}).values()) if wanted is not None else []


def _wanted(tokens: Tokens) -> _Role | None:
    return _role([t.text for t in tokens if any(map(str.isalnum, t.text)) and t.tag_ != "POS"])


@lru_cache(maxsize=1000)
def _said(text: str) -> _Role | None:
    """The role that these words give; each is asked for again and again."""
    return _role(text.split())


def _is_somebodys(role: Span) -> bool:
    """Whether a role may say whose it is: "brother", "brother of Roe", but not "mother of three"."""
    return not _OF_NOBODY.search(role.text)


def _role(words: list[str]) -> _Role | None:
    parts = (part for word in words for part in word.replace("‑", "-").split("-"))
    plain = [folded(part.strip(".,")) for part in parts if part.strip(".,")]
    while len(plain) > 1 and lexicon.is_courtesy(plain[-1]):
        # "diplomat Sir"
        plain.pop()
    content = [word for word in plain if word not in _SMALL]
    if not content:
        return None
    small = next((i for i, word in enumerate(plain) if word in {"of", "for", "in", "at", "from"}), len(plain))
    return _Role(plain[small - 1] if small else content[0], frozenset(content))


def _roles(cluster: Cluster, before: int) -> list[_Role]:
    """The roles of the speaker that the article gives before this offset."""
    spans = (role for role in cluster.all_roles if role.start < before)
    return [role for span in spans if (role := _said(span.text)) is not None]


def _has(role: _Role, wanted: _Role) -> bool:
    """Whether the role's own noun is the title's, and every word of the title is in the role."""
    offices = lexicon.stands_for(role.head)
    if wanted.head not in offices or not wanted.words - {wanted.head} <= role.words:
        return False
    return role.changed == wanted.changed


def _says_no_more(tokens: Tokens, wanted: _Role, roles: list[_Role], known: frozenset[str] = frozenset()) -> bool:
    """Whether the words more than the noun and those ``known`` are in the person's roles, are of a party, or are
    adjectives in small letters that make no other office of it."""
    held = [role for role in roles if wanted.head in lexicon.stands_for(role.head) and role.changed == wanted.changed]
    known = known | {word for role in held for word in role.words}
    parties = {folded(t.text) for t in tokens if lexicon.is_party(t.text)}
    if parties - known and any(map(lexicon.is_party, known)):
        return False
    more = [t for t in tokens[1:] if t.lower_ != wanted.head and not t.is_punct and folded(t.text) not in known]
    return bool(held) and all(
        lexicon.is_party(t.text)
        or (t.text.islower() and _is_adjective(t) and not lexicon.is_role(t.text) and t.lower_ not in _SMALL)
        for t in more
    )


def _is_adjective(token: Token) -> bool:
    if lexicon.is_department(token.text):
        return False
    hyphened = token.i > 0 and token.nbor(-1).text == "-"
    return token.pos_ in {"ADJ", "NUM", "ADV"} or token.tag_ in {"VBN", "VBG"} or hyphened


def _near(doc: Doc, tokens: Tokens) -> tuple[int, int]:
    """The offsets where whoever is named just before must be named: in the sentence of the title, before it, or in the
    two sentences before that."""
    sentence = sentence_around(doc, tokens.start)
    for _ in range(_NEAR):
        sentence = sentence_around(doc, sentence.start - 1) if sentence.start else sentence
    return sentence.start_char, tokens.start_char
