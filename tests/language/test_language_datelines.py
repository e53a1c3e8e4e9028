from __future__ import annotations

import pytest

from factsheet.language.datelines import dateline_spans


@pytest.mark.parametrize(
    ("text", "datelines"),
    [
        ("LUND, May 3 (Nordic Wire) — Karin Holm said so.", ["LUND, May 3 (Nordic Wire) — "]),
        ("Bridge closed\n\nLUND (NW) — It rains.", ["LUND (NW) — "]),
        ("LUND (NW) — It rains.\n\nMALMO — It pours.", ["LUND (NW) — ", "MALMO — "]),
        ("LUND and OLD MALMO – The firm said so.", ["LUND and OLD MALMO – "]),
        ("It rains in LUND (NW) — so they say.", []),
        ("", []),
    ],
)
def test_datelines_open_paragraphs(text: str, datelines: list[str]) -> None:
    assert [text[start:end] for start, end in dateline_spans(text)] == datelines
