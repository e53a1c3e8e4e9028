"""Speakers of a run's articles that may be shown as one: the same entry of the authority file, a human's decision, or
one name with nothing against it. Never on likeness: that is proposed and asked.

Groups are cliques. A speaker joins a group only where each member is linked to it and none is in conflict with it;
a recorded decision alone goes on along a chain, as it does within an article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, product

from factsheet.model import Decision, Speaker
from factsheet.speakers import lexicon
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.decisions.contradictions import says_apart, says_same
from factsheet.speakers.decisions.verdicts import Verdicts
from factsheet.speakers.lexicon import Gender
from factsheet.speakers.names.comparing import unstyled
from factsheet.speakers.names.comparison import compare
from factsheet.speakers.names.parsing import parse_name
from factsheet.speakers.walks import walks
from factsheet.wordlists import words as word_list

# "PA", "DA" and "AG" stand for other things everywhere.
_FEWEST_LETTERS = 3


@dataclass(frozen=True)
class Bearer:
    """A speaker of one article, the article given by its ``id`` and its ``sha256``. ``gender`` is what "Mr." or "Mrs."
    before the name shows there; None where nothing does."""

    article: str
    sha256: str
    speaker: Speaker
    gender: Gender | None = None

    @cached_property
    def plain(self) -> str:
        """The name without what a house style changes."""
        return unstyled(self.speaker.name)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The name and the other forms that tell people apart: a person's full names, any name of others."""
        forms = [variant.form for variant in self.speaker.variants if variant.kind == "name"]
        if self.speaker.kind == "person":
            forms = [form for form in forms if _is_full(form)]
        return tuple(dict.fromkeys([self.speaker.name, *forms]))

    @cached_property
    def walks(self) -> frozenset[str]:
        """The walks of life that the speaker's roles show."""
        return frozenset(walks(self.speaker))

    @cached_property
    def tells_apart(self) -> bool:
        """Whether the name says who it is in any article: neither a family name alone does, nor a name that any
        country has one of ("Supreme Court")."""
        if self.speaker.kind == "person":
            return not self.is_person_by_one_name
        return _is_distinctive(self.speaker.name)

    @cached_property
    def is_person_by_one_name(self) -> bool:
        """Whether it is a person whose family name or given name alone is known."""
        return self.speaker.kind == "person" and not _is_full(self.speaker.name)


def grouped(bearers: Iterable[Bearer], authority: Authority, verdicts: Verdicts) -> tuple[tuple[Bearer, ...], ...]:
    """The bearers in groups, each in one. Two of one article are never put together: that was decided there."""
    grouping = _Grouping(tuple(bearers), authority, verdicts)
    grouping.merge(grouping.of_key, all_or_none=True)
    grouping.merge(grouping.of_decisions, all_or_none=False)
    grouping.merge(grouping.of_name, all_or_none=True)
    return grouping.groups


