from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.language.paragraphs import paragraphs
from factsheet.quotations.marks import chains, quoted_regions

ALPHABET = "ab B1 .,!—-\"'“”‘’«»„`\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ('"An office of "green growth". In time, all," he said.', ['"An office of "green growth". In time, all,"']),
        ('"We thank them in every way,” he said.', ['"We thank them in every way,”']),
        ("“It is “too loud” or “too late.”” So he said.", ["“It is “too loud” or “too late.””"]),
        ("He said ``this is it'' and left.", ["``this is it''"]),
        ("„Das ist gut“, sagte er.", ["„Das ist gut“"]),
        ("«C’est bon», dit-elle.", ["«C’est bon»"]),
        ("'We will go,' he said of the voters' claims.", ["'We will go,'"]),
        ("\"He told me 'go home,' and I did,\" she said.", ["\"He told me 'go home,' and I did,\""]),
        ("the workers' claims and the dogs' dinner", []),
        ("The family was 'gutted by it'.", ["'gutted by it'"]),
        ('He is 6\'2" tall. She said "no".', ['"no"']),
        # One mark inside is stray: what stands outside the marks is nobody's words.
        ('"I said "yes, and left," he said.', ['"I said "yes, and left,"']),
        # A closing mark that nothing opened is passed over.
        ('He left” and she said "no".', ['"no"']),
    ],
)
def test_outermost_regions(text: str, expected: list[str]) -> None:
    assert [text[region.start : region.end] for region in quoted_regions(text)] == expected


def test_an_unclosed_mark_costs_its_own_paragraph() -> None:
    text = 'He said "we will go.\n\nThe bridge is old. "It may fall," she said.'
    first, second = quoted_regions(text)
    assert text[first.start : first.end] == '"we will go.'
    assert not first.closed
    assert text[second.start : second.end] == '"It may fall,"'


@pytest.mark.parametrize(
    "text",
    [
        '"First.\n\n"Second.\n\n"Third," she said. "No more."',
        "‘First.\n\n‘Second.\n\n‘Third,’ she said. ‘No more.’",
    ],
)
def test_a_paragraph_that_reopens_goes_on_with_the_speech(text: str) -> None:
    assert [len(chain) for chain in chains(quoted_regions(text))] == [3, 1]


@given(st.text(alphabet=ALPHABET, max_size=300))
def test_regions_are_ordered_apart_and_within_one_paragraph(text: str) -> None:
    regions = quoted_regions(text)
    bounds = paragraphs(text)
    for region, following in pairwise(regions):
        assert region.end <= following.start
    for region in regions:
        assert region.start < region.end
        assert text.startswith(region.mark, region.start)
        assert any(start <= region.start and region.end <= end for start, end in bounds)


@given(
    st.text(alphabet=ALPHABET.replace("\n", ""), max_size=80), st.text(alphabet=ALPHABET.replace("\n", ""), max_size=80)
)
def test_no_paragraph_is_spoiled_by_another(one: str, other: str) -> None:
    """The regions of a paragraph are the same whatever stands before it."""
    neutral = f"{'A sentence that ends.'}\n\n{other}"
    joined = f"{one}\n\n{other}"
    start = joined.rindex("\n\n") + 2

    def behind(text: str, offset: int) -> list[tuple[int, int]]:
        return [(r.start - offset, r.end - offset) for r in quoted_regions(text) if r.start >= offset]

    assert behind(joined, start) == behind(neutral, neutral.rindex("\n\n") + 2)
