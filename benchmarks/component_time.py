"""What the quotations component adds to a pipeline's own time, in one run, beside textacy where it is installed.

    python benchmarks/component_time.py FOLDER [--rounds N]

FOLDER holds articles (``.txt``). Every step is timed in CPU seconds, the rounds interleaved, and the least of each
step is taken. "bare" is the spaCy pipeline as it comes; textacy's ``direct_quotations`` runs on the same parsed Docs.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc

from factsheet.language.extensions import register
from factsheet.settings import DEFAULT_MODEL


def main() -> None:
    """Read the folder named on the command line and print the times."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--rounds", type=int, default=3)
    arguments = cli.parse_args()
    texts = [path.read_text("utf-8") for path in sorted(arguments.folder.glob("*.txt"))]
    register()
    bare, ours = spacy.load(DEFAULT_MODEL), spacy.load(DEFAULT_MODEL)
    ours.add_pipe("factsheet_boundaries", before="parser")
    quotations = spacy.blank("en").add_pipe("factsheet_quotations")
    steps: dict[str, Callable[[str], Any]] = {"bare spaCy": bare, "spaCy with factsheet_boundaries": ours}
    behind: dict[str, Callable[[Doc], Any]] = {"factsheet_quotations": quotations}
    try:
        extract = import_module("textacy.extract")
    except ImportError:
        print("textacy is not installed; it is left out")
    else:
        behind["textacy direct_quotations"] = lambda doc: list(_without_errors(extract.direct_quotations, doc))
    least: dict[str, float] = defaultdict(lambda: float("inf"))
    parsed = [ours(text) for text in texts]
    for _ in range(arguments.rounds):
        for name, step in steps.items():
            least[name] = min(least[name], _seconds(step, texts))
        for name, find in behind.items():
            least[name] = min(least[name], _seconds(find, parsed))
    print(f"{len(texts)} articles, {sum(map(len, parsed)):,} tokens")
    for name, seconds in least.items():
        print(f"{name:34} {seconds:7.2f} s  {seconds / least['bare spaCy']:6.1%} of bare spaCy")


def _seconds(step: Callable[[Any], Any], inputs: list[Any]) -> float:
    begin = time.process_time()
    for item in inputs:
        step(item)
    return time.process_time() - begin


def _without_errors(find: Callable[[Doc], Any], doc: Doc) -> Any:
    """textacy gives up on an article whose marks do not pair."""
    try:
        yield from find(doc)
    except (ValueError, IndexError):
        return


if __name__ == "__main__":
    main()
