"""Reading what humans decided about names: ``decisions.jsonl``, one record a line, append only."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from factsheet.errors import AuthorityError
from factsheet.model import Decision, Span
from factsheet.model.codec import from_plain
from factsheet.speakers.decisions.verdicts import name_key, state


def read_decisions(path: Path | None) -> tuple[Decision, ...]:
    """The decisions in the order in which they were made; none where no path is given.

    Raises:
        AuthorityError: the file is missing or unreadable, or a line is no decision, lacks what its verdict or
            scope needs, or was changed after it was written (the message names the line).
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


def decision_on(
    left: str, right: str, decisions: tuple[Decision, ...], article: str = "", *mentions: Span
) -> Decision | None:
    """The record that counts on these two names, in either order; None where there is none.

    It counts at these mentions in the article with this ``sha256``, or without one everywhere.
    """
    return state(decisions).at(article, *mentions).on(left, right) if decisions else None


def _decision(path: Path, number: int, line: str) -> Decision:
    where = f"{path}, line {number}"
    try:
        plain = json.loads(line)
        written = plain.pop("id", None) if isinstance(plain, dict) else None
        decision: Decision = from_plain(Decision, plain)
    except (ValueError, ValidationError) as error:
        reason = error.errors()[0] if isinstance(error, ValidationError) else None
        what = f"{'.'.join(map(str, reason['loc']))}: {reason['msg']}" if reason else "it is not JSON"
        raise AuthorityError(f"{where}: this is no decision ({what}); correct or remove it") from None
    if lack := _lacks(decision):
        raise AuthorityError(f"{where}: this is no decision ({lack}); correct or remove it")
    if written not in (None, decision.id):
        raise AuthorityError(
            f"{where}: this record was changed after it was written (its id does not fit what it says); put it back "
            'as it was and add a record, or remove its "id" if the change is meant'
        )
    return decision


def _lacks(decision: Decision) -> str | None:
    """What is missing from the record, in words; None where nothing is."""
    if decision.verdict == "undo":
        return None if decision.undoes else 'an "undo" needs the id of a record in "undoes"'
    names = {name_key(decision.left), name_key(decision.right)}
    if decision.verdict != "seen" and "" in names:
        return f'a "{decision.verdict}" needs a name in "left" and in "right"'
    if decision.verdict == "preferred spelling" and name_key(decision.preferred) not in names:
        return 'a "preferred spelling" needs "preferred", which must be one of the two names'
    if decision.scope != "everywhere" and not any(article.sha256 for article in decision.articles):
        return f'the scope "{decision.scope}" needs "articles" with their sha256'
    if decision.scope == "this mention" and decision.mention is None:
        return 'the scope "this mention" needs a "mention"'
    return None
