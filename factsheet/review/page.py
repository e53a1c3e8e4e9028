"""A question as lines of text: what it asks, the places side by side where there is room, what speaks for what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factsheet.review.layout import column_width, side_by_side, wrapped
from factsheet.review.open_flags import Place
from factsheet.review.places import first_of_each_form, marked, sides
from factsheet.review.questions import Question, told, where
from factsheet.review.session import Turn
from factsheet.review.wording import asked

# From here on there is room for two columns.
_WIDE = 72


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
    yield from wrapped(asked(question), columns)
    yield ""


def _records(question: Question, columns: int) -> Iterator[str]:
    for number, record in enumerate(question.records, 1):
        first, *rest = wrapped(told(record), columns, "      ")
        yield f"  [{number}] {first.strip()}"
        yield from rest
        yield from wrapped(f"{record.by}, {record.at}, {where(record)}", columns, "      ")


def _places(question: Question, columns: int) -> Iterator[str]:
    by_name = sides(question)
    left, right, names = by_name.left, by_name.right, question.names or ()
    if left and right and columns >= _WIDE:
        width = column_width(columns)
        yield from side_by_side(_shown(left, names, width), _shown(right, names, width), columns)
        left = right = ()
    for places in (left, right):
        yield from _shown(places, names, columns)
    if by_name.others:
        yield from [""] if names else []
        yield from _shown(by_name.others, (), columns)


def _shown(places: Sequence[Place], names: Sequence[str], columns: int) -> list[str]:
    lines: list[str] = []
    shown, left_out = first_of_each_form(places)
    for place in shown:
        lines += wrapped(f"{place.article}, paragraph {place.excerpt.paragraph}", columns, "  ")
        text = "".join(f">>{p.text}<<" if p.name is not None else p.text for p in marked(place, names))
        lines += wrapped(text, columns, "    ")
    if left_out:
        lines.append(f"  ... and {left_out} more {'place' if left_out == 1 else 'places'}")
    return lines
