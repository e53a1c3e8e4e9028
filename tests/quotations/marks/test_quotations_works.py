from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from factsheet.quotations.find import find_quotations
from factsheet.quotations.marks.pairing import quoted_regions
from factsheet.quotations.marks.works import named_works


def works_in(text: str) -> list[str]:
    return [text[region.start : region.end].strip("“”\"',.") for region in named_works(text, quoted_regions(text))]


@pytest.mark.parametrize(
    "text",
    [
        "She told it to viewers on KBN’s “Morning Ann,”",
        "She was the host of “Morning Ann,” for years",
        "in two songs, “Morning Ann,” and more",
        "in the series “Morning Ann” she plays",
        "the channel’s “Morning Ann,” reported",
        "Roe told “Morning Ann” that it rained",
        "On “Morning Ann,” Roe asked for rain",
        "In an interview with “Morning Ann,” Roe asked for rain",
        "an editorial, entitled “Morning Ann Is Wrong,” when it came out",
        "in a short film called “Morning Ann” on Monday",
        "according to “Morning Ann,” it rained",
        "“Morning Ann,” by Jo Roe, came out",
        "“Morning Ann,” a novel about the rain, came out",
        "the “Morning Ann” host went home",
    ],
)
def test_the_words_beside_a_title_say_what_it_names(text: str) -> None:
    (work,) = works_in(text)
    assert work.startswith("Morning Ann")


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("on KBN’s “Rain,” she said", ["Rain"]),
        ("the station’s “Rain,” she said", ["Rain"]),
        ("a screening of her film, “Rain.”", ["Rain"]),
        ("an interview with “Rain” on Monday", ["Rain"]),
        ("the “Rain” star went home", ["Rain"]),
        ("as a boss on “The Rain,” he said", ["The Rain"]),
        ("“Rain is the New Sun” star Jo Roe", ["Rain is the New Sun"]),
        ("the “Rain” TV show began", ["Rain"]),
        ("“Rain is the new sun” star Jo Roe", []),
        ("on CBN’s “60 Roads.” “It rained,” she said", ["60 Roads"]),
        ("Roe’s “Rain” came late", []),
        ("Asked if she had read the book, “Yes,” she said", []),
        ("he said on “The Hour.” “Absolutely,” she said", ["The Hour"]),
        ("he said on “The Hour.” “Good Lord,” she said", ["The Hour"]),
        ("she said on “Rain” and sun", []),
        ("in her film, “Rain!” was all she said", []),
    ],
)
def test_one_word_needs_more_than_a_title_does(text: str, works: list[str]) -> None:
    assert works_in(text) == works


@pytest.mark.parametrize(
    "text",
    [
        "in two songs “morning, Ann,”",
        "It’s “Morning Ann,”",
        "she said, “Morning Ann,” and left",
        "to chants of “Morning Ann,”",
        "“Morning Ann,” she said",
        "He ended with “Morning Ann,” and left",
        "“Morning Ann,” host Jo Roe said",
        "“Good Morning,” a book says",
        "on the “Morning Ann line",
        "Roe Will Run In ‘Morning Ann Style,’ Allies Say",
    ],
)
def test_speech_and_headlines_name_no_work(text: str) -> None:
    assert works_in(text) == []


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ('"Ferry sinks at the pier," by the Gazette\'s Ann Roe: "It was late."', ["Ferry sinks at the pier"]),
        ('"Ferry sinks at the pier," by noon they knew: "It was late."', []),
        ('"Ferry sinks at the pier." By Monday Ann Roe said: "It was late."', []),
        ('"Ferry sinks at the pier," by Ann Roe', []),
    ],
)
def test_a_report_listed_with_its_author_needs_no_capitals(text: str, works: list[str]) -> None:
    assert works_in(text) == works


def test_what_is_joined_to_a_work_is_one() -> None:
    text = "She had roles in “A Long Day,” “Night 13,” and “The Last Road,” and said “No Thanks.”"
    assert works_in(text) == ["A Long Day", "Night 13", "The Last Road"]


@given(st.text(alphabet="aB “”\"'’.,!\nof on", max_size=80))
def test_works_are_some_of_the_regions_in_order(text: str) -> None:
    regions = quoted_regions(text)
    assert list(named_works(text, regions)) == [region for region in regions if region in named_works(text, regions)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It rained,” Roe said on KBN’s “Morning Ann,” adding, “It will rain again.”",
            [(["“It rained,”"], ["Roe"]), (["“It will rain again.”"], ["Roe"])],
        ),
        (
            "“It rained all day,” Roe said on KBN’s “Morning Ann.” “It will rain again.”",
            [(["“It rained all day,”", "“It will rain again.”"], ["Roe"])],
        ),
        (
            "Sunday on the channel’s “Morning Ann,” Senator Jo Roe said that the harbour was closed.",
            [(["that the harbour was closed"], ["Senator Jo Roe"])],
        ),
        (
            "“It rained,” Jo Roe, host of “Morning Ann,” told reporters.",
            [(["“It rained,”"], ["Jo Roe, host of “Morning Ann,”"])],
        ),
        (
            "Jo Roe, host of KBN’s “Morning Ann,” said that the harbour was closed.",
            [(["that the harbour was closed"], ["Jo Roe, host of KBN’s “Morning Ann,”"])],
        ),
        ("In an interview with “Morning Ann,” Roe pointed to Lund.", [(["Lund"], ["Roe"])]),
    ],
)
def test_what_a_work_is_called_is_nobodys_words(
    nlp: Language, text: str, expected: list[tuple[list[str], list[str]]]
) -> None:
    found = find_quotations(nlp(text))
    assert [([span.text for span in q.content], [span.text for span in q.source]) for q in found] == expected
