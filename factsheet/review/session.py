"""A sitting at a terminal: questions put to a human one by one, each answer recorded as it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from factsheet.model import Decision
from factsheet.review.answers import Answer
from factsheet.review.questions import Question, told
from factsheet.review.sitting import Sitting, StaleAnswerError, fingerprint
from factsheet.review.wording import recorded

Move = Literal["skip", "undo", "quit"]


@dataclass(frozen=True)
class Turn:
    """A question, the ``number``-th of ``total`` in this sitting, and the answer that an undo would take back."""

    question: Question
    number: int
    total: int
    undoable: Decision | None = None


Ask = Callable[[Turn], Answer | Move]


def review(sitting: Sitting, ask: Ask, tell: Callable[[str], object]) -> None:
    """Ask everything that is open, and record the answers as they are given.

    ``ask`` gets a turn and returns the answer, or what to do instead; ``tell`` gets what a human should know before
    the next turn. A skipped question is not asked again in this sitting; an answer that is taken back is.

    Raises:
        UsageError: the folder holds no sheet any more.
        AuthorityError: the log cannot be read or written.
    """
    while True:
        standing = sitting.look()
        waiting = [question for question in standing.questions if question.id not in sitting.skipped]
        if not waiting:
            return
        done = max(0, sitting.started - len(waiting))
        question, undoable = waiting[0], standing.undoable
        said = ask(Turn(question, done + 1, done + len(waiting), undoable))
        try:
            match said:
                case "quit":
                    return
                case "skip":
                    sitting.skip(question.id)
                case "undo":
                    if undoable:
                        sitting.take_back(undoable.id)
                        tell(f"Taken back: {told(undoable)}.")
                case _:
                    tell(recorded(sitting.answer(question.id, fingerprint(question), said)))
        except StaleAnswerError as stale:
            tell(str(stale))
