from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.frames import ContentCandidate, Reading
from factsheet.quotations.refine import refined


@pytest.mark.parametrize(
    ("text", "chosen", "probability", "left"),
    [
        ("She said that it rains, while others swim.", "that it rains, while others swim", 0.9, "that it rains"),
        ("She said it was over – a claim they deny.", "it was over – a claim they deny", 0.9, "it was over"),
        (
            "She said that, although it is late, we vote.",
            "that, although it is late, we vote",
            0.9,
            "that, although it is late, we vote",
        ),
        (
            "She said the plan, while dear, was “a must.”",
            "the plan, while dear, was “a must.”",
            0.9,
            "the plan, while dear, was “a must.”",
        ),
        ("She said “” and left.", "“”", 0.9, None),
        ("The owners voted against it.", "it", 0.9, None),
        ("They showed “The Long Way Home” twice.", "“The Long Way Home” twice", 0.9, None),
        ("They painted a “quiet lane” on the road.", "a “quiet lane” on the road", 0.5, None),
        ("They promised a “quiet lane” on the road.", "a “quiet lane” on the road", 0.9, "a “quiet lane” on the road"),
        # Within marks the words are the speaker's.
        (
            "She said “it rains, while we swim” to us.",
            "“it rains, while we swim” to us",
            True,
            "“it rains, while we swim” to us",
        ),
    ],
)
def test_what_is_left_of_a_choice(
    parse: Callable[[str], Doc], text: str, chosen: str, probability: float, left: str | None
) -> None:
    start = text.index(chosen)
    content = ContentCandidate(((start, start + len(chosen)),), "dobj and rest")
    found = refined(content, Reading.of(parse(text)), probability)
    assert (found and [text[a:b] for a, b in found.spans]) == (left and [left])
