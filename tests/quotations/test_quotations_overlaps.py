from __future__ import annotations

import pytest

from factsheet.quotations.frames import ContentCandidate, Frame, SourceCandidate
from factsheet.quotations.overlaps import without_overlaps


def frame(
    content: tuple[int, int], cue: tuple[int, int], probability: float, source: tuple[int, int] | None = None
) -> Frame:
    named = SourceCandidate((source,), "subject") if source else None
    return Frame(ContentCandidate((content,), "ccomp right"), (cue,), "say", named, probability)


def test_speech_within_speech_belongs_to_the_outer_speaker() -> None:
    outer, inner = frame((10, 50), (5, 9), 0.6), frame((25, 50), (20, 24), 0.9)
    assert without_overlaps([inner, outer]) == [outer]


@pytest.mark.parametrize(
    ("construction", "lemma", "names", "inner_wins"),
    [
        ("quotation after colon", "report", ((0, 4), (60, 70)), True),
        ("quotation after colon", "accord", ((0, 4), (60, 70)), True),
        ("quotation after", "report", ((0, 4), (60, 70)), False),
        ("quotation after colon", "recall", ((0, 4), (60, 70)), False),
        ("quotation after colon", "report", ((60, 70), (60, 70)), False),
    ],
)
def test_words_in_marks_behind_a_colon_are_not_those_of_who_vouches_for_them(
    construction: str, lemma: str, names: tuple[tuple[int, int], tuple[int, int]], inner_wins: bool
) -> None:
    within, vouching = names
    inner = Frame(
        ContentCandidate(((20, 50),), construction), ((10, 14),), "say", SourceCandidate((within,), "subject"), 0.6
    )
    outer = Frame(
        ContentCandidate(((0, 50),), "host clause"), ((72, 80),), lemma, SourceCandidate((vouching,), "subject"), 0.9
    )
    assert without_overlaps([inner, outer]) == [inner if inner_wins else outer]


def test_the_likelier_frame_keeps_the_words() -> None:
    likely, unlikely = frame((10, 50), (5, 9), 0.9), frame((20, 45), (60, 64), 0.5)
    assert without_overlaps([unlikely, likely]) == [likely]


def test_a_frame_that_loses_little_is_cut() -> None:
    likely, unlikely = frame((10, 20), (5, 9), 0.9), frame((15, 45), (60, 64), 0.5)
    assert [f.content.spans for f in without_overlaps([unlikely, likely])] == [((10, 20),), ((20, 45),)]


def test_the_words_that_attribute_a_quotation_report_no_other() -> None:
    first, second = frame((10, 50), (60, 64), 0.9, (66, 90)), frame((92, 99), (70, 75), 0.5)
    assert without_overlaps([first, second]) == [first]
