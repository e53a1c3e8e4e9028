"""What there is to ask a human: contradictions among the decisions first, then the open flags.

Nothing here knows of a screen: whoever shows a question finds in it what to show and which answers it allows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from factsheet.model import Decision
from factsheet.model.flag import ArticleRef, Scope, Score
from factsheet.review.open_flags import OpenFlag, Place, SavedFlags
from factsheet.speakers.decisions.contradictions import Contradiction
from factsheet.speakers.decisions.verdicts import Verdicts, name_key

Choice = Literal["same", "different", "preferred spelling", "split", "not sure", "seen", "take back"]

# So much of a quotation is said of a record about it.
_LONGEST = 40
_LONGEST_ALONE = 90


@dataclass(frozen=True)
class Question:
    """One thing to decide.

    ``choices`` are the answers it allows; a flag that is about no two names can only be said to be seen. ``scopes``
    are those that an answer can have, the usual one first; ``split`` is a form and the speaker it would be split
    from. A question about a contradiction has no ``flag`` but the ``records`` that cannot all be right, one of
    which can be taken back. ``bearers`` are several speakers of whom "same" may mean one. ``reasons`` and
    ``scores`` are what speaks for an answer, and go into the record.
    """

    id: str
    kind: str
    severity: str
    message: str
    choices: tuple[Choice, ...]
    scopes: tuple[Scope, ...] = ()
    names: tuple[str, str] | None = None
    places: tuple[Place, ...] = ()
    suggestion: str | None = None
    split: tuple[str, str] | None = None
    bearers: tuple[str, ...] = ()
    flag: OpenFlag | None = None
    records: tuple[Decision, ...] = ()
    reasons: tuple[str, ...] = ()
    scores: tuple[Score, ...] = ()

    @property
    def mention(self) -> Place | None:
        """The one place that "this mention" means: the only one that has the first name alone; None where there
        are several, or none."""
        if self.names is None:
            return None
        form = self.split[0] if self.split else self.names[0]
        found = [p for p in self.places if name_key(p.span.text) == name_key(form)]
        return found[0] if len(found) == 1 else None

    @property
    def articles(self) -> tuple[ArticleRef, ...]:
        """The articles that "this article" means: all those that the question stands in. One without a digest of its
        content, as another program's sheet may have it, cannot be told from others."""
        return tuple(dict.fromkeys(place.source for place in self.places if place.source.sha256))

    def allowed(self, scope: Scope | None = None) -> tuple[Choice, ...]:
        """The answers that can be given with this scope, or with the usual one. How a name is spelt is no matter
        of one mention."""
        narrow = scope == "this mention"
        return tuple(choice for choice in self.choices if not (narrow and choice == "preferred spelling"))


def questions(saved: SavedFlags, verdicts: Verdicts) -> tuple[Question, ...]:
    """Everything that is open, in the order in which to ask it."""
    contradictions = (_about_contradiction(found) for found in verdicts.contradictions)
    return (*contradictions, *(_about_flag(flag) for flag in saved.open(verdicts)))


def told(record: Decision) -> str:
    """What a record says, in words: "“Tamm” and “Tam” are the same"."""
    left, right = f"“{record.left}”", f"“{record.right}”"
    match record.verdict:
        case "preferred spelling":
            return f"{left} and {right} are the same, and “{record.preferred}” is the spelling to use"
        case "split":
            return f"{left} is not the speaker {right}"
        case "not sure":
            return f"whether {left} and {right} are the same is not sure"
        case "seen":
            return f"the flag on {about(record)} was looked at, and stays as it is"
        case "undo":
            return f"the taking back of an answer on {about(record)}"
    return f"{left} and {right} are {'the same' if record.verdict == 'same' else 'different'}"


def about(record: Decision) -> str:
    """What a record is about, in words: its two names, or the words of a flag without any."""
    return " and ".join(f"“{_short(words)}”" for words in (record.left, record.right) if words)


def words_of(question: Question) -> str:
    """The words that a flag without two names is about, in short; empty where it has no place."""
    return _short(question.places[0].span.text, _LONGEST_ALONE) if question.places else ""


def _short(words: str, longest: int = _LONGEST) -> str:
    """Words in one line, the end of a long quotation left out."""
    words = " ".join(words.split())
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def where(record: Decision) -> str:
    """Where a record holds, in words."""
    articles = ", ".join(article.id for article in record.articles)
    if record.scope == "this mention" and record.mention:
        return f"at “{' '.join(record.mention.text.split())}” in {articles}, character {record.mention.start}"
    return "everywhere" if record.scope == "everywhere" else f"in {articles}"


def _about_contradiction(found: Contradiction) -> Question:
    apart, *joined = found.records
    together = ", and ".join(told(record) for record in joined)
    return Question(
        id=found.id,
        kind="contradiction",
        severity="high",
        message=f"These answers cannot all be right: {told(apart)}, but {together}.",
        choices=("take back",),
        records=found.records,
        suggestion="Take back the answer that is wrong. Until then no names are joined because of them.",
    )


def _about_flag(found: OpenFlag) -> Question:
    flag = found.flag
    question = Question(
        id=found.id,
        kind=flag.kind,
        severity=flag.severity,
        message=flag.message,
        choices=(),
        names=found.names,
        places=found.places,
        suggestion=flag.suggestion,
        split=found.split,
        bearers=found.bearers if len(found.bearers) > 1 else (),
        flag=found,
        reasons=tuple(filter(None, (flag.message, flag.suggestion))),
        scores=tuple(Score(f"places of “{name}”", count) for name, count in found.counts),
    )
    if found.names is None:
        # What was seen was seen in these articles; another one may give another cause for the same flag.
        return replace(question, choices=("seen",), scopes=("this article",)) if question.articles else question
    return _with_answers(question, found.split is not None)


def _with_answers(question: Question, can_split: bool) -> Question:
    scopes: list[Scope] = ["everywhere", "this article"] if question.articles else ["everywhere"]
    if question.flag and question.flag.is_of_its_article:
        scopes.reverse()
    if question.mention and question.articles and question.kind == "ambiguous surname":
        # The other places where the name stands alone are not shown.
        scopes.insert(0, "this mention")
    elif question.mention and question.articles:
        scopes.append("this mention")
    choices: list[Choice] = ["same", "different", "preferred spelling", "split", "not sure"]
    if len({name_key(name) for name in question.names or ()}) == 1:
        # One name, of one person or of two: there is nothing to spell, and nothing to split by its form.
        choices = ["same", "different", "not sure"]
    elif not can_split:
        choices.remove("split")
    if question.kind == "ambiguous surname":
        # Who is meant is no matter of spelling.
        choices = [choice for choice in choices if choice != "preferred spelling"]
    return replace(question, choices=tuple(choices), scopes=tuple(scopes))
