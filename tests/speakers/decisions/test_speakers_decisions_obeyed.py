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


ONE_NAME = "John Stone, 45, a plumber, came. It was late, John Stone, 71, said. The harbour is old."
TWO_TRADES = "John Stone, a plumber, came. John Stone, a dentist, left. The harbour is old."


@pytest.mark.parametrize("scope", ["everywhere", "this article"])
def test_two_of_one_name_are_one_where_a_decision_says_so(nlp: Language, scope: Scope) -> None:
    kind = "same name in different contexts"
    before = resolve(nlp, ONE_NAME)
    assert [s.name for s in before.speakers] == ["John Stone", "John Stone"]
    assert flags(before, kind)[0].names == ("John Stone", "John Stone")
    after = resolve(nlp, ONE_NAME, decisions=(decided("same", "John Stone", "John Stone", scope=scope),))
    assert [s.name for s in after.speakers] == ["John Stone"]
    assert not flags(after, kind)


def test_one_of_a_name_is_two_where_a_decision_says_so_and_their_roles_tell_them_apart(nlp: Language) -> None:
    kind = "same name in different contexts"
    (one,) = resolve(nlp, TWO_TRADES).speakers
    assert [role.text for role in one.roles] == ["a plumber", "a dentist"]
    answer = decided("different", "John Stone", "John Stone", scope="this article")
    found = resolve(nlp, TWO_TRADES, decisions=(answer,))
    assert [[role.text for role in s.roles] for s in found.speakers] == [["a plumber"], ["a dentist"]]
    assert [flag.decision for flag in flags(found, kind)] == [answer]


def test_that_there_are_two_of_a_name_leaves_places_that_say_nothing_where_they_are(nlp: Language) -> None:
    text = "John Stone came. John Stone left. The harbour is old."
    found = resolve(nlp, text, decisions=(decided("different", "John Stone", "John Stone"),))
    assert [len(s.mentions) for s in found.speakers] == [2]


CHAIN = "Hanna Okorowa, the mayor, opened the harbour. The crowd cheered Anna Reyes at noon."


@pytest.mark.parametrize(
    "links",
    [
        [("Hannah Okorowa-Reyes", "Hanna Okorowa"), ("Hannah Okorowa-Reyes", "Anna Reyes")],
        [("Hanna Okorowa", "Bo Addo"), ("Cy Addo", "Bo Addo"), ("Anna Reyes", "Cy Addo")],
    ],
)
def test_a_chain_of_decisions_over_absent_names_is_obeyed(nlp: Language, links: list[tuple[str, str]]) -> None:
    records = tuple(decided("same", *names) for names in links)
    assert len(resolve(nlp, CHAIN).speakers) == 2
    (one,) = resolve(nlp, CHAIN, decisions=records).speakers
    assert {v.form for v in one.variants} == {"Hanna Okorowa", "Anna Reyes"}
    assert len(resolve(nlp, CHAIN, decisions=records[1:]).speakers) == 2
    # A record that keeps the two apart contradicts the chain: nothing is joined until one is taken back.
    apart = decided("different", "Hanna Okorowa", "Anna Reyes")
    assert len(resolve(nlp, CHAIN, decisions=(*records, apart)).speakers) == 2


def test_the_evidence_of_a_decision_has_two_names(nlp: Language) -> None:
    text = "Hannah Okoro opened the harbour. The crowd cheered Martin Daniel Reyes at noon."
    (one,) = resolve(nlp, text, decisions=(decided("same", "Hannah Okoro", "Martin Daniel Reyes"),)).speakers
    assert one.evidence == ("Martin Daniel Reyes and Hannah Okoro are one: a recorded decision says so.",)


