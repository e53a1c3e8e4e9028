from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from factsheet.quotations.frames import Reading
from factsheet.quotations.judge import THRESHOLD, Judge, judge_of
from factsheet.quotations.weights import read_weights

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("The mayor said that the bridge would be closed.", "said", "that the bridge would be closed"),
        ('"We will close the bridge," the mayor said.', "said", '"We will close the bridge,"'),
        ("The bridge will close, the mayor said.", "said", "The bridge will close"),
        ("According to the mayor, the bridge is old.", "According", "the bridge is old"),
        ("The union accused the company of lying.", "accused", "the company of lying"),
    ],
)
def test_the_judge_chooses_what_is_reported(parse: Parse, text: str, cue: str, content: str) -> None:
    choices = {token.text: (candidate, p) for token, candidate, p in judge_of().choices(Reading.of(parse(text)))}
    candidate, probability = choices[cue]
    assert [text[start:end] for start, end in candidate.spans] == [content]
    assert THRESHOLD <= probability <= 1


@pytest.mark.parametrize("text", ["The dog walked home in the rain.", "She closed the door and left."])
def test_what_reports_nothing_is_refused(parse: Parse, text: str) -> None:
    assert not list(judge_of().choices(Reading.of(parse(text))))


def test_weights_against_every_content_refuse_all(parse: Parse) -> None:
    reading = Reading.of(parse('"We will close the bridge," the mayor said.'))
    assert list(judge_of().choices(reading))
    assert not list(Judge(replace(read_weights(), cue={"any": -100.0}, gate=-1000.0)).choices(reading))


def test_the_weights_that_come_with_the_program_know_the_usual_cues_and_no_names() -> None:
    weights = read_weights()
    assert {"say", "tell", "accord", "believe", "claim/noun"} <= set(weights.cues)
    assert not any(key.partition("/")[0].istitle() for key in weights.cues)
    assert all(weights.level(key) >= 1 for key in weights.cues)
    assert weights.level("no such cue") == 0


def test_a_name_is_no_cue(parse: Parse) -> None:
    reading = Reading.of(parse("Anna Berg met Tom Claim."))
    keys = [key for key, pos in zip(reading.columns.keys, reading.columns.pos, strict=True) if pos == "PROPN"]
    assert set(keys) == {"PROPN"}
    assert "PROPN" not in read_weights().cues
