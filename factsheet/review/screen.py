"""The terminal screen: one flag at a time, in plain text that any terminal can show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from factsheet.model.flag import Verdict
from factsheet.rendering.visible import one_line
from factsheet.review.open_flags import OpenFlag, Place

Answer = Verdict | Literal["skip", "quit"]

_VERDICTS: dict[str, Answer] = {"s": "same", "d": "different", "u": "not sure"}
_MOVES: dict[str, Answer] = {"k": "skip", "q": "quit"}
# How often a form that stands in many places is shown.
_PLACES_OF_ONE_FORM = 2


@dataclass(frozen=True)
class Screen:
    """A terminal. ``read`` gives the next line typed, or an empty string at the end of input; ``write`` shows text.

    Answers are whole lines (a key and Enter), which every terminal, pipe and screen reader has.
    """

    read: Callable[[], str]
    write: Callable[[str], None]

    def ask(self, flag: OpenFlag, number: int, total: int) -> Answer:
        """Show a flag, the ``number``-th of ``total``, and wait for one of the keys it names.

        A flag that is no question about two names can only be skipped, for there is nothing to decide.
        The end of input counts as quitting.
        """
        keys = _MOVES if flag.names is None else {**_VERDICTS, **_MOVES}
        self.write("\n".join(_page(flag, number, total)))
        prompt = "  ".join(f"[{key}] {answer}" for key, answer in keys.items()) + " > "
        while True:
            self.write(prompt)
            line = self.read()
            if not line:
                self.write("\n")
                return "quit"
            # The whole line, since "skip" must not be taken for the "s" of "same".
            typed = line.strip().lower()
            for key, answer in keys.items():
                if typed in (key, answer):
                    return answer
            self.write(f"Type one of {', '.join(keys)} and press Enter.\n")


def _page(flag: OpenFlag, number: int, total: int) -> Iterator[str]:
    asked = flag.flag
    yield ""
    yield f"{number} of {total}  {asked.kind} ({asked.severity})"
    yield one_line(asked.message)
    yield ""
    shown = _chosen(flag.places)
    for place in shown:
        yield f"  {one_line(place.article)}, paragraph {place.excerpt.paragraph}"
        yield f"    {_marked(place, asked.names)}"
    if left := len(flag.places) - len(shown):
        yield f"  ... and {left} more {'place' if left == 1 else 'places'}"
    yield ""
    if asked.suggestion:
        yield f"Suggestion: {one_line(asked.suggestion)}"
    if flag.names is None:
        yield "This is not about two names, so there is nothing to decide here: check it against the article."
    else:
        yield "Do “{}” and “{}” name the same one?".format(*map(one_line, flag.names))
    yield ""


def _chosen(places: tuple[Place, ...]) -> list[Place]:
    """The first places of each form, so that every form is seen however often another one stands."""
    seen: dict[str, int] = {}
    chosen = []
    for place in places:
        form = place.excerpt.text
        seen[form] = seen.get(form, 0) + 1
        if seen[form] <= _PLACES_OF_ONE_FORM:
            chosen.append(place)
    return chosen


def _marked(place: Place, names: tuple[str, ...]) -> str:
    """The place in its context, on one line, with the names in it marked, or all of its words where none is."""
    excerpt = place.excerpt
    longest_first = sorted(names, key=len, reverse=True)
    pattern = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first)
    text, count = re.subn(pattern, r">>\g<0><<", excerpt.text) if pattern else ("", 0)
    return one_line(f"{excerpt.before}{text if count else f'>>{excerpt.text}<<'}{excerpt.after}")
