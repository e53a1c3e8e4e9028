"""Domain objects to plain data (dicts, lists, strings, numbers) and back.

pydantic reads the dataclasses as they are, so the fields are written down once, in the domain model.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The (cached) pydantic adapter for a type such as ``Sheet`` or ``tuple[Quotation, ...]``."""
    return TypeAdapter(kind)


def to_plain(kind: Any, value: object) -> Any:
    """``value``, an instance of ``kind``, as JSON-ready plain data."""
    return adapter(kind).dump_python(value, mode="json")


def from_plain(kind: Any, data: object) -> Any:
    """The inverse of :func:`to_plain`.

    Raises:
        pydantic.ValidationError: the data is not of that form.
    """
    return adapter(kind).validate_python(data)
