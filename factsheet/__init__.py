"""Fact sheets from news articles: who said what, what is claimed, and which names look inconsistent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factsheet.batch.build import build
    from factsheet.batch.extract import extract

__version__ = "0.1.0"

__all__ = ["__version__", "build", "extract"]


def __getattr__(name: str) -> Any:
    """The library's verbs, imported when they are first asked for: spaCy takes a second to come."""
    if name not in ("build", "extract"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"factsheet.batch.{name}"), name)
