"""Whom "the mayor" or "the former secretary of trade" stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from factsheet.model import Span
from factsheet.speakers import lexicon
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.epithets import is_epithet, origin_behind, origins, stands_behind_name
from factsheet.speakers.mentioned import Mentioned
from factsheet.speakers.names.comparing import folded
from factsheet.speakers.offices import SMALL, Offices, Role, Since, role_of, said
from factsheet.speakers.places import sentence_around
from factsheet.speakers.seats import is_of_two
from factsheet.speakers.topics import tells_what_one_is

_NEAR = 2
_LONGEST_RELATIVE = 3
_OWNER_AND_RELATIVE = 2
_OF_NOBODY = re.compile(r"\bof (?![^\W\d_a-z])")


@dataclass(frozen=True)
class Taken:
    """Who is meant, and why, in words."""

    cluster: Cluster
    reason: str


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


def bearer_of_title(doc: Doc, offices: Offices, mentioned: Mentioned, tokens: Tokens) -> Taken | None:
    """The person whose title or role the words take up, None where nobody or several bear it.

    Every word of the title must be in the role ("the deputy mayor" is no "mayor"); words that say nothing of the
    office ("the two-term president") may be more if one person alone holds it. Of several bearers it is the one who
    alone is named in the sentence or the two before it.
    """
    if tokens[0].lower_ != "the":
        return None
    wanted = role_of([t.text for t in tokens if any(map(str.isalnum, t.text)) and t.tag_ != "POS"])
    if wanted is None or not lexicon.is_role(wanted.head) or lexicon.is_group(wanted.head):
        return None
    bearers, before, near = offices.exact(wanted), tokens.start_char, _near(doc, tokens)
    if wanted.words == {wanted.head} and is_epithet(tokens.root):
        # "The actor" may be anybody who is one; "the mayor" is the only one whom the article knows.
        exact = [c for c in mentioned.within(*near) if bearers.has(c, before)]
        return _the_only_one(exact, tokens) if len(exact) == 1 else None
    if not bearers.count(before) and lexicon.is_single_office(wanted.head):
        # Headlines and abstracts speak of "the president" before the article names him.
        before = doc[-1].idx + 1
    if bearers.count(before) == 1:
        return _the_only_one(bearers.until(before), tokens)
    if bearers.count(before):
        exact = [c for c in mentioned.within(*near) if bearers.has(c, before)]
        if len(exact) == 1:
            return Taken(exact[0], f"“{tokens.text}” is {exact[0].name}, the only one with that role named just before")
        return None
    return None if tells_what_one_is(tokens.root) else _only_holder(offices, tokens, wanted, near)


def _the_only_one(one: Iterable[Cluster], tokens: Tokens) -> Taken:
    (cluster,) = one
    return Taken(cluster, f"“{tokens.text}” is {cluster.name}, the only one with that role in the article")


def _only_holder(offices: Offices, tokens: Tokens, wanted: Role, near: tuple[int, int]) -> Taken | None:
    """The only one who holds such an office of whom the other words may be said; of several holders he must be named
    just before. Failing that, the only one who is from where they say."""
    holders = offices.holders(wanted.head).count(tokens.start_char)
    fitting = _two_who_fit(offices, _candidates(offices, tokens, wanted), tokens, wanted)
    if not fitting and (there := origins(tokens.root)):
        return _only_one_from(offices, there, tokens, wanted)
    if len(fitting) != 1 or (holders > 1 and not fitting[0].is_mentioned_in(*near)):
        return None
    return Taken(fitting[0], f"“{tokens.text}” is {fitting[0].name}, the only {wanted.head} it fits in the article")


def _only_one_from(offices: Offices, there: frozenset[str], tokens: Tokens, wanted: Role) -> Taken | None:
    """The only one of the holders of an office who is from there: "the Vermont senator" is Sen. Roe (I-Vt.). Nobody,
    where it is not said of each of them where he is from, where the words say more ("the junior senator from"), or show
    another gender."""
    # "Jane Roe, the senator from Vermont": the title is of whoever is named before it.
    if offices.from_nowhere(wanted.head).count(tokens.start_char) or stands_behind_name(tokens.root):
        return None
    either = frozenset(filter(None, (lexicon.country(name) for name in there if is_of_two(name))))
    if either and offices.from_there(wanted.head, either).count(tokens.start_char):
        # "The senator from Georgia" beside a Georgian one
        return None
    known = frozenset(word for name in there for word in folded(name).split()) | SMALL
    # The senator from New Jersey is no new one.
    wanted = replace(wanted, words=wanted.words - known)
    fitting = _two_who_fit(offices, offices.from_there(wanted.head, there), tokens, wanted, known)
    if len(fitting) != 1:
        return None
    more = any(t.pos_ in {"ADJ", "ADV", "VERB", "NUM"} and folded(t.text) not in known for t in tokens)
    if more or lexicon.role_gender(wanted.head) not in {None, fitting[0].gender}:
        return None
    return Taken(fitting[0], f"“{tokens.text}” is {fitting[0].name}, the only {wanted.head} from there in the article")


def _candidates(offices: Offices, tokens: Tokens, wanted: Role) -> Since:
    """The holders of the office who have in their roles a word of the title that says more than an adjective."""
    words = [folded(t.text) for t in _more(tokens, wanted) if not _says_nothing_of_office(t)]
    found = [offices.with_word(wanted.head, word) for word in words] or [offices.holders(wanted.head)]
    return min(found, key=lambda since: since.count(tokens.start_char))


def _two_who_fit(
    offices: Offices, candidates: Since, tokens: Tokens, wanted: Role, known: frozenset[str] = frozenset()
) -> list[Cluster]:
    """Whom of the candidates the words may be said of; of more than one, two."""
    before = tokens.start_char
    roles = ((c, offices.roles(c, wanted.head, before)) for c in candidates.until(before))
    return list(islice((c for c, held in roles if _says_no_more(tokens, wanted, held, known)), 2))


def relative_meant(doc: Doc, mentioned: Mentioned, tokens: Tokens) -> Taken | None:
    """Who "his brother" is: the one of two persons near, in the sentence or the two before, who is said to be the
    other's brother."""
    relative = tokens[-1]
    if tokens[0].tag_ != "PRP$" or len(tokens) > _LONGEST_RELATIVE or not lexicon.is_relative(relative.text):
        return None
    near = _near(doc, tokens)
    persons = [cluster for cluster in mentioned.within(*near) if cluster.kind == "person"]
    found = [c for c in persons if any(role.head == relative.lower_ for role in _roles(c, tokens.start_char))]
    if (
        len(found) != 1
        or len(persons) != _OWNER_AND_RELATIVE
        or not any(_is_somebodys(r) for n in found[0].references for r in n.roles)
    ):
        return None
    return Taken(found[0], f"“{tokens.text}” is {found[0].name}, the only {relative.text} named just before")


