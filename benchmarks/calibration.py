"""How far the confidence of quotations can be trusted, over annotated articles.

    python benchmarks/calibration.py GOLD_DIR

For each kind and each tenth of confidence: how many quotations were found, for how many of them the words are annotated
ones (overlap 0.3 or more, as in docs/evaluation.md), and for how many the source is the annotated one, too. A quotation
that is left unattributed though the annotation names a source counts as wrong in its source. The expected calibration
error is the distance between the confidence and the share right in words and source, averaged over the tenths, each
weighed by what was found in it (Naeini, Cooper and Hauskrecht 2015).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from factsheet.evaluation.brat import read_corpus
from factsheet.evaluation.calibration import outcome
from factsheet.evaluation.score import Attribution
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.reading.articles import read_article


def main() -> None:
    """Read the corpus named on the command line and print the table."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("gold", type=Path)
    nlp = load_pipeline()
    rows: dict[tuple[str, int], list[tuple[bool, bool]]] = defaultdict(list)
    surplus: dict[tuple[str, int], float] = defaultdict(float)
    with nlp.select_pipes(disable=["factsheet_speakers", "factsheet_claims"]):
        for article in read_corpus(cli.parse_args().gold):
            for quotation in analyse(nlp, read_article(article.path))._.quotations:
                right = outcome(article.text, article.attributions, Attribution.of(quotation))
                row = quotation.kind, min(int(quotation.confidence * 10), 9)
                rows[row].append(right)
                surplus[row] += quotation.confidence - right[1]
    print("kind      confidence  found  words right  words and source right")
    for (kind, tenth), outcomes in sorted(rows.items()):
        words, both = (sum(right[part] for right in outcomes) / len(outcomes) for part in (0, 1))
        print(f"{kind:9} {tenth / 10:.1f} to {tenth / 10 + 0.1:.1f}  {len(outcomes):5}  {words:11.2f}  {both:22.2f}")
    print("\nkind      found  expected calibration error")
    for kind in ("direct", "indirect", "mixed"):
        found = sum(len(outcomes) for (other, _), outcomes in rows.items() if other == kind)
        error = sum(abs(amount) for (other, _), amount in surplus.items() if other == kind)
        print(f"{kind:9} {found:5}  {error / max(found, 1):.3f}")


if __name__ == "__main__":
    main()
