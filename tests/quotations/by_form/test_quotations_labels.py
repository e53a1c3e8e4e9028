from __future__ import annotations

import pytest

from factsheet.quotations.by_form.labels import label, name_below, signature
from factsheet.quotations.marks.pairing import quoted_regions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It rains.” – Aigerim Sadykova, teacher", "Aigerim Sadykova, teacher"),
        ("“It rains.”― Bo Lund\n“It pours.”― Ann Roe", "Bo Lund"),
        ("“It rains.” -- Bo Lund.\n\nThe end.", "Bo Lund"),
        ("“It rains.”\n— Bo Lund", "Bo Lund"),
        ("“It rains.”\u00a0―\u00a0Bo Lund\u00a0\n“It pours.”\u00a0―\u00a0Ann Roe", "Bo Lund"),
        ("“It rains.” – she said that", None),
        ("“It rains” – Watch the video", None),
        ("“It rains” - Police would not say if anyone was questioned", None),
        (
            "“It rains” — Anna van der Berg, a teacher of the old school",
            "Anna van der Berg, a teacher of the old school",
        ),
        ("“It rains.” Bo Lund", None),
    ],
)
def test_a_name_behind_a_dash(text: str, name: str | None) -> None:
    found = signature(text, quoted_regions(text)[0])
    assert (found and [text[a:b] for a, b in found[1].spans]) == (name and [name])
    assert found is None or text[slice(*found[0])] in ("–", "―", "--", "—")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Roe: “It rains.”", "Ann Roe"),
        ("And from Chairwoman Roe: “It rains.”", "Chairwoman Roe"),
        ("More from Ann Roe: “It rains.”", "Ann Roe"),
        ("Ann Roe-Lund: “It rains.”", "Ann Roe-Lund"),
        ("Note: “It rains.”", None),
        ("Strike at the port: “We will hold.”", None),
        ("Ann Roe “It rains.”", None),
    ],
)
def test_a_name_before_a_colon(text: str, name: str | None) -> None:
    found = label(text, quoted_regions(text)[0], 0)
    assert (found and [text[a:b] for a, b in found.spans]) == (name and [name])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"It rains.\nAnn Roe."\n\nIt stopped.', "Ann Roe"),
        ('"It rains.\r\nMayor Ann Roe, head of the league"', "Mayor Ann Roe, head of the league"),
        ("“It rains.\nAnn Roe.”", "Ann Roe"),
        ('"It rains.\n\nAnn Roe."', None),
        ('"It rains."\nAnn Roe."', None),
        ('"It rains.\nAnn Roe.', None),
        ('"It rains.\nAmen."', None),
        ('"It rains.\nThen we left."', None),
    ],
)
def test_a_name_in_the_line_below(text: str, name: str | None) -> None:
    found = name_below(text, quoted_regions(text)[0])
    assert (found and [text[a:b] for a, b in found.spans]) == (name and [name])
