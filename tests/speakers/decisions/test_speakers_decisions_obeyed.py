"""Decisions obeyed when an article's speakers are put together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from factsheet.language.pipeline import analyse
from factsheet.model import Article, Decision, Flag, Quotation, Span
from factsheet.model.flag import ArticleRef, Scope, Verdict
from factsheet.speakers.authority.authority import Authority, Entry
from factsheet.speakers.find import SpeakerFindings, find_speakers

NOBODY = "unattributed"
SHA = "a" * 64


def decided(
    verdict: Verdict,
    left: str,
    right: str,
    *,
    scope: Scope = "everywhere",
    mention: Span | None = None,
    preferred: str = "",
    sha256: str = SHA,
) -> Decision:
    articles = () if scope == "everywhere" else (ArticleRef("x", sha256),)
    made = Decision(verdict, left, right, "ann", "2026-01-01T00:00:00Z", "f0")
    return replace(made, scope=scope, articles=articles, mention=mention, preferred=preferred)


def resolve(
    nlp: Language, text: str, *sources: Span, decisions: tuple[Decision, ...] = (), authority: Authority | None = None
) -> SpeakerFindings:
    with nlp.select_pipes(disable=["factsheet_quotations", "factsheet_speakers", "factsheet_claims"]):
        doc = analyse(nlp, Article("x", "x.txt", text, SHA))
    quotations = tuple(
        Quotation(f"q{i}", "indirect", (Span.within(text, s.end, s.end + 5),), (), (s,), None, 0.9, 1, ("a test",))
        for i, s in enumerate(sources)
    )
    return find_speakers(doc, quotations, authority or Authority(), decisions)


def spoken_by(found: SpeakerFindings) -> list[str]:
    names = {speaker.id: speaker.name for speaker in found.speakers}
    return [names[q.speaker] if q.speaker else NOBODY for q in found.quotations]


def places(text: str, words: str) -> list[Span]:
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    return [Span.within(text, i, i + len(words)) for i in starts]


def flags(found: SpeakerFindings, kind: str) -> list[Flag]:
    return [flag for flag in found.flags if flag.kind == kind]


MISSPELT = (
    "Minister Hannah Okorowa opened the harbour on Monday. Okorowa walked along the quay.\n\n"
    "The harbour is old. It was late, Okoowa said."
)
ODD = places(MISSPELT, "Okoowa")[0]
APART = ("Okoowa", "Hannah Okorowa")


@pytest.mark.parametrize(
    ("decision", "name"),
    [
        (decided("split", *APART), "Okoowa"),
        (decided("split", *APART, scope="this article"), "Okoowa"),
        (decided("split", *APART, scope="this article", sha256="b" * 64), "Hannah Okorowa"),
        (decided("split", *APART, scope="this mention", mention=ODD), "Okoowa"),
        (decided("split", *APART, scope="this mention", mention=Span(0, 6, "Okoowa")), "Hannah Okorowa"),
        (decided("different", "Okoowa", "Okorowa", scope="this mention", mention=ODD), "Okoowa"),
        (decided("different", "Okoowa", "Okorowa", scope="this article"), "Okoowa"),
        (decided("different", "Okoowa", "Okorowa", scope="this article", sha256="b" * 64), "Hannah Okorowa"),
    ],
)
def test_a_form_is_kept_out_of_a_speaker_where_the_decision_holds(nlp: Language, decision: Decision, name: str) -> None:
    found = resolve(nlp, MISSPELT, ODD, decisions=(decision,))
    assert spoken_by(found) == [name]
    (flag,) = flags(found, "spelling variant")
    assert (flag.decision == decision) == (name == "Okoowa")


@pytest.mark.parametrize(("preferred", "name"), [("Okoowa", "Hannah Okoowa"), ("Okorowa", "Hannah Okorowa")])
def test_the_preferred_spelling_names_the_speaker_and_changes_no_words(
    nlp: Language, preferred: str, name: str
) -> None:
    decision = decided("preferred spelling", "Okoowa", "Okorowa", preferred=preferred)
    found = resolve(nlp, MISSPELT, ODD, decisions=(decision,))
    assert spoken_by(found) == [name]
    (speaker,) = [s for s in found.speakers if s.name == name]
    assert {v.form for v in speaker.variants} == {"Hannah Okorowa", "Okorowa", "Okoowa"}
    assert all(MISSPELT[m.start : m.end] == m.text for m in speaker.mentions)
    assert any("prefers the spelling" in reason for reason in speaker.evidence) == (preferred == "Okoowa")


def test_a_preferred_family_name_renames_nobody_who_is_never_called_both(nlp: Language) -> None:
    text = "Minister Anna Smyth opened the harbour on Monday. Smyth said it was late."
    decision = decided("preferred spelling", "Smith", "Smyth", preferred="Smith")
    assert spoken_by(resolve(nlp, text, places(text, "Smyth")[1], decisions=(decision,))) == ["Anna Smyth"]


def test_a_preferred_full_name_is_the_name_in_every_article(nlp: Language) -> None:
    text = "Mike Okoro opened the harbour. Okoro said it was late."
    decision = decided("preferred spelling", "Mike Okoro", "Michael J. Okoro", preferred="Michael J. Okoro")
    assert spoken_by(resolve(nlp, text, places(text, "Okoro")[1], decisions=(decision,))) == ["Michael J. Okoro"]


def test_decisions_that_prefer_each_in_turn_prefer_none(nlp: Language) -> None:
    text = "Mike Okoro opened the harbour. Okoro said it was late."
    forms = ("Mike Okoro", "Michael Okoro", "Mick Okoro")
    ring = tuple(
        decided("preferred spelling", one, other, preferred=other)
        for one, other in zip(forms, (*forms[1:], forms[0]), strict=True)
    )
    assert spoken_by(resolve(nlp, text, places(text, "Okoro")[1], decisions=ring)) == ["Mike Okoro"]


TWO = "Daniel Osei met Grace Osei in the harbour. Osei said it was late. Later Osei said it was early."
ALONE = [span for span in places(TWO, "Osei") if TWO[: span.start].endswith((". ", "Later "))]


@pytest.mark.parametrize(
    ("decisions", "speakers"),
    [
        ((), [NOBODY, NOBODY]),
        ((decided("same", "Osei", "Grace Osei", scope="this article"),), ["Grace Osei", "Grace Osei"]),
        ((decided("different", "Osei", "Daniel Osei", scope="this article"),), ["Grace Osei", "Grace Osei"]),
        ((decided("same", "Osei", "Grace Osei", scope="this article", sha256="b" * 64),), [NOBODY, NOBODY]),
        (
            (decided("same", "Osei", "Grace Osei", scope="this mention", mention=ALONE[1]),),
            [NOBODY, "Grace Osei"],
        ),
        (
            (
                decided("same", "Osei", "Daniel Osei", scope="this article"),
                decided("different", "Osei", "Daniel Osei", scope="this mention", mention=ALONE[1]),
                decided("same", "Osei", "Grace Osei", scope="this mention", mention=ALONE[1]),
            ),
            ["Daniel Osei", "Grace Osei"],
        ),
    ],
)
def test_an_ambiguous_family_name_is_whose_the_decision_says(
    nlp: Language, decisions: tuple[Decision, ...], speakers: list[str]
) -> None:
    assert spoken_by(resolve(nlp, TWO, *ALONE, decisions=decisions)) == speakers


def test_a_mention_that_is_split_off_takes_no_other_along(nlp: Language) -> None:
    text = "Daniel Osei came on Monday. Osei said it was late. Later Osei said it was early."
    first, second = places(text, "Osei")[1:]
    split = decided("split", "Osei", "Daniel Osei", scope="this mention", mention=first)
    assert spoken_by(resolve(nlp, text, first, second, decisions=(split,))) == ["Osei", "Daniel Osei"]


def test_a_form_is_split_from_an_entry_of_the_authority_file(nlp: Language) -> None:
    text = "Hannah Okoro came on Monday. Okoro said it was late."
    authority = Authority((Entry("okoro", "Hannah Okoro-Reyes", variants=("Hannah Okoro",)),))
    source = places(text, "Okoro")[1]
    assert spoken_by(resolve(nlp, text, source, authority=authority)) == ["Hannah Okoro-Reyes"]
    split = decided("split", "Hannah Okoro", "Hannah Okoro-Reyes")
    found = resolve(nlp, text, source, authority=authority, decisions=(split,))
    assert spoken_by(found) == ["Hannah Okoro"]
    assert all(speaker.key is None for speaker in found.speakers)


def test_a_contradicting_chain_joins_nothing(nlp: Language) -> None:
    text = "Tom Okoro came on Monday. Timothy Reyes left on Sunday. Martin Holt stayed."
    joined = decided("same", "Tom Okoro", "Timothy Reyes"), decided("same", "Timothy Reyes", "Martin Holt")
    apart = decided("different", "Tom Okoro", "Martin Holt")
    persons = [s.name for s in resolve(nlp, text, decisions=joined).speakers if s.kind == "person"]
    assert len(persons) == 1
    persons = [s.name for s in resolve(nlp, text, decisions=(*joined, apart)).speakers if s.kind == "person"]
    assert sorted(persons) == ["Martin Holt", "Timothy Reyes", "Tom Okoro"]


def test_a_slip_in_a_full_name_is_asked_about_the_full_names(nlp: Language) -> None:
    """An answer on "Jon" and "John" alone would be one about everybody of those names."""
    text = "Joan Marlowe opened the harbour. Joan Marlowe left. Joann Marlowe came back. Joan Marlowe said it was late."
    (flag,) = flags(resolve(nlp, text), "spelling variant")
    assert set(flag.names) == {"Joann Marlowe", "Joan Marlowe"}
