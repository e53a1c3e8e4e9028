"""What record an answer makes, and what taking one back makes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from factsheet import __version__
from factsheet.model import Decision
from factsheet.model.flag import Scope
from factsheet.review.questions import Choice, Question
from factsheet.speakers.decisions.verdicts import state


@dataclass(frozen=True)
class Answer:
    """What a human answers to a question.

    ``scope`` is the question's usual one where it is None; ``preferred`` is the form that a "preferred spelling"
    means, ``record`` the id of the record that a "take back" means, ``meant`` who is meant by a name that several
    bear, where that is said with a "same".
    """

    choice: Choice
    scope: Scope | None = None
    preferred: str = ""
    record: str = ""
    meant: str = ""


def record_of(question: Question, answer: Answer, *, by: str, at: str) -> Decision:
    """The record that an answer to a question makes: ``by`` is who answered, ``at`` when (ISO 8601).

    Raises:
        ValueError: the question does not allow the answer.
    """
    if answer.choice == "take back":
        found = next((record for record in question.records if record.id == answer.record), None)
        if found is None:
            raise ValueError(f"no record {answer.record!r} is part of the question")
        return undo_of(found, by=by, at=at, reasons=(question.message,), flag=question.id)
    scope = answer.scope or question.scopes[0] if question.scopes else None
    if scope not in question.scopes or answer.choice not in question.allowed(scope):
        raise ValueError(f"{answer.choice!r} ({scope}) is no answer to the question")
    names = question.split if answer.choice == "split" and question.split else question.names or _words(question)
    if answer.meant:
        if answer.choice != "same" or answer.meant not in question.bearers:
            raise ValueError(f"{answer.meant!r} is none of {question.bearers}")
        names = names[0], answer.meant
    if (answer.choice == "preferred spelling") != bool(answer.preferred) or answer.preferred not in ("", *names):
        raise ValueError(f"the preferred spelling {answer.preferred!r} is none of {names}")
    return Decision(
        verdict=answer.choice,
        left=names[0],
        right=names[1],
        by=by,
        at=at,
        flag=question.id,
        scope=scope,
        articles=() if scope == "everywhere" else question.articles,
        mention=question.mention.span if scope == "this mention" and question.mention else None,
        preferred=answer.preferred,
        reasons=question.reasons,
        scores=question.scores,
        program_version=__version__,
    )


def _words(question: Question) -> tuple[str, str]:
    """What a flag without two names is about: the words at its first place and at its last, if there are two."""
    words = list(dict.fromkeys(place.span.text for place in question.places))
    return (words or [""])[0], words[-1] if len(words) > 1 else ""


def undo_of(record: Decision, *, by: str, at: str, reasons: tuple[str, ...] = (), flag: str = "") -> Decision:
    """The record that takes back ``record``. Taking back an undo brings back what it took."""
    return Decision(
        verdict="undo",
        left=record.left,
        right=record.right,
        by=by,
        at=at,
        flag=flag or record.flag,
        undoes=record.id,
        reasons=reasons,
        program_version=__version__,
    )


def last_answer(records: Iterable[Decision], by: str) -> Decision | None:
    """The last record in force with which ``by`` answered a question: what an undo takes back. None where there is
    none. A mere undo is no answer, but taking back one side of a contradiction is."""
    records = tuple(records)
    verdicts = state(records)
    asked_by = {record.id: record.flag for record in records}
    undos = (record for record in verdicts.undos if record.flag != asked_by.get(record.undoes))
    answers = {record.id for record in (*verdicts.in_force, *undos) if record.by == by}
    return next((record for record in reversed(records) if record.id in answers), None)