def _is_somebodys(role: Span) -> bool:
    """Whether a role may say whose it is: "brother", "brother of Roe", but not "mother of three"."""
    return not _OF_NOBODY.search(role.text)


def _roles(cluster: Cluster, before: int) -> list[Role]:
    """The roles of the speaker that the article gives before this offset."""
    spans = (role for role in cluster.all_roles if role.start < before)
    return [role for span in spans if (role := said(span.text)) is not None]


def _says_no_more(tokens: Tokens, wanted: Role, roles: list[Role], known: frozenset[str]) -> bool:
    """Whether the words more than the noun and those ``known`` are in the person's roles, are of a party, or are
    adjectives in small letters that make no other office of it. ``roles`` are those with such an office."""
    held = [role for role in roles if role.changed == wanted.changed]
    known = known | {word for role in held for word in role.words}
    parties = {folded(t.text) for t in tokens if lexicon.is_party(t.text)}
    if parties - known and any(map(lexicon.is_party, known)):
        return False
    more = (t for t in _more(tokens, wanted) if folded(t.text) not in known)
    return bool(held) and all(map(_says_nothing_of_office, more))


def _more(tokens: Tokens, wanted: Role) -> list[Token]:
    """The words of the title but for "the" and the noun."""
    return [t for t in tokens[1:] if t.lower_ != wanted.head and not t.is_punct]


def _says_nothing_of_office(token: Token) -> bool:
    """Whether the word is of a party, or an adjective in small letters that makes no other office of one."""
    if lexicon.is_party(token.text):
        return True
    return (
        token.text.islower() and _is_adjective(token) and not lexicon.is_role(token.text) and token.lower_ not in SMALL
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
