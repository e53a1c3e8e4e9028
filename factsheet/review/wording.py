"""What every screen says in the same words: what is asked, where an answer holds, how to make the sheets again."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from factsheet.model import Decision
from factsheet.model.flag import Scope
from factsheet.review.questions import Question, about, told, where
from factsheet.speakers.decisions.verdicts import name_key

_BUILD = Path("build")
_LOG = Path("decisions.jsonl")
_MOST_NAMED = 6


def asked(question: Question) -> str:
    """What the question asks, in one sentence."""
    if question.records:
        return "Which answer is wrong?"
    if question.names is None:
        return "Have you checked it against the article? “Seen” leaves the sheet as it is, and it is not asked again."
    if question.kind == "ambiguous surname":
        who = "Or say who is meant." if question.bearers else "“Different” leaves the others of that name."
        return "Does “{}” mean “{}” here? {}".format(*question.names, who)
    if len({name_key(name) for name in question.names}) == 1:
        return f"Is “{question.names[0]}” one person in all these places?"
    return "Do “{}” and “{}” name the same one?".format(*question.names)


def recorded(record: Decision) -> str:
    """In a sentence, what was just recorded."""
    if record.verdict == "undo":
        return f"Taken back: the answer on {about(record)}."
    return f"Recorded: {told(record)}, {where(record)}."


def scope_words(question: Question, scope: Scope) -> str:
    """Where an answer of this scope will hold, in words."""
    many = len(question.articles)
    if scope == "this article":
        return "in this article" if many == 1 else f"in these {many} articles"
    return "at this mention" if scope == "this mention" else "everywhere"


def left_over_words(names: Sequence[str]) -> str:
    """In a sentence, which sheets are not asked about."""
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    left = "is left over from an earlier run and is" if len(names) == 1 else "are left over from earlier runs and are"
    return f"{', '.join(names[:_MOST_NAMED])}{more} {left} not asked about."


def make_again(folder: Path, log: Path) -> str:
    """The command that makes the sheets of ``folder`` follow the decisions in ``log``; the articles are for the
    user to name."""
    words = ["factsheet", "build", "ARTICLES"]
    words += ["-o", str(folder)] if folder != _BUILD else []
    words += ["--decisions", str(log)] if log != _LOG else []
    return shlex.join(words)
