"""The pages of the review: which there are, and what each press of a button does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from werkzeug import Response
from werkzeug.exceptions import HTTPException, InternalServerError, NotFound, UnprocessableEntity
from werkzeug.routing import Map, Rule
from werkzeug.utils import redirect

from factsheet.errors import FactsheetError
from factsheet.model.flag import Scope
from factsheet.review.answers import Answer
from factsheet.review.questions import Choice, Question
from factsheet.review.sitting import Sitting, StaleAnswerError
from factsheet.review.web import pages
from factsheet.review.web.acts import Act, Acts, answer_all, skip_all, take_back_all
from factsheet.review.web.guard import Guard, Request, protected
from factsheet.review.web.html import page
from factsheet.review.web.listing import ListQuery

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_STATIC = {"review.css": "text/css", "review.js": "text/javascript"}
_PAGES = Map(
    [
        Rule("/<token>/", endpoint="list", methods=["GET"]),
        Rule("/<token>/", endpoint="batch", methods=["POST"]),
        Rule("/<token>/flag/<path:question>", endpoint="question", methods=["GET"]),
        Rule("/<token>/flag/<path:question>", endpoint="answer", methods=["POST"]),
        Rule("/<token>/undo", endpoint="undo", methods=["POST"]),
        Rule("/<token>/history", endpoint="history", methods=["GET"]),
        Rule("/<token>/finish", endpoint="finish", methods=["POST"]),
        Rule("/<token>/static/<name>", endpoint="static", methods=["GET"]),
        Rule("/open/<once>", endpoint="open", methods=["GET"]),
    ],
    strict_slashes=False,
    merge_slashes=False,
)
_SCOPES = ("everywhere", "this article", "this mention")
# What Enter in a form sends, whose first button it presses.
_NOTHING = "nothing"
_TO_MEND = "Something must be mended first"
_CHOICES = ("same", "different", "split", "not sure", "seen")


class App:
    """The review as a WSGI application. ``stop`` is called when the user finishes, after the last page was sent;
    ``failed`` gets an error of this program, for the terminal."""

    def __init__(
        self, sitting: Sitting, guard: Guard, stop: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        self.sitting, self.guard, self.acts = sitting, guard, Acts()
        self._stop, self._failed = stop, failed

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request."""
        return protected(self._respond(Request(environ)))(environ, start_response)

    def _respond(self, request: Request) -> Response:
        try:
            self.guard.check(request)
            endpoint, values = _PAGES.bind_to_environ(request.environ).match()
            handler = cast("Callable[..., Response]", getattr(self, f"_{endpoint}"))
            return handler(request, **{name: value for name, value in values.items() if name != "token"})
        except HTTPException as error:
            return self._problem(error, inside=request.path.startswith(self.guard.root))
        except FactsheetError as error:
            # The log or the folder cannot be read: what is wrong with it, the message says.
            nothing = "" if request.method == "GET" else " Your answer was not recorded."
            return self._problem(InternalServerError(f"{error}.{nothing}"), inside=True, title=_TO_MEND)
        except Exception as error:  # whatever it is, the browser gets a page and the terminal the error
            self._failed(error)
            return self._problem(InternalServerError(f"An error of this program: {type(error).__name__}."), inside=True)

    def _problem(self, error: HTTPException, inside: bool, title: str = "") -> Response:
        """A page that says what is wrong. Who does not know the token learns nothing from it."""
        return page(
            "message",
            error.code or 500,
            title=title or error.name,
            text=error.description or "",
            root=self.guard.root if inside else "",
        )

    def _open(self, request: Request, once: str) -> Response:
        self.guard.open()
        return redirect(self.guard.root, 303)

    def _static(self, request: Request, name: str) -> Response:
        if name not in _STATIC:
            raise NotFound
        content = (files("factsheet.review.web") / name).read_bytes()
        # The address is new for every sitting, so that what is kept is never out of date.
        return Response(content, mimetype=_STATIC[name], headers={"Cache-Control": "private, max-age=86400"})

    def _list(self, request: Request) -> Response:
        return pages.list_page(self._desk(request), ListQuery.of(request.args))

    def _batch(self, request: Request) -> Response:
        query, chosen, choice = _query(request), request.form.getlist("flag"), request.form.get("choice", "")
        if choice == _NOTHING:
            return redirect(f"{self.guard.root}{query.encoded()}", 303)
        if not chosen:
            act = Act(refused=("No flag was chosen: tick those that the answer is for.",))
        elif choice == "skip":
            act = skip_all(self.sitting, [value.rpartition(" ")[0] for value in chosen])
        elif choice in _CHOICES:
            act = answer_all(self.sitting, chosen, cast(Choice, choice), _scope(request))
        else:
            raise UnprocessableEntity("This is no answer that can be given.")
        return self._to_list(query, act)

    def _question(self, request: Request, question: str) -> Response:
        return self._asked(request, question, ListQuery.of(request.args))

    def _answer(self, request: Request, question: str) -> Response:
        query = _query(request)
        if request.form.get("choice") == _NOTHING:
            return redirect(pages.question_address(self.guard, question, query), 303)
        before = self.sitting.look().questions
        asked = next((found for found in before if found.id == question), None)
        try:
            if request.form.get("choice") == "skip":
                act = skip_all(self.sitting, [question])
            else:
                answer = _given(request, asked)
                act = Act((self.sitting.answer(question, request.form.get("seen", ""), answer),))
        except StaleAnswerError as stale:
            return self._asked(request, question, query, Act(refused=(str(stale),)), 409)
        except ValueError:
            refused = "This answer cannot be given here (a preferred spelling, for one, cannot be set at one mention)."
            return self._asked(request, question, query, Act(refused=(refused,)), 422)
        following = self._following(before, question, query)
        return self._to_question(following, query, act) if following else self._to_list(query, act)

    def _following(self, before: tuple[Question, ...], answered: str, query: ListQuery) -> str | None:
        """What to ask next: a contradiction that the answer made, else what comes after it in the list, from the
        beginning again at the end."""
        known = {question.id for question in before}
        now = [question for question in self.sitting.look().questions if question.id not in self.sitting.skipped]
        still = {question.id for question in now}
        new = [question.id for question in now if question.records and question.id not in known]
        listed = [question.id for question in query.chosen(before, self.sitting.skipped | {answered})]
        at = listed.index(answered) if answered in listed else 0
        return next(iter([*new, *(i for i in listed[at:] + listed[:at] if i in still and i != answered)]), None)

    def _undo(self, request: Request) -> Response:
        query = _query(request)
        act = take_back_all(self.sitting, request.form.getlist("record"))
        if request.form.get("then") == "history":
            return redirect(f"{self.guard.root}history?act={self.acts.add(act)}", 303)
        undone = act.records[0] if len(act.records) == 1 else None
        found = self.sitting.look().question(undone.flag) if undone else None
        return self._to_question(found.id, query, act) if found else self._to_list(query, act)

    def _history(self, request: Request) -> Response:
        return pages.history_page(self._desk(request), request.args.get("page", ""))

    def _finish(self, request: Request) -> Response:
        response = pages.finished_page(self._desk(request))
        response.call_on_close(self._stop)
        return response

    def _asked(
        self, request: Request, question: str, query: ListQuery, act: Act | None = None, status: int = 200
    ) -> Response:
        desk = self._desk(request)
        if act:
            desk = replace(desk, act=act)
        found = desk.standing.question(question)
        if found is None:
            return pages.gone_page(desk, query, status if act else 404)
        return pages.question_page(desk, found, query, request.args.get("article", ""), status)

    def _desk(self, request: Request) -> pages.Desk:
        return pages.Desk(self.sitting, self.guard, self.sitting.look(), self.acts.get(request.args.get("act", "")))

    def _to_list(self, query: ListQuery, act: Act) -> Response:
        return redirect(f"{self.guard.root}{query.encoded(act=self.acts.add(act))}", 303)

    def _to_question(self, question: str, query: ListQuery, act: Act) -> Response:
        return redirect(pages.question_address(self.guard, question, query, act=self.acts.add(act)), 303)


