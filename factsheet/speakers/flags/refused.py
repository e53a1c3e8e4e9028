"""Recorded decisions that the authority file contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from factsheet.model import Flag, flag_id
from factsheet.speakers.flags.found import Found, first_place
from factsheet.speakers.obeying import Refused


def refused_flags(found: Found) -> Iterator[Flag]:
    """One flag for each two entries of the authority file that a record makes one."""
    return (_flag(refused, found) for refused in found.identity.refused)


def _flag(refused: Refused, found: Found) -> Flag:
    left, right, record = refused.left, refused.right, refused.record
    return Flag(
        id=flag_id("not obeyed", left.key or "", right.key or "", record.id),
        kind="not obeyed",
        severity="high",
        message=f"{record.by} decided that “{record.left}” and “{record.right}” are the same, but the authority file "
        f"has them under two keys, “{left.key}” and “{right.key}”. They are kept apart.",
        evidence=tuple(sorted({first_place(cluster, cluster.name) for cluster in (left, right)})),
        subjects=found.subjects(left, right),
        suggestion="Take the decision back, or make one entry of the two in the authority file.",
    )
