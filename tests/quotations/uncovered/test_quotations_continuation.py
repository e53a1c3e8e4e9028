from __future__ import annotations

import pytest
from spacy.language import Language

Found = list[tuple[list[str], list[str]]]


def in_marks(nlp: Language, text: str) -> Found:
    return [
        ([span.text for span in quotation.content], [span.text for span in quotation.source])
        for quotation in nlp(text)._.quotations
        if quotation.kind == "direct"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A connective is no sentence between.
        (
            '"In the beginning it was a no," Roe said. Then, "I try to explain it. They say they will think about it."',
            [
                (
                    ['"In the beginning it was a no,"', '"I try to explain it. They say they will think about it."'],
                    ["Roe"],
                )
            ],
        ),
        (
            "“It is good,” he said outside. But “the bridge is stronger with a new road from the town.”",
            [(["“It is good,”", "“the bridge is stronger with a new road from the town.”"], ["he"])],
        ),
        (
            "“He is a hero,” his wife said. Yet “a liar and a thief” is how Ann Roe describes him.",
            [(["“He is a hero,”"], ["his wife"]), (["“a liar and a thief”"], [])],
        ),
        # Nobody does anything in the sentence between.
        (
            "“It rains,” Ann Roe said. That was in May. “It will rain for a week.”",
            [(["“It rains,”", "“It will rain for a week.”"], ["Ann Roe"])],
        ),
        (
            "“It rains,” Ann Roe said. A spokesman shook his head. “It will rain for a week.”",
            [(["“It rains,”"], ["Ann Roe"]), (["“It will rain for a week.”"], [])],
        ),
        # A title with a full stop ends no sentence.
        (
            "“It rains,” said Ann Roe, who is a friend of Lt. Gov. Bo Lund. “It will rain for a week.”",
            [(["“It rains,”", "“It will rain for a week.”"], ["Ann Roe"])],
        ),
        # Another verb reports between.
        (
            "When someone in the hall shouted, “Holt,” Beck joked, using an old accent, “Amen, brother! Come on up!”",
            [(["“Holt,”"], ["someone in the hall"]), (["“Amen, brother! Come on up!”"], ["Beck"])],
        ),
    ],
)
def test_the_same_speech_goes_on(nlp: Language, text: str, found: Found) -> None:
    assert in_marks(nlp, text) == found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ann Roe said that the road would be closed for a year. “Take the train.”", ["Ann Roe"]),
        (
            "Ann Roe said that the road would be closed for a year.\n\n“Take the train, and stay away.”\n\nShe left.",
            ["Ann Roe"],
        ),
        ("She said people should be able to use the road they prefer. “It is their town, after all.”", ["She"]),
        ("Coan argues that his client was never encouraging anybody. “The board claims that he did.”", ["Coan"]),
        # What follows a question is likelier its answer.
        ("Ann Roe asked whether the road would be closed for a year.\n\n“It will not be closed at all.”", []),
        # Whoever is said to have spoken may go on.
        ("Police said a man shouted at the crowd. “This is for my brother!”", []),
        ("The board said that Bo Lund had written to her. “I am proud of what I did to you.”", []),
        # Two are reported: nobody knows who goes on.
        ("Ann Roe said that it rained, and Bo Lund said that it did not. “It rains on and on.”", []),
        ("Ann Roe said that it rained.\n\n“Bo Lund: Seriously, it has not rained since May.”", []),
        # The paragraph goes on with somebody else.
        ("Ann Roe said that it rained.\n\n“It does not,” and the door fell shut behind the man.", []),
        ("The road has been closed for a year. “Take the train to the coast.”", []),
    ],
)
def test_who_is_reported_goes_on_in_marks(nlp: Language, text: str, source: list[str]) -> None:
    assert [found for _, found in in_marks(nlp, text)] == [source]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ann Roe described the move as a “major breach of the trust we had,” adding: “I am now leaving the board.”",
            [(["“I am now leaving the board.”"], ["Ann Roe"])],
        ),
        (
            "“It is not perfect,” she said, “but I will vote for it,” adding: “What choice do I have?”",
            [
                (["“It is not perfect,”", "“but I will vote for it,”"], ["she"]),
                (["“What choice do I have?”"], ["she"]),
            ],
        ),
        (
            "Ann Roe stated that the report “was not any good.” Adding, “It is never that bad in the end.”",
            [(["“It is never that bad in the end.”"], ["Ann Roe"])],
        ),
    ],
)
def test_a_participle_goes_on_from_who_speaks(nlp: Language, text: str, found: Found) -> None:
    assert in_marks(nlp, text) == found


def test_why_somebody_is_taken_to_go_on(nlp: Language) -> None:
    _, quotation = nlp("Ann Roe said that the road would be closed for a year. “Take the train.”")._.quotations
    assert quotation.evidence == (
        "It stands in quotation marks, right behind a sentence that “said” reports.",
        "“Ann Roe” is speaking still.",
    )
