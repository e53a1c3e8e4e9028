"""The answers of the comparison of names, scored against pairs that people have labelled."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from factsheet.errors import EvaluationError
from factsheet.reading.names import printable
from factsheet.speakers.names.comparison import Comparison, compare

_COLUMNS = ("name1", "name2", "is_match")
_LABELS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


class Figures(TypedDict):
    """``precision`` and ``recall`` (0 where there is nothing to divide by), and the counts they are made of."""

    precision: float
    recall: float
    right: int
    answered: int
    matching: int


class NameScores(TypedDict):
    """``linked`` counts the answer ``link`` alone, whether or not it needs corroboration; ``suggested`` counts
    ``link`` and ``suggest``."""

    pairs: int
    linked: Figures
    suggested: Figures


@dataclass(frozen=True)
class Row:
    """A labelled pair of names and the program's answer."""

    left: str
    right: str
    same: bool
    comparison: Comparison


def evaluate_names(path: Path) -> tuple[NameScores, tuple[Row, ...]]:
    """Compare each pair of a CSV file with the columns name1, name2 and is_match, and score the answers.

    Raises:
        EvaluationError: the file is missing, no UTF-8, or not of that form (the message names the line).
    """
    rows = tuple(Row(left, right, same, compare(left, right)) for left, right, same in _pairs(path))
    return {
        "pairs": len(rows),
        "linked": _figures(rows, ("link",)),
        "suggested": _figures(rows, ("link", "suggest")),
    }, rows


def rows_csv(rows: Iterable[Row]) -> str:
    """The pairs with answer and reason, as CSV: a link or suggestion that needs something else shared says so."""
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow((*_COLUMNS, "answer", "corroborate", "reason"))
    for row in rows:
        found = row.comparison
        same, corroborate = str(row.same).lower(), str(found.corroborate).lower()
        table.writerow((row.left, row.right, same, found.answer, corroborate, found.reason))
    return text.getvalue()


def _pairs(path: Path) -> list[tuple[str, str, bool]]:
    name = printable(str(path))
    try:
        # Excel puts a byte order mark before UTF-8.
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise EvaluationError(f"{name}: cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise EvaluationError(f"{name}: is not UTF-8; save it as UTF-8") from None
    table = csv.reader(io.StringIO(text, newline=""))
    try:
        head = [column.strip() for column in next(table, [])]
        if missing := [column for column in _COLUMNS if column not in head]:
            raise EvaluationError(f"{name}: has no column {missing[0]}; its first line must name {', '.join(_COLUMNS)}")
        places = [head.index(column) for column in _COLUMNS]
        pairs = [_pair(cells, places, f"{name}, line {table.line_num}") for cells in table if any(cells)]
    except csv.Error as error:
        raise EvaluationError(f"{name}, line {table.line_num}: is not CSV ({error})") from None
    if not pairs:
        raise EvaluationError(f"{name}: has no pairs of names")
    return pairs


def _pair(cells: Sequence[str], places: Sequence[int], where: str) -> tuple[str, str, bool]:
    if len(cells) <= max(places):
        raise EvaluationError(f"{where}: has {len(cells)} columns, fewer than the first line")
    left, right, label = (cells[place].strip() for place in places)
    if label.lower() not in _LABELS:
        raise EvaluationError(f"{where}: is_match is {printable(label)!r}; write true or false")
    if not left or not right:
        raise EvaluationError(f"{where}: a name is empty")
    return left, right, _LABELS[label.lower()]


def _figures(rows: Sequence[Row], answers: tuple[str, ...]) -> Figures:
    right = sum(row.same and row.comparison.answer in answers for row in rows)
    answered = sum(row.comparison.answer in answers for row in rows)
    matching = sum(row.same for row in rows)
    return {
        "precision": right / answered if answered else 0.0,
        "recall": right / matching if matching else 0.0,
        "right": right,
        "answered": answered,
        "matching": matching,
    }
