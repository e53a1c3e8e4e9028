"""Sheets made by hand for the tests of rendering: an ordinary one, and the parts to make others of."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from factsheet.model import (
    SCHEMA,
    Article,
    Claim,
    Claimant,
    Date,
    Flag,
    Mention,
    Provenance,
    Quantity,
    Quotation,
    QuotationKind,
    Sheet,
    Span,
    Speaker,
    Variant,
    flag_id,
)

HARBOUR = "\n\n".join(
    [
        "VALLETTA, 3 March — The ferry line will return in spring, the Harbour Board of Santa Marija "
        "said on Monday, citing the Ministry of Works.",
        "Minister of Works Eleni Karvonidou opened the talks. Later, harbour master Rustam Äliyev met with Karvonidou.",
        '“We will run two boats a day. The "blue line" is not a dream, and nobody will pay more than 4 euros.',
        "“In the summer there will be four,” Karvonidou said.",
        '"The quay was rebuilt in 2019, and the Board signed the contract on February 27,” Rustam Aliyev '
        "told reporters.",
        "He added that the old slipway, which closed after the storm, could be used again by the end of the year.",
        "Islanders welcomed the plan. “Θα δούμε”, said one; another shrugged.",
    ]
)


def span(text: str, words: str, nth: int = 0) -> Span:
    """The ``nth`` place (from 0) where ``words`` stand in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.within(text, start, start + len(words))


def article(text: str, **known: Any) -> Article:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return replace(Article("harbour", "news/harbour.txt", text, digest), **known)


def sheet(
    about: Article,
    quotations: Sequence[Quotation] = (),
    speakers: Sequence[Speaker] = (),
    claims: Sequence[Claim] = (),
    flags: Sequence[Flag] = (),
) -> Sheet:
    provenance = Provenance(
        "factsheet", "0.1.0", "3.8.0", "en_core_web_sm", "3.8.0", "0123456789abcdef", about.sha256, "2024-03-04"
    )
    return Sheet(SCHEMA, about, tuple(quotations), tuple(speakers), tuple(claims), tuple(flags), provenance)


def quotation(
    number: int,
    content: Sequence[Span],
    *,
    kind: QuotationKind = "direct",
    cue: Sequence[Span] = (),
    source: Sequence[Span] = (),
    speaker: str | None = None,
    confidence: float = 0.97,
    paragraph: int = 1,
    evidence: Sequence[str] = ("Whole sentences stand in quotation marks.",),
) -> Quotation:
    return Quotation(
        f"q{number}", kind, tuple(content), tuple(cue), tuple(source), speaker, confidence, paragraph, tuple(evidence)
    )


def speaker(number: int, name: str, *forms: tuple[str, int], roles: Sequence[Span] = ()) -> Speaker:
    variants = tuple(Variant(form, count, "name") for form, count in forms)
    return Speaker(f"s{number}", name, "person", tuple(roles), variants, ())


def claim(number: int, content: Span, *, score: float = 0.5, restated: str = "") -> Claim:
    author = Claimant("author", None, "the article")
    return Claim(
        f"c{number}", (content,), restated or content.text, author, (), "event", "asserted", False, (), (), score, ()
    )


