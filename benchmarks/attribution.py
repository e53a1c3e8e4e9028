"""How many quotations find a speaker, and how many questions about names a reader is asked.

    python benchmarks/attribution.py FOLDER [--every N]

FOLDER holds articles (``.txt``); every N-th by name is read. What is counted is coverage, not correctness: for that,
read sheets against their articles.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.reading.articles import read_article
from factsheet.settings import Settings


def main() -> None:
    """Read the folder named on the command line and print the counts."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--every", type=int, default=1)
    arguments = cli.parse_args()
    nlp = load_pipeline()
    counts: Counter[str] = Counter()
    for path in sorted(arguments.folder.glob("*.txt"))[:: arguments.every]:
        doc = analyse(nlp, read_article(path))
        counts["articles"] += 1
        counts.update(f"flag: {flag.kind}" for flag in doc._.flags)
        counts.update(f"speaker: {speaker.kind}" for speaker in doc._.speakers)
        for quotation in doc._.quotations:
            if not quotation.is_sure(Settings.sure):
                continue
            source = quotation.source[-1].text.lower() if quotation.source else "nobody"
            kind = f"“{source}”" if source in ("he", "she") else "nobody" if source == "nobody" else "other words"
            counts[f"sure quotations, named by {kind}"] += 1
            counts[f"sure quotations, named by {kind}: attributed"] += quotation.speaker is not None
    for what, number in sorted(counts.items()):
        print(f"{number:6}  {what}")


if __name__ == "__main__":
    main()
