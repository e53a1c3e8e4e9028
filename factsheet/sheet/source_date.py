"""The date that documents are to carry, where the user gives one: ``SOURCE_DATE_EPOCH``."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from factsheet.errors import UsageError


def source_date() -> datetime | None:
    """The time that ``SOURCE_DATE_EPOCH`` names; None where it is not set or empty.

    Raises:
        UsageError: it is not a number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}, which is not a number of seconds since 1970") from None
