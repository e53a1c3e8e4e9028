from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.quotations.find import find_quotations
from factsheet.quotations.frames import Reading


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Mayor Anna “Red” Berg spoke to the crowd.", []),
        ("Mayor Anna ''Red'' Berg spoke to the crowd.", []),
        ('Gov. J.P. "Big Jim" Holm spoke to the crowd.', []),
        ('The vote was won by Robert C. "Bobby" Hill of Lund.', []),
        ("Mayor Anna Berg said “Red” Berg had gone.", ["“Red”"]),
        ("Mayor Anna “the red” Berg spoke to the crowd.", ["“the red”"]),
        ("Mayor Anna Berg said “No.” Hill left.", ["“No.”"]),
        ("Allies call Anna Berg “Red” at home.", ["“Red”"]),
        ("He saw Anna. “Red” Berg was there.", ["“Red”"]),
    ],
)
def test_a_nickname_within_a_name_is_no_quotation(parse: Callable[[str], Doc], text: str, regions: list[str]) -> None:
    assert [text[region.start : region.end] for region in Reading.of(parse(text)).regions] == regions


def test_a_nickname_hides_nobody(nlp: Language) -> None:
    text = (
        '"This is a big day for the whole harbour!" Holm\'s niece, city clerk Anna "Red" Berg (D-Lund), shouted to the '
        'crowd. "The town is watching."'
    )
    (quotation,) = find_quotations(nlp(text))
    assert [span.text for span in quotation.content] == [
        '"This is a big day for the whole harbour!"',
        '"The town is watching."',
    ]
    assert [span.text for span in quotation.source] == ['Holm\'s niece, city clerk Anna "Red" Berg (D-Lund)']
