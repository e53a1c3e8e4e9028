"""A sheet made by hand, for the tests of this folder."""

from __future__ import annotations

from factsheet.model import (
    SCHEMA,
    Article,
    Claim,
    Claimant,
    Date,
    Flag,
    Mention,
    Origin,
    Provenance,
    Quantity,
    Quotation,
    Sheet,
    Span,
    Speaker,
    Variant,
    flag_id,
)

TEXT = 'OSLO — Jane Doe said: "We sold 5 boats in 2012." The boats “float”.\u2028\x1b[31m Қ Ə\u202e'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.within(TEXT, start, start + len(words))


def made_sheet() -> Sheet:
    """A sheet with one finding of each kind, made by hand."""
    name, year, five = span("Jane Doe"), span("2012"), span("5 boats")
    return Sheet(
        schema=SCHEMA,
        article=Article(
            id="a",
            path="in/a.txt",
            text=TEXT,
            sha256="0" * 64,
            published="2022-10-31",
            dateline="Oslo",
            body_start=7,
            origins=(Origin("dateline", span("OSLO"), "the report opens with a dateline"),),
        ),
        quotations=(
            Quotation(
                id="q1",
                kind="direct",
                content=(span('"We sold 5 boats in 2012."'),),
                cue=(span("said"),),
                source=(name,),
                speaker="s1",
                confidence=0.9,
                paragraph=1,
                evidence=("in marks",),
            ),
        ),
        speakers=(
            Speaker(
                id="s1",
                name="Jane Doe",
                kind="person",
                roles=(),
                variants=(Variant("Jane Doe", 1, "name"),),
                mentions=(Mention(name.start, name.end, name.text, "name"),),
            ),
        ),
        claims=(
            Claim(
                id="c1",
                content=(span("We sold 5 boats in 2012"),),
                restated="[Jane Doe] sold 5 boats in 2012",
                claimant=Claimant("speaker", "s1", "Jane Doe"),
                via=(),
                type="event",
                modality="asserted",
                negated=False,
                dates=(
                    Date(year.start, year.end, "2012", "2012", "2012-01-01", "2012-12-31", "on", "explicit", False),
                ),
                quantities=(Quantity(five.start, five.end, "5 boats", 5.0, 5.0, "boats", None, "exactly", None, None),),
                score=0.5,
                evidence=("a number",),
            ),
        ),
        flags=(Flag(flag_id("low confidence", "q1"), "low confidence", "low", "Look.", (span("said"),), ("q1",)),),
        provenance=Provenance("factsheet", "0.1.0", "3.8.0", "m", "1", "d", "0" * 64, "2022-10-31"),
    )
