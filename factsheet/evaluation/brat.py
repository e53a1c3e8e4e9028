"""Reading annotated corpora in brat standoff: ``text/STEM.txt`` beside ``attributions/STEM_ANNOTATOR.ann``.

An event (``E1  Attribution:T4 Content:T3 Cue:T2 Source:T1``) is one attribution; it may have several of each part
(``Content2:T5``), and a part may be in several pieces (``110 112;115 120``). Notes, relations and attributes are
passed over. See https://brat.nlplab.org/standoff.html for the format.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from factsheet.errors import EvaluationError
from factsheet.evaluation.score import Attribution
from factsheet.evaluation.words import Offsets

_RECORD = re.compile(r"(?P<key>[TERAMN*#]\d*)\t")
_PLACE = re.compile(r"\S+ (?P<spans>\d+ \d+(?:;\d+ \d+)*)")
_ARGUMENT = re.compile(r"(?P<role>[\w-]*?)\d*:(?P<key>T\d+)")


@dataclass(frozen=True)
class AnnotatedArticle:
    """An article's text, exactly as read, and its attributions in the order of the annotation file."""

    stem: str
    path: Path
    text: str
    attributions: tuple[Attribution, ...]


def read_corpus(folder: Path) -> Iterator[AnnotatedArticle]:
    """The annotated articles of a corpus folder, ordered by annotation file.

    Where several annotators read an article, the first of them by name is taken. ``STEM.ann``, without an
    annotator, is read too.

    Raises:
        EvaluationError: the folder is no such corpus, or a line of it is malformed.
    """
    texts, annotations = folder / "text", folder / "attributions"
    for needed in (folder, texts, annotations):
        if not needed.is_dir():
            raise EvaluationError(
                f"{needed}: no such folder; an annotated corpus has text/*.txt and attributions/*.ann"
            )
    files = _first_annotator(texts, sorted(annotations.glob("*.ann")))
    if not files:
        raise EvaluationError(f"{annotations}: no *.ann file in it")
    for stem, annotation in files.items():
        path = texts / f"{stem}.txt"
        text = _read(path, f"the text that {annotation} annotates")
        yield AnnotatedArticle(stem, path, text, tuple(_attributions(annotation, text)))


def _first_annotator(texts: Path, annotations: list[Path]) -> dict[str, Path]:
    first: dict[str, Path] = {}
    for path in annotations:
        plain = (texts / f"{path.stem}.txt").is_file()
        first.setdefault(path.stem if plain else path.stem.rpartition("_")[0] or path.stem, path)
    return first


def _read(path: Path, what: str) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise EvaluationError(f"{path}: {what} cannot be read: {error.strerror}; check that it is there") from None
    except UnicodeDecodeError:
        raise EvaluationError(f"{path}: {what} is not UTF-8; convert it") from None


def _attributions(path: Path, text: str) -> Iterator[Attribution]:
    places: dict[str, tuple[Offsets, ...]] = {}
    events: list[tuple[int, str]] = []
    spare_lines = 0
    lines = _read(path, "the annotation").replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, 1):
        record = _RECORD.match(line)
        if record is None:
            # brat repeats the annotated text at the end of a record, line breaks and all.
            if line.strip() and not spare_lines:
                raise _malformed(path, number, "no brat record")
            spare_lines = max(0, spare_lines - 1)
        elif line.startswith("T"):
            places[record["key"]] = spans = _spans(path, number, line, text)
            spare_lines = sum(text.count("\n", *span) for span in spans)
        else:
            spare_lines = 0
            if line.startswith("E"):
                events.append((number, line))
    for number, line in events:
        yield _attribution(path, number, line, places)


def _spans(path: Path, number: int, line: str, text: str) -> tuple[Offsets, ...]:
    place = _PLACE.fullmatch(line.split("\t")[1])
    if place is None:
        raise _malformed(path, number, "no offsets such as 'Content 10 25'")
    pieces = tuple((int(start), int(end)) for start, end in (piece.split() for piece in place["spans"].split(";")))
    if not all(start < end <= len(text) for start, end in pieces):
        raise _malformed(path, number, f"offsets outside its text of {len(text)} characters")
    return pieces


def _attribution(path: Path, number: int, line: str, places: dict[str, tuple[Offsets, ...]]) -> Attribution:
    parts: dict[str, tuple[Offsets, ...]] = defaultdict(tuple)
    for word in line.split("\t")[1].split():
        argument = _ARGUMENT.fullmatch(word)
        if argument is None or argument["key"] not in places:
            raise _malformed(path, number, f"{word!r} names no annotated text")
        parts[argument["role"]] += places[argument["key"]]
    return Attribution(parts["Content"], parts["Cue"], parts["Source"])


def _malformed(path: Path, number: int, problem: str) -> EvaluationError:
    return EvaluationError(f"{path}, line {number}: {problem}")
