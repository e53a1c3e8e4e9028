from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.evaluation.errors import quotation_errors
from factsheet.evaluation.score import KINDS, Attribution, count
from factsheet.model import Quotation, Span

TEXT = (
    "Ana said the lake froze early and the ferry stopped for weeks. "
    "She feared floods. Bo Lund, a baker, denied this. "
    '"We will walk over it before noon," said Ana. "And we will be back by night," she added. '
    "The baker smiled. Bo Lund said the bread was baked well before dawn on Sunday.\n"
)
Spans = tuple[tuple[int, int], ...]


def at(*parts: str) -> Spans:
    return tuple((TEXT.index(part), TEXT.index(part) + len(part)) for part in parts)


def gold(content: Spans, cue: Spans = (), source: Spans = ()) -> Attribution:
    return Attribution(content, cue, source)


def found(content: Spans, cue: Spans = (), source: Spans = ()) -> Quotation:
    said, by, who = (tuple(Span.within(TEXT, *place) for place in part) for part in (content, cue, source))
    evidence = ("“said” reports it: the clause behind it is what was said.", "“Ana” is its subject.")
    return Quotation("q1", "indirect", said, by, who, None, 0.75, 1, evidence)


def errors(annotated: Sequence[Attribution], predicted: Sequence[Quotation]) -> list[tuple[str, str]]:
    return [(error.error, error.cause) for error in quotation_errors("lake", TEXT, annotated, predicted)]


ANA, SAID, FROZE = at("Ana"), at("said"), at("the lake froze early")
FERRY = at("the ferry stopped for weeks")
BOTH = at("the lake froze early and the ferry stopped for weeks")
WALK, NIGHT = '"We will walk over it before noon,"', '"And we will be back by night,"'
LATER_SAID, LATER_BO = (
    tuple((TEXT.index("Bo Lund said") + a, TEXT.index("Bo Lund said") + b) for a, b in spans)
    for spans in (((8, 12),), ((0, 7),))
)
BREAD = "the bread was baked well before dawn on Sunday"


@pytest.mark.parametrize(
    ("annotated", "predicted", "causes"),
    [
        ([gold(FROZE, SAID)], [], ["no cue found there"]),
        ([gold(FROZE)], [], ["no cue annotated, none found"]),
        ([gold(FROZE, SAID), gold(FERRY, SAID)], [found(FROZE, SAID)], ["cue found for another quotation only"]),
        (
            [gold(BOTH, SAID), gold(at("weeks"), SAID)],
            [found(BOTH, SAID)],
            ["cue found, content merged into another quotation"],
        ),
        (
            [gold(BOTH, SAID), gold(at("the ferry stopped"), at("feared"))],
            [found(BOTH, SAID)],
            ["no cue found, content inside another quotation"],
        ),
    ],
)
def test_causes_of_misses(annotated: list[Attribution], predicted: list[Quotation], causes: list[str]) -> None:
    assert errors(annotated, predicted) == [("missed", cause) for cause in causes]


@pytest.mark.parametrize(
    ("annotated", "predicted", "miss", "false_find"),
    [
        (at("the lake"), BOTH, "cue found, far too long", "cue annotated, with other content; no source given"),
        (BOTH, at("the lake"), "cue found, far too short", "cue annotated, with other content; no source given"),
        (FROZE, FERRY, "cue found, other content", "cue annotated, with other content; no source given"),
    ],
)
def test_one_cue_with_contents_that_do_not_pair_is_told_on_both_sides(
    annotated: Spans, predicted: Spans, miss: str, false_find: str
) -> None:
    assert sorted(errors([gold(annotated, SAID)], [found(predicted, SAID)])) == [
        ("false find", false_find),
        ("missed", miss),
    ]


@pytest.mark.parametrize(
    ("annotated", "predicted", "cause"),
    [
        ([], found(FROZE, SAID, ANA), "nothing annotated there; a source given"),
        ([], found(FROZE, SAID), "nothing annotated there; no source given"),
        ([gold(BOTH, SAID)], found(at("weeks"), at("stopped")), "inside an annotated quotation of another cue"),
        ([gold(at("early"), SAID)], found(BOTH, at("feared")), "partly in an annotated quotation of another cue"),
        ([gold(FROZE, SAID)], found(FERRY, SAID), "cue annotated, for a quotation found already"),
    ],
)
def test_causes_of_false_finds(annotated: list[Attribution], predicted: Quotation, cause: str) -> None:
    paired = [found(a.content, a.cue) for a in annotated]
    ((error, told),) = errors(annotated, [*paired, predicted])
    assert error == "false find"
    assert told.startswith(cause)


