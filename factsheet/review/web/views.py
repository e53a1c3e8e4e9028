"""What each page shows, as plain values for its template: nothing is escaped here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from factsheet.model import Decision, Sheet
from factsheet.model.flag import ArticleRef
from factsheet.rendering.wording import counted, day
from factsheet.review.open_flags import Place
from factsheet.review.places import Piece, first_of_each_form, marked, sides
from factsheet.review.questions import Question, about, told, where, words_of
from factsheet.review.sitting import Standing
from factsheet.review.web.acts import name_of, value_of
from factsheet.review.web.marking import SIDES, Paragraph, marked_article, places_in
from factsheet.review.wording import scope_words
from factsheet.speakers.decisions.verdicts import Verdicts

_UTC = re.compile(r"\A(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\+00:00|Z)\Z")


@dataclass(frozen=True)
class Row:
    """A question in the list."""

    id: str
    value: str
    kind: str
    severity: str
    names: tuple[str, ...]
    words: str
    title: str
    message: str
    articles: str
    places: int
    skipped: bool


@dataclass(frozen=True)
class PlaceView:
    """A place in its context; ``anchor`` is its number in the article that is shown, 0 where another one is."""

    article: str
    paragraph: int
    pieces: tuple[Piece, ...]
    anchor: int


@dataclass(frozen=True)
class Card:
    """The places of one name of a question (``side`` "a" or "b"), or those of neither name."""

    side: str
    name: str
    places: tuple[PlaceView, ...]
    more: str
    title: str = ""


@dataclass(frozen=True)
class ArticleTab:
    """An article of a question: its number (from 0) and the number of places in it."""

    number: int
    name: str
    places: str
    shown: bool


@dataclass(frozen=True)
class ArticleView:
    """The article beside a question."""

    title: str
    facts: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class RecordView:
    """A record of the log, in words; ``status`` says whether it counts, ``takes_back`` whether it is an undo."""

    id: str
    at: str
    when: str
    by: str
    told: str
    where: str
    takes_back: bool
    status: str = ""
    in_force: bool = False
    reasons: tuple[str, ...] = ()
    details: tuple[str, ...] = field(default=())


def row_of(question: Question, skipped: bool) -> Row:
    """A question as a row of the list."""
    articles = [article.id for article in question.articles]
    return Row(
        id=question.id,
        value=value_of(question),
        kind=question.kind,
        severity=question.severity,
        names=question.names or (),
        words=words_of(question) or question.kind.capitalize(),
        title=name_of(question),
        message=question.message,
        articles=articles[0] + (f" and {len(articles) - 1} more" if len(articles) > 1 else "") if articles else "",
        places=len(question.places),
        skipped=skipped,
    )


def cards_of(question: Question, sheet: Sheet | None) -> tuple[Card, ...]:
    """The places of a question by name, those of neither name last. ``sheet`` is that of the article shown."""
    by_name, names = sides(question), question.names or ()
    anchors = {place: number for number, place in enumerate(places_in(sheet, question), 1)} if sheet else {}
    found = [
        _card(side, name, places, names, anchors)
        for side, name, places in zip(SIDES, names, (by_name.left, by_name.right), strict=False)
    ]
    others = replace(_card("", "", by_name.others, (), anchors), title="Other places" if names else "Places")
    return (*found, *([others] if others.places else []))


def _card(side: str, name: str, places: Sequence[Place], names: Sequence[str], anchors: dict[Place, int]) -> Card:
    shown, left_out = first_of_each_form(places)
    return Card(
        side=side,
        name=name,
        places=tuple(
            PlaceView(place.article, place.excerpt.paragraph, marked(place, names), anchors.get(place, 0))
            for place in shown
        ),
        more=f"and {counted(left_out, 'more place')}" if left_out else "",
    )


def tabs_of(question: Question, shown: ArticleRef | None) -> tuple[ArticleTab, ...]:
    """The articles of a question."""
    return tuple(
        ArticleTab(
            number,
            article.id,
            counted(sum(place.source == article for place in question.places), "place"),
            article == shown,
        )
        for number, article in enumerate(question.articles)
    )


def article_of(sheet: Sheet, question: Question) -> ArticleView:
    """The article of a sheet, marked for a question."""
    article = sheet.article
    facts = [article.outlet, article.published and day(article.published), article.dateline]
    return ArticleView(article.title or article.id, " · ".join(filter(None, facts)), marked_article(sheet, question))


def scopes_of(question: Question) -> tuple[tuple[str, str], ...]:
    """The scopes that an answer can have, the usual one first: each with its words."""
    return tuple((scope, scope_words(question, scope)) for scope in question.scopes)


def record_of(record: Decision, verdicts: Verdicts | None = None) -> RecordView:
    """A record in words, and whether it counts as ``verdicts`` say."""
    status, in_force = _status(record, verdicts) if verdicts else ("", False)
    takes_back = record.verdict == "undo"
    return RecordView(
        id=record.id,
        at=record.at,
        when=_UTC.sub(r"\1 \2 UTC", record.at),
        by=record.by,
        told=f"took back an answer on {about(record)}" if takes_back else told(record),
        where="" if takes_back else where(record),
        takes_back=takes_back,
        status=status,
        in_force=in_force,
        reasons=(*record.reasons, *([f"Note: {record.note}"] if record.note else [])),
        details=(
            f"record {record.id}, flag {record.flag}",
            *([f"takes back record {record.undoes}"] if record.undoes else []),
            *(f"{score.of}: {score.value:g}" for score in record.scores),
            *([f"factsheet {record.program_version}"] if record.program_version else []),
        ),
    )


def _status(record: Decision, verdicts: Verdicts) -> tuple[str, bool]:
    """In words whether a record counts, and whether it could be taken back."""
    if record.verdict == "undo":
        in_force = any(undo.id == record.id for undo in verdicts.undos)
        return ("" if in_force else "taken back"), in_force
    if not any(known.id == record.id for known in verdicts.in_force):
        return "taken back", False
    mention = (record.mention,) if record.mention and record.scope == "this mention" else ()
    article = "" if record.scope == "everywhere" else next((a.sha256 for a in record.articles), "")
    counting = verdicts.at(article, *mention).recorded(record.left, record.right)
    if counting is not None and counting.id != record.id and counting.scope == record.scope:
        return "a later answer counts", True
    return "counts", True


def progress_of(standing: Standing, started: int, skipped: int) -> dict[str, int | str]:
    """How far a sitting is."""
    still_open = len(standing.questions)
    done = max(0, started - still_open)
    words = f"{done} of {done + still_open} done"
    return {"done": done, "total": done + still_open, "words": words + (f", {skipped} skipped" if skipped else "")}
