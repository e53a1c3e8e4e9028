"""Scores of who is said to speak, and the answers that are not right, as lines for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from factsheet.evaluation.speakers import KINDS, SpeakerAnswer, SpeakerFigures
from factsheet.rendering.visible import one_line

_WORST_FIRST = ("wrong", "unresolved")


def worst_first(answers: Sequence[SpeakerAnswer]) -> list[SpeakerAnswer]:
    """The answers that are not right, the wrong ones first, pronouns before names and titles."""
    errors = [answer for answer in answers if answer.outcome != "right"]
    return sorted(errors, key=lambda answer: (_WORST_FIRST.index(answer.outcome), KINDS.index(answer.kind)))


def table(figures: Mapping[str, SpeakerFigures]) -> Iterator[str]:
    """The figures for a reader, a kind of words a line: counts and shares."""
    yield f"{'':9}{'asked':>7}{'right':>15}{'wrong':>15}{'unresolved':>15}"
    for kind, of in figures.items():
        counts = (
            (of["right"], of["right_share"]),
            (of["wrong"], of["wrong_share"]),
            (of["unresolved"], of["unresolved_share"]),
        )
        yield f"{kind:9}{of['asked']:>7}" + "".join(f"{count:>7}{share:>8.3f}" for count, share in counts)


def listing(errors: Sequence[SpeakerAnswer]) -> Iterator[str]:
    """Each error in its passage, with who is meant, who was found, and why. Nothing in it acts on a terminal."""
    for error in errors:
        before = error.passage.text[: error.place.start - error.passage.start]
        behind = error.passage.text[error.place.end - error.passage.start :]
        yield ""
        yield f"{one_line(error.doc)}:{error.place.start}  {error.kind}  {error.outcome}"
        yield f"    {_shown(before)}[[{_shown(error.place.text)}]]{_shown(behind)}"
        yield f"    meant  {_shown(' | '.join(error.names)) or '(nobody)'}"
        yield f"    found  {_shown(error.answer) if error.answer else '(nobody)'}. {_shown(error.reason)}"


def _shown(text: str) -> str:
    return one_line(" ¶ ".join(filter(None, (line.strip("\r") for line in text.split("\n")))))
