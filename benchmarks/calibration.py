"""How far the confidence of quotations can be trusted, over annotated articles.

    python benchmarks/calibration.py GOLD_DIR

For each kind and each tenth of confidence: how many quotations were found, for how many of them the words are annotated
ones (overlap 0.3 or more, as in docs/evaluation.md), and for how many the source is the annotated one, too. A quotation
that is left unattributed though the annotation names a source counts as wrong in its source. The expected calibration
error is the distance between the confidence and the share right in words and source, averaged over the tenths, each
weighed by what was found in it (Naeini, Cooper and Hauskrecht 2015). So few quotations have such a distance by chance,
too: "by chance" is the mean of the error over draws in which every confidence is exactly as likely right as it says.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path

from factsheet.evaluation.brat import read_corpus
from factsheet.evaluation.calibration import outcome
from factsheet.evaluation.score import Attribution
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.reading.articles import read_article

_DRAWS = 1000


def main() -> None:
    """Read the corpus named on the command line and print the table."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("gold", type=Path)
    nlp = load_pipeline()
    rows: dict[tuple[str, int], list[tuple[bool, bool]]] = defaultdict(list)
    given: dict[tuple[str, int], list[float]] = defaultdict(list)
    with nlp.select_pipes(disable=["factsheet_speakers", "factsheet_claims"]):
        for article in read_corpus(cli.parse_args().gold):
            for quotation in analyse(nlp, read_article(article.path))._.quotations:
                right = outcome(article.text, article.attributions, Attribution.of(quotation))
                row = quotation.kind, min(int(quotation.confidence * 10), 9)
                rows[row].append(right)
                given[row].append(quotation.confidence)
    print("kind      confidence  found  words right  words and source right")
    for (kind, tenth), outcomes in sorted(rows.items()):
        words, both = (sum(right[part] for right in outcomes) / len(outcomes) for part in (0, 1))
        print(f"{kind:9} {tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}  {len(outcomes):5}  {words:11.2f}  {both:22.2f}")
    print("\nkind      found  expected calibration error  by chance")
    for kind in ("direct", "indirect", "mixed"):
        mine = [row for row in rows if row[0] == kind]
        found = max(sum(len(rows[row]) for row in mine), 1)
        error = sum(abs(sum(given[row]) - sum(both for _, both in rows[row])) for row in mine) / found
        chance = sum(_by_chance(given[row]) for row in mine) / found
        print(f"{kind:9} {found:5}  {error:26.3f}  {chance:9.3f}")


def _by_chance(confidences: list[float]) -> float:
    """How far the sum of some confidences is from the number right on average, if each is right as often as it says."""
    draw = random.Random(0)
    return (
        sum(abs(sum(confidence - (draw.random() < confidence) for confidence in confidences)) for _ in range(_DRAWS))
        / _DRAWS
    )


if __name__ == "__main__":
    main()
