"""Where the sheets of one run meet: one person, it seems, under two names in two articles. Never a merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from factsheet.model import Decision, Flag, Sheet, Span, Speaker, flag_id
from factsheet.speakers import lexicon
from factsheet.speakers.decisions.reading import decision_on
from factsheet.speakers.decisions.verdicts import pair_of, state
from factsheet.speakers.names.answers import Comparison
from factsheet.speakers.names.comparing import folded, unstyled
from factsheet.speakers.names.comparison import compare, could_agree
from factsheet.speakers.names.differences import difference
from factsheet.speakers.names.flag_kinds import kind_of
from factsheet.speakers.names.parsing import parse_name
from factsheet.speakers.walks import walks

# Shorter words with a capital in what is said of somebody ("The", "Of") are no name of an organisation.
_SHORTEST_NAME = 4


@dataclass(frozen=True)
class _Person:
    article: str
    speaker: Speaker
    place: Span
    sha256: str

    @cached_property
    def role_words(self) -> frozenset[str]:
        """Roles, countries and names in what is said of the person: what two articles can have in common."""
        words = [word.strip(".,") for role in self.speaker.roles for word in role.text.split()]
        countries = {folded(country) for word in words if (country := lexicon.country(word))}
        names = {folded(word) for word in words if word[:1].isupper() and len(word) >= _SHORTEST_NAME}
        roles = {folded(word) for word in words if lexicon.is_role(word) or lexicon.is_department(word)}
        roles |= {lexicon.plain(word) for role in self.speaker.roles for word in role.text.split() if _is_title(word)}
        return frozenset(countries | names | roles)


@dataclass(frozen=True)
class _Question:
    """Two persons that may be one: why, and what is said of both."""

    left: _Person
    right: _Person
    comparison: Comparison
    shared: tuple[str, ...]

    @property
    def proposed(self) -> bool:
        """Whether the program takes them for one, and only a human's word is wanting: the names are one person's by
        a rule, and something is said of both."""
        return self.comparison.answer == "link" and bool(self.shared)


@dataclass(frozen=True)
class Link:
    """Two speakers of two articles that may be one person, each by the article's id and the speaker's.

    ``proposed``: the program takes them for one; else it only asks. ``shared`` is what is said of both. A link says
    nothing of a third speaker that has one too.
    """

    left: tuple[str, str]
    right: tuple[str, str]
    proposed: bool
    reason: str
    shared: tuple[str, ...]


def flags_across(sheets: Sequence[Sheet], decisions: tuple[Decision, ...]) -> dict[str, tuple[Flag, ...]]:
    """For each article's id, the flags that come of comparing its persons with those of the run's other sheets.

    Two forms are asked about once a run: the flag stands, with one id, at the first articles (by id) that give
    cause for it, one for each form. Where a sheet asks about the two by itself, because of the authority file for
    one, nothing is asked across. An article without flags has no entry.
    """
    persons = _all_persons(sheets)
    asked_within = {pair_of(*flag.names) for sheet in sheets for flag in sheet.flags if len(flag.names) == 2}
    flags: dict[str, dict[str, Flag]] = defaultdict(dict)
    for question in _questions(persons):
        if pair_of(question.left.speaker.name, question.right.speaker.name) in asked_within:
            continue
        for here, there in ((question.left, question.right), (question.right, question.left)):
            flag = _flag(here, there, question, decisions)
            flags[here.article].setdefault(flag.id, flag)
    for left, right in _in_different_contexts(persons):
        for here, there in ((left, right), (right, left)):
            flag = _context_flag(here, there)
            flags[here.article].setdefault(flag.id, flag)
    return {article: tuple(of.values()) for article, of in sorted(flags.items())}


def links_across(sheets: Sequence[Sheet]) -> tuple[Link, ...]:
    """The pairs of speakers that :func:`flags_across` asks about, decided or not."""
    return tuple(
        Link(
            (question.left.article, question.left.speaker.id),
            (question.right.article, question.right.speaker.id),
            question.proposed,
            question.comparison.reason,
            question.shared,
        )
        for question in _questions(_all_persons(sheets))
    )


def _all_persons(sheets: Sequence[Sheet]) -> list[_Person]:
    return sorted((person for sheet in sheets for person in _persons(sheet)), key=lambda p: (p.article, p.place))


def _persons(sheet: Sheet) -> Iterator[_Person]:
    for speaker in sheet.speakers:
        named = [mention for mention in speaker.mentions if mention.kind == "name"]
        if speaker.kind == "person" and named and parse_name(speaker.name).full:
            first = next((m for m in named if " ".join(m.text.split()) == speaker.name), named[0])
            yield _Person(sheet.article.id, speaker, Span(first.start, first.end, first.text), sheet.article.sha256)


def _questions(persons: list[_Person]) -> Iterator[_Question]:
    """For each two forms that may be one person's, the pair of persons that gives most cause to ask. What a house
    style changes makes no other form: "J. Roe, Jr." and "J Roe Jr" are asked about once."""
    bearers: dict[str, list[_Person]] = defaultdict(list)
    found: dict[tuple[str, ...], list[_Question]] = defaultdict(list)
    for person in persons:
        bearers[person.speaker.name].append(person)
    for left, right in could_agree(bearers):
        if _plain(left) == _plain(right) or (comparison := compare(left, right)).answer == "separate":
            continue
        pairs = ((a, b) for a in bearers[left] for b in bearers[right])
        asked = (question for a, b in pairs if (question := _question(a, b, comparison)))
        found[tuple(sorted((_plain(left), _plain(right))))] += asked
    for asked_once in found.values():
        if asked_once:
            yield min(asked_once, key=_cause)


def _cause(question: _Question) -> tuple[bool, str, str, Span]:
    """What makes one pair of persons the better cause to ask: something said of both, then the order of articles."""
    return not question.shared, question.left.article, question.right.article, question.left.place


def _is_title(word: str) -> bool:
    return lexicon.is_short_title(word) and not lexicon.is_courtesy(word)


def _plain(name: str) -> str:
    return unstyled(name)


def _question(one: _Person, other: _Person, comparison: Comparison) -> _Question | None:
    """The question about two persons; None where they are of one article or there is too little cause to ask."""
    if one.article == other.article or (one.speaker.key and other.speaker.key):
        return None
    left, right = sorted((one, other), key=lambda person: (person.article, person.place))
    shared = tuple(sorted(left.role_words & right.role_words))
    if comparison.spelling and comparison.corroborate and not shared:
        # Many people's names are a letter apart: without anything in common that is no reason to ask.
        return None
    return _Question(left, right, comparison, shared)


def _flag(here: _Person, there: _Person, question: _Question, decisions: tuple[Decision, ...]) -> Flag:
    spelling = question.comparison.spelling
    left, right = here.speaker.name, there.speaker.name
    kind = kind_of(difference(left, right), "spelling variant" if spelling else "same name, other article")
    shared = f"; said of both: {', '.join(question.shared)}" if question.shared else ""
    verb = "are probably" if question.proposed else "may be"
    return Flag(
        id=flag_id(kind, folded(left), folded(right)),
        kind=kind,
        severity="medium" if spelling else "low",
        message=f"“{left}” here and “{right}” in {there.article} {verb} one person: "
        f"{question.comparison.reason}{shared}.",
        evidence=(here.place,),
        subjects=(here.speaker.id,),
        suggestion="Decide whether they are one person, and use one form in both sheets if so.",
        names=(left, right),
        decision=decision_on(left, right, decisions, here.sha256, here.place)
        or state(decisions).at(here.sha256, here.place).on_words(left, right),
    )


def _in_different_contexts(persons: list[_Person]) -> Iterator[tuple[_Person, _Person]]:
    """For each name, the first two persons who bear it in two articles and have nothing else in common."""
    bearers: dict[str, list[_Person]] = defaultdict(list)
    for person in persons:
        if walks(person.speaker) and not person.speaker.key:
            bearers[_plain(person.speaker.name)].append(person)
    for of_one_name in bearers.values():
        pairs = ((a, b) for a, b in combinations(of_one_name, 2) if a.article != b.article)
        apart = ((a, b) for a, b in pairs if not (a.role_words & b.role_words or _shared_walks(a, b)))
        if first := next(apart, None):
            yield first


def _shared_walks(one: _Person, other: _Person) -> bool:
    return bool(walks(one.speaker).keys() & walks(other.speaker).keys())


def _context_flag(here: _Person, there: _Person) -> Flag:
    (own, *_), (others, *_) = (tuple(walks(person.speaker).values()) for person in (here, there))
    return Flag(
        id=flag_id("same name in different contexts", folded(_plain(here.speaker.name))),
        kind="same name in different contexts",
        severity="low",
        message=f"“{here.speaker.name}” is “{own}” here and “{others}” in {there.article}, and nothing is said "
        "of both: they may be two people.",
        evidence=(here.place,),
        subjects=(here.speaker.id,),
        suggestion="If they are two, give each an entry in the authority file that is distinct_from the other.",
    )
