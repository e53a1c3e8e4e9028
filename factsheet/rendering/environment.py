"""Templates: the user's own first, then the ones that come with the program. Every value is escaped on its way out."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

import factsheet
from factsheet.errors import RenderingError


def fill(name: str, values: Mapping[str, object], escape: Callable[[str], str], templates: Path | None) -> str:
    """The template ``name``, filled with ``values``.

    Whatever an expression yields passes through ``escape``: no template need ask for it, and none can leave it
    out. The values are data; a template's syntax in one of them is never read as a template.

    Raises:
        RenderingError: the template cannot be read or filled; the message names its file and line.
    """
    environment = _environment(escape, templates) if templates else _shipped(escape)
    try:
        return environment.get_template(name).render(values)
    except TemplateSyntaxError as error:
        raise RenderingError(f"template {error.filename or name}, line {error.lineno}: {error.message}") from error
    except Exception as error:  # a template is the user's program, and may fail in any way a program can
        raise RenderingError(f"template {_place(error, environment, name)}: {_reason(error)}") from error


@cache
def _shipped(escape: Callable[[str], str]) -> ImmutableSandboxedEnvironment:
    """The program's own templates do not change while it runs, so each is compiled once."""
    return _environment(escape, None)


def _environment(escape: Callable[[str], str], templates: Path | None) -> ImmutableSandboxedEnvironment:
    packaged = _packaged()
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(templates), packaged]) if templates else packaged,
        finalize=lambda value: escape(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _packaged() -> BaseLoader:
    return FileSystemLoader(packaged_templates())


def packaged_templates() -> Path:
    """The folder of the templates that ship inside the package. Where the package is run from a checkout (`python -m
    factsheet` there finds the checkout before what is installed), they stand beside it."""
    spec = find_spec("factsheet.templates")
    if spec and spec.submodule_search_locations:
        return Path(spec.submodule_search_locations[0])
    return Path(factsheet.__file__).parent.parent / "templates"


def _place(error: Exception, environment: ImmutableSandboxedEnvironment, name: str) -> str:
    """The file of the template the error arose in, and the line where that is known."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(Path(name).suffix)
    ]
    return f"{frames[-1].filename}, line {frames[-1].lineno}" if frames else name


def _reason(error: Exception) -> str:
    words: Any = error.message if isinstance(error, TemplateError) else None
    return " ".join(str(words or error or type(error).__name__).split())