def _query(request: Request) -> ListQuery:
    """The state of the list, which every form carries along."""
    return ListQuery.of(request.form)


def _scope(request: Request) -> Scope | None:
    """Where the answer is to hold; None: as usual.

    Raises:
        UnprocessableEntity: the form names a scope that there is not.
    """
    scope = request.form.get("scope", "")
    if scope and scope not in _SCOPES:
        raise UnprocessableEntity("This is no scope that an answer can have.")
    return cast(Scope, scope) if scope else None


def _given(request: Request, asked: Question | None) -> Answer:
    """The answer that a form gives. ``asked`` is None where the question is not open any more.

    Raises:
        ValueError: it gives none.
    """
    choice, preferred, record, meant = (request.form.get(n, "") for n in ("choice", "preferred", "record", "meant"))
    if record:
        return Answer("take back", record=record)
    if preferred in ("0", "1"):
        form = asked.names[int(preferred)] if asked and asked.names else ""
        return Answer("preferred spelling", _scope(request), form)
    bearers = {str(number): name for number, name in enumerate(asked.bearers if asked else ())}
    if meant in bearers:
        return Answer("same", _scope(request), meant=bearers[meant])
    if choice not in _CHOICES:
        raise ValueError(choice)
    return Answer(cast(Choice, choice), _scope(request))
