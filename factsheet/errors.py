"""Every error this program raises on purpose. Each message is one line that says what to do."""

from __future__ import annotations


class FactsheetError(Exception):
    """Base of all errors below: catch this one to catch them all."""


class UsageError(FactsheetError):
    """The call itself is wrong: nothing to do, an unknown format, an unwritable output folder."""


class ReadingError(FactsheetError):
    """One input file cannot be read as an article."""


class ModelError(FactsheetError):
    """The language model is missing or unfit."""


class SheetError(FactsheetError):
    """A saved sheet is not one this version can read."""


class AuthorityError(FactsheetError):
    """``speakers.toml`` or the decision log is not of the form this program reads."""


class EvaluationError(FactsheetError):
    """What the program is to be scored against is missing or not of its form."""


class RenderingError(FactsheetError):
    """A sheet cannot be rendered or written."""
