"""The article beside a question, with every mention in it marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factsheet.language.paragraphs import paragraphs
from factsheet.model import Sheet, Speaker
from factsheet.review.open_flags import Place
from factsheet.review.places import named_pieces, sides
from factsheet.review.questions import Question
from factsheet.speakers.decisions.verdicts import name_key

SIDES = ("a", "b")


@dataclass(frozen=True)
class Stretch:
    """A stretch of the article's text with one look.

    ``side`` is "a" or "b" where a name of the question stands, ``asked`` whether it is a place that the question points
    to, ``anchor`` the number of that place (from 1) where it begins, ``who`` whose mention it is, in words, and
    ``near`` whether the question is about that speaker.
    """

    text: str
    side: str = ""
    asked: bool = False
    anchor: int = 0
    who: str = ""
    near: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as the sheet numbers it. Its stretches together are its text, to the letter."""

    number: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    side: str = ""
    anchor: int = 0
    who: str = ""
    near: bool = False


def marked_article(sheet: Sheet, question: Question) -> tuple[Paragraph, ...]:
    """The article of a sheet for a question that points to places in it."""
    text = sheet.article.text
    marks = sorted(_marks(sheet, question), key=lambda mark: mark.start)
    return tuple(
        Paragraph(number, tuple(_stretches(text, start, end, _touching(marks, start, end))))
        for number, (start, end) in enumerate(paragraphs(text), 1)
    )


def places_in(sheet: Sheet, question: Question) -> tuple[Place, ...]:
    """The places of the question in the article of a sheet, in text order: the ``anchor`` of each is its number."""
    found = (p for p in question.places if p.source.sha256 == sheet.article.sha256 and p.article == sheet.article.id)
    return tuple(sorted(set(found), key=lambda place: place.span))


def _marks(sheet: Sheet, question: Question) -> Iterator[_Mark]:
    by_name = sides(question)
    asked = places_in(sheet, question)
    for number, place in enumerate(asked, 1):
        side = next((s for s, found in zip(SIDES, (by_name.left, by_name.right), strict=True) if place in found), "")
        yield _Mark(place.span.start, place.span.end, side, number)
    subjects = {subject for flag in sheet.flags if flag.id == question.id for subject in flag.subjects}
    for speaker in sheet.speakers:
        near = speaker.id in subjects or any(m.overlaps(p.span) for m in speaker.mentions for p in asked)
        for mention in speaker.mentions:
            yield _Mark(mention.start, mention.end, who=f"{speaker.name} ({mention.kind})", near=near)
    yield from _names(sheet.article.text, question, sheet.speakers)


def _names(text: str, question: Question, speakers: Sequence[Speaker]) -> Iterator[_Mark]:
    """Every place where a name of the question stands as a word. "Grace Osei" is no place of "Osei" where the question
    points to an "Osei" by itself."""
    names = question.names or ()
    alone = {name_key(place.span.text) for place in question.places}
    longer = sorted((m.start, m.end) for s in speakers for m in s.mentions if m.kind == "name")
    start = 0
    for piece in named_pieces(text, names):
        end = start + len(piece.text)
        if piece.name is not None:
            inside = any(one <= start and end <= other and (one, other) != (start, end) for one, other in longer)
            if not (inside and name_key(piece.text) in alone):
                yield _Mark(start, end, SIDES[piece.name])
        start = end


def _touching(marks: Sequence[_Mark], start: int, end: int) -> list[_Mark]:
    return [mark for mark in marks if mark.start < end and start < mark.end]


def _stretches(text: str, start: int, end: int, marks: Sequence[_Mark]) -> Iterator[Stretch]:
    """The text between two offsets, cut wherever a mark begins or ends."""
    cuts = {start, end} | {cut for mark in marks for cut in (mark.start, mark.end) if start < cut < end}
    points = sorted(cuts)
    for one, other in pairwise(points):
        here = [mark for mark in marks if mark.start <= one and other <= mark.end]
        yield _stretch(text[one:other], one, here)


def _stretch(text: str, start: int, here: Sequence[_Mark]) -> Stretch:
    asked = [mark for mark in here if mark.anchor]
    mentions = sorted((mark for mark in here if mark.who), key=lambda mark: (not mark.near, mark.end - mark.start))
    named = [mark for mark in here if mark.side]
    # The name that is looked for says more than the place it stands in: "Mukhtar Tileuberdi" holds "Tileuberdi".
    side = min(named, key=lambda mark: mark.end - mark.start).side if named else ""
    return Stretch(
        text=text,
        side=side,
        asked=bool(asked),
        anchor=next((mark.anchor for mark in asked if mark.start == start), 0),
        who=mentions[0].who if mentions else "",
        near=bool(mentions) and mentions[0].near,
    )
