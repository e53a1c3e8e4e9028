"""Where the sheets of one run meet: one person, it seems, under two spellings in two articles. Never a merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factsheet.model import Decision, Flag, Sheet, Span, Speaker, flag_id
from factsheet.model.flag import FlagKind
from factsheet.speakers import lexicon
from factsheet.speakers.comparing import folded, given_names_agree, one_edit, same_word, unhyphened
from factsheet.speakers.decisions import decision_on
from factsheet.speakers.names import PersonName, parse_name

_SHORTEST = 5


@dataclass(frozen=True)
class _Person:
    article: str
    speaker: Speaker
    name: PersonName
    place: Span

    @property
    def role_words(self) -> frozenset[str]:
        """Countries and role words said of the person: what two articles can have in common."""
        words = {folded(w.strip(".,")) for role in self.speaker.roles for w in role.text.split()}
        countries = {folded(c) for role in self.speaker.roles for w in role.text.split() if (c := lexicon.country(w))}
        return frozenset(w for w in words if lexicon.is_role(w) or lexicon.is_department(w)) | countries


def flags_across(sheets: Sequence[Sheet], decisions: tuple[Decision, ...]) -> dict[str, tuple[Flag, ...]]:
    """For each article's id, the flags that come of comparing its persons with those of the run's other sheets.

    Two forms are asked about once a run: the flag stands, with one id, at the first articles (by id) that give
    cause for it, one for each form. An article without flags has no entry.
    """
    persons = sorted((person for sheet in sheets for person in _persons(sheet)), key=lambda p: (p.article, p.place))
    flags: dict[str, dict[str, Flag]] = defaultdict(dict)
    for (left, right), found in _questions(persons):
        for here, there in ((left, right), (right, left)):
            flag = _flag(here, there, found, decisions)
            flags[here.article].setdefault(flag.id, flag)
    return {article: tuple(of.values()) for article, of in sorted(flags.items())}


def _questions(persons: list[_Person]) -> Iterator[tuple[tuple[_Person, _Person], tuple[str, bool]]]:
    """The first pair of persons for each two forms that may be one person's, and why they may."""
    asked: set[frozenset[str]] = set()
    for left, right in _pairs(persons):
        forms = frozenset({unhyphened(left.speaker.name), unhyphened(right.speaker.name)})
        if forms not in asked and (found := _compare(left, right)):
            asked.add(forms)
            yield (left, right), found


def _persons(sheet: Sheet) -> Iterator[_Person]:
    for speaker in sheet.speakers:
        name = parse_name(speaker.name)
        named = [mention for mention in speaker.mentions if mention.kind == "name"]
        if speaker.kind == "person" and name.full and named:
            first = next((m for m in named if " ".join(m.text.split()) == speaker.name), named[0])
            yield _Person(sheet.article.id, speaker, name, Span(first.start, first.end, first.text))


def _pairs(persons: list[_Person]) -> Iterator[tuple[_Person, _Person]]:
    """Pairs of persons of different articles that share the family name or the given name: no others can be close."""
    groups: dict[tuple[str, str], list[_Person]] = defaultdict(list)
    for person in persons:
        groups["family", folded(person.name.family)].append(person)
        groups["given", folded(person.name.given)].append(person)
    for _, group in sorted(groups.items()):
        for i, left in enumerate(group):
            for right in group[i + 1 :]:
                if left.article != right.article and unhyphened(left.speaker.name) != unhyphened(right.speaker.name):
                    yield left, right


def _compare(left: _Person, right: _Person) -> tuple[str, bool] | None:
    """Why the two may be one person, and whether it is a matter of spelling; None where nothing speaks for it."""
    if left.speaker.key and right.speaker.key:
        return None
    if same_word(left.name.family, right.name.family):
        if reason := given_names_agree(left.name, right.name):
            return reason, False
        given = (left.name.given, right.name.given)
        if one_edit(*given) and min(map(len, given)) >= _SHORTEST:
            return f"“{given[0]}” and “{given[1]}” differ in one letter, and the family name is the same", True
        return None
    family = (left.name.family, right.name.family)
    shared = left.role_words & right.role_words
    if (
        one_edit(*family)
        and min(map(len, family)) >= _SHORTEST
        and folded(family[0])[0] == folded(family[1])[0]
        and shared
    ):
        words = ", ".join(sorted(shared))
        return (
            f"“{family[0]}” and “{family[1]}” differ in one letter, the given name is the same, "
            f"and so is what is said of them ({words})"
        ), True
    return None


def _flag(here: _Person, there: _Person, found: tuple[str, bool], decisions: tuple[Decision, ...]) -> Flag:
    reason, spelling = found
    kind: FlagKind = "spelling variant" if spelling else "same name, other article"
    left, right = here.speaker.name, there.speaker.name
    return Flag(
        id=flag_id(kind, folded(left), folded(right)),
        kind=kind,
        severity="medium" if spelling else "low",
        message=f"“{left}” here and “{right}” in {there.article} may be one person: {reason}.",
        evidence=(here.place,),
        subjects=(here.speaker.id,),
        suggestion="Decide whether they are one person, and use one form in both sheets if so.",
        names=(left, right),
        decision=decision_on(left, right, decisions),
    )
