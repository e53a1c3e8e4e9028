"""One sitting of review: questions put to a human one by one, each answer recorded as it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from factsheet.model import Decision
from factsheet.review.answers import Answer, last_answer, record_of, undo_of
from factsheet.review.log import append
from factsheet.review.open_flags import saved_flags
from factsheet.review.questions import Question, questions
from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.decisions.verdicts import state

Move = Literal["skip", "undo", "quit"]


@dataclass(frozen=True)
class Turn:
    """A question, the ``number``-th of ``total`` in this sitting, and the answer that an undo would take back."""

    question: Question
    number: int
    total: int
    undoable: Decision | None = None


Ask = Callable[[Turn], Answer | Move]


@dataclass(frozen=True)
class Outcome:
    """What a sitting came to: the records added, how many questions were open, and the files that were no sheets."""

    decisions: tuple[Decision, ...]
    open: int
    problems: tuple[str, ...]


def review(
    folder: Path, log: Path, ask: Ask, *, by: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Outcome:
    """Ask everything that is open in the sheets in ``folder`` and append the answers to ``log``.

    ``ask`` gets a turn and returns the answer, or what to do instead; ``by`` is who answers. A skipped question is
    not asked again in this sitting; an answer that is taken back is. The time of a decision is the one thing in
    this program that comes from a clock (``now``).

    Raises:
        UsageError: the folder is missing or holds no sheet.
        AuthorityError: the log cannot be read or written.
    """
    before = read_decisions(log) if log.exists() else ()
    saved = saved_flags(folder)
    started = len(questions(saved, state(before)))
    made: list[Decision] = []
    skipped: set[str] = set()
    while True:
        records = (*before, *made)
        waiting = [q for q in questions(saved, state(records)) if q.id not in skipped]
        if not waiting:
            break
        done = max(0, started - len(waiting))
        answer = ask(Turn(waiting[0], done + 1, done + len(waiting), last_answer(records, by)))
        if answer == "quit":
            break
        if answer == "skip":
            skipped.add(waiting[0].id)
        elif record := _record(waiting[0], answer, records, by, now().isoformat(timespec="seconds")):
            append(record, log)
            made.append(record)
            skipped -= _reopened(record)
    return Outcome(tuple(made), started, saved.problems)


def _record(
    question: Question, answer: Answer | Literal["undo"], records: tuple[Decision, ...], by: str, at: str
) -> Decision | None:
    """The record that an answer makes; None for an undo where there is nothing to take back."""
    if isinstance(answer, Answer):
        return record_of(question, answer, by=by, at=at)
    last = last_answer(records, by)
    return undo_of(last, by=by, at=at) if last else None


def _reopened(record: Decision) -> set[str]:
    """The questions that are to be asked again though they were skipped."""
    return {record.flag} if record.verdict == "undo" else set()
