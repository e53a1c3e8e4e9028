from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.reading import markdown, plain
from factsheet.reading.facts import Document
from factsheet.reading.opening import read_opening

BODY = "The port will reopen in spring, the harbour master told a meeting of fishermen on the quay this week."


def facts(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for fact in document.facts:
        found.setdefault(fact.field, fact.value)
    return found


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("WASHINGTON (AP) — ", {"dateline": "Washington", "outlet": "AP"}),
        ("LONDON, March 3 (Reuters) - ", {"dateline": "London", "outlet": "Reuters"}),
        ("London, March 3 (Reuters) - ", {"dateline": "London", "outlet": "Reuters"}),
        ("ASTANA. KAZINFORM - ", {"dateline": "Astana", "outlet": "KAZINFORM"}),
        ("TOKYO, Oct. 27, Kyodo News - ", {"dateline": "Tokyo", "outlet": "Kyodo News"}),
        ("BAKU. October 27. TREND - ", {"dateline": "Baku", "outlet": "TREND"}),
        ("ASTANA. October 27. EGEMEN-PRESS - ", {"dateline": "Astana", "outlet": "EGEMEN-PRESS"}),
        ("MOSCOW, October 31. /TASS/. ", {"dateline": "Moscow", "outlet": "TASS"}),
        ("BAKU, Azerbaijan, October 31. ", {"dateline": "Baku, Azerbaijan"}),
        ("RIO DE JANEIRO, Oct. 31, 2022 (Xinhua) -- ",
         {"dateline": "Rio de Janeiro", "outlet": "Xinhua", "published": "2022-10-31"}),
        ("31 October 2022\nKYIV — ", {"published": "2022-10-31", "dateline": "Kyiv"}),
        ("NASHUA, N.H. - ", {"dateline": "Nashua, N.H."}),
        ("ST. LOUIS — ", {"dateline": "St. Louis"}),
        ("NUR-SULTAN/KYIV (Reuters) - ", {"dateline": "Nur-Sultan/Kyiv", "outlet": "Reuters"}),
        ("PORT-AU-PRINCE, Haiti — ", {"dateline": "Port-au-Prince, Haiti"}),
        ("date 2022-10-31 ", {"published": "2022-10-31"}),
        ("Date: Monday, 31 October 2022, 10:30 GMT\n\n", {"published": "2022-10-31"}),
        ("Published: Oct. 31, 2022\nBy Jane Doe and Ali bin Omar\nURL: https://example.org/a\n\n",
         {"published": "2022-10-31", "author": "Jane Doe and Ali bin Omar", "url": "https://example.org/a"}),
        ("Title: Harbour reopens\nSource: The Daily Gull\nDate: 13/10/2022\n",
         {"title": "Harbour reopens", "outlet": "The Daily Gull", "published": "2022-10-13"}),
    ],
)  # fmt: skip
def test_headers_and_datelines_are_facts_and_no_reading_matter(opening: str, expected: dict[str, str]) -> None:
    document = read_opening(opening + BODY)
    assert facts(document) == expected
    assert document.text[document.body_start :] == BODY


