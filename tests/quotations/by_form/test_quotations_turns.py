from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.quotations.by_form.turns import turn_frames
from factsheet.quotations.frames import Reading


def turns(doc: Doc) -> list[tuple[str | None, list[str]]]:
    text = doc.text
    return [
        (
            text[slice(*frame.source.spans[0])] if frame.source else None,
            [text[start:end] for start, end in frame.content.spans],
        )
        for frame in turn_frames(Reading.of(doc))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ROE: Is it late?\n\nLUND: It is.", [("ROE", ["Is it late?"]), ("LUND", ["It is"])]),
        ("Q: Is it late?\nA: It is.", [(None, ["Is it late?"]), (None, ["It is"])]),
        ("REP. ANN ROE (D-ME): It is.\nLUND: No.", [("REP. ANN ROE (D-ME)", ["It is"]), ("LUND", ["No"])]),
        # Marks around the whole: a turn goes on where a paragraph opens with one and has no name.
        (
            '"ROE: Is it late?\n\n"LUND: It is.\n\n"And it rains.\n\n"ROE: Then we go."',
            [("ROE", ["Is it late?"]), ("LUND", ["It is.", "And it rains"]), ("ROE", ["Then we go"])],
        ),
        (
            "“ROE: Is it late?\n\n“LUND: It is “late.”\n\n“ROE: Go.”",
            [("ROE", ["Is it late?"]), ("LUND", ["It is “late.”"]), ("ROE", ["Go"])],
        ),
        # What was not said ends a turn.
        (
            '"ROE: It rains.\n\n"(LAUGHTER.)\n\n"LUND: It is late.\n\n"Follow Ann Berg on X @annberg."',
            [("ROE", ["It rains"]), ("LUND", ["It is late"])],
        ),
        ('"ROE: It rains.\n\n"VIDEO: They went home.\n\n"LUND: No."', [("ROE", ["It rains"]), ("LUND", ["No"])]),
        ("ROE: It rains.\n\nLUND: It is late.\n\nThey left.", [("ROE", ["It rains"]), ("LUND", ["It is late"])]),
        ("ROE: It rains.\n\nThey left.", []),
        ("NOTE: It rains.\n\nROE: It does.", []),
    ],
)
def test_the_turns_of_a_transcript(
    parse: Callable[[str], Doc], text: str, expected: list[tuple[str | None, list[str]]]
) -> None:
    assert turns(parse(text)) == expected


LINES = st.sampled_from(
    ["ROE: We go.", "LUND: They stay. He said “no” to us.", "(LAUGHTER.)", "And more of it,", "Roe said it was late."]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(['"', "“", ""]), LINES, st.sampled_from(['"', "”", ""])), max_size=6))
def test_no_words_are_listed_twice(nlp: Language, lines: list[tuple[str, str, str]]) -> None:
    text = "\n\n".join(map("".join, lines))
    spans = sorted(span for quotation in nlp(text)._.quotations for span in quotation.content)
    assert not any(one.overlaps(other) for one, other in pairwise(spans))


def test_the_name_of_a_turn_is_no_part_of_it(nlp: Language) -> None:
    text = 'The talk went on.\n\n"ROE: Is the bridge closed?\n\n"LUND: It is closed for good.\n\n"Nobody told us."'
    found = {
        quotation.source[0].text: [span.text for span in quotation.content]
        for quotation in nlp(text)._.quotations
        if quotation.source
    }
    assert found == {"ROE": ["Is the bridge closed?"], "LUND": ["It is closed for good.", "Nobody told us"]}
