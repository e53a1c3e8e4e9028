from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.contents.candidates import content_candidates
from factsheet.quotations.frames import Reading


@pytest.mark.parametrize(
    ("text", "cue", "main", "reported"),
    [
        (
            "After the interview concluded, Ann Roe praised the bridge.",
            "concluded",
            "Ann Roe praised the bridge",
            False,
        ),
        ("When she spoke, the road was closed.", "spoke", "the road was closed", False),
        ("The road was closed when she spoke.", "spoke", "The road was closed", False),
        ("As she spoke, the road was closed.", "spoke", "the road was closed", False),
        ("As Ann Roe promised more money, the crowd left the square.", "promised", "the crowd left the square", False),
        ("As Ann Roe noted, the road was closed.", "noted", "the road was closed", True),
        ("As Ann Roe told the Gazette, the road was closed.", "told", "the road was closed", True),
        ("The road, as Ann Roe put it, was closed.", "put", "The road", True),
        ("The crowd left the square, adding that the road was closed.", "adding", "The crowd left the square", False),
        ("The crowd left the square, Ann Roe said.", "said", "The crowd left the square", True),
    ],
)
def test_a_main_clause_is_reported_by_as_alone(
    parse: Callable[[str], Doc], text: str, cue: str, main: str, reported: bool
) -> None:
    reading = Reading.of(parse(text))
    word = next(word for word in reading.words if word.text == cue)
    contents = [text[a:b] for one in content_candidates(word, reading) for a, b in one.spans]
    assert any(content.startswith(main) for content in contents) == reported


def test_what_was_put_is_not_it(parse: Callable[[str], Doc]) -> None:
    text = "The road is, as Ann Roe put it in a letter, “a ruin.”"
    reading = Reading.of(parse(text))
    word = next(word for word in reading.words if word.text == "put")
    contents = [text[a:b] for one in content_candidates(word, reading) for a, b in one.spans]
    assert "“a ruin.”" in contents
    assert not any(content.startswith("it") for content in contents)
