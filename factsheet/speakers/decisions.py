"""Reading what humans decided about names: ``decisions.jsonl``, one record a line, append only."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from factsheet.errors import AuthorityError
from factsheet.model import Decision
from factsheet.model.codec import from_plain
from factsheet.speakers.comparing import folded


def read_decisions(path: Path | None) -> tuple[Decision, ...]:
    """The decisions in the order in which they were made; none where no path is given.

    Raises:
        AuthorityError: the file is missing or unreadable, or a line is no decision (the message names the line).
    """
    if path is None:
        return ()
    try:
        # Only a line feed ends a record: a note may hold other characters that end a line, such as U+2028.
        lines = path.read_text("utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise AuthorityError(f"{path}: the decisions cannot be read ({reason}); check the path") from None
    return tuple(_decision(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def decision_on(left: str, right: str, decisions: tuple[Decision, ...]) -> Decision | None:
    """The last decision about these two names, in either order; None where there is none."""
    if not decisions:
        return None
    pair = _pair(left, right)
    return next((d for d in reversed(decisions) if _pair(d.left, d.right) == pair), None)


def _decision(path: Path, number: int, line: str) -> Decision:
    try:
        decision: Decision = from_plain(Decision, json.loads(line))
    except (ValueError, ValidationError) as error:
        reason = error.errors()[0] if isinstance(error, ValidationError) else None
        what = f"{'.'.join(map(str, reason['loc']))}: {reason['msg']}" if reason else "it is not JSON"
        raise AuthorityError(f"{path}, line {number}: this is no decision ({what}); correct or remove it") from None
    return decision


def _pair(left: str, right: str) -> tuple[str, ...]:
    return tuple(sorted((folded(" ".join(left.split())), folded(" ".join(right.split())))))
