"""Words that decide things are data: small text files beside the code that reads them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(package: str, name: str) -> frozenset[str]:
    """The entries of a word list: one a line, ``#`` starts a comment, white space around an entry is dropped.

    ``package`` is the package the file stands in (pass ``__package__``), ``name`` the file's name.
    """
    lines = files(package).joinpath(name).read_text("utf-8").splitlines()
    return frozenset(entry for line in lines if (entry := line.partition("#")[0].strip()))


@cache
def table(package: str, name: str) -> dict[str, Any]:
    """A TOML file of words and what they decide, as a dictionary (treat it as read-only)."""
    return tomllib.loads(files(package).joinpath(name).read_text("utf-8"))