class _Grouping:
    """Bearers, by their number, in groups that grow."""

    def __init__(self, bearers: tuple[Bearer, ...], authority: Authority, verdicts: Verdicts) -> None:
        self._bearers = bearers
        self._authority = authority
        self._verdicts = verdicts
        self._group_of = {i: [i] for i in range(len(bearers))}

    @property
    def groups(self) -> tuple[tuple[Bearer, ...], ...]:
        distinct = {id(group): group for group in self._group_of.values()}
        return tuple(tuple(self._bearers[i] for i in sorted(group)) for group in distinct.values())

    def merge(self, links: Callable[[Bearer], Iterable[str]], *, all_or_none: bool) -> None:
        """Put groups together that have a link in common, and between whose members nothing stands.

        With ``all_or_none``, all that have the link become one group or stay as they are: where two of them cannot
        be one, nothing says which of the two a third one is.
        """
        by_link: dict[str, list[int]] = defaultdict(list)
        for i, bearer in enumerate(self._bearers):
            for link in links(bearer):
                by_link[link].append(i)
        for members in by_link.values():
            groups = list({id(self._group_of[i]): self._group_of[i] for i in members}.values())
            if all_or_none:
                if self._are_one(groups, chain=False):
                    self._unite(groups)
                continue
            for left, right in combinations(groups, 2):
                pair = [self._group_of[left[0]], self._group_of[right[0]]]
                if pair[0] is not pair[1] and self._are_one(pair, chain=True):
                    self._unite(pair)

    def of_key(self, bearer: Bearer) -> list[str]:
        return [bearer.speaker.key] if bearer.speaker.key else []

    def of_name(self, bearer: Bearer) -> list[str]:
        if not bearer.tells_apart or len(self._authority.bearers(bearer.speaker.name)) > 1:
            return []
        return [f"{bearer.speaker.kind} {bearer.speaker.key or ''} {bearer.plain}"]

    def of_decisions(self, bearer: Bearer) -> list[str]:
        """What recorded decisions make the bearer one with: names that hold everywhere, and records of its article."""
        if not self._verdicts.in_force:
            return []
        names = set(map(unstyled, bearer.names))
        everywhere = {self._families[name] for name in names if name in self._families}
        rulings = self._verdicts.at(bearer.sha256)
        here = {
            record.id
            for record in self._narrow
            if any(article.sha256 == bearer.sha256 for article in record.articles)
            and names & _pair(record)
            and rulings.on(record.left, record.right) == record
        }
        return sorted(everywhere | here)

    def _unite(self, groups: list[list[int]]) -> None:
        first, *others = groups
        for group in others:
            first += group
            for i in group:
                self._group_of[i] = first

    def _are_one(self, groups: list[list[int]], *, chain: bool) -> bool:
        """Whether no two members are in conflict and, but for a ``chain``, each two have a link of their own."""
        members = [self._bearers[i] for group in groups for i in group]
        if len({bearer.article for bearer in members}) < len(members):
            return False
        distinct = {self._signature(bearer): bearer for bearer in members}
        if len(distinct) < len(members) and any(self._decided_apart(bearer, bearer) for bearer in distinct.values()):
            # One name was decided to be several people's.
            return False
        return all(
            not self._conflict(one, other) and (chain or self._linked(one, other))
            for one, other in combinations(distinct.values(), 2)
        )

    def _signature(self, bearer: Bearer) -> object:
        """What decides whether a bearer goes with another one; the article only where decisions were made for it."""
        article = bearer.sha256 if bearer.sha256 in self._decided_articles else ""
        return bearer.speaker.kind, bearer.speaker.key, bearer.names, bearer.gender, bearer.walks, article

    def _linked(self, one: Bearer, other: Bearer) -> bool:
        return any(set(links(one)) & set(links(other)) for links in (self.of_key, self.of_decisions, self.of_name))

    def _conflict(self, one: Bearer, other: Bearer) -> bool:
        if one.speaker.kind != other.speaker.kind:
            return True
        keys = {one.speaker.key, other.speaker.key} - {None}
        if len(keys) > 1 or self._decided_apart(one, other):
            return True
        if one.speaker.kind != "person" or (one.speaker.key and one.speaker.key == other.speaker.key):
            return False
        if set(self.of_decisions(one)) & set(self.of_decisions(other)):
            return False
        if one.gender and other.gender and one.gender != other.gender:
            return True
        if one.walks and other.walks and one.walks.isdisjoint(other.walks):
            return True
        # Names that one article itself uses for one person are no conflict: "Rodham" and "Clinton", say.
        own, others = set(one.names), set(other.names)
        return any(_separate(*names) for names in product(own - others, others - own))

    def _decided_apart(self, one: Bearer, other: Bearer) -> bool:
        if not self._verdicts.in_force:
            return False
        rulings = [self._verdicts.at(bearer.sha256) for bearer in (one, other)]
        pairs = (frozenset(map(unstyled, names)) for names in product(one.names, other.names))
        return not self._apart.isdisjoint(pairs) or any(
            there.apart(*names) for names in product(one.names, other.names) for there in rulings
        )

    @cached_property
    def _decided_articles(self) -> frozenset[str]:
        return frozenset(article.sha256 for record in self._verdicts.in_force for article in record.articles)

    @cached_property
    def _narrow(self) -> tuple[Decision, ...]:
        return tuple(r for r in self._verdicts.in_force if r.scope == "this article" and says_same(r))

    @cached_property
    def _families(self) -> dict[str, str]:
        """For each name that records make the same as others everywhere, the first of these names."""
        families: dict[str, set[str]] = {}
        for record in self._verdicts.in_force:
            if says_same(record) and self._counts_everywhere(record):
                joined = set().union(*(families.get(name, {name}) for name in _pair(record)))
                families.update(dict.fromkeys(joined, joined))
        return {name: min(family) for name, family in families.items()}

    @cached_property
    def _apart(self) -> frozenset[frozenset[str]]:
        """The pairs of names that records keep apart everywhere."""
        kept = (r for r in self._verdicts.in_force if says_apart(r) and self._counts_everywhere(r))
        return frozenset(map(_pair, kept))

    def _counts_everywhere(self, record: Decision) -> bool:
        return record.scope == "everywhere" and self._verdicts.everywhere.on(record.left, record.right) == record


def _pair(record: Decision) -> frozenset[str]:
    return frozenset((unstyled(record.left), unstyled(record.right)))


@lru_cache(maxsize=65536)
def _separate(left: str, right: str) -> bool:
    return compare(left, right).answer == "separate"


def _is_full(name: str) -> bool:
    return parse_name(name).full


def _is_distinctive(name: str) -> bool:
    """Whether an organisation's or a group's name is an abbreviation, or has two words and not only general ones."""
    words = [word.strip(".,") for word in name.split() if not lexicon.joins_organisation(word)]
    if len(words) < 2:
        letters = "".join(words).replace(".", "")
        return letters.isupper() and len(letters) >= _FEWEST_LETTERS
    return not all(map(_is_general, words))


def _is_general(word: str) -> bool:
    return (
        lexicon.is_organisation_word(word)
        or lexicon.is_department(word)
        or lexicon.plain(word) in word_list(__package__, "general_words.txt")
    )