@pytest.mark.parametrize(
    ("annotated", "predicted", "cause"),
    [
        (at(BREAD), at("the bread was baked"), "too short at the end"),
        (at(BREAD), at("well before dawn on Sunday"), "too short at the start"),
        (at("the bread was baked"), at(BREAD), "too long at the end"),
        (at("well before dawn on Sunday"), at(BREAD), "too long at the start"),
        (at(BREAD), at("baked well before"), "other"),
        (at(WALK, NIGHT), at(WALK), "a piece missing"),
        (at(WALK), at(WALK, NIGHT), "a piece too many"),
        (at(BREAD), at("the bread", "on Sunday"), "a gap"),
        (at("the bread", "on Sunday"), at(BREAD), "a gap filled"),
    ],
)
def test_causes_of_wrong_spans(annotated: Spans, predicted: Spans, cause: str) -> None:
    assert errors([gold(annotated, LATER_SAID)], [found(predicted, LATER_SAID)]) == [("wrong span", cause)]


@pytest.mark.parametrize(
    ("source", "predicted", "cause"),
    [
        (LATER_BO, (), "none given"),
        (LATER_BO, at("Bo Lund"), "the same words at another place given"),
        (LATER_BO, at("She"), "a pronoun given for a name"),
        (LATER_BO, ANA, "a name given for a name"),
        (LATER_BO, at("The baker"), "a description given for a name"),
        (at("she"), at("a baker"), "a description given for a pronoun"),
        (LATER_BO, LATER_SAID, "the annotated cue given"),
    ],
)
def test_causes_of_wrong_sources(source: Spans, predicted: Spans, cause: str) -> None:
    annotated = gold(at(BREAD), LATER_SAID, source)
    assert errors([annotated], [found(at(BREAD), LATER_SAID, predicted)]) == [("wrong source", cause)]


@pytest.mark.parametrize(("cue", "note"), [(SAID, ""), (at("smiled"), ", by another cue"), ((), ", cue not found")])
def test_a_pair_of_two_cues_is_told_apart(cue: Spans, note: str) -> None:
    told = errors([gold(at("the lake froze"), SAID, ANA)], [found(at("the lake froze early and the"), cue)])
    assert told == [("wrong source", f"none given{note}"), ("wrong span", f"too long at the end{note}")]


def test_an_error_carries_what_its_reader_needs() -> None:
    (error,) = quotation_errors(
        "lake", TEXT, [gold(at(WALK), ((TEXT.index("said Ana"), TEXT.index("said Ana") + 4),))], []
    )
    assert (error.doc, error.kind, error.cue, error.found, error.confidence) == ("lake", "direct", "said", None, None)
    assert error.gold is not None
    assert error.gold.content[0].text == WALK
    start, end = TEXT.index(WALK), TEXT.index("said Ana") + 4
    assert (error.passage.start, error.passage.end) == (start - 80, end + 80)
    (spurious,) = quotation_errors("lake", TEXT, [], [found(FROZE, SAID, ANA)])
    assert spurious.construction == "“…” reports it: the clause behind it is what was said"
    assert (spurious.kind, spurious.confidence, spurious.passage.start) == ("indirect", 0.75, 0)


def test_what_is_right_is_no_error() -> None:
    assert errors([gold(FROZE, SAID, ANA)], [found(FROZE, SAID, ANA)]) == []


spans = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 90)).map(lambda p: (p[0], min(len(TEXT), sum(p))))
parts = st.lists(spans, max_size=2).map(tuple)
contents = st.lists(spans, min_size=1, max_size=3).map(tuple)
gold_sides = st.lists(st.builds(gold, contents, parts, parts), max_size=6)
found_sides = st.lists(st.builds(found, contents, parts, parts), max_size=6)


@given(annotated=gold_sides, predicted=found_sides)
def test_the_errors_add_up_to_the_figures(annotated: list[Attribution], predicted: list[Quotation]) -> None:
    counts = count(TEXT, annotated, map(Attribution.of, predicted))
    told = quotation_errors("lake", TEXT, annotated, predicted)
    for kind in KINDS:
        by_error = Counter(error.error for error in told if kind in (error.kind, "all"))
        assert by_error["missed"] == counts[f"{kind} gold"] - counts[f"{kind} lenient recalled"]
        assert by_error["false find"] == counts[f"{kind} predicted"] - counts[f"{kind} lenient precise"]
        assert by_error["wrong span"] == counts[f"{kind} lenient recalled"] - counts[f"{kind} strict recalled"]
        assert by_error["wrong source"] == counts[f"{kind} sources"] - counts[f"{kind} sources right"]
        silent = sum("none given" in error.cause for error in told if kind in (error.kind, "all"))
        assert by_error["wrong source"] - silent == counts[f"{kind} sources wrong"]


@given(annotated=gold_sides, predicted=found_sides)
def test_every_span_is_the_text_and_stands_in_the_passage(
    annotated: list[Attribution], predicted: list[Quotation]
) -> None:
    for error in quotation_errors("lake", TEXT, annotated, predicted):
        for side in (error.gold, error.found):
            for span in (*side.content, *side.cue, *side.source) if side else ():
                assert TEXT[span.start : span.end] == span.text
                assert error.passage.contains(span)
