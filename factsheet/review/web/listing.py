"""The list of open questions: which of them are shown, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any
from urllib.parse import urlencode

from factsheet.review.questions import Question, words_of
from factsheet.speakers.decisions.verdicts import name_key

SEVERITIES = ("high", "medium", "low")
# What is shown besides everything: the value in the address, and its name on the page.
STATES = {"decide": "to decide", "check": "to check only", "skipped": "skipped"}
# The orders besides the one in which the terminal asks.
_ORDERS: dict[str, Callable[[Question], Any]] = {
    "kind": lambda question: question.kind,
    "names": lambda question: [name_key(name) for name in question.names or (words_of(question),)],
    "article": lambda question: [article.id for article in question.articles],
    "severity": lambda question: SEVERITIES.index(question.severity),
    "places": lambda question: -len(question.places),
}


@dataclass(frozen=True)
class ListQuery:
    """What the list is asked for: words that a flag has, its kind, severity and state, and the order (``sort``, which
    a minus turns round). Empty: no matter which."""

    text: str = ""
    kind: str = ""
    severity: str = ""
    state: str = ""
    sort: str = ""

    @classmethod
    def of(cls, given: Mapping[str, str]) -> ListQuery:
        """The query that an address or a form gives. What it gives besides is left out."""
        return cls(**{field.name: given.get(field.name, "").strip() for field in fields(cls)})

    def encoded(self, **more: object) -> str:
        """The query for an address, with a question mark before it unless it is empty."""
        given = {field.name: getattr(self, field.name) for field in fields(self)} | more
        words = urlencode({name: value for name, value in given.items() if value}, errors="replace")
        return f"?{words}" if words else ""

    def chosen(self, questions: Iterable[Question], skipped: Collection[str]) -> tuple[Question, ...]:
        """The questions it asks for, in its order."""
        found = [question for question in questions if self._fits(question, question.id in skipped)]
        order = _ORDERS.get(self.sort.removeprefix("-"))
        if order:
            found.sort(key=order, reverse=self.sort.startswith("-"))
        return tuple(found)

    def _fits(self, question: Question, skipped: bool) -> bool:
        to_check = question.names is None and not question.records
        states = {"decide": not to_check, "check": to_check, "skipped": skipped}
        return (
            self.kind in ("", question.kind)
            and self.severity in ("", question.severity)
            and states.get(self.state, True)
            and all(word in _words(question) for word in name_key(self.text).split())
        )


def _words(question: Question) -> str:
    """What a search looks through."""
    articles = (article.id for article in question.articles)
    return name_key(" ".join([question.kind, question.message, *(question.names or (words_of(question),)), *articles]))
