"""A question as lines of text: what it asks, the places side by side where there is room, what speaks for what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factsheet.model.flag import Scope
from factsheet.review.layout import column_width, side_by_side, wrapped
from factsheet.review.open_flags import Place
from factsheet.review.questions import Question, told, where
from factsheet.review.session import Turn
from factsheet.speakers.decisions.verdicts import name_key

# From here on there is room for two columns.
_WIDE = 100
# How often a form that stands in many places is shown.
_PLACES_OF_ONE_FORM = 2


def page(turn: Turn, columns: int) -> Iterator[str]:
    """The lines that show a question in a terminal of so many columns. Nothing in them steers the terminal."""
    question = turn.question
    yield ""
    yield f"{turn.number} of {turn.total}  {question.kind} ({question.severity})"
    yield from wrapped(question.message, columns)
    yield ""
    if question.records:
        yield from _records(question, columns)
    else:
        yield from _places(question, columns)
    yield ""
    if question.suggestion:
        yield from wrapped(f"Suggestion: {question.suggestion}", columns)
    yield from wrapped(_asked(question), columns)
    yield ""


def scope_words(question: Question, scope: Scope) -> str:
    """Where an answer of this scope will hold, in words."""
    many = len(question.articles)
    if scope == "this article":
        return "in this article" if many == 1 else f"in these {many} articles"
    return "at this mention" if scope == "this mention" else "everywhere"


def _asked(question: Question) -> str:
    if question.records:
        return "Which answer is wrong?"
    if question.names is None:
        return "This is not about two names, so there is nothing to decide here: check it against the article."
    return "Do “{}” and “{}” name the same one?".format(*question.names)


def _records(question: Question, columns: int) -> Iterator[str]:
    for number, record in enumerate(question.records, 1):
        first, *rest = wrapped(told(record), columns, "      ")
        yield f"  [{number}] {first.strip()}"
        yield from rest
        yield from wrapped(f"{record.by}, {record.at}, {where(record)}", columns, "      ")


def _places(question: Question, columns: int) -> Iterator[str]:
    left, right, others = _sides(question)
    if left and right and columns >= _WIDE:
        width = column_width(columns)
        yield from side_by_side(_shown(left, question, width), _shown(right, question, width), columns)
        left, right = [], []
    for places in (left, right):
        yield from _shown(places, question, columns)
    if others:
        yield from [""] if question.names else []
        yield from _shown(others, question, columns, mark=())


def _sides(question: Question) -> tuple[list[Place], list[Place], list[Place]]:
    """The places of the first name, of the second one, and of neither."""
    sides: tuple[list[Place], list[Place], list[Place]] = ([], [], [])
    keys = [name_key(name) for name in question.names or ()]
    forms = [name_key(place.span.text) for place in question.places]
    for place, form in zip(question.places, forms, strict=True):
        at = next((i for i, key in enumerate(keys) if form == key), None)
        if at is None:
            # "Grace Osei" is no place of "Osei" where "Osei" stands by itself.
            inside = [i for i, key in enumerate(keys) if key not in forms and f" {key} " in f" {form} "]
            at = inside[0] if inside else 2
        sides[at].append(place)
    return sides


def _shown(places: list[Place], question: Question, columns: int, mark: tuple[str, ...] | None = None) -> list[str]:
    """The first places of each form, so that every form is seen however often another one stands. The names in
    ``mark`` are marked, or those of the question."""
    mark = question.names or () if mark is None else mark
    seen: dict[str, int] = {}
    lines: list[str] = []
    left_out = 0
    for place in places:
        form = place.excerpt.text
        seen[form] = seen.get(form, 0) + 1
        if seen[form] > _PLACES_OF_ONE_FORM:
            left_out += 1
            continue
        lines += wrapped(f"{place.article}, paragraph {place.excerpt.paragraph}", columns, "  ")
        lines += wrapped(_marked(place, mark), columns, "    ")
    if left_out:
        lines.append(f"  ... and {left_out} more {'place' if left_out == 1 else 'places'}")
    return lines


def _marked(place: Place, names: tuple[str, ...]) -> str:
    """The place in its context with the names in it marked, or all of its words where none is."""
    excerpt = place.excerpt
    longest_first = sorted(names, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first)
    text, count = re.subn(pattern, r">>\g<0><<", excerpt.text) if pattern else ("", 0)
    return f"{excerpt.before}{text if count else f'>>{excerpt.text}<<'}{excerpt.after}"
