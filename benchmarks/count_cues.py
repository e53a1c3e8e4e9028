"""Counts, over annotated articles, how often each cue reports what each construction proposes.

    python benchmarks/count_cues.py GOLD_DIR > factsheet/quotations/cue_counts.tsv

GOLD_DIR is in brat standoff (``text/*.txt``, ``attributions/*.ann``). Only counts by dictionary form are written: no
text of any article, and no proper noun. A cue is kept where annotators marked it at least ``LEAST`` times.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc, Token

from factsheet.evaluation.brat import read_corpus
from factsheet.evaluation.score import Attribution
from factsheet.language.extensions import register
from factsheet.quotations.contents import content_candidates
from factsheet.quotations.cues import cue_key
from factsheet.quotations.frames import Reading
from factsheet.quotations.judge import ANY_CUE
from factsheet.settings import DEFAULT_MODEL

LEAST = 3
LEAST_OVERLAP = 0.3
LEAST_USES = 5
SELDOM = 0.1


def main() -> None:
    """Read the corpus named on the command line and print the table."""
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("gold", type=Path)
    register()
    nlp = spacy.load(DEFAULT_MODEL)
    nlp.add_pipe("factsheet_boundaries", before="parser")
    right: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    marked: Counter[str] = Counter()
    for article in read_corpus(cli.parse_args().gold):
        for key, constructions, best in observations(nlp(article.text), article.attributions):
            seen.update((name, c) for c in constructions for name in (key, ANY_CUE))
            if best:
                marked[key] += 1
                right.update((name, best) for name in (key, ANY_CUE))
    write(right, seen, {key for key, n in marked.items() if n >= LEAST})


def observations(doc: Doc, gold: tuple[Attribution, ...]) -> Iterator[tuple[str, list[str], str | None]]:
    """For each word outside marks: its key, the constructions at hand, and the one that proposes the annotated
    content best (None where the word was marked as no cue)."""
    reading = Reading.of(doc)
    for token in doc:
        if token.pos_ not in ("VERB", "NOUN", "ADJ", "AUX") or reading.quoted(token.idx):
            continue
        candidates = list(content_candidates(token, reading))
        best, best_overlap = None, LEAST_OVERLAP
        for quotation in gold:
            if not _is_cue(token, quotation):
                continue
            for candidate in candidates:
                overlap = _overlap(candidate.spans, quotation.content)
                if overlap > best_overlap:
                    best, best_overlap = candidate.construction, overlap
        yield cue_key(token), [c.construction for c in candidates], best


def _is_cue(token: Token, quotation: Attribution) -> bool:
    return any(start < token.idx + len(token) and token.idx < end for start, end in quotation.cue)


def _overlap(a: tuple[tuple[int, int], ...], b: tuple[tuple[int, int], ...]) -> float:
    one = {i for start, end in a for i in range(start, end)}
    other = {i for start, end in b for i in range(start, end)}
    return len(one & other) / len(one | other)


def write(right: Counter[tuple[str, str]], seen: Counter[tuple[str, str]], keys: set[str]) -> None:
    """Print the table, sorted, so that the same corpus gives the same bytes."""
    sys.stdout.write(
        "# cue\tconstruction\tright\tseen   (made by benchmarks/count_cues.py from PolNeAR 1.0.0, train)\n"
    )
    for (key, construction), n in sorted(seen.items()):
        usual = right[ANY_CUE, construction]
        if usual < LEAST_USES or (key != ANY_CUE and key not in keys):
            continue
        # Where nothing was reported and seldom is, the average of all cues says the same.
        if right[key, construction] or usual >= SELDOM * seen[ANY_CUE, construction]:
            sys.stdout.write(f"{key}\t{construction}\t{right[key, construction]}\t{n}\n")


if __name__ == "__main__":
    main()
