"""Everything that is wrong, or may be, with an authority file: errors, and entries that get in each other's way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal

from factsheet.speakers.authority.authority import Authority, Entry, comparable
from factsheet.speakers.authority.fields import Problem, entries_of
from factsheet.speakers.authority.keys import without_title
from factsheet.speakers.authority.likeness import alike


def check_text(text: str) -> tuple[Problem, ...]:
    """Every problem of an authority file's text, errors first; none means that all is well."""
    entries, errors = entries_of(text)
    return (*errors, *check_entries(entries))


def check_entries(entries: Sequence[Entry]) -> tuple[Problem, ...]:
    """Conflicts and doubts among entries that could be read, in the order of the entries."""
    authority = Authority(tuple(entries))
    return (
        *(problem for entry in entries for problem in _within(entry)),
        *_shared_forms(authority),
        *_shared_identifiers(entries),
        *_likenesses(authority),
    )


def _within(entry: Entry) -> Iterator[Problem]:
    seen = {comparable(entry.name)}
    for variant in entry.variants:
        form = comparable(variant)
        if form in seen:
            same = "the name" if form == comparable(entry.name) else "a variant before it"
            yield _problem("conflict", f"the variant “{variant}” is the same as {same}; remove it", entry)
        seen.add(form)
    if entry.family and not any(f" {comparable(entry.family)} " in f" {form} " for form in seen):
        yield _problem("doubt", f"family is “{entry.family}”, which is no part of the name or a variant", entry)
    for form in entry.forms if entry.kind == "person" else ():
        bare = without_title(form)
        if comparable(bare) not in seen:
            yield _problem(
                "doubt",
                f"“{form}” has a title in it, and articles are read without titles; "
                f"put “{bare}” in its place, or among the variants",
                entry,
            )


def _shared_forms(authority: Authority) -> Iterator[Problem]:
    told: set[str] = set()
    for entry in authority.entries:
        for form in entry.forms:
            others = [
                other
                for other in authority.bearers(form)
                if other.key != entry.key and not authority.distinct(entry.key, other.key)
            ]
            if others and comparable(form) not in told:
                told.add(comparable(form))
                keys = _listed(other.key for other in others)
                yield _problem(
                    "conflict",
                    f"“{form}” is also a form of {keys}, so it names neither; take it out of one, "
                    f"or, if both bear it, write distinct_from = [{', '.join(f'{other.key!r}' for other in others)}]",
                    entry,
                    *others,
                )


def _shared_identifiers(entries: Sequence[Entry]) -> Iterator[Problem]:
    count = Counter(entry.wikidata for entry in entries if entry.wikidata)
    for identifier in (identifier for identifier, times in count.items() if times > 1):
        bearers = [entry for entry in entries if entry.wikidata == identifier]
        keys = _listed(entry.key for entry in bearers[1:])
        yield _problem("conflict", f"wikidata {identifier} stands at {keys} too; correct one of them", *bearers)


def _likenesses(authority: Authority) -> Iterator[Problem]:
    for left, right, reason in alike(authority.entries):
        if not authority.distinct(left.key, right.key):
            yield _problem(
                "doubt",
                f"“{left.name}” looks like “{right.name}” ({right.key}): {reason}; make one entry of them, "
                f"or, if they are two, write distinct_from = [{right.key!r}]",
                left,
                right,
            )


def _problem(weight: Literal["conflict", "doubt"], what: str, *about: Entry) -> Problem:
    return Problem(about[0].key, what, weight, tuple(entry.key for entry in about))


def _listed(keys: Iterator[str]) -> str:
    return ", ".join(keys)
