"""What every screen says in the same words: what is asked, where an answer holds, how to make the sheets again."""

from __future__ import annotations

import shlex
from pathlib import Path

from factsheet.model.flag import Scope
from factsheet.review.questions import Question
from factsheet.speakers.decisions.verdicts import name_key

_BUILD = Path("build")
_LOG = Path("decisions.jsonl")


def asked(question: Question) -> str:
    """What the question asks, in one sentence."""
    if question.records:
        return "Which answer is wrong?"
    if question.names is None:
        return "This is not about two names, so there is nothing to decide here: check it against the article."
    if len({name_key(name) for name in question.names}) == 1:
        return f"Is “{question.names[0]}” one person in all these places?"
    return "Do “{}” and “{}” name the same one?".format(*question.names)


def scope_words(question: Question, scope: Scope) -> str:
    """Where an answer of this scope will hold, in words."""
    many = len(question.articles)
    if scope == "this article":
        return "in this article" if many == 1 else f"in these {many} articles"
    return "at this mention" if scope == "this mention" else "everywhere"


def make_again(folder: Path, log: Path) -> str:
    """The command that makes the sheets of ``folder`` follow the decisions in ``log``; the articles are for the
    user to name."""
    words = ["factsheet", "build", "ARTICLES"]
    words += ["-o", str(folder)] if folder != _BUILD else []
    words += ["--decisions", str(log)] if log != _LOG else []
    return shlex.join(words)
