"""Date expressions and their values. Unless a row says otherwise the article is of Monday, 31 October 2022."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from factsheet.claims.dates import find_dates
from factsheet.model import Date

Parse = Callable[[str], Doc]


def dates(parse: Parse, text: str, published: str | None = "2022-10-31") -> tuple[Date, ...]:
    return find_dates(parse(text), text, published)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The treaty was signed on 2012-05-04.", "2012-05-04", "2012-05-04"),
        ("The treaty was signed on October 27, 2015.", "October 27, 2015", "2015-10-27"),
        ("The treaty was signed on Tuesday, Oct. 27, 2015.", "Tuesday, Oct. 27, 2015", "2015-10-27"),
        ("The treaty was signed on 27 October 2015.", "27 October 2015", "2015-10-27"),
        ("The treaty was signed on the 3rd of March, 2015.", "3rd of March, 2015", "2015-03-03"),
        ("The treaty was signed on 31/10/2015.", "31/10/2015", "2015-10-31"),
        ("The treaty was signed on 10/31/2015.", "10/31/2015", "2015-10-31"),
        ("The treaty was signed on 27.10.2015.", "27.10.2015", "2015-10-27"),
        ("The treaty was signed in May 2015.", "May 2015", "2015-05"),
        ("The treaty was signed in Sept. 2015.", "Sept. 2015", "2015-09"),
        ("Sales rose in the third quarter of 2015.", "the third quarter of 2015", "2015-Q3"),
        ("Sales rose in Q3 2015.", "Q3 2015", "2015-Q3"),
        ("Sales rose in the first half of 2015.", "the first half of 2015", "2015-H1"),
        ("It burned down in the summer of 2015.", "the summer of 2015", "2015-SU"),
        ("He lived there in the 1990s.", "the 1990s", "199X"),
        ("The church was built in the early 1800s.", "the early 1800s", "18XX"),
        ("The church was built in the 19th century.", "the 19th century", "18XX"),
        ("The church was built in 1893.", "1893", "1893"),
        ("The legal basis was created back in 2012.", "2012", "2012"),
        ("The 1996 bombing killed one person.", "1996", "1996"),
    ],
)
def test_a_date_that_says_everything_is_read_as_it_stands(parse: Parse, text: str, words: str, value: str) -> None:
    (found,) = dates(parse, text, None)
    assert (found.text, found.value, found.basis) == (words, value, "explicit")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They signed an agreement on October 27.", "October 27", "2022-10-27"),
        ("They signed an agreement on November 3.", "November 3", "2021-11-03"),
        ("They will sign an agreement on November 3.", "November 3", "2022-11-03"),
        ("He must leave by Jan. 14.", "Jan. 14", "2023-01-14"),
        ("The minister arrived on February 29.", "February 29", "2020-02-29"),
        ("The minister arrived on Friday.", "Friday", "2022-10-28"),
        ("The minister arrived on Monday.", "Monday", "2022-10-31"),
        ("The minister will arrive on Friday.", "Friday", "2022-11-04"),
        ("The minister is expected to arrive on Friday.", "Friday", "2022-11-04"),
        ("The talks are scheduled for Thursday morning.", "Thursday morning", "2022-11-03"),
        ("The minister arrived last Friday.", "last Friday", "2022-10-28"),
        ("He resigned yesterday.", "yesterday", "2022-10-30"),
        ("He resigned today.", "today", "2022-10-31"),
        ("He will resign tomorrow.", "tomorrow", "2022-11-01"),
        ("He resigned last week.", "last week", "2022-W43"),
        ("He resigned earlier this week.", "earlier this week", "2022-W44"),
        ("He resigned last month.", "last month", "2022-09"),
        ("He will resign next month.", "next month", "2022-11"),
        ("He resigned last year.", "last year", "2021"),
        ("The plant opens next year.", "next year", "2023"),
        ("He resigned in April.", "April", "2022-04"),
        ("He resigned in December.", "December", "2021-12"),
        ("He will resign in April.", "April", "2023-04"),
        ("They will become members in April next year.", "April next year", "2023-04"),
        ("He was killed last fall.", "last fall", "2021-FA"),
        ("He was killed three days ago.", "three days ago", "2022-10-28"),
        ("He was killed two weeks ago.", "two weeks ago", "2022-W42"),
        ("He was killed six months ago.", "six months ago", "2022-04"),
        ("He was killed 10 years ago.", "10 years ago", "2012"),
        ("He was found on Thanksgiving.", "Thanksgiving", "2021-11-25"),
        ("They met over the weekend.", "the weekend", "2022-W43-WE"),
        ("It must be ready by the end of the year.", "the end of the year", "2022"),
    ],
)
def test_a_date_is_counted_from_the_day_of_publication(parse: Parse, text: str, words: str, value: str) -> None:
    (found,) = dates(parse, text)
    assert (found.text, found.value, found.basis) == (words, value, "document date")


@pytest.mark.parametrize(
    "text",
    [
        "The minister arrived on Friday.",
        "He resigned yesterday.",
        "He resigned last year.",
        "They signed an agreement on October 27.",
        "He resigned in April.",
        "He was killed 10 years ago.",
    ],
)
def test_without_a_day_of_publication_nothing_is_counted(parse: Parse, text: str) -> None:
    (found,) = dates(parse, text, None)
    assert (found.value, found.earliest, found.latest, found.vague) == (None, None, None, True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Earlier, the minister met his colleague.", "Earlier"),
        ("In the future, the bureau will become a hub.", "In the future"),
        ("He left the next day.", "the next day"),
        ("It was destroyed years ago.", "years ago"),
        ("It was destroyed more than 10 years ago.", "more than 10 years ago"),
        ("It was formed a million years ago.", "a million years ago"),
    ],
)
def test_words_that_date_nothing_get_no_value(parse: Parse, text: str, words: str) -> None:
    (found,) = dates(parse, text)
    assert (found.text, found.value, found.vague) == (words, None, True)


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("It has grown since 2008.", [("2008", "since")]),
        ("It must be built by 2030.", [("2030", "by")]),
        ("He stayed until 2030.", [("2030", "until")]),
        ("He worked there from 2010 to 2012.", [("2010", "from"), ("2012", "until")]),
        ("He worked there between 1994 and 1997.", [("1994", "from"), ("1997", "until")]),
        ("He worked there in 1994 and left in 1997.", [("1994", "on"), ("1997", "on")]),
        ("It ran Nov. 6 to 10.", [("2021-11-06", "from"), ("2021-11-10", "until")]),
        ("The 2010-2012 crisis was deep.", [("2010", "from"), ("2012", "until")]),
    ],
)
def test_prepositions_give_a_date_its_role(parse: Parse, text: str, roles: list[tuple[str, str]]) -> None:
    assert [(found.value, found.role) for found in dates(parse, text)] == roles


@pytest.mark.parametrize(
    "text",
    [
        "He may march on Washington.",
        "May I say that the march was long?",
        "More than 1,500 people came.",
        "There were 2000 soldiers.",
        "It cost $1995.",
        "He called Room 2012.",
        "The sun set and they sat down.",
        "He arrived earlier than planned.",
        "She won on Super Tuesday.",
        "Now, you said that he left.",
    ],
)
def test_what_only_looks_like_a_date_is_none(parse: Parse, text: str) -> None:
    assert dates(parse, text) == ()


def test_a_day_that_two_customs_read_differently_has_no_value(parse: Parse) -> None:
    (found,) = dates(parse, "The treaty was signed on 5/6/2015.")
    assert (found.value, found.earliest, found.latest) == (None, "2015-05-06", "2015-06-05")


def test_next_friday_has_no_value_where_it_can_be_either_of_two(parse: Parse) -> None:
    (monday,) = dates(parse, "They will meet next Friday.")
    assert (monday.value, monday.earliest, monday.latest) == (None, "2022-11-04", "2022-11-11")
    (saturday,) = dates(parse, "They will meet next Friday.", "2022-10-29")
    assert saturday.value == "2022-11-04"


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It has grown in the past three weeks.", "2022-10-10", "2022-10-31"),
        ("It has grown over the past year.", "2021-10-31", "2022-10-31"),
        ("It will grow in the next decade.", "2022-10-31", "2032-10-31"),
        ("It will grow in the coming month.", "2022-10-31", "2022-11-30"),
    ],
)
def test_a_stretch_up_to_or_from_publication_is_bounded_without_a_value(
    parse: Parse, text: str, earliest: str, latest: str
) -> None:
    (found,) = dates(parse, text)
    assert (found.value, found.earliest, found.latest) == (None, earliest, latest)


def test_two_days_of_one_month(parse: Parse) -> None:
    found = dates(parse, "They will meet on November 24 and 25.")
    assert [(day.text, day.value) for day in found] == [("November 24", "2022-11-24"), ("25", "2022-11-25")]


def test_a_header_before_the_body_is_not_searched(parse: Parse) -> None:
    text = "BAKU, October 31. The treaty was signed in 2012."
    found = find_dates(parse(text), text, "2022-10-31", text.index("The treaty"))
    assert [day.value for day in found] == ["2012"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 2020, exports rose by 5 percent compared with the same period of last year.", "2019"),
        ("In 2019 and in 2020, exports fell below those of the same period of last year.", None),
        ("Exports rose by 5 percent compared with the same period of last year.", "2021"),
        ("He was elected in 2012 and resigned last year.", "2021"),
    ],
)
def test_last_year_beside_the_same_period_counts_from_the_year_of_the_sentence(
    parse: Parse, text: str, value: str | None
) -> None:
    found = dates(parse, text)
    assert found[-1].text.endswith("last year")
    assert found[-1].value == value
