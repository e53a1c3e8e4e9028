from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.language.paragraphs import paragraphs
from factsheet.quotations.marks.pairing import chains, last_inside, quoted_regions

ALPHABET = "abs B12 .,!?…—-\"'“”‘’‚«»‹›„`()<>=\u200b\n\r"
LINE = ALPHABET.replace("\n", "").replace("\r", "")
# Pieces that make runs of marks, and quotations, likelier than single characters do.
PIECES = [
    '"',
    "“",
    "”",
    "''",
    "'",
    "‘",
    "’",
    "„",
    "«",
    "»",
    " ",
    ", ",
    ". ",
    "We go",
    "he said",
    "6'2",
    "12",
    "the boys",
    "\n",
]
texts = st.text(alphabet=ALPHABET, max_size=300) | st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
lines = st.text(alphabet=LINE, max_size=80) | st.lists(st.sampled_from(PIECES[:-1]), max_size=20).map("".join)


def regions_of(text: str) -> list[str]:
    return [text[region.start : region.end] for region in quoted_regions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Yes," she said. "No."', ['"Yes,"', '"No."']),
        ('"We thank them in every way,” he said.', ['"We thank them in every way,”']),
        ("He said ``this is it'' and left.", ["``this is it''"]),
        ("''This is it,'' he said. ''Go.''", ["''This is it,''", "''Go.''"]),
        ("„Das ist gut“, sagte er.", ["„Das ist gut“"]),
        ("„To jest dobre”, powiedział.", ["„To jest dobre”"]),
        ("»Das ist gut«, sagte er. »Nein.«", ["»Das ist gut«", "»Nein.«"]),
        ("«C’est bon», dit-elle.", ["«C’est bon»"]),
        ("« C’est bon », dit-elle. « Non. »", ["« C’est bon »", "« Non. »"]),
        ("”Det är bra”, sade han.", ["”Det är bra”"]),
        ("‹Gut›, sagte er. 「はい」", ["‹Gut›", "「はい」"]),
        ("‚Das ist gut‘, sagte er.", ["‚Das ist gut‘"]),
        ("He called it “frozen“ and “too pink,” she said.", ["“frozen“", "“too pink,”"]),
        ('". . . We must go," he said.', ['". . . We must go,"']),
        ('" We must go, " he said. " Now. "', ['" We must go, "', '" Now. "']),
        ('It was late,"he said. "We go."', ['"We go."']),
        ('"It was late,"he said. "We go."', ['"It was late,"', '"We go."']),
        ('He spoke of"joint work" there.', ['"joint work"']),
        ("‘‘We go,’’ he said. “We stay,’’ she said.", ["‘‘We go,’’", "“We stay,’’"]),
        ("“He said, ‘We go,’’’ she said.", ["“He said, ‘We go,’’’"]),
    ],
)
def test_each_kind_of_mark(text: str, expected: list[str]) -> None:
    assert regions_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"An office of "green growth". In time, all,"',
        "“It is “too loud” or “too late.””",
        "\"He told me 'go home,' and I did,\"",
        "''He said, 'Go home,'''",
        "'''Night School,'''",
        "'He told me \"go home\" and I did,'",
        "‘He told me “go home” and I did,’",
        "„Er rief: „Halt!““",
        "«Il a dit « non » hier»",
        "\"'Go home,' he told me,\"",
    ],
)
def test_nested_marks_give_the_outermost_region_only(text: str) -> None:
    assert regions_of(f"{text} she said.") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "the workers' claims and the dogs' dinner",
        "O'Neill and D’Arcy sang rock 'n' roll in the '90s, and 'tis the workers' song",
        "He was born in ’85 and she in '86. The '20s' best singers' songs' sales rose.",
        "Give 'em the dogs' dinner",
        'a 12" pipe, a 3½" nail and a man of 6\'2"',
        '<a href="x.html" title=”y” rel="nofollow">link</a>',
        "He left” and went.",
        'He left" and went.',
    ],
)
def test_apostrophes_measures_markup_and_stray_closing_marks_are_no_quotations(text: str) -> None:
    assert regions_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'We will go,' he said of the voters' claims.", ["'We will go,'"]),
        ("The family was 'gutted by it'.", ["'gutted by it'"]),
        ("Mayor slams 'bad deal' for Lund", ["'bad deal'"]),
        ("Mayor slams ‘bad apples’ in Lund", ["‘bad apples’"]),
        ("Only ‘one or two instances’ where cash ‘slipped through’", ["‘one or two instances’", "‘slipped through’"]),
        ("'The voters' claims are false,' he said.", ["'The voters' claims are false,'"]),
        ("He called them ‘Little Ann’ and ‘Lyin’ Bo.’", ["‘Little Ann’", "‘Lyin’ Bo.’"]),
        ("`We go,' he said.", ["`We go,'"]),
        ("A '$25 million mistake'?", ["'$25 million mistake'"]),
        ("She wrote 'the \"best\" of boys' songs", ['"best"']),
    ],
)
def test_single_marks(text: str, expected: list[str]) -> None:
    assert regions_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He is 6\'2" tall. She said "no".', ['"no"']),
        ('"We laid a 12" pipe," he said.', ['"We laid a 12" pipe,"']),
        ("“I am 6’2”,” he said. “Tall.”", ["“I am 6’2”,”", "“Tall.”"]),
        ('"I was 12" he said. "Then 13."', ['"I was 12"', '"Then 13."']),
    ],
)
def test_inches_and_feet(text: str, expected: list[str]) -> None:
    assert regions_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # One mark inside is stray: what stands outside the marks is nobody's words.
        ('"I said "yes, and left," he said.', ['"I said "yes, and left,"']),
        # The first quotation is broken off where the next begins.
        ('"We have to go now. "It is late," he said.', ['"We have to go now.', '"It is late,"']),
        ("“We have to go. “It is late,” he said.\n\n“Now.”", ["“We have to go.", "“It is late,”", "“Now.”"]),
        # A single mark closes by mistake what a double one opened.
        ("She wrote: “Let us go.’ He saw “Ran.”", ["“Let us go.’", "“Ran.”"]),
        # A closing mark that nothing opened is passed over.
        ('He left” and she said "no".', ['"no"']),
        ('He left, he said. We stay." She said "no".', ['"no"']),
    ],
)
def test_marks_that_are_missing(text: str, expected: list[str]) -> None:
    assert regions_of(text) == expected


