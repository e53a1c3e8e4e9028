"""What newspapers call somebody they have named just before: "the candidate", "the retired businessman"."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Token

from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.seats import Seats, are_elsewhere, place
from factsheet.wordlists import table

_OTHERS, _ANYBODY, _OFFICE = "others", "anybody", "office"
_HYPHENS = {"-", "‐", "‑"}
_NAME_AND_COMMA = 2
_CLAUSES = {"relcl", "acl", "prep", "appos"}
# "The libertarian Harbour Institute".
_WITHIN_NAME = {"amod", "compound", "nmod"}
# "The candidate best prepared".
_MORE_TAGS = {"JJR", "JJS", "RBR", "RBS"}
_MODIFYING_TAGS = {"JJ", "JJR", "JJS", "VBN", "VBD", "VBG", "NN", "NNP", "CD", "RB", "HYPH", "AFX"}
_POSSESSOR = re.compile(r".*['’]s?\s")
_SAME_PARTY = {"gop": "republican", "democrat": "democratic"}


def is_epithet(token: Token) -> bool:
    """Whether the noun, with "the" and no more than adjectives, a party or a place before it, may take up somebody
    named just before."""
    if _word(token) not in _kinds() or token.tag_ not in {"NN", "NNP", "JJ"} or token.dep_ in _WITHIN_NAME:
        return False
    if any(t.dep_ in _CLAUSES and t.i > token.i for t in token.children):
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).tag_ in _MORE_TAGS:
        return False
    if any(t.dep_ == "conj" and not _is_more_of_the_same(t) for t in token.children):
        return False
    before = _before(token)
    if is_bare(token) and _word(token) in _words(_OFFICE):
        return False
    return (
        bool(before)
        and before[0].lower_ == "the"
        and all(_modifies(t) for t in before[1:] if not t.text[:1].isupper())
        and all(lexicon.is_party(words) or lexicon.is_place(words) for words in _capitalised(before[1:]))
    )


def is_bare(token: Token) -> bool:
    """Whether there is no more than "the" before the noun."""
    return len(_before(token)) == 1


def origin_behind(token: Token) -> list[Token]:
    """The words behind the noun that say where somebody is from, if they name a state or a region: "the senator from
    Vermont"."""
    doc, first = token.doc, token.i + 1
    if first + 1 >= len(doc) or doc[first].lower_ not in {"from", "of"}:
        return []
    named = (doc[first + 1 : first + 1 + n] for n in (3, 2, 1))
    sizes = (len(words) for words in named if words and not words[-1].is_punct and lexicon.is_place(words.text))
    return list(doc[first : first + 1 + next(sizes, -1)])


def stands_behind_name(token: Token) -> bool:
    """Whether the words stand between commas behind a name: "Jane Roe, the senator from Vermont, said" tells of her."""
    doc, first, last = token.doc, token.left_edge.i, token.i + len(origin_behind(token))
    if first < _NAME_AND_COMMA or doc[first - 1].text != "," or doc[first - 2].tag_ != "NNP":
        return False
    return token.dep_ == "appos" or (last + 1 < len(doc) and doc[last + 1].text == ",")


def origins(token: Token) -> frozenset[str]:
    """The places that stand before the noun, or behind it, and say where somebody is from."""
    named = [words for words in _capitalised(_before(token)) if lexicon.is_place(words)]
    behind = origin_behind(token)
    return frozenset(
        place(words) for words in [*named, *([token.doc[behind[1].i : behind[-1].i + 1].text] if behind else [])]
    )


def may_be_called(cluster: Cluster, token: Token, seats: Seats, *, loosely: bool = False) -> bool:
    """Whether nothing that the article says of the speaker keeps it from being called so.

    Somebody without a role may be called anything (``loosely``: also who has a role that anybody may have, "a
    resident"); else one of the roles must be of the kind, and none may be about whom the words mean ("the candidate's
    son"). Neither another party nor another place than the words have may be said of the speaker.
    """
    if cluster.kind != "person":
        return True
    known = _said_of(cluster)
    if token.dep_ == "poss" and any(role.start <= token.idx < role.end for role in cluster.roles):
        return False
    fitting = _kinds()[_word(token)] | (_words(_ANYBODY) if loosely else frozenset())
    if cluster.roles and not fitting & {word for each in known for word in (each, *lexicon.stands_for(each))}:
        return False
    parties = {_party(t.lower_) for t in _before(token) if lexicon.is_party(t.text)}
    places = origins(token)
    return not (
        _differ(parties, {_party(word) for word in known if lexicon.is_party(word)})
        or (bool(places) and are_elsewhere(places, seats.of(cluster)))
    )


def is_known_as(cluster: Cluster, token: Token) -> bool:
    """Whether the article says of the speaker that he is what the noun says ("Sen." for "the Vermont senator")."""
    return any(_word(token) in lexicon.stands_for(word) for word in _said_of(cluster))


def _said_of(cluster: Cluster) -> frozenset[str]:
    """The words of the speaker's roles, without those that say whose ("the nominee's daughter")."""
    own = (_POSSESSOR.sub("", role.text) for role in cluster.roles)
    return frozenset(folded(word.strip(".,")) for role in own for word in role.split())


def _differ(said: set[str], known: set[str]) -> bool:
    return bool(said and known and not said & known)


def _party(word: str) -> str:
    return _SAME_PARTY.get(word, word)


def _is_more_of_the_same(token: Token) -> bool:
    """ "the senator and candidate" is one person, "the senator and his aides" are several."""
    return lexicon.is_role(token.text) and not any(t.dep_ in {"det", "poss"} for t in token.children)


def _before(token: Token) -> list[Token]:
    """The words from "the" up to the noun, a word that a hyphen joins to it left out."""
    return list(token.doc[token.left_edge.i : _first(token)])


def _first(token: Token) -> int:
    return (
        token.i - 2 if token.i > 1 and token.nbor(-1).text in _HYPHENS and not token.nbor(-1).whitespace_ else token.i
    )


def _word(token: Token) -> str:
    return "".join(t.lower_ for t in token.doc[_first(token) : token.i + 1])


def _capitalised(tokens: list[Token]) -> list[str]:
    """The runs of words with capitals, such as "New Jersey"."""
    runs: list[list[str]] = [[]]
    for token in tokens:
        if token.text[:1].isupper() and token.lower_ != "the":
            runs[-1].append(token.text)
        else:
            runs.append([])
    return [" ".join(run) for run in runs if run]


def _modifies(token: Token) -> bool:
    return token.lower_ not in _words(_OTHERS) and (token.tag_ in _MODIFYING_TAGS or token.text in _HYPHENS)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """For each noun the roles that whoever is called so may have."""
    kinds: dict[str, frozenset[str]] = {}
    for kind in table(__package__, "epithets.toml"):
        for word in _words(kind) if kind not in {_OTHERS, _ANYBODY} else ():
            roles = _words(kind) | frozenset(table(__package__, "epithets.toml")[kind]["roles"].split())
            kinds[word] = kinds.get(word, frozenset()) | roles
    return kinds


def _words(kind: str) -> frozenset[str]:
    return frozenset(table(__package__, "epithets.toml")[kind]["words"].split())
