"""Every kind of flag that an article can raise: what raises it, what nearly does, what settles it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

import pytest
from flag_samples import decided, of_kind, raised
from spacy.language import Language

from factsheet.model import Decision, Flag, Mention, Quotation, QuotationKind
from factsheet.model.flag import FlagKind, Verdict
from factsheet.speakers.authority.authority import Authority, Entry
from factsheet.speakers.clusters import Cluster
from factsheet.speakers.decisions.verdicts import state
from factsheet.speakers.findings import Identity
from factsheet.speakers.flags.found import Found
from factsheet.speakers.flags.two_genders import two_gender_flags
from factsheet.speakers.references import find_references

NOBODY_KNOWN = Authority()
KNOWN = Authority((Entry("okoro", "Hannah Okoro", variants=("Hanna Okoro",)), Entry("reyes", "Daniel Reyes")))


@dataclass(frozen=True)
class Case:
    """A text that raises one flag of a kind, about two names if ``names``."""

    kind: FlagKind
    text: str
    sources: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    quotation: QuotationKind = "indirect"
    confidence: float = 0.9
    authority: Authority = NOBODY_KNOWN


CASES = [
    # Two spellings, of which one stands once: as a speaker's name, in another's company, in the full name.
    Case(
        "spelling variant",
        "Hannah Okorowa opened the harbour. Okorowa left. It was late, Okoowa said.",
        ("Okoowa",),
        ("Okoowa", "Okorowa"),
    ),
    Case(
        "spelling variant",
        "Hannah Okorowa opened the harbour. Okorowa left. The Okorwa plan was late.",
        names=("Okorwa", "Hannah Okorowa"),
    ),
    Case(
        "spelling variant",
        "Daniel Guerrreo opened the harbour. Mr. Guerrero left. Mr. Guerrero said it was late.",
        ("Mr. Guerrero",),
        ("Daniel Guerrreo", "Guerrero"),
    ),
    Case(
        "transliteration variant",
        "Volodymyr Zelenskyy came to Oslo. The king greeted Vladimir Zelensky at noon.",
        names=("Vladimir Zelensky", "Volodymyr Zelenskyy"),
    ),
    Case(
        "transliteration variant",
        "Mukhtar Tileuberdi came to Oslo. Minister Мұхтар Тілеуберді left at noon.",
        names=("Mukhtar Tileuberdi", "Мұхтар Тілеуберді"),
    ),
    Case("name order", "Xi Guoping came to Oslo. Mr. Guoping Xi left.", names=("Guoping Xi", "Xi Guoping")),
    Case(
        "name order",
        "The list has Okoro, Hannah in blue ink. Hannah Okoro left.",
        names=("Hannah Okoro", "Okoro, Hannah"),
    ),
    # One of the pronouns is another's, or two people have the name.
    Case("pronoun mismatch", "Robin Okoro said that he was late. Robin Okoro said that she was not.", ("Robin Okoro",)),
    Case(
        "nickname or acronym",
        "Rafael Edward Holt came to Oslo. The crowd cheered Ted Holt at noon.",
        names=("Rafael Edward Holt", "Ted Holt"),
    ),
    Case(
        "nickname or acronym",
        "The Harbour Review Commission met the Harbour Rescue Committee. The HRC said it was late.",
        ("The HRC",),
        ("HRC", "Harbour Review Commission"),
    ),
    Case("missing first name", "Mr. Okoro said it was late. The crowd left.", ("Mr. Okoro",)),
    Case(
        "missing first name",
        "Mr. Reyes said it was late. The crowd left.",
        ("Mr. Reyes",),
        ("Reyes", "Daniel Reyes"),
        authority=KNOWN,
    ),
    Case(
        "ambiguous surname",
        "Hannah Okoro met Daniel Okoro in the harbour. Okoro said it was late.",
        ("Okoro",),
        ("Okoro", "Hannah Okoro"),
    ),
    Case(
        "initials conflict",
        "Daniel A. Okoro came to Oslo. The crowd cheered Daniel B. Okoro at noon.",
        names=("Daniel A. Okoro", "Daniel B. Okoro"),
    ),
    Case(
        "suffix conflict",
        "Daniel Okoro Jr. came to Oslo. The crowd cheered Daniel Okoro at noon.",
        names=("Daniel Okoro", "Daniel Okoro Jr."),
    ),
    Case(
        "given-name conflict",
        "Daniel Okoro, the mayor of Velinsk, came. Martin Okoro, the mayor of Velinsk, left.",
        names=("Daniel Okoro", "Martin Okoro"),
    ),
    Case(
        "title conflict",
        "Minister of Trade of Norway Hannah Okoro came. Later Finance Minister Okoro left.",
        names=("Hannah Okoro", "Okoro"),
    ),
    Case("title conflict", "Sen. Hannah Okoro came to Oslo. The crowd cheered Gov. Hannah Okoro at noon."),
    Case(
        "title conflict",
        "Hannah Okoro opened the harbour. Mr. Okoro said it was late.",
        ("Mr. Okoro",),
        ("Okoro", "Hannah Okoro"),
    ),
    Case(
        "same role under two names",
        "Minister of Trade of Norway Hannah Okoro came. Minister of Trade of Norway Daniel Reyes left.",
        names=("Hannah Okoro", "Daniel Reyes"),
    ),
    Case("pronoun mismatch", "Hannah Okoro opened the harbour. He said it was late.", ("He",)),
    Case(
        "not the preferred spelling",
        "Hanna Okoro opened the harbour. The crowd left.",
        names=("Hanna Okoro", "Hannah Okoro"),
        authority=KNOWN,
    ),
    Case(
        "not the preferred spelling",
        "Daniel Reyess opened the harbour. The crowd left.",
        names=("Daniel Reyess", "Daniel Reyes"),
        authority=KNOWN,
    ),
    Case(
        "same name in different contexts",
        "Daniel Okoro, 45, opened the harbour. The crowd cheered Daniel Okoro, 71, at noon.",
        names=("Daniel Okoro", "Daniel Okoro"),
    ),
    Case(
        "same name in different contexts",
        "Daniel Okoro, a plumber, opened the harbour. Daniel Okoro, a dentist, left.",
        names=("Daniel Okoro", "Daniel Okoro"),
    ),
    Case(
        "same name in different contexts",
        "Daniel Okoro, a lawyer, opened the harbour. Dan Okoro, a judge, left.",
        names=("Daniel Okoro", "Dan Okoro"),
    ),
    Case("unresolved script", "The ministry thanked 李明 for his work in the harbour on Monday."),
    Case("unresolved script", "The crowd thanked President FranÃ\x83Â§ois Reyes for his work on Monday."),
    Case("unresolved script", "The ministry thanked Оkorowa for his work in the harbour on Monday."),
    Case("unattributed quotation", "The harbour opened on Monday. It said it was late.", ("It",), quotation="direct"),
    Case(
        "low confidence",
        "Hannah Okoro came to Oslo. Okoro said it was late, and that the harbour would not open before noon on Monday.",
        ("Okoro",),
        quotation="direct",
        confidence=0.6,
    ),
]
NAMED = [case for case in CASES if case.names]


def flags_of(nlp: Language, case: Case, text: str = "", decisions: tuple[Decision, ...] = ()) -> tuple[Flag, ...]:
    return raised(
        nlp,
        text or case.text,
        *case.sources,
        kind=case.quotation,
        confidence=case.confidence,
        authority=case.authority,
        decisions=decisions,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.text[:30]}")
def test_what_raises_a_flag(nlp: Language, case: Case) -> None:
    flags = flags_of(nlp, case)
    (flag,) = of_kind(flags, case.kind)
    assert set(flag.names) == set(case.names)
    assert all(case.text[span.start : span.end] == span.text for span in flag.evidence)
    assert flag.message
    assert flag.suggestion
    assert flag.decision is None


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind}: {case.text[:30]}")
def test_a_flag_keeps_its_id_wherever_it_stands(nlp: Language, case: Case) -> None:
    (flag,) = of_kind(flags_of(nlp, case), case.kind)
    (later,) = of_kind(flags_of(nlp, case, "The river froze in January.\n\n" + case.text), case.kind)
    assert later.id == flag.id
    assert later.evidence != flag.evidence


@pytest.mark.parametrize("case", NAMED, ids=lambda case: f"{case.kind}: {case.text[:30]}")
def test_a_recorded_answer_settles_a_flag(nlp: Language, case: Case) -> None:
    (flag,) = of_kind(flags_of(nlp, case), case.kind)
    verdicts: tuple[Verdict, ...] = ("different", "not sure", "same")
    for verdict in verdicts:
        decision = decided(verdict, *flag.names)
        flags = of_kind(flags_of(nlp, case, decisions=(decision,)), case.kind)
        # Where the answer leaves nothing open, there is no flag any more.
        assert all(f.decision == decision for f in flags)
        assert flags or verdict != "not sure"


def test_names_that_were_decided_to_be_one_keep_their_kind(nlp: Language) -> None:
    text = "Volodymyr Zelenskyy came to Oslo. The king greeted Vladimir Zelensky at noon."
    same = decided("same", "Vladimir Zelensky", "Volodymyr Zelenskyy")
    (before,), (after,) = raised(nlp, text), raised(nlp, text, decisions=(same,))
    assert (after.id, after.kind, after.decision) == (before.id, before.kind, same)


@pytest.mark.parametrize("case", NAMED, ids=lambda case: f"{case.kind}: {case.text[:30]}")
def test_an_answer_that_is_taken_back_leaves_the_flag_open(nlp: Language, case: Case) -> None:
    (flag,) = of_kind(flags_of(nlp, case), case.kind)
    answer = decided("different", *flag.names)
    undo = replace(decided("undo", *flag.names), undoes=answer.id)
    assert flags_of(nlp, case, decisions=(answer, undo)) == flags_of(nlp, case)


def test_a_form_that_is_split_off_is_asked_no_more(nlp: Language) -> None:
    text = "Minister of Trade of Norway Hannah Okoro came. Later Finance Minister Okoro left."
    assert of_kind(raised(nlp, text), "title conflict")
    split = decided("split", "Okoro", "Hannah Okoro")
    assert not of_kind(raised(nlp, text, decisions=(split,)), "title conflict")


def test_every_kind_is_raised_here_or_elsewhere() -> None:
    elsewhere = {
        "ambiguous reference",  # the claims room
        "same name, other article",  # across a run
        "not obeyed",  # the decisions, and the authority file
    }
    assert {case.kind for case in CASES} | elsewhere == set(get_args(FlagKind))


def test_the_manual_has_every_kind() -> None:
    manual = (Path(__file__).parents[3] / "docs" / "flags.md").read_text("utf-8")
    assert [kind for kind in get_args(FlagKind) if f"\n| {kind} |" not in manual] == []


@pytest.mark.parametrize(
    ("kind", "text", "sources"),
    [
        # A surname alone after a full name is normal.
        ("spelling variant", "Hannah Okorowa opened the harbour. Okorowa said it was late.", ["Okorowa"]),
        # A family, a plural, a word of its own, a part of another name, another person.
        ("spelling variant", "Hannah Okoro opened the harbour. Okoro left. The Okoros said it was late.", []),
        ("spelling variant", "Hannah Lane opened the harbour. Lane left. Late in May it was closed.", []),
        ("spelling variant", "Hannah Box opened the harbour. Box left. The crowd cheered Fox News at noon.", []),
        ("spelling variant", "Hannah Larsen opened the harbour. Larsen left. Sylvia Larson stayed at home.", []),
        ("spelling variant", "Hannah Reed opened the harbour. Reed left. Harry M. Reid stayed at home.", []),
        ("transliteration variant", "Volodymyr Zelenskyy came to Oslo. Olena Zelenska left at noon.", []),
        ("name order", "Xi Guoping came to Oslo. Mr. Xi left.", []),
        # A short form with the same family name is joined, and its reason stands in the evidence.
        ("nickname or acronym", "Edward Holt came to Oslo. The crowd cheered Ted Holt at noon.", []),
        ("nickname or acronym", "The Harbour Review Commission met. The HRC said it was late.", ["The HRC"]),
        ("missing first name", "President Okoro said it was late. The crowd left.", ["President Okoro"]),
        ("missing first name", "Dean Okoro said it was late. The crowd left.", ["Dean Okoro"]),
        ("missing first name", "Mr. Okoro opened the harbour on Monday. The crowd left.", []),
        ("ambiguous surname", "Hannah Okoro met Daniel Reyes in the harbour. Okoro said it was late.", ["Okoro"]),
        ("initials conflict", "Daniel A. Okoro came to Oslo. The crowd cheered Daniel Okoro at noon.", []),
        # Two walks of life that one person may well have, an age a year apart, a former one.
        ("same name in different contexts", "Daniel Okoro, a comedian, came. Daniel Okoro, the candidate, left.", []),
        ("same name in different contexts", "Daniel Okoro, 45, came. Daniel Okoro, 46, left.", []),
        ("same name in different contexts", "Daniel Okoro, a former teacher, came. Daniel Okoro, a pilot, left.", []),
        ("same name in different contexts", "Daniel Okoro, a lawyer, came. Dan Okoro, the other lawyer, left.", []),
        ("suffix conflict", "Daniel Okoro Jr. came to Oslo. The crowd cheered Martin Okoro at noon.", []),
        ("given-name conflict", "Daniel Okoro, the mayor of Velinsk, came. Martin Okoro, his brother, left.", []),
        ("title conflict", "Sen. Hannah Okoro came to Oslo. The crowd cheered former Gov. Hannah Okoro.", []),
        ("title conflict", "Foreign Minister Hannah Okoro came. Minister of Foreign Affairs Okoro left.", []),
        ("title conflict", "Gov. Hannah Okoro came to Oslo. The crowd cheered Governor Okoro at noon.", []),
        (
            "same role under two names",
            "Minister of Trade of Norway Hannah Okoro came. Former Minister of Trade of Norway Daniel Reyes left.",
            [],
        ),
        ("same role under two names", "Minister Hannah Okoro came. Minister Daniel Reyes left.", []),
        ("pronoun mismatch", "Hannah Okoro opened the harbour. She said it was late.", ["She"]),
        ("pronoun mismatch", "Hannah Okoro met Daniel Reyes. He said it was late.", ["He"]),
        ("pronoun mismatch", "Hannah Okoro spoke to the driver. He said it was late.", ["He"]),
        ("unresolved script", "The ministry thanked Мұхтар Тілеуберді for his work in the harbour.", []),
        (
            "unresolved script",
            "李明在港口工作了很多年,大家都感谢他。\n\nThe ministry opened the harbour on Monday.",
            [],
        ),
        ("unattributed quotation", "Hannah Okoro opened the harbour. It was late, I said.", ["I"]),
    ],
)
def test_what_nearly_raises_a_flag(nlp: Language, kind: str, text: str, sources: list[str]) -> None:
    assert not of_kind(raised(nlp, text, *sources, kind="direct"), kind)


@pytest.mark.parametrize("confidence", [0.6, 0.9])
def test_only_what_is_not_sure_is_of_low_confidence(nlp: Language, confidence: float) -> None:
    text = (
        "Hannah Okoro came to Oslo. Okoro said it was late, and that the harbour would not open before noon on Monday."
    )
    flags = raised(nlp, text, "Okoro", kind="direct", confidence=confidence)
    assert bool(of_kind(flags, "low confidence")) == (confidence < 0.7)


@pytest.mark.parametrize("text", ["Hannah Okoro opened the harbour. Okoro left.", "Daniel Reyes came. D. Reyes left."])
def test_a_form_that_leaves_out_words_is_no_other_spelling(nlp: Language, text: str) -> None:
    assert not of_kind(raised(nlp, text, authority=KNOWN), "not the preferred spelling")


def test_a_preferred_spelling_is_held_against_the_article(nlp: Language) -> None:
    text = "Hanna Okoro opened the harbour. The crowd left."
    decision = decided("preferred spelling", "Hanna Okoro", "Hannah Okoro", preferred="Hannah Okoro")
    (flag,) = of_kind(raised(nlp, text, decisions=(decision,)), "not the preferred spelling")
    assert flag.names == ("Hanna Okoro", "Hannah Okoro")
    assert flag.decision == decision


def test_entries_of_the_authority_file_are_not_asked_about(nlp: Language) -> None:
    text = "Daniel A. Okoro came to Oslo. The crowd cheered Daniel B. Okoro at noon."
    authority = Authority((Entry("a", "Daniel A. Okoro"), Entry("b", "Daniel B. Okoro")))
    assert not raised(nlp, text, authority=authority)


def test_he_said_and_he_said_again_is_one_question(nlp: Language) -> None:
    text = "The harbour opened on Monday. It said it was late. It added it was early. Hannah Okoro left."
    (flag,) = of_kind(raised(nlp, text, "It", "It", kind="direct"), "unattributed quotation")
    assert flag.subjects == ("q1", "q2")
    other = text.replace("It added", "They added")
    assert len(of_kind(raised(nlp, other, "It", "They", kind="direct"), "unattributed quotation")) == 2


def test_a_name_that_says_who_is_quoted_is_more_urgent_than_another(nlp: Language) -> None:
    text = "Hannah Okoro met Daniel Okoro in the harbour. Okoro came late on Monday."
    severities = [of_kind(raised(nlp, text, *s), "ambiguous surname")[0].severity for s in ((), ("Okoro came",))]
    assert severities == ["medium", "high"]


def test_somebody_named_by_first_name_is_asked_about_by_the_full_one(nlp: Language) -> None:
    text = "They cheered Hannah, and Hannah waved. Hannah Okoro opened the harbour. Hannah left, and Hannah Reyes came."
    for flag in of_kind(raised(nlp, text), "ambiguous surname"):
        assert flag.names[0] != flag.names[1]


def test_two_names_are_asked_about_once(nlp: Language) -> None:
    for case in CASES:
        pairs = [frozenset(flag.names) for flag in flags_of(nlp, case) if flag.names]
        assert len(pairs) == len(set(pairs))


def test_who_a_quoted_name_is_that_several_bear_is_asked_about_once(nlp: Language) -> None:
    text = "Hannah Okoro met Daniel {other} in the harbour. Okoro said it was late. It said it was cold."
    for other, expected in (("Okoro", ["ambiguous surname", "unattributed quotation"]), ("Reyes", [])):
        flags = raised(nlp, text.format(other=other), "Okoro", "It", kind="direct")
        assert [flag.kind for flag in flags if flag.evidence[-1].text != "It"] == expected[:1]
        (silent,) = of_kind(flags, "unattributed quotation")
        assert silent.evidence[-1].text == "It"


@pytest.mark.parametrize(
    ("name", "source", "severity"),
    [
        # The name shows a woman: "he" is the doubtful one.
        ("Hannah Okoro", "he", "high"),
        ("Hannah Okoro", "she", "medium"),
        # It shows neither, and each pronoun stands once.
        ("Robin Okoro", "he", "high"),
        ("Robin Okoro", "she", "high"),
    ],
)
def test_a_pronoun_that_does_not_fit_is_grave_where_it_says_who_is_quoted(
    nlp: Language, name: str, source: str, severity: str
) -> None:
    with nlp.select_pipes(disable=["factsheet_quotations", "factsheet_speakers", "factsheet_claims"]):
        doc = nlp(f"{name} said that he was late. {name} said that she was not.")
    doubted = Found(doc, (), {}, Identity(), {}, state(()).within(""), Authority())
    cluster = Cluster("person", [reference for reference in find_references(doc) if reference.person])
    cluster.other = [Mention(t.idx, t.idx + len(t), t.text, "pronoun") for t in doc if t.lower_ in {"he", "she"}]
    place = next(m for m in cluster.other if m.text == source)
    quoted = Quotation("q1", "indirect", (place,), (), (place,), None, 0.9, 1, ("a test",))
    doubted = replace(doubted, quotations=(quoted,), identity=Identity([cluster]))
    (flag,) = two_gender_flags(doubted)
    assert flag.severity == severity
    assert ("q1" in flag.subjects) == (severity == "high")