def test_an_unclosed_mark_costs_its_own_paragraph() -> None:
    text = 'He said "we will go.\n\nThe bridge is old. "It may fall," she said.'
    first, second = quoted_regions(text)
    assert text[first.start : first.end] == '"we will go.'
    assert not first.closed
    assert not first.continues
    assert text[second.start : second.end] == '"It may fall,"'


@pytest.mark.parametrize(
    "text",
    [
        '"First.\n\n"Second.\n\n"Third," she said. "No more."',
        '"First.\r\n\r\n"Second.\r\n\r\n"Third," she said. "No more."',
        '"First.\n"Second.\n"Third," she said. "No more."',
        "''First.\n\n''Second.\n\n''Third,'' she said. ''No more.''",
        "”First.\n\n”Second.\n\n”Third,” she said. ”No more.”",
        '"First, a “term” of ours.\n\n". . . Second.\n\n"Third," she said. "No more."',
        "‘First.\n\n‘Second.\n\n‘Third,’ she said. ‘No more.’",
    ],
)
def test_a_paragraph_that_reopens_goes_on_with_the_speech(text: str) -> None:
    assert [len(chain) for chain in chains(quoted_regions(text))] == [3, 1]


@pytest.mark.parametrize(
    "text",
    [
        '"First.\n\n“Second,” she said.',
        '“First.\n\n"Second," she said.',
        "''First.\n\n\"Second,\" she said.",
    ],
)
def test_only_a_mark_of_the_same_kind_reopens(text: str) -> None:
    assert [len(chain) for chain in chains(quoted_regions(text))] == [1, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Holm left, shouting “Go! Go!”\n\nShe stayed.', ["“Go! Go!”"]),
        ('"Holm said “no” and “never.”\n\n“Now,” she said.', ["“no”", "“never.”", "“Now,”"]),
        ('"Holm said “no” to it.\n\n"Then he left," she said.', ['"Holm said “no” to it.', '"Then he left,"']),
        ('"Holm said “no” to it," she said.', ['"Holm said “no” to it,"']),
        ('He wrote "Holm said “no” to it.', ['"Holm said “no”']),
    ],
)
def test_a_straight_mark_before_anothers_text_is_passed_over(text: str, expected: list[str]) -> None:
    assert regions_of(text) == expected


def test_a_quotation_over_broken_lines_is_one_region() -> None:
    lines = (
        'The harbour office was sorry on Monday. "The ferry is old and we know it.',
        "It will run twice a day from the first of May, and nobody has to wait any",
        'longer than an hour." It ran once a day before.',
    )
    for line_end in ("\n", "\r\n"):
        (region,) = quoted_regions(line_end.join(lines))
        assert region.closed


@pytest.mark.parametrize(
    ("words", "last"), [('"Yes,"', ","), ("''He said, 'No.'''", "."), ("«Oui !»", "!"), ('"', ""), ("„Ja“", "a")]
)
def test_the_last_character_inside(words: str, last: str) -> None:
    assert last_inside(words, 0, len(words)) == last


@given(texts)
def test_regions_are_ordered_apart_and_within_one_paragraph(text: str) -> None:
    regions = quoted_regions(text)
    bounds = paragraphs(text)
    for region, following in pairwise(regions):
        assert region.end <= following.start
    for region in regions:
        assert region.start < region.end
        assert text.startswith(region.mark, region.start)
        assert any(start <= region.start and region.end <= end for start, end in bounds)
        assert region.closed or not text[region.end - 1].isspace()
        assert not (region.closed and region.continues)


@given(texts, st.integers(0, 300))
def test_nothing_before_the_start_is_looked_at(text: str, start: int) -> None:
    assert all(region.start >= start for region in quoted_regions(text, start))


@given(lines, lines, lines)
def test_no_paragraph_is_spoiled_by_another(one: str, two: str, three: str) -> None:
    """A paragraph's regions are the same whatever stands before it, and end where they do whatever follows, unless
    what follows reopens them."""
    alone = [(region.start, region.end) for region in quoted_regions(two)]
    offset = len(one) + 2
    among = [
        (region.start - offset, region.end - offset)
        for region in quoted_regions(f"{one}\n\n{two}\n\nThen {three}")
        if offset <= region.start <= offset + len(two)
    ]
    assert among == alone


@given(texts)
def test_chains_hold_every_region_once(text: str) -> None:
    regions = quoted_regions(text)
    grouped = chains(regions)
    assert [region.start for chain in grouped for region in chain] == [region.start for region in regions]
    assert all(not chain[-1].continues for chain in grouped)
