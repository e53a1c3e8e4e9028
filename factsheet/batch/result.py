"""What came of a run."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

from factsheet.errors import FactsheetError, ModelError, UsageError
from factsheet.reading.inputs import Failure

Given = ParamSpec("Given")
Made = TypeVar("Made")


@dataclass(frozen=True)
class Written:
    """The sheet of one article as files, in the order of the formats asked for, and how many of its flags a human
    has yet to decide. ``changed`` is false where every file stood there already as it would have been written."""

    article_id: str
    files: tuple[Path, ...]
    open_flags: int
    changed: bool = True


@dataclass(frozen=True)
class RunResult:
    """What a run wrote, in the order of its inputs, what failed, what the user should know, and the files of the
    register of speakers where one was made."""

    written: tuple[Written, ...]
    failures: tuple[Failure, ...] = ()
    notices: tuple[str, ...] = ()
    register: tuple[Path, ...] = ()


def attempt(name: str, work: Callable[Given, Made], *args: Given.args, **kwargs: Given.kwargs) -> Made | Failure:
    """``work(*args)``, or after any error the failure of the input called ``name``: one bad file stops no run.

    Raises:
        UsageError, ModelError: the whole call is wrong, not this input.
    """
    try:
        return work(*args, **kwargs)
    except (UsageError, ModelError):
        raise
    except FactsheetError as error:
        message = str(error)
        return Failure(name, message if message.startswith(f"{name}: ") else f"{name}: {message}")
    except Exception as error:
        kind = type(error).__name__
        return Failure(name, f"{name}: an error of this program ({kind}: {error})", traceback.format_exc())
