"""The pages of the review, each filled with what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from werkzeug import Response

from factsheet.model import Sheet
from factsheet.rendering.wording import counted
from factsheet.review.questions import Question, told
from factsheet.review.sitting import Sitting, Standing, fingerprint
from factsheet.review.web import views
from factsheet.review.web.acts import Act
from factsheet.review.web.guard import Guard
from factsheet.review.web.html import page
from factsheet.review.web.listing import SEVERITIES, STATES, ListQuery
from factsheet.review.wording import asked, left_over_words, make_again

_RECORDS_A_PAGE = 100


@dataclass(frozen=True)
class Desk:
    """What every page needs: the sitting, how everything stands now, and what was just done."""

    sitting: Sitting
    guard: Guard
    standing: Standing
    act: Act | None = None

    def fill(self, name: str, query: ListQuery, status: int = 200, **values: object) -> Response:
        """The page ``name``, with what stands on every page."""
        undoable = self.standing.undoable
        in_force = {record.id for record in (*self.standing.verdicts.in_force, *self.standing.verdicts.undos)}
        made = self.act.records if self.act else ()
        return page(
            name,
            status,
            root=self.guard.root,
            key=self.guard.key,
            query=query,
            list_address=f"{self.guard.root}{query.encoded()}",
            act=self.act,
            act_undoable=[record.id for record in made if record.id in in_force and record.verdict != "undo"],
            undoable=undoable.id if undoable else "",
            undo_words=told(undoable) if undoable else "",
            progress=views.progress_of(self.standing, self.sitting.started, len(self.skipped)),
            still_open=len(self.standing.questions),
            recorded=len(self.sitting.made),
            log=str(self.sitting.log),
            command=make_again(self.sitting.folder.path, self.sitting.log),
            **values,
        )

    @property
    def skipped(self) -> set[str]:
        """The ids of the open questions that were skipped."""
        return {question.id for question in self.standing.questions if question.id in self.sitting.skipped}


def list_page(desk: Desk, query: ListQuery) -> Response:
    """The list of what is open."""
    everything = desk.standing.questions
    rows = [views.row_of(question, question.id in desk.skipped) for question in query.chosen(everything, desk.skipped)]
    kinds = dict.fromkeys(question.kind for question in everything)
    return desk.fill(
        "list",
        query,
        rows=rows,
        shown=f"{len(rows)} of {counted(len(everything), 'open flag')}",
        addresses={row.id: question_address(desk.guard, row.id, query) for row in rows},
        kinds=list(kinds),
        severities=SEVERITIES,
        states=STATES,
        columns=[_column(desk.guard, query, *column) for column in _COLUMNS],
        problems=desk.standing.problems,
        left_over=left_over_words(desk.sitting.left_over) if desk.sitting.left_over else "",
    )


_COLUMNS = (
    ("severity", "Severity"),
    ("kind", "Kind"),
    ("names", "About"),
    ("article", "Article"),
    ("places", "Places"),
)


def _column(guard: Guard, query: ListQuery, order: str, label: str) -> dict[str, str]:
    """The head of a column: sorts by it, then the other way round, then not at all."""
    following = {order: f"-{order}", f"-{order}": ""}.get(query.sort, order)
    sorted_now = {order: "ascending", f"-{order}": "descending"}.get(query.sort, "")
    return {
        "order": order,
        "label": label,
        "address": f"{guard.root}{query.encoded(sort=following)}",
        "sorted": sorted_now,
    }


def question_page(desk: Desk, question: Question, query: ListQuery, article: str, status: int = 200) -> Response:
    """A question, with an article of it beside: ``article`` is its number, the first one where it is none."""
    listed = [found.id for found in query.chosen(desk.standing.questions, desk.skipped)]
    at = listed.index(question.id) if question.id in listed else -1
    before = listed[at - 1] if at > 0 else ""
    after = listed[at + 1] if 0 <= at < len(listed) - 1 else ""
    number = int(article) if article.isascii() and article.isdecimal() and len(article) < 9 else 0
    articles = question.articles
    shown = articles[number if number < len(articles) else 0] if articles else None
    sheet: Sheet | None = desk.sitting.folder.sheet(shown) if shown else None
    return desk.fill(
        "question",
        query,
        status,
        question=question,
        names=question.names or (),
        split=question.split or (),
        seen=fingerprint(question),
        asked=asked(question),
        position=f"{at + 1} of {len(listed)}" if listed and at >= 0 else "",
        is_skipped=question.id in desk.skipped,
        address=question_address(desk.guard, question.id, query),
        before=question_address(desk.guard, before, query) if before else "",
        after=question_address(desk.guard, after, query) if after else "",
        cards=views.cards_of(question, sheet),
        scopes=views.scopes_of(question),
        records=[views.record_of(record) for record in question.records],
        tabs=[
            (tab, question_address(desk.guard, question.id, query, article=tab.number or ""))
            for tab in views.tabs_of(question, shown)
        ],
        article=views.article_of(sheet, question) if sheet else None,
    )


def gone_page(desk: Desk, query: ListQuery, status: int) -> Response:
    """What stands where a question was that is not open any more."""
    return desk.fill("gone", query, status)


def history_page(desk: Desk, number: str) -> Response:
    """The records of the log, the last one first, so many to a page."""
    records = desk.standing.records[::-1]
    pages = max(1, -(-len(records) // _RECORDS_A_PAGE))
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 1
    at = min(max(at, 1), pages)
    shown = records[(at - 1) * _RECORDS_A_PAGE : at * _RECORDS_A_PAGE]
    return desk.fill(
        "history",
        ListQuery(),
        records=[views.record_of(record, desk.standing.verdicts) for record in shown],
        total=counted(len(records), "record"),
        at=at,
        pages=pages,
    )


def finished_page(desk: Desk) -> Response:
    """The last page."""
    undone = sum(record.verdict == "undo" for record in desk.sitting.made)
    added = counted(len(desk.sitting.made) - undone, "decision") + " added to"
    return desk.fill("finished", ListQuery(), added=added, taken_back=f"{undone} taken back" if undone else "")


def question_address(guard: Guard, question: str, query: ListQuery, **more: object) -> str:
    """The address of a question, with the state of the list it was opened from."""
    return f"{guard.root}flag/{quote(question, safe='', errors='replace')}{query.encoded(**more)}"
