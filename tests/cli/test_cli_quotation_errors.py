from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factsheet.cli.quotation_errors import listing
from factsheet.evaluation.errors import QuotationError, quotation_errors
from factsheet.evaluation.score import Attribution
from factsheet.model import Quotation, Span

TEXT = "Ana said it rained. Bo said it snowed.\nCy thinks\x1b[31m it is late.\n"


def at(part: str, text: str = TEXT) -> tuple[tuple[int, int], ...]:
    start = text.index(part)
    return ((start, start + len(part)),)


def missed(*contents: tuple[str, str]) -> list[QuotationError]:
    return quotation_errors("day", TEXT, [Attribution(at(content), at(cue)) for content, cue in contents], [])


def quotation(content: str, source: str) -> Quotation:
    said, cue, who = (tuple(Span.within(TEXT, *place) for place in at(part)) for part in (content, "said", source))
    return Quotation("q1", "indirect", said, cue, who, None, 0.5, 1, ("It stands there.",))


def test_an_error_is_shown_in_its_passage_with_both_sides_marked() -> None:
    gold = Attribution(at("rained. Bo said it snowed"), at("said"), at("Bo"))
    shown = list(listing(quotation_errors("day", TEXT, [gold], [quotation("it rained. Bo", "Ana")])))
    assert shown[-4:] == [
        "day:12  indirect  confidence 0.50  It stands there",
        "    Ana said {{it [[rained. Bo}} said it snowed]]. ¶ Cy thinks⟨U+001B⟩[31m it is late.",
        "    gold   cue “said”, source “Bo”",
        "    found  cue “said”, source “Ana”",
    ]
    assert "== wrong source, indirect: a name given for a name: 1 (50.0% of all errors)" in shown


def test_marks_at_one_place_are_nested() -> None:
    gold = Attribution(at("it rained"), at("said"), at("Bo"))
    shown = "\n".join(listing(quotation_errors("day", TEXT, [gold], [quotation("it rained", "Ana")])))
    assert "Ana said [[{{it rained}}]]. Bo" in shown


def test_the_largest_group_goes_first_and_the_commonest_cue_in_it() -> None:
    errors = missed(("late", "thinks"), ("it rained", "said"), ("it snowed", "said"))
    lines = list(listing([*errors, *quotation_errors("day", TEXT, [], [quotation("it rained", "Ana")])]))
    assert lines[1:8] == [
        "errors: 4",
        "     3  missed",
        "     1  false find",
        "",
        "     3   75.0%  missed, indirect: no cue found there",
        "     1   25.0%  false find, indirect: nothing annotated there; a source given",
        "",
    ]
    assert "   cues: said 2, thinks 1" in lines
    assert [line.split()[0] for line in lines if line.startswith("day:")][:3] == ["day:9", "day:28", "day:60"]


def test_a_limit_takes_errors_from_the_whole_of_a_group() -> None:
    errors = missed(("it rained", "said"), ("it snowed", "said"), ("Bo", "said"), ("late", "thinks"))
    lines = list(listing(errors, 2))
    assert [line.split()[0] for line in lines if line.startswith("day:")] == ["day:9", "day:28"]
    assert "   cues: said 3, thinks 1" in lines


def test_no_error_is_said_so() -> None:
    assert list(listing([]))[1] == "errors: 0"


@given(
    st.text(
        st.sampled_from("a b\n\r\t\x00\x1b\x85\x9b\u2028\u202e\u200b\ufeff\x0b\x0c") | st.characters(), max_size=900
    )
)
def test_nothing_that_a_terminal_would_obey_is_printed(noise: str) -> None:
    text = f"{noise} Ana said so {noise}"
    whole = Attribution(((0, len(text)),), ((0, len(text)),), ((0, len(text)),))
    for line in listing(quotation_errors(noise, text, [whole], [])):
        assert all(ord(c) >= 0x20 and not 0x7F <= ord(c) <= 0x9F for c in line.replace("\t", ""))
        assert not set(line) & set("\u2028\u2029\u202e\ufeff")
