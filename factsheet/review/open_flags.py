"""The flags of saved sheets that nobody has decided yet, each with every place it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from factsheet.errors import SheetError, UsageError
from factsheet.model import Decision, Flag, Sheet, Span
from factsheet.rendering.passages import Excerpt, Passages
from factsheet.sheet.json import from_json
from factsheet.speakers.decisions import decision_on

_SEVERITIES = ("high", "medium", "low")


@dataclass(frozen=True)
class Place:
    """Where a flag points: the article's id, and the words there with what stands around them."""

    article: str
    excerpt: Excerpt


@dataclass(frozen=True)
class OpenFlag:
    """A flag without a decision, and its places in all of the sheets that have it."""

    flag: Flag
    places: tuple[Place, ...]

    @property
    def names(self) -> tuple[str, str] | None:
        """The two names it asks about; None where it is no question about two names, and so nothing to decide."""
        match self.flag.names:
            case (left, right):
                return left, right
        return None


@dataclass(frozen=True)
class OpenFlags:
    """The open flags of a folder, and one line for each file of it that could not be read as a sheet."""

    flags: tuple[OpenFlag, ...]
    problems: tuple[str, ...]


def open_flags(folder: Path, decisions: Iterable[Decision] = ()) -> OpenFlags:
    """The flags of the sheets ``folder/*.json`` that have no decision, neither in their sheet nor in ``decisions``.

    Flags with one id are one flag. Questions about two names come first, then the other flags, each by severity
    and then in the order of the files and of their places.

    Raises:
        UsageError: the folder is missing or holds no JSON file.
    """
    files = _sheet_files(folder)
    found: dict[str, OpenFlag] = {}
    problems: list[str] = []
    for path in files:
        try:
            sheet = from_json(path.read_bytes().decode("utf-8"))
        except SheetError as error:
            problems.append(f"{path}: {error}")
        except UnicodeDecodeError:
            problems.append(f"{path}: not a fact sheet: it is not UTF-8; name a folder that factsheet build wrote")
        except OSError as error:
            problems.append(f"{path}: cannot be read: {error.strerror}; check its permissions")
        else:
            _collect(sheet, found)
    decided = tuple(decisions)
    undecided = (flag for flag in found.values() if flag.names is None or not decision_on(*flag.names, decided))
    return OpenFlags(tuple(sorted(undecided, key=_urgency)), tuple(problems))


def _sheet_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise UsageError(f"{folder}: no such folder; name the one that `factsheet build` wrote to")
    files = sorted(folder.glob("*.json"))
    if not files:
        raise UsageError(f"{folder}: no saved sheet (*.json) in it; make some with `factsheet build PATH -f json`")
    return files


def _collect(sheet: Sheet, found: dict[str, OpenFlag]) -> None:
    """Add the sheet's flags to those found: a flag that is there already gets this sheet's places as well."""
    passages = Passages(sheet.article)
    for flag in sheet.flags:
        if flag.decision is None:
            known = found.get(flag.id, OpenFlag(flag, ()))
            places = (*known.places, *_places(sheet, passages, flag.evidence))
            found[flag.id] = OpenFlag(known.flag, places)


def _places(sheet: Sheet, passages: Passages, spans: Iterable[Span]) -> Iterator[Place]:
    for span in sorted(spans):
        yield Place(sheet.article.id, passages.excerpt(span))


def _urgency(flag: OpenFlag) -> tuple[bool, int]:
    return flag.names is None, _SEVERITIES.index(flag.flag.severity)
