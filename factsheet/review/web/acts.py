"""What was done by one press of a button, so that the next page can say so and offer to take all of it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from factsheet.model import Decision
from factsheet.model.flag import Scope
from factsheet.rendering.wording import counted
from factsheet.review.answers import Answer
from factsheet.review.questions import Choice, Question
from factsheet.review.sitting import Sitting, StaleAnswerError, fingerprint
from factsheet.review.wording import recorded


@dataclass(frozen=True)
class Act:
    """The records that were made, in words what else was done, and what was not done and why."""

    records: tuple[Decision, ...] = ()
    notes: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def done(self) -> tuple[str, ...]:
        """What was done, in words, in no more than a few lines."""
        if len(self.records) > 1:
            undone = all(record.verdict == "undo" for record in self.records)
            return (f"{len(self.records)} answers {'taken back' if undone else 'recorded'}.", *self.notes)
        return (*map(recorded, self.records), *self.notes)


class Acts:
    """The acts of a sitting, by number. May be used by several threads at once."""

    def __init__(self) -> None:
        self._acts: list[Act] = []
        self._lock = Lock()

    def add(self, act: Act) -> int:
        """Keep an act, and return its number, from 1."""
        with self._lock:
            self._acts.append(act)
            return len(self._acts)

    def get(self, number: str) -> Act | None:
        """The act of a number that an address gives; None where there is none."""
        at = int(number) if number.isascii() and number.isdecimal() and len(number) < 9 else 0
        return self._acts[at - 1] if 0 < at <= len(self._acts) else None


def answer_all(sitting: Sitting, chosen: Iterable[str], choice: Choice, scope: Scope | None) -> Act:
    """Give one answer to several questions. ``chosen`` are their ids, each with the fingerprint of what was shown, and
    a space between. ``scope`` is each question's usual one where it is None. What cannot be answered so is left."""
    by_id = {question.id: question for question in sitting.look().questions}
    given = [(question_id, seen) for question_id, _, seen in (value.rpartition(" ") for value in dict.fromkeys(chosen))]
    fitting = [(i, seen) for i, seen in given if i not in by_id or choice in by_id[i].choices]
    # That something was seen holds in its articles, whatever else is chosen for the others.
    outcomes = sitting.answer_each(
        (i, seen, Answer(choice, None if choice == "seen" else scope)) for i, seen in fitting
    )
    refused = []
    for (question_id, _), outcome in zip(fitting, outcomes, strict=True):
        name = name_of(by_id[question_id]) if question_id in by_id else ""
        if isinstance(outcome, StaleAnswerError):
            refused.append(f"{name}: {outcome}" if name else str(outcome))
        elif isinstance(outcome, ValueError):
            refused.append(f"{name}: this answer does not fit it.")
    left = counted(len(given) - len(fitting), "flag")
    why = "about two names" if choice == "seen" else "not about two names"
    notes = (f"{left} left as before: {why}.",) if len(fitting) < len(given) else ()
    return Act(tuple(made for made in outcomes if isinstance(made, Decision)), notes, tuple(refused))


def skip_all(sitting: Sitting, question_ids: Iterable[str]) -> Act:
    """Leave several questions for another sitting."""
    ids = dict.fromkeys(question_ids)
    for question_id in ids:
        sitting.skip(question_id)
    return Act(notes=(f"{counted(len(ids), 'flag')} skipped: nothing was recorded.",))


def take_back_all(sitting: Sitting, record_ids: Iterable[str]) -> Act:
    """Take back several records, the last one first."""
    records, refused = [], []
    for record_id in reversed(tuple(dict.fromkeys(record_ids))):
        try:
            records.append(sitting.take_back(record_id))
        except StaleAnswerError as stale:
            refused.append(str(stale))
    return Act(tuple(records), refused=tuple(refused))


def name_of(question: Question) -> str:
    """A question in a few words: its names, or its kind where it is not about names."""
    return " / ".join(f"“{name}”" for name in question.names) if question.names else question.kind


def value_of(question: Question) -> str:
    """What a form sends for a question: its id and the fingerprint of what is shown."""
    return f"{question.id} {fingerprint(question)}"