def ordinary() -> Sheet:
    """The harbour article's sheet: four quotations, one of them doubtful; four speakers; four claims; one flag."""
    text = HARBOUR
    first = span(text, "“We will run two boats a day.")
    last = span(text, "there will be four,”")
    opened = Span.within(text, first.start, last.end)
    quay = span(text, '"The quay was rebuilt in 2019, and the Board signed the contract on February 27,”')
    slipway = span(text, "the old slipway, which closed after the storm, could be used again by the end of the year")
    ferry = span(text, "The ferry line will return in spring")
    quotations = [
        quotation(
            1,
            [ferry],
            kind="indirect",
            cue=[span(text, "said"), span(text, "citing")],
            source=[span(text, "the Harbour Board of Santa Marija")],
            speaker="s3",
            confidence=0.81,
            evidence=["“said” reports the clause before it.", "The board is its subject."],
        ),
        quotation(
            2,
            [opened],
            cue=[span(text, "said", 1)],
            source=[span(text, "Karvonidou", 2)],
            speaker="s1",
            paragraph=3,
            evidence=["The marks are opened again in the second paragraph and closed once.", "“said” follows."],
        ),
        quotation(
            3,
            [quay],
            cue=[span(text, "told reporters")],
            source=[span(text, "Rustam Aliyev")],
            speaker="s2",
            confidence=0.93,
            paragraph=5,
        ),
        quotation(
            4,
            [slipway],
            kind="indirect",
            cue=[span(text, "added that")],
            source=[span(text, "He")],
            speaker="s2",
            confidence=0.78,
            paragraph=6,
            evidence=["“added that” opens a reported clause.", "“He” is the last man named."],
        ),
        quotation(
            5,
            [span(text, "“Θα δούμε”")],
            cue=[span(text, "said", 2)],
            confidence=0.55,
            paragraph=7,
            evidence=["Short words in quotation marks with “said” after them; “one” names nobody."],
        ),
    ]
    speakers = [
        replace(
            speaker(1, "Eleni Karvonidou", ("Eleni Karvonidou", 1), ("Karvonidou", 2)),
            roles=(span(text, "Minister of Works"),),
            evidence=("One full name bears the surname.",),
        ),
        replace(
            speaker(2, "Rustam Äliyev", ("Rustam Äliyev", 1), ("Rustam Aliyev", 1)),
            roles=(span(text, "harbour master"),),
            mentions=(Mention(0, 8, text[:8], "name"),),
        ),
        replace(
            speaker(3, "Harbour Board of Santa Marija", ("the Harbour Board of Santa Marija", 1), ("the Board", 1)),
            kind="organisation",
        ),
        replace(speaker(4, "Ministry of Works", ("the Ministry of Works", 1)), kind="organisation"),
        replace(speaker(5, "Islanders", ("Islanders", 1)), kind="group"),
    ]
    built, signed = span(text, "2019"), span(text, "February 27")
    fare = span(text, "more than 4 euros")
    board = Claimant("speaker", "s3", "Harbour Board of Santa Marija")
    claims = [
        replace(
            claim(1, ferry, score=0.9, restated="The ferry line will return in spring [2024]"),
            claimant=Claimant("speaker", "s4", "Ministry of Works"),
            via=(board,),
            type="plan",
            modality="planned",
            dates=(Date(*_place(span(text, "spring")), None, "2024-03-01", "2024-05-31", "on", "document date", True),),
        ),
        replace(
            claim(2, span(text, "nobody will pay more than 4 euros"), score=0.7),
            claimant=Claimant("speaker", "s1", "Eleni Karvonidou"),
            type="quantity",
            modality="predicted",
            negated=True,
            quantities=(Quantity(*_place(fare), 4.0, None, None, "EUR", "more than", None, None),),
        ),
        replace(
            claim(3, span(text, "The quay was rebuilt in 2019"), score=0.8),
            claimant=Claimant("speaker", "s2", "Rustam Äliyev"),
            dates=(Date(*_place(built), "2019", "2019-01-01", "2019-12-31", "on", "explicit", False),),
        ),
        replace(
            claim(4, span(text, "the Board signed the contract on February 27"), score=0.8),
            restated="the Board [the Harbour Board of Santa Marija] signed the contract on February 27",
            claimant=Claimant("speaker", "s2", "Rustam Äliyev"),
            dates=(Date(*_place(signed), "2024-02-27", "2024-02-27", "2024-02-27", "on", "document date", False),),
        ),
        replace(claim(5, span(text, "harbour master Rustam Äliyev met with Karvonidou"), score=0.4)),
    ]
    flags = [
        Flag(
            flag_id("spelling variant", "Rustam Äliyev", "Rustam Aliyev"),
            "spelling variant",
            "high",
            "“Rustam Äliyev” and “Rustam Aliyev” look like one person, spelt in two ways.",
            (span(text, "Rustam Äliyev"), span(text, "Rustam Aliyev")),
            ("s2",),
            "Use “Rustam Äliyev”, the form that comes first, or ask the author.",
            ("Rustam Äliyev", "Rustam Aliyev"),
        )
    ]
    about = article(text, outlet="Island Courier", published="2024-03-04", dateline="VALLETTA")
    return sheet(about, quotations, speakers, claims, flags)


def _place(where: Span) -> tuple[int, int, str]:
    return where.start, where.end, where.text
