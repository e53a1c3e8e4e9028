from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.quotations.contents.refine import refined
from factsheet.quotations.frames import ContentCandidate, Reading


@pytest.mark.parametrize(
    ("text", "chosen", "left"),
    [
        ("She said that it rains, while others swim.", "that it rains, while others swim", "that it rains"),
        ("She said it was over – a claim they deny.", "it was over – a claim they deny", "it was over"),
        (
            "She said that, although it is late, we vote.",
            "that, although it is late, we vote",
            "that, although it is late, we vote",
        ),
        (
            "She said the plan, while dear, was “a must.”",
            "the plan, while dear, was “a must.”",
            "the plan, while dear, was “a must.”",
        ),
        ("She said it was “a must,” while others swam.", "it was “a must,” while others swam", "it was “a must,”"),
        ("She said it was “a must,” referring to a vote.", "it was “a must,” referring to a vote", "it was “a must,”"),
        (
            "She said it was “a must,” referring to a vote, which we lost.",
            "it was “a must,” referring to a vote, which we lost",
            "it was “a must,”",
        ),
        ("She said it rained, a reference to May.", "it rained, a reference to May", "it rained, a reference to May"),
        ("She said that it rained, a reference to May.", "that it rained, a reference to May", "that it rained"),
        (
            "She said one letter, referring to a vote, was lost.",
            "one letter, referring to a vote, was lost",
            "one letter, referring to a vote, was lost",
        ),
        ("She said “” and left.", "“”", None),
        ("The owners voted against it.", "it", None),
        ("They showed “The Long Way Home” twice.", "“The Long Way Home” twice", None),
        ("In his book, “The Way Home,” Holt suggested a vote.", "In his book, “The Way Home,”", None),
        (
            "She said his book, “The Way Home,” lies.",
            "his book, “The Way Home,” lies",
            "his book, “The Way Home,” lies",
        ),
        ("They promised a “quiet lane” on the road.", "a “quiet lane” on the road", "a “quiet lane” on the road"),
        ("She said that it rains, a claim they deny.", "that it rains, a claim they deny", "that it rains"),
        # The participle has a quotation of its own; in the next row it is part of what was said.
        ("She called it “a mess,” adding: “We go.”", "it “a mess,” adding: “We go.”", "it “a mess,”"),
        ("She said he was thinking: “We go.”", "he was thinking: “We go.”", "he was thinking: “We go.”"),
        # Within marks the words are the speaker's.
        (
            "She said “it rains, while we swim” to us.",
            "“it rains, while we swim” to us",
            "“it rains, while we swim” to us",
        ),
    ],
)
def test_what_is_left_of_a_choice(parse: Callable[[str], Doc], text: str, chosen: str, left: str | None) -> None:
    start = text.index(chosen)
    content = ContentCandidate(((start, start + len(chosen)),), "dobj and rest")
    found = refined(content, Reading.of(parse(text)))
    assert (found and [text[a:b] for a, b in found.spans]) == (left and [left])


@pytest.mark.parametrize(
    ("text", "chosen", "speech"),
    [
        ("“It rained,” Ann Roe said, according to the Gazette.", "“It rained,” Ann Roe said", True),
        ("“It rained,” said Ann Roe, the Gazette reports.", "“It rained,” said Ann Roe", True),
        ("“Did it rain?” she asked on Monday, according to Bo.", "“Did it rain?” she asked on Monday", True),
        ("“It rained,” and the road flooded, Ann Roe said.", "“It rained,” and the road flooded", False),
        ("“It rained,” as the forecast had said, Ann Roe told us.", "“It rained,” as the forecast had said", False),
        ("“Rain” fell on the road, Ann Roe said.", "“Rain” fell on the road", False),
        ("“It rained,” for once, Ann Roe said.", "“It rained,” for once", False),
    ],
)
def test_who_vouches_for_somebodys_speech_has_not_said_it(
    parse: Callable[[str], Doc], text: str, chosen: str, speech: bool
) -> None:
    found = refined(ContentCandidate(((0, len(chosen)),), "host clause"), Reading.of(parse(text)))
    assert (found is None) == speech


def test_the_name_of_a_programme_is_nobodys_words(parse: Callable[[str], Doc]) -> None:
    reading = Reading.of(parse("Bo Holt, host of KBN’s “Morning Ann,” suggested a vote."))
    region = reading.regions[0]
    assert refined(ContentCandidate(((region.start, region.end),), "quotation before"), reading) is None


@pytest.mark.parametrize(
    ("text", "front", "kept"),
    [
        ("On Monday, she said, “we reopen.”", "On Monday", False),
        ("Asked about it, she said, “we reopen.”", "Asked about it", False),
        ("Speaking in Dunmore, she said, “we reopen.”", "Speaking in Dunmore", False),
        ("If it rains, she said, “we reopen.”", "If it rains", True),
        ("The harbour, she said, “will reopen.”", "The harbour", True),
    ],
)
def test_when_and_where_it_was_said_is_no_word_of_it(
    parse: Callable[[str], Doc], text: str, front: str, kept: bool
) -> None:
    marks = text.index("“"), len(text)
    found = refined(ContentCandidate(((0, len(front)), marks), "advcl left"), Reading.of(parse(text)))
    assert found is not None
    assert found.spans == (((0, len(front)), marks) if kept else (marks,))
