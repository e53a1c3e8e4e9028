"""One sitting of review: the open flags put to a human one by one, each answer recorded as it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from factsheet.model import Decision
from factsheet.review.log import append
from factsheet.review.open_flags import OpenFlag, open_flags
from factsheet.review.screen import Answer
from factsheet.speakers.decisions import decision_on, read_decisions

Ask = Callable[[OpenFlag, int, int], Answer]


@dataclass(frozen=True)
class Outcome:
    """What a sitting came to: the decisions made, how many flags were open, and the files that were no sheets."""

    decisions: tuple[Decision, ...]
    open: int
    problems: tuple[str, ...]


def review(
    folder: Path, log: Path, ask: Ask, *, by: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Outcome:
    """Ask about every open flag of the sheets in ``folder`` and append the decisions to ``log``.

    ``ask`` gets a flag, its number and how many there are, and returns the answer; ``by`` is who answers. The time
    of a decision is the one thing in this program that comes from a clock (``now``).

    Raises:
        UsageError: the folder is missing or holds no sheet.
        AuthorityError: the log cannot be read or written.
    """
    before = read_decisions(log) if log.exists() else ()
    found = open_flags(folder, before)
    made: list[Decision] = []
    for number, flag in enumerate(found.flags, 1):
        # An answer settles every other flag about the same two names.
        if flag.names and decision_on(*flag.names, tuple(made)):
            continue
        answer = ask(flag, number, len(found.flags))
        if answer == "quit":
            break
        if answer != "skip" and flag.names:
            left, right = flag.names
            at = now().isoformat(timespec="seconds")
            decision = Decision(verdict=answer, left=left, right=right, by=by, at=at, flag=flag.flag.id)
            append(decision, log)
            made.append(decision)
    return Outcome(tuple(made), len(found.flags), found.problems)
