"""One sitting of review, whatever screen it is held at: what is open now, and answers that are recorded or refused.

The sheets and the log are looked at anew for every question and every answer, since another screen, another person
or a new build may have changed them meanwhile.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from factsheet.model import Decision
from factsheet.review.answers import Answer, last_answer, record_of, undo_of
from factsheet.review.folder import SheetFolder, Stamp, stamp_of
from factsheet.review.log import append
from factsheet.review.open_flags import OpenFlag, left_over_sheets
from factsheet.review.questions import Question, questions, told
from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.decisions.verdicts import Verdicts, pair_of, pair_of_record, state


class StaleAnswerError(Exception):
    """An answer that came too late: what it answers is not open any more, or not as it was shown. Nothing was
    recorded. The message says what happened, for a human."""


@dataclass(frozen=True)
class Standing:
    """Everything as it stands at one moment: the records of the log, what is open in the order in which to ask it,
    the files that are no sheets, and the answer that an undo would take back."""

    records: tuple[Decision, ...]
    questions: tuple[Question, ...]
    problems: tuple[str, ...]
    undoable: Decision | None

    @property
    def verdicts(self) -> Verdicts:
        """What the records come to."""
        return state(self.records)

    def question(self, question_id: str) -> Question | None:
        """The open question of this id; None where it is not open."""
        return next((question for question in self.questions if question.id == question_id), None)


class Sitting:
    """``folder`` holds the sheets, ``log`` is added to, ``by`` is who answers. The time of a decision is the one thing
    in this program that comes from a clock (``now``). May be used by several threads at once.

    ``left_over`` are the sheets that earlier runs left over, which are not asked about.

    ``started`` is how many questions were open at its beginning, ``problems`` has one line for each file that was no
    sheet then, ``made`` are the records it added, ``skipped`` the ids of the questions left for another sitting.

    Raises:
        UsageError: (here and in every method) the folder is missing or holds no sheet.
        AuthorityError: (likewise) the log cannot be read or written.
    """

    def __init__(
        self, folder: Path, log: Path, *, by: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.folder, self.log, self.by, self._now = SheetFolder(folder), log, by, now
        self.made: list[Decision] = []
        self.skipped: set[str] = set()
        self._lock = Lock()
        self._read: tuple[Stamp, tuple[Decision, ...]] = ((0, 0, 0), ())
        self._closed = False
        first = self.look()
        self.left_over = left_over_sheets(folder)
        self.started, self.problems = len(first.questions), first.problems

    def look(self) -> Standing:
        """How everything stands now."""
        with self._lock:
            return self._look()

    def answer(self, question_id: str, seen: str, answer: Answer) -> Decision:
        """Record an answer to a question, and return the record. ``seen`` is the :func:`fingerprint` of the question
        as it was shown.

        Raises:
            StaleAnswerError: the question is not open any more, or has changed.
            ValueError: the question does not allow the answer.
        """
        (outcome,) = self.answer_each([(question_id, seen, answer)])
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def answer_each(self, given: Iterable[tuple[str, str, Answer]]) -> list[Decision | StaleAnswerError | ValueError]:
        """The same for several questions, each with its record or with what :meth:`answer` would raise."""
        outcomes: list[Decision | StaleAnswerError | ValueError] = []
        with self._lock:
            standing, answered = self._look(), set[tuple[str, str]]()
            for question_id, seen, answer in given:
                question = standing.question(question_id)
                if question and answered & _pairs(question):
                    standing = self._look()  # an answer before may have settled this one
                try:
                    outcomes.append(self._answer(standing, question_id, seen, answer))
                except (StaleAnswerError, ValueError) as error:
                    outcomes.append(error)
                else:
                    answered |= _pairs(question) if question else set()
        return outcomes

    def _answer(self, standing: Standing, question_id: str, seen: str, answer: Answer) -> Decision:
        question = standing.question(question_id)
        if question is None:
            raise StaleAnswerError(self._settled(question_id, standing))
        if fingerprint(question) != seen:
            raise StaleAnswerError("This question has changed since it was shown. Your answer was not recorded.")
        return self._add(record_of(question, answer, by=self.by, at=self._time()))

    def take_back(self, record_id: str) -> Decision:
        """Take a record back, and return the record of that. What it answered is asked again, also if skipped.

        Raises:
            StaleAnswerError: the record is not in force any more.
        """
        with self._lock:
            verdicts = state(self._records())
            found = next((r for r in (*verdicts.in_force, *verdicts.undos) if r.id == record_id), None)
            if found is None:
                raise StaleAnswerError("This answer does not count any more: it was taken back meanwhile.")
            self.skipped.discard(found.flag)
            return self._add(undo_of(found, by=self.by, at=self._time()))

    def skip(self, question_id: str) -> None:
        """Leave a question for another sitting."""
        with self._lock:
            self.skipped.add(question_id)

    def close(self) -> None:
        """Wait for an answer that is just being recorded; none is from now on."""
        with self._lock:
            self._closed = True

    def _look(self) -> Standing:
        records = self._records()
        saved = self.folder.saved()
        return Standing(records, questions(saved, state(records)), saved.problems, last_answer(records, self.by))

    def _settled(self, question_id: str, standing: Standing) -> str:
        """Why a question is not open any more."""
        found = next((open_flag for open_flag in self.folder.saved().seen if open_flag.id == question_id), None)
        if found is None:
            return "This is settled already, or not in the sheets any more. Your answer was not recorded."
        about = [record for record in standing.verdicts.in_force if _is_about(record, found)]
        if not about:
            return "This flag carries a decision in its sheet. Your answer was not recorded."
        last = about[-1]
        return f"Already answered by {last.by} at {last.at}: {told(last)}. Your answer was not recorded."

    def _records(self) -> tuple[Decision, ...]:
        stamp = stamp_of(self.log)
        if stamp != self._read[0]:
            self._read = (stamp, read_decisions(self.log) if self.log.exists() else ())
        return self._read[1]

    def _add(self, record: Decision) -> Decision:
        if self._closed:
            raise StaleAnswerError("The review has ended. Your answer was not recorded.")
        (_, size, _), records = self._read
        written = append(record, self.log)
        self.made.append(record)
        stamp = stamp_of(self.log)
        if stamp[1] == size + written:  # nobody else has written meanwhile
            self._read = (stamp, (*records, record))
        return record

    def _time(self) -> str:
        return self._now().isoformat(timespec="seconds")


def _pairs(question: Question) -> set[tuple[str, str]]:
    """The pairs of names that an answer to a question may speak of."""
    return {pair_of(*pair) for pair in (question.names, question.split) if pair}


def fingerprint(question: Question) -> str:
    """What an answer answers: it differs where another answer could have been given, or would mean something else."""
    shown = (
        question.id,
        question.message,
        question.names,
        question.choices,
        question.scopes,
        question.split,
        question.bearers,
        sorted({(place.source.sha256, place.span.start, place.span.end) for place in question.places}),
        [record.id for record in question.records],
    )
    return hashlib.sha256(repr(shown).encode("utf-8", "backslashreplace")).hexdigest()[:16]


def _is_about(record: Decision, flag: OpenFlag) -> bool:
    if record.flag == flag.id:
        return True
    here = {place.source.sha256 for place in flag.places}
    holds = record.scope == "everywhere" or any(article.sha256 in here for article in record.articles)
    return holds and flag.names is not None and pair_of_record(record) == pair_of(*flag.names)