@pytest.mark.parametrize(
    "text",
    [
        "TRUMP - the name was on every wall. " + BODY,
        "BREAKING - Port reopens. " + BODY,
        "CLINTON: I did not say that. " + BODY,
        "On Monday, October 31. It rained. " + BODY,
        "Sunday, October 31 - It rained. " + BODY,
        "NATO — The alliance met. " + BODY,
        "FBI - The bureau met. " + BODY,
        "COVID-19 — The wards are full. " + BODY,
        "SMITH--Jerome Arthur, 98, of Harbour Street. " + BODY,
        "Sen. Jane Roe (R-Texas) — Announced in March. " + BODY,
        "Source: Port to reopen. " + BODY,
        "Date: next Monday. " + BODY,
        "By the time he left, it rained. " + BODY,
        "The dateline of February 30, 2022 does not exist. " + BODY,
        "10/11/2022 could be either. " + BODY,
        BODY,
        f'"{BODY}" he said\n\n{BODY}',
        f"He left in March.\n\n{BODY}",
        f"A line that was broken off at a column, and not because it is a heading,\nso that it goes on. {BODY}",
    ],
)
def test_what_only_looks_like_a_fact_is_none(text: str) -> None:
    document = read_opening(text)
    assert facts(document) == {}
    assert document.body_start == 0


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Harbour reopens after long winter\n\n{BODY}", "Harbour reopens after long winter"),
        (f"Harbour reopens after long winter\n{BODY}", "Harbour reopens after long winter"),
        (f"Harbour Reopens After a Long Winter.\n\n{BODY}", "Harbour Reopens After a Long Winter."),
        (f"Harbour reopens after winter.\n\nOSLO (AP) — {BODY}", "Harbour reopens after winter."),
        (f"Harbour reopens after winter\nBy Jane Doe\n\n{BODY}", "Harbour reopens after winter"),
        (f"Port reopens in spring after council vote.\n\n{BODY}", "Port reopens in spring after council vote."),
        (f"Will the port reopen before spring?\n\n{BODY}", "Will the port reopen before spring?"),
        (f"After vote, Doe fights on.\n\n{BODY}\n\nJane Doe sat at the back.", "After vote, Doe fights on."),
        (f"Trawlers stay away.\n\nABSTRACT.\n\n{BODY}", "Trawlers stay away."),
        (f"Port opens; \nFishermen waited all winter.\n\n{BODY}", "Port opens; Fishermen waited all winter."),
    ],
)
def test_a_heading_is_a_title_and_reading_matter(text: str, title: str) -> None:
    document = read_opening(text)
    assert facts(document)["title"] == title
    assert document.body_start == 0


@pytest.mark.parametrize(
    "text",
    [
        # Prose by its words: the past, the day, the opening.
        f"Port fishermen were told of spring.\n\n{BODY}",
        f"Fishermen meet on Monday at the port.\n\n{BODY}",
        f"The port reopens in spring.\n\n{BODY}",
        # Several sentences, words of a speaker, a lead that is long.
        f"Port reopens. Fishermen rejoice in spring.\n\n{BODY}",
        f'Port will reopen, says "harbour master" in spring.\n\n{BODY}',
        f"Fishermen on the quay hear from their harbour master that the port, closed for years, reopens.\n\n{BODY}",
        # What follows is as short, is not told apart, or tells something else.
        "Port reopens in spring.\n\nPort reopens in spring, they hear.\n\nPort reopens.",
        f"Port reopens in spring.\n{BODY}",
        f"Trawlers stay away for years.\n\n{BODY}",
        # A lead names in full whom the next paragraph names by surname.
        f"Jane Doe reopens port in spring.\n\nDoe told fishermen. {BODY}",
        # No headlines: a turn of a dialogue, a credit, a line broken off behind a semicolon.
        f"Doe: Port reopens in spring?\n\nOmar: {BODY}",
        f"Co-authored by Ali Omar.\n\n{BODY}",
        f"Fishermen wait;\nnobody knows for what.\n\n{BODY}",
        f"Fishermen wait;\n{BODY}",
    ],
)
def test_a_first_sentence_is_no_title(text: str) -> None:
    assert facts(read_opening(text)) == {}


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("By Jane Doe\nThornby Gazette\nPublished: 7 February 2019\n\n",
         {"author": "Jane Doe", "outlet": "Thornby Gazette", "published": "2019-02-07"}),
        ("By Jane Doe\r\n\r\nThe Thornby Gazette\r\n\r\n7 February 2019\r\n\r\n",
         {"author": "Jane Doe", "outlet": "The Thornby Gazette", "published": "2019-02-07"}),
        ("By Jane Doe\nStaff Writer\nPublished: Thursday, 7th February 2019, 10:30\n\n",
         {"author": "Jane Doe", "published": "2019-02-07"}),
        ("Title: Harbour reopens\nBy Jane Doe\nSenior Shipping Correspondent\nDate: 7 February 2019\n\n",
         {"title": "Harbour reopens", "author": "Jane Doe", "published": "2019-02-07"}),
        ("By Jane Doe\nNorthern Evening News\nURL: https://example.org/a\n\n",
         {"author": "Jane Doe", "url": "https://example.org/a"}),
        ("Published on 7 February 2019\n\n", {"published": "2019-02-07"}),
        ("Published 7 February 2019\nBy Jane Doe\n\n", {"published": "2019-02-07", "author": "Jane Doe"}),
    ],
)  # fmt: skip
def test_a_line_that_states_nothing_hides_no_header_below_it(opening: str, expected: dict[str, str]) -> None:
    document = read_opening(opening + BODY)
    assert facts(document) == expected
    assert document.text[document.body_start :] == BODY


