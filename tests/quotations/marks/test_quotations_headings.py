from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.frames import Reading
from factsheet.quotations.marks.headings import is_heading


@pytest.mark.parametrize(
    ("heading", "said", "expected"),
    [
        ("“A hard winter.”", "“It was a hard winter for all of us,” Ann Roe said.", True),
        ("“A hard winter”", "Ann Roe called it “a hard winter.”", True),
        # What nobody says elsewhere, a whole paragraph again, one word, and what is more than a few words.
        ("“A hard winter.”", "“It was a mild summer for all of us,” Ann Roe said.", False),
        ("“A hard winter.”", "“A hard winter.”", False),
        ("“Winter.”", "“Winter was hard,” Ann Roe said.", False),
        (
            "“It was a hard winter for all of us here in town.”",
            "“It was a hard winter for all of us here in town,” Ann Roe said.",
            False,
        ),
        ("“A hard winter,” she said.", "“It was a hard winter for all of us,” Ann Roe said.", False),
        ("“A hard winter.”", "“It was a hard winterland,” Ann Roe said.", False),
    ],
)
def test_a_heading_quotes_what_is_said_elsewhere(
    parse: Callable[[str], Doc], heading: str, said: str, expected: bool
) -> None:
    reading = Reading.of(parse(f"The road was closed.\n\n{heading}\n\n{said}\n"))
    assert is_heading((reading.regions[0],), reading) == expected
