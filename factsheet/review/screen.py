"""The terminal screen: one question at a time, in plain text that any terminal can show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from factsheet.model.flag import Scope
from factsheet.rendering.visible import visible
from factsheet.review.answers import Answer
from factsheet.review.layout import flowing, wrapped
from factsheet.review.page import page
from factsheet.review.questions import Choice, Question
from factsheet.review.session import Move, Turn
from factsheet.review.wording import scope_words

_CHOICES: dict[str, Choice] = {
    "s": "same",
    "d": "different",
    "p": "preferred spelling",
    "x": "split",
    "u": "not sure",
    "e": "seen",
}


@dataclass(frozen=True)
class Screen:
    """A terminal. ``read`` gives the next line typed, or an empty string at the end of input; ``write`` shows text;
    ``columns`` says how wide the terminal is now.

    Answers are whole lines (a key and Enter), which every terminal, pipe and screen reader has.
    """

    read: Callable[[], str]
    write: Callable[[str], None]
    columns: Callable[[], int] = lambda: 80

    def ask(self, turn: Turn) -> Answer | Move:
        """Show a question and wait for one of the keys it names. The end of input counts as quitting.

        The scope can be changed before an answer is given, for this question alone.
        """
        self._say(*page(turn, self.columns()))
        scopes = list(turn.question.scopes)
        while True:
            scope = scopes[0] if scopes else None
            keys = _keys(turn, scope)
            key = self._choose(keys)
            match key:
                case "q" | "":
                    return "quit"
                case "k":
                    return "skip"
                case "z":
                    return "undo"
                case "c":
                    scopes.append(scopes.pop(0))
                    self.tell(f"The answer will hold {scope_words(turn.question, scopes[0])}.")
                case "p":
                    if preferred := self._preferred(turn.question):
                        return Answer("preferred spelling", scope, preferred)
                case _ if key.isdecimal() and turn.question.bearers:
                    return Answer("same", scope, meant=turn.question.bearers[int(key) - 1])
                case _ if key.isdecimal():
                    return Answer("take back", record=turn.question.records[int(key) - 1].id)
                case _:
                    return Answer(_CHOICES[key], scope)

    def tell(self, text: str) -> None:
        """Show a sentence, on as many lines as it needs."""
        self._say(*wrapped(text, self.columns()))

    def _preferred(self, question: Question) -> str | None:
        """The form that is preferred; None to go back."""
        names = question.names or ()
        found = self._choose({**{str(i): f"“{name}”" for i, name in enumerate(names, 1)}, "b": "back"})
        return names[int(found) - 1] if found.isdecimal() else None

    def _choose(self, keys: dict[str, str]) -> str:
        """One of the keys, or an empty string at the end of input."""
        while True:
            labels = [f"[{key}] {label}" for key, label in keys.items()]
            self._say(*flowing(labels, self.columns()))
            self.write("> ")
            line = self.read()
            if not line:
                self.write("\n")
                return ""
            # The whole line, since "skip" must not be taken for the "s" of "same".
            typed = " ".join(line.lower().split())
            for key, label in keys.items():
                if typed in (key, label.lower(), _CHOICES.get(key)):
                    return key
            self._say(f"Type one of {', '.join(keys)} and press Enter.")

    def _say(self, *lines: str) -> None:
        """Write lines, with nothing in them that the terminal would obey."""
        self.write("".join(f"{visible(line)}\n" for line in lines))


def _keys(turn: Turn, scope: Scope | None) -> dict[str, str]:
    """The keys that can be pressed, and what each does."""
    question = turn.question
    keys = {key: str(choice) for key, choice in _CHOICES.items() if choice in question.allowed(scope)}
    if question.split and "x" in keys:
        keys["x"] = f"split “{question.split[0]}” from “{question.split[1]}”"
    keys |= {str(number): f"it is “{name}”" for number, name in enumerate(question.bearers, 1)}
    if "take back" in question.choices:
        keys |= {str(number): f"take back answer {number}" for number in range(1, len(question.records) + 1)}
    if len(question.scopes) > 1 and scope:
        keys["c"] = f"change scope (now: {scope_words(question, scope)})"
    keys["k"] = "skip"
    if turn.undoable:
        keys["z"] = "undo"
    return {**keys, "q": "quit"}
