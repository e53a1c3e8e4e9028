"""Whether a quotation is right, in its words and in its source: what its confidence is the probability of."""

from __future__ import annotations

from collections.abc import Iterable

from factsheet.evaluation.score import Attribution, count


def outcome(text: str, gold: Iterable[Attribution], found: Attribution) -> tuple[bool, bool]:
    """Whether the words of ``found`` are annotated as a quotation (overlap 0.3 or more), and whether its source is
    right, too. A quotation that is left unattributed though the annotation names a source is wrong in its source."""
    counts = count(text, gold, [found])
    words = counts["all lenient precise"] > 0
    return words, words and counts["all sources right"] == counts["all sources"]
