"""How often date expressions of agency articles are given the annotated value.

    python benchmarks/score_dates.py newswire_dates.csv [--part learn|test|all] [--errors]

The CSV has the columns document, before, expression, after, document_date and value (TimeML). Documents are split by
a digest of their names: two thirds to write rules against ("learn"), one third to score ("test"). A row is right if
the found date that overlaps the expression most has exactly the annotated value, after these spellings are made one:
``1952-XX`` is 1952, ``196`` is 196X, ``W8`` is W08, a time of day after a day is dropped, and a date found without
a value is any of PRESENT_REF, PAST_REF and FUTURE_REF.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
from pathlib import Path

import spacy

from factsheet.claims.dates import find_dates
from factsheet.model import Date
from factsheet.settings import DEFAULT_MODEL


def main() -> None:
    """Read the arguments and print the score."""
    parser = argparse.ArgumentParser()
    parser.add_argument("csv", type=Path)
    parser.add_argument("--part", choices=["learn", "test", "all"], default="all")
    parser.add_argument("--errors", action="store_true", help="print every row that is not right")
    arguments = parser.parse_args()
    with arguments.csv.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if arguments.part in ("all", part(row["document"]))]
    nlp = spacy.load(DEFAULT_MODEL)
    right = 0
    for row in rows:
        before, expression = row["before"], row["expression"]
        text = f"{before} {expression}" + ("" if row["after"][:1] in ",.;:'" else " ") + row["after"]
        start = len(before) + 1
        found = best(find_dates(nlp(text), text, row["document_date"]), start, start + len(expression))
        ok = found is not None and matches(found, row["value"])
        right += ok
        if arguments.errors and not ok:
            print(row["document_date"], "|", text, "|", expression, "|", row["value"], "|", found and found.value)
    print(f"{arguments.part}: {right} of {len(rows)} exact ({right / len(rows):.1%})")


def part(document: str) -> str:
    """Which part of the split a document belongs to."""
    return "learn" if int(hashlib.sha256(document.encode()).hexdigest(), 16) % 3 else "test"


def best(dates: tuple[Date, ...], start: int, end: int) -> Date | None:
    """The date that shares most characters with ``[start, end)``."""
    shared = [(min(end, d.end) - max(start, d.start), d) for d in dates if d.start < end and start < d.end]
    return max(shared, key=lambda pair: pair[0])[1] if shared else None


def matches(found: Date, gold: str) -> bool:
    """Whether a found date has the annotated value."""
    if gold in ("PRESENT_REF", "PAST_REF", "FUTURE_REF"):
        return found.value is None
    return found.value == plain(gold)


def plain(gold: str) -> str:
    """An annotated value in this program's spelling."""
    gold = re.sub(r"(-XX)+$", "", gold)
    gold = re.sub(r"(\d{4}-\d\d-\d\d)T.*$|(\d{4}-\d\d-\d\d)TEV$", r"\1", gold)
    gold = re.sub(r"-W(\d)(?!\d)", r"-W0\1", gold)
    return gold + "X" if re.fullmatch(r"\d{3}", gold) else gold


if __name__ == "__main__":
    main()