@pytest.mark.parametrize(
    ("opening", "expected", "reading"),
    [
        ("By Jane Doe\nThornby Gazette\n\n", {"author": "Jane Doe"}, "Thornby Gazette"),
        ("By Jane Doe\nIt rained.\nDate: 7 February 2019\n\n", {"author": "Jane Doe"}, "It rained."),
        ("By Jane Doe\nHarbour Reopens After Winter\nPublished: 7 February 2019\n\n",
         {"author": "Jane Doe", "title": "Harbour Reopens After Winter", "published": "2019-02-07"}, "Harbour"),
        ("Published 7 February 2019 and still read.\n", {}, "Published"),
    ],
)  # fmt: skip
def test_a_line_that_may_be_reading_matter_is_not_passed_over(
    opening: str, expected: dict[str, str], reading: str
) -> None:
    document = read_opening(opening + BODY)
    assert facts(document) == expected
    assert document.text[document.body_start :].startswith(reading)


def test_a_line_below_the_title_is_passed_over_too() -> None:
    document = read_opening(
        f"Harbour reopens after winter\nBy Jane Doe\nSenior Staff Writer\nDate: 7 May 2019\n\n{BODY}"
    )
    assert facts(document) == {
        "title": "Harbour reopens after winter",
        "author": "Jane Doe",
        "published": "2019-05-07",
    }


def test_what_stands_between_title_and_lead_is_read_too() -> None:
    document = read_opening(f"Harbour reopens after winter\nBy Jane Doe\n\nOSLO, March 3 (AP) — {BODY}")
    assert facts(document) == {
        "title": "Harbour reopens after winter",
        "author": "Jane Doe",
        "dateline": "Oslo",
        "outlet": "AP",
    }


@pytest.mark.parametrize(
    ("end", "outlet"),
    [
        ("Gull News Agency reports.", "Gull News Agency"),
        ("Gull reports", "Gull"),
        ("Gull reports citing the harbour office.", "Gull"),
        ("the Daily Gull reports, with reference to the harbour office.", "Daily Gull"),
        ("Jane Doe reports.", None),
        ("Gull reports that it will.", None),
        ("a source reports.", None),
    ],
)
def test_an_outlet_that_names_itself_in_agency_style(end: str, outlet: str | None) -> None:
    assert facts(read_opening(f"The port will reopen, {end}\n\n{BODY}")).get("outlet") == outlet


def test_markdown_front_matter_and_heading() -> None:
    text = (
        f'---\ntitle: "Harbour: open"\ndate: 2022-10-31\nauthor: Jane Doe\nsource: [a, b]\n---\n\n# Port ##\n\n{BODY}\n'
    )
    document = markdown.read(text.encode(), "a.md")
    assert facts(document) == {"title": "Harbour: open", "published": "2022-10-31", "author": "Jane Doe"}
    assert document.text == text
    assert document.text[document.body_start :].startswith("Port ##")


def test_a_heading_mark_is_markup_in_markdown_only() -> None:
    text = f"# Port reopens\n\n{BODY}"
    assert facts(markdown.read(text.encode(), "a.md")) == {"title": "Port reopens"}
    assert facts(plain.read(text.encode(), "a.txt")) == {}


@given(st.text(alphabet=st.sampled_from('AZaz., \n\r\t-—–:/()#"“”0123456789'), max_size=80), st.booleans())
def test_any_opening_is_read_and_facts_lie_inside_it(text: str, headings: bool) -> None:
    document = read_opening(text, headings=headings)
    assert 0 <= document.body_start <= len(text)
    assert all(0 <= fact.start < fact.end <= len(text) for fact in document.facts)


@pytest.mark.parametrize(
    "filler", [" ", "\t", "#", "-", "A", "A, ", ", A ", "Date: ", "---\n", "'", "\n", "By A ", "Aa.", "Aa ", "a\n"]
)
def test_long_runs_take_no_time(filler: str) -> None:
    run = filler * (100_000 // len(filler))
    for text in (run + "x", f"Word{run}word", f"Port of Doe reopens.\n\n{run}", f"---\ntitle: a{run}b\n---\n{run}"):
        markdown.read(("x" if not text.strip() else text).encode(), "a.md")
