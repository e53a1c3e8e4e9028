"""Sheets with flags, for the tests of this room."""

from __future__ import annotations

from pathlib import Path

from factsheet.model import SCHEMA, Article, Flag, Provenance, Sheet, Span, Speaker, flag_id
from factsheet.sheet.json import to_json


def spelling_flag(text: str, left: str, right: str) -> Flag:
    """A question whether two spellings in ``text`` are one name."""
    places = tuple(Span.within(text, text.index(name), text.index(name) + len(name)) for name in (left, right))
    return Flag(
        id=flag_id("spelling variant", left, right),
        kind="spelling variant",
        severity="high",
        message=f"{left} and {right} differ in one letter.",
        evidence=places,
        subjects=(),
        suggestion=f"Use {left}.",
        names=(left, right),
    )


def unattributed_flag(text: str, words: str) -> Flag:
    """A quotation that nobody is named for."""
    start = text.index(words)
    return Flag(
        id=flag_id("unattributed quotation", words),
        kind="unattributed quotation",
        severity="medium",
        message="Nobody is named for these words.",
        evidence=(Span.within(text, start, start + len(words)),),
        subjects=(),
    )


def save_sheet(
    folder: Path, name: str, text: str, *flags: Flag, speakers: tuple[Speaker, ...] = (), sha256: str = "0" * 64
) -> Path:
    """A sheet of a text and its flags, written into ``folder / "build"``, which is returned."""
    sheet = Sheet(
        schema=SCHEMA,
        article=Article(id=name, path=f"{name}.txt", text=text, sha256=sha256),
        quotations=(),
        speakers=speakers,
        claims=(),
        flags=flags,
        provenance=Provenance("factsheet", "0", "0", "none", "0", "0" * 16, "0" * 64, None),
    )
    build = folder / "build"
    build.mkdir(parents=True, exist_ok=True)
    (build / f"{name}.json").write_text(to_json(sheet), "utf-8")
    return build
