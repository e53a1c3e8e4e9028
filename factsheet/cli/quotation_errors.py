"""The errors behind the scores as a list for people: how many of each cause, then each in its passage."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factsheet.evaluation.errors import Parts, QuotationError
from factsheet.model import Span
from factsheet.rendering.visible import one_line

_GOLD = ("[[", "]]")
_FOUND = ("{{", "}}")
_LONGEST = 300
_SHOWN_EACH_END = 130
_TOLD = 8
_PARAGRAPH = re.compile(r"[ \t\r]*\n\s*")

Group = tuple[str, str, str]


def listing(errors: Sequence[QuotationError], limit: int | None = None) -> Iterator[str]:
    """Lines that tell the size of each group of errors, and then show each error (at most ``limit`` of a group).

    A group is an error, a kind of quotation and a cause; the largest goes first. In it errors of the same cue stand
    together, the commonest cue first. Nothing in the lines acts on a terminal.
    """
    groups: defaultdict[Group, list[QuotationError]] = defaultdict(list)
    for error in errors:
        groups[error.error, error.kind, error.cause].append(error)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    yield from _overview(ordered, len(errors))
    if errors:
        yield from ("", f"{'annotated'.join(_GOLD)}  {'found'.join(_FOUND)}  ¶ a new paragraph")
    for group, members in ordered:
        yield from ("", f"== {_title(group)}: {len(members)} ({len(members) / len(errors):.1%} of all errors)")
        yield from _most_common("cues", (error.cue or "(none)" for error in members))
        yield from _most_common("found by", (error.construction for error in members if error.construction))
        for error in _spread(_by_cue(members), limit):
            yield ""
            yield from _entry(error)


def _overview(ordered: Sequence[tuple[Group, list[QuotationError]]], total: int) -> Iterator[str]:
    sizes: Counter[str] = Counter()
    for (error, _, _), members in ordered:
        sizes[error] += len(members)
    yield from ("", f"errors: {total}", *(f"{size:>6}  {error}" for error, size in sizes.most_common()), "")
    for group, members in ordered:
        yield f"{len(members):>6}{len(members) / total:>8.1%}  {_title(group)}"


def _title(group: Group) -> str:
    error, kind, cause = group
    return f"{error}, {kind}: {cause}"


def _most_common(what: str, words: Iterable[str]) -> Iterator[str]:
    counts = sorted(Counter(words).items(), key=lambda entry: (-entry[1], entry[0]))
    if counts:
        told = ", ".join(f"{one_line(word)} {count}" for word, count in counts[:_TOLD])
        yield f"   {what}: {told}{', ...' if len(counts) > _TOLD else ''}"


def _by_cue(members: Sequence[QuotationError]) -> list[QuotationError]:
    often = Counter(error.cue for error in members)
    return sorted(members, key=lambda error: (-often[error.cue], error.cue))


def _spread(members: list[QuotationError], limit: int | None) -> list[QuotationError]:
    if limit is None or limit >= len(members):
        return members
    return [members[index * len(members) // limit] for index in range(limit)]


def _entry(error: QuotationError) -> Iterator[str]:
    place = f"{one_line(error.doc)}:{error.of.content[0].start}"
    confidence = "" if error.confidence is None else f"confidence {error.confidence:.2f}"
    yield "  ".join(filter(None, (place, error.kind, confidence, one_line(error.construction))))
    yield f"    {_passage(error)}"
    for side, parts in (("gold ", error.gold), ("found", error.found)):
        if parts:
            yield f"    {side}  cue {_words(parts.cue)}, source {_words(parts.source)}"


def _words(spans: tuple[Span, ...]) -> str:
    return f"“{_line(' … '.join(span.text for span in spans))}”" if spans else "(none)"


def _passage(error: QuotationError) -> str:
    """The passage on one line, with the marks of both contents in it; a long stretch without a mark is shortened."""
    passage = error.passage
    marks = sorted([*_marks(error.gold, *_GOLD, 1), *_marks(error.found, *_FOUND, 2)])
    edges = [passage.start, *(place for place, _, _ in marks), passage.end]
    stretches = (passage.text[a - passage.start : b - passage.start] for a, b in pairwise(edges))
    signs = [sign for _, _, sign in marks]
    shown = (_line(_shortened(stretch)) + sign for stretch, sign in zip(stretches, [*signs, ""], strict=True))
    return "".join(shown).strip(" ¶")


def _marks(parts: Parts | None, opening: str, closing: str, depth: int) -> Iterator[tuple[int, int, str]]:
    """Each mark with its place; at one place those that close go first, the deeper ones before the others."""
    for span in parts.content if parts else ():
        yield span.start, depth, opening
        yield span.end, -depth, closing


def _shortened(stretch: str) -> str:
    if len(stretch) <= _LONGEST:
        return stretch
    return f"{stretch[:_SHOWN_EACH_END]} (...) {stretch[-_SHOWN_EACH_END:]}"


def _line(text: str) -> str:
    return one_line(_PARAGRAPH.sub(" ¶ ", text))
