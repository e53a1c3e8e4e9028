"""Two people of one name in one article, or of a short and a full form of it: what tells them apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from factsheet.model import Span
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.conflicts import changed_hands, namesake, role_gender_conflict
from factsheet.speakers.covering import Stretches
from factsheet.speakers.decisions.verdicts import ArticleVerdicts
from factsheet.speakers.doubts import doubts
from factsheet.speakers.introductions import nothing_in_common, two_introductions
from factsheet.speakers.meetings import Meetings
from factsheet.speakers.names.comparing import folded, same_word
from factsheet.speakers.obeying import verdict_on_one_name
from factsheet.speakers.references import Reference
from factsheet.speakers.said_of import SaidOf
from factsheet.speakers.signs import Signs, contradiction, signs_at
from factsheet.speakers.walks import shows_walk

# Younger than this nobody is a professor.
_GROWN_UP = 16


@dataclass(frozen=True)
class Namesakes:
    """Two places with one name, or two forms of it, that may be two people's, and why, in words. ``apart``: they were
    taken for two."""

    one: Reference
    other: Reference
    reason: str
    apart: bool


class TellingApart:
    """What the article says beside its names, asked of two bearers of one name."""

    def __init__(
        self, doc: Doc, references: Iterable[Reference], sources: tuple[Span, ...], verdicts: ArticleVerdicts
    ) -> None:
        references = list(references)
        self._doc = doc
        self._sources = Stretches((source.start, source.end) for source in sources)
        self._meetings = Meetings(doc, references)
        # spaCy puts it together anew each time it is asked for.
        self._text = doc.text
        self._persons = sorted((r for r in references if r.person), key=lambda r: r.span)
        self._verdicts = verdicts
        self._signs: dict[int, Signs] = {}
        self._said: dict[Cluster, SaidOf] = {}

    def apart(self, cluster: Cluster, reference: Reference) -> Namesakes | None:
        """Why the name cannot be the cluster's although its words may; None where nothing shows that."""
        verdict = verdict_on_one_name(cluster, reference, self._verdicts)
        if verdict == "same":
            return None
        reason = self._hard_reason(cluster, reference)
        if reason is not None:
            return Namesakes(_telling(cluster), reference, reason, apart=True)
        return self._doubt(cluster, reference, apart=True) if verdict == "different" else None

    def doubt(self, cluster: Cluster, reference: Reference) -> Namesakes | None:
        """What speaks for two people of one name that is taken for one person's; None where nothing does."""
        if verdict_on_one_name(cluster, reference, self._verdicts) == "same":
            return None
        return self._doubt(cluster, reference, apart=False)

    def _doubt(self, cluster: Cluster, reference: Reference, *, apart: bool) -> Namesakes | None:
        found = next(doubts(cluster, self._said_of(cluster), reference, self._sign, self._speaks), None)
        return Namesakes(found[0], reference, found[1], apart) if found else None

    def _speaks(self, reference: Reference) -> bool:
        """Whether the name is of those that say who is quoted."""
        return self._sources.reach_into(reference.span.start, reference.span.end)

    def _said_of(self, cluster: Cluster) -> SaidOf:
        if cluster not in self._said:
            self._said[cluster] = SaidOf(cluster)
        return self._said[cluster].read(self._sign, self._speaks)

    def _hard_reason(self, cluster: Cluster, reference: Reference) -> str | None:
        here = self._sign(reference)
        said = self._said_of(cluster).signs
        if reason := contradiction(said, here):
            return reason
        before = bisect_left(self._persons, reference.span.start, key=lambda r: r.span.start)
        if before and namesake(self._doc, reference, cluster, self._persons[before - 1]):
            return "one is brought in as somebody of the other’s"
        if role_gender_conflict(cluster, reference):
            return "one is called a man and the other a woman"
        if self._meetings.meet(reference, cluster):
            return "one sentence has both, beside each other or as subject and object"
        if changed_hands(cluster, reference):
            return "one holds an office that the other has left"
        if reference.person is None or not reference.person.full:
            return None
        if _another(self._doc, reference):
            return f"the article says “the other {reference.form}”"
        if self._is_child(cluster, reference, here):
            return f"one is a child, and the other {_role_of_adult(cluster, reference)}"
        if self._is_unrelated(cluster, reference, here):
            return "the article says that they are not related"
        return self._forms_and_roles_differ(cluster, reference)

    def _is_child(self, cluster: Cluster, reference: Reference, here: Signs) -> bool:
        """Whether one is too young for what the other is called."""
        ages = [sign.age for sign in self._said_of(cluster).signs if sign.age]
        if here.age is not None and here.age < _GROWN_UP:
            return not ages and bool(_adult_roles(cluster.roles))
        return here.age is None and any(age < _GROWN_UP for age in ages) and bool(_adult_roles(reference.roles))

    def _is_unrelated(self, cluster: Cluster, reference: Reference, here: Signs) -> bool:
        """Whether "no relation" stands beside the one name, and nobody else of the family is there to be meant."""
        said = here.unrelated or (
            bool(reference.roles) and any(sign.unrelated for sign in self._said_of(cluster).signs)
        )
        if not said or reference.person is None:
            return False
        family = reference.person.family
        bearers = {folded(r.person.words) for r in self._full if r.person and same_word(r.person.family, family)}
        return len(bearers) == 1

    def _forms_and_roles_differ(self, cluster: Cluster, reference: Reference) -> str | None:
        """Of a short and a full form, or an initial: that nothing which is said of the one is said of the other."""
        person = reference.person
        if person is None or any(same_word(name.words, person.words) for name in cluster.full_names):
            return None
        same = any(same_word(name.given, person.given) for name in cluster.full_names)
        return _called((two_introductions if same else nothing_in_common)(cluster.roles, reference.roles))

    def _sign(self, reference: Reference) -> Signs:
        if reference.first not in self._signs:
            self._signs[reference.first] = signs_at(self._doc, self._text, reference)
        return self._signs[reference.first]

    @cached_property
    def _full(self) -> list[Reference]:
        return [r for r in self._persons if r.person and r.person.full]


def _adult_roles(roles: Iterable[Span]) -> list[str]:
    """The roles that show a walk of life: none is a child's."""
    return [role.text for role in roles if shows_walk(role)]


def _role_of_adult(cluster: Cluster, reference: Reference) -> str:
    return f"is called “{(_adult_roles(cluster.roles) or _adult_roles(reference.roles))[0]}”"


def _another(doc: Doc, reference: Reference) -> bool:
    """Whether "the other" stands before the name, and not before a word behind it ("the other Roe voters")."""
    before = [token.lower_ for token in doc[max(0, reference.first - 2) : reference.first]]
    return before == ["the", "other"] and doc[reference.first : reference.last].root.dep_ != "compound"


def _called(roles: tuple[str, str] | None) -> str | None:
    return f"one is called “{roles[0]}” and the other “{roles[1]}”" if roles else None


def _telling(cluster: Cluster) -> Reference:
    """The cluster's place to show beside another name: the first that says who it is."""
    return next((r for r in cluster.references if r.roles), cluster.references[0])