def test_a_decision_that_the_authority_file_contradicts_is_reported(nlp: Language) -> None:
    known = Authority((Entry("okoro", "Hannah Okoro"), Entry("reyes", "Daniel Reyes")))
    text = "Hannah Okoro opened the harbour. The crowd cheered Daniel Reyes at noon."
    record = decided("same", "Hannah Okoro", "Daniel Reyes")
    found = resolve(nlp, text, decisions=(record,), authority=known)
    assert [s.key for s in found.speakers] == ["okoro", "reyes"]
    (flag,) = flags(found, "not obeyed")
    assert flag.severity == "high"
    assert {span.text for span in flag.evidence} == {"Hannah Okoro", "Daniel Reyes"}
    assert set(flag.subjects) == {s.id for s in found.speakers}
    assert "okoro" in flag.message
    assert "reyes" in flag.message
    assert not flags(resolve(nlp, text, authority=known), "not obeyed")


AMBIGUOUS = "Hannah Okoro met Daniel Okoro. Okoro said it was late. Okoro said it was dark. The harbour is old."


def test_an_answer_at_one_mention_asks_about_the_next(nlp: Language) -> None:
    sources = places(AMBIGUOUS, "Okoro said")
    sources = [Span(s.start, s.start + 5, "Okoro") for s in sources]
    before = resolve(nlp, AMBIGUOUS, *sources)
    (flag,) = flags(before, "ambiguous surname")
    assert sources[0] in flag.evidence
    assert "1 more place" in flag.message
    first = decided("same", "Okoro", "Daniel Okoro", scope="this mention", mention=sources[0])
    after = resolve(nlp, AMBIGUOUS, *sources, decisions=(first,))
    assert spoken_by(after) == ["Daniel Okoro", NOBODY]
    (flag,) = flags(after, "ambiguous surname")
    assert flag.decision is None
    assert sources[1] in flag.evidence
    assert "more place" not in flag.message


def test_a_decision_is_obeyed_whatever_the_names_were_taken_for(nlp: Language) -> None:
    text = "Hannah Okoro, the mayor, came. The [Zamora Works] said that it rained."
    found = resolve(nlp, text, decisions=(decided("same", "Hannah Okoro", "Zamora Works"),))
    (one,) = found.speakers
    assert (one.name, one.kind) == ("Hannah Okoro", "person")


# Several bear a name until an answer makes them one, or says which one is meant: then there is nothing left to ask.
SETTLED = [
    ('Bob Okoro met Rafael Okoro. "It was late," Okoro said.', "Bob Okoro", "Rafael Okoro", "Rafael Okoro"),
    (
        'Dan Okoro, a lawyer, came. Daniel Okoro, a judge, left. "It was late," Okoro said.',
        "Dan Okoro",
        "Daniel Okoro",
        "Daniel Okoro",
    ),
    (
        'Daniel Okoro and Diana Okoro came. "It was late," D. Okoro said.',
        "Daniel Okoro",
        "Diana Okoro",
        "Daniel Okoro",
    ),
    ('Daniel Okoro and Diana Okoro came. "It was late," D. Okoro said.', "D. Okoro", "Diana Okoro", "Diana Okoro"),
    ('Bill Okoro and Ann Okoro came. "It was late," President Okoro said.', "Okoro", "Bill Okoro", "Bill Okoro"),
]


@pytest.mark.parametrize(("text", "left", "right", "name"), SETTLED)
def test_a_name_that_an_answer_leaves_one_bearer_is_his_and_is_not_asked_about(
    nlp: Language, text: str, left: str, right: str, name: str
) -> None:
    end = text.index(" said.")
    source = Span.within(text, text.rindex('"', 0, end) + 2, end)
    before, after = (resolve(nlp, text, source, decisions=log) for log in ((), (decided("same", left, right),)))
    assert flags(before, "ambiguous surname")
    assert spoken_by(before) != [name]
    assert spoken_by(after) == [name]
    assert not flags(after, "ambiguous surname")


def test_a_paper_that_was_decided_to_be_another_is_kept_apart(nlp: Language) -> None:
    text = "The Harbour Times had it first. The Times said it was late."
    (source,) = places(text, "The Times")
    assert spoken_by(resolve(nlp, text, source)) == ["Harbour Times"]
    different = decided("different", "Times", "Harbour Times")
    assert spoken_by(resolve(nlp, text, source, decisions=(different,))) == ["Times"]
