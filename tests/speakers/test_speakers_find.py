from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.model import Decision, Flag, Quotation, QuotationKind, Span, Speaker
from factsheet.model.flag import Verdict
from factsheet.speakers.authority.authority import Authority, Entry
from factsheet.speakers.find import SpeakerFindings, find_speakers

NOBODY = "unattributed"


def resolve(
    nlp: Language,
    text: str,
    *sources: str,
    kind: QuotationKind = "indirect",
    authority: Authority | None = None,
    decisions: tuple[Decision, ...] = (),
) -> SpeakerFindings:
    """The findings for a text in which each of ``sources``, in text order, is the source of a quotation."""
    quotations = []
    at = 0
    for number, source in enumerate(sources, 1):
        at = text.index(source, at)
        content = Span.within(text, at + len(source), min(len(text), at + len(source) + 12))
        place = Span.within(text, at, at + len(source))
        quotations.append(Quotation(f"q{number}", kind, (content,), (), (place,), None, 0.9, 1, ("a test",)))
        at += len(source)
    return find_speakers(parsed(nlp, text), tuple(quotations), authority or Authority(), decisions)


def parsed(nlp: Language, text: str) -> Doc:
    return nlp(text)


def spoken_by(found: SpeakerFindings) -> list[str]:
    names = {speaker.id: speaker.name for speaker in found.speakers}
    return [names[q.speaker] if q.speaker else NOBODY for q in found.quotations]


def speaker(found: SpeakerFindings, name: str) -> Speaker:
    (one,) = [s for s in found.speakers if s.name == name]
    return one


def flags(found: SpeakerFindings, kind: str) -> list[Flag]:
    return [flag for flag in found.flags if flag.kind == kind]


def decided(verdict: Verdict, left: str, right: str) -> Decision:
    return Decision(verdict, left, right, "ann", "2026-01-01T00:00:00Z", "f0")


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        ("Hannah Okoro opened the harbour. Okoro said it was late.", ["Okoro"], ["Hannah Okoro"]),
        ("Mayor Hannah Okoro came. The crowd cheered. The mayor said it was late.", ["The mayor"], ["Hannah Okoro"]),
        ("Deputy mayor Hannah Okoro came. The mayor said it was late.", ["The mayor"], ["The mayor"]),
        ("Hannah Okoro opened the harbour. She said it was late.", ["She"], ["Hannah Okoro"]),
        ("Hannah Okoro opened the harbour. He said it was late.", ["He"], [NOBODY]),
        (
            "Hannah Okoro met Daniel Reyes on Monday. She said it was late. He said it was early.",
            ["She", "He"],
            ["Hannah Okoro", "Daniel Reyes"],
        ),
        (
            "Daniel Reyes met Martin Holt on Monday, and Peter Lund came with them. Then he said it was late.",
            ["he"],
            [NOBODY],
        ),
        (
            "Daniel Reyes and Martin Holt met on Monday. They said it was late.",
            ["They"],
            ["Daniel Reyes and Martin Holt"],
        ),
        ("Officials said it was late.", ["Officials"], ["Officials"]),
        (
            "The Harbour Review Commission met on Monday. The HRC said it was late.",
            ["The HRC"],
            ["Harbour Review Commission"],
        ),
        (
            "Minister of Trade of Norway Ingrid Solberg came to Oslo. Solberg said it was late.",
            ["Solberg"],
            ["Ingrid Solberg"],
        ),
        ("Ursula von der Leyen came. Von der Leyen said it was late.", ["Von der Leyen"], ["Ursula von der Leyen"]),
        ("Hannah Okoro, who said it was late, left.", ["who"], ["Hannah Okoro"]),
    ],
)
def test_sources_are_resolved(nlp: Language, text: str, sources: list[str], expected: list[str]) -> None:
    assert spoken_by(resolve(nlp, text, *sources)) == expected


def test_two_people_of_one_family_name_are_told_apart_by_courtesy_titles(nlp: Language) -> None:
    text = "Hannah Okoro met Daniel Okoro in the harbour. Mrs. Okoro said it was late. Mr. Okoro said it was early."
    found = resolve(nlp, text, "Mrs. Okoro", "Mr. Okoro")
    assert spoken_by(found) == ["Hannah Okoro", "Daniel Okoro"]
    assert not flags(found, "ambiguous surname")


def test_a_bare_family_name_of_two_people_is_asked_and_not_guessed(nlp: Language) -> None:
    text = "Hannah Okoro met Daniel Okoro in the harbour. Okoro said it was late."
    found = resolve(nlp, text, "Hannah Okoro", "Daniel Okoro", "Okoro")
    assert spoken_by(found) == ["Hannah Okoro", "Daniel Okoro", NOBODY]
    (flag,) = flags(found, "ambiguous surname")
    assert {span.text for span in flag.evidence} == {"Hannah Okoro", "Daniel Okoro", "Okoro"}
    assert flag.subjects == ("s1", "s2")


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Gov. Hannah Okoro came.", "Hannah Okoro", ["Gov."]),
        (
            "Hannah Okoro, the interim chairwoman of the Harbour Commission, came.",
            "Hannah Okoro",
            ["the interim chairwoman of the Harbour Commission"],
        ),
        ("Former Secretary of State Hannah Okoro came.", "Hannah Okoro", ["Former Secretary of State"]),
        (
            "On Monday, Minister of Foreign Affairs of Norway Hannah Okoro came.",
            "Hannah Okoro",
            ["Minister of Foreign Affairs of Norway"],
        ),
        ("Mr. Daniel Okoro came, and Mr. Okoro left.", "Daniel Okoro", []),
    ],
)
def test_roles_before_and_after_names(nlp: Language, text: str, name: str, roles: list[str]) -> None:
    assert [role.text for role in speaker(resolve(nlp, text), name).roles] == roles


MISSPELT = (
    "Minister Hannah Okorowa opened the harbour on Monday. Okorowa walked along the quay.\n\n"
    "The harbour is old. It was late, Okoowa said."
)


def test_a_misspelling_is_joined_on_evidence_and_flagged(nlp: Language) -> None:
    found = resolve(nlp, MISSPELT, "Okoowa")
    assert spoken_by(found) == ["Hannah Okorowa"]
    (flag,) = flags(found, "spelling variant")
    assert [span.text for span in flag.evidence] == ["Hannah Okorowa", "Okoowa"]
    assert set(flag.names) == {"Okoowa", "Okorowa"}
    assert "2 of 3 places" in (flag.suggestion or "")
    assert any("Okoowa" in reason for reason in speaker(found, "Hannah Okorowa").evidence)


def test_a_decision_keeps_two_spellings_apart(nlp: Language) -> None:
    found = resolve(nlp, MISSPELT, "Okoowa", decisions=(decided("different", "Okorowa", "Okoowa"),))
    assert spoken_by(found) == ["Okoowa"]
    (flag,) = flags(found, "spelling variant")
    assert flag.decision is not None
    assert flag.decision.verdict == "different"


def test_the_last_decision_on_a_pair_wins_and_not_sure_decides_nothing(nlp: Language) -> None:
    apart = decided("different", "Okoowa", "Okorowa")
    verdicts: tuple[Verdict, ...] = ("same", "not sure")
    for verdict in verdicts:
        later = decided(verdict, "Okorowa", "Okoowa")
        assert spoken_by(resolve(nlp, MISSPELT, "Okoowa", decisions=(apart, later))) == ["Hannah Okorowa"]


def test_a_decision_puts_two_names_together(nlp: Language) -> None:
    text = "Tom Okoro came on Monday. Timothy Reyes left on Sunday. Timothy Reyes said it was late."
    same = (decided("same", "Tom Okoro", "Timothy Reyes"),)
    assert {"Tom Okoro", "Timothy Reyes"} <= {s.name for s in resolve(nlp, text).speakers}
    (one,) = [s for s in resolve(nlp, text, decisions=same).speakers if s.kind == "person"]
    assert {variant.form for variant in one.variants} == {"Tom Okoro", "Timothy Reyes"}
    assert any("decision" in reason for reason in one.evidence)


def test_an_authority_entry_is_obeyed(nlp: Language) -> None:
    text = "Hannah Okoro came on Monday. Hanna O. Okoro-Reyes said it was late."
    entry = Entry("okoro", "Hannah Okoro", variants=("Hanna O. Okoro-Reyes",))
    found = resolve(nlp, text, "Hanna O. Okoro-Reyes", authority=Authority((entry,)))
    assert spoken_by(found) == ["Hannah Okoro"]
    assert speaker(found, "Hannah Okoro").key == "okoro"


def test_an_authority_form_with_two_bearers_decides_nothing(nlp: Language) -> None:
    entries = (Entry("a", "Hannah Okoro"), Entry("b", "Hannah A. Okoro", variants=("Hannah Okoro",)))
    found = resolve(nlp, "Hannah Okoro came on Monday.", authority=Authority(entries))
    assert speaker(found, "Hannah Okoro").key is None


def test_sides_are_groups_of_their_own(nlp: Language) -> None:
    text = "The Ministry of Trade of Norway met the press. Norwegian side supported the plan. Norwegian MT said so."
    found = resolve(nlp, text)
    assert speaker(found, "Norwegian side").kind == "group"


def test_the_unattributed_are_flagged_with_the_reason(nlp: Language) -> None:
    found = resolve(nlp, "The harbour opened on Monday. It said it was late.", "It", kind="direct")
    (flag,) = flags(found, "unattributed quotation")
    assert flag.subjects == ("q1",)
    assert "“It”" in flag.message


def test_the_seed_article(nlp: Language, seed: Path) -> None:
    text = seed.read_bytes().decode()
    found = resolve(nlp, text, "Ministry of Foreign Affairs of Kazakhstan", "Baerbock", "Tleuberdi", "He", "Kazakh MFA")
    names = [s.name for s in found.speakers]
    assert {
        "Annalena Baerbock",
        "Mukhtar Tileuberdi",
        "Ministry of Foreign Affairs of Kazakhstan",
        "Kazakh side",
    } == set(names)
    minister = speaker(found, "Mukhtar Tileuberdi")
    assert [role.text for role in minister.roles] == ["Minister of Foreign Affair of Kazakhstan"]
    assert {v.form for v in minister.variants} == {"Mukhtar Tileuberdi", "Tleuberdi", "He"}
    assert spoken_by(found)[2:] == [
        "Mukhtar Tileuberdi",
        "Mukhtar Tileuberdi",
        "Ministry of Foreign Affairs of Kazakhstan",
    ]
    assert "she" in {v.form for v in speaker(found, "Annalena Baerbock").variants}
    assert len(flags(found, "spelling variant")) == 1


@pytest.mark.parametrize("text", ["Tom Hale (Sen., Jr.) said no.", "President, III, said no.", "Sen. , Jr. left."])
def test_a_suffix_behind_no_name_is_nobody(nlp: Language, text: str) -> None:
    assert not any("Jr" in speaker.name for speaker in nlp(text)._.speakers)


NAMES = [
    "Hannah",
    "Okoro",
    ",",
    "Mr.",
    "Sen.",
    "of",
    "Norway",
    "said",
    "he",
    "She",
    "Ministry",
    "Jr.",
    "MFA",
    "van",
    "der",
]
OTHERS = [
    "the",
    ",",
    ".",
    "“",
    "”",
    "-",
    "&",
    "minister",
    "who",
    "'s",
    "and",
    "Kazakh",
    "side",
    "Ω",
    "\u202e",
    "\u2029",
]
WORDS = st.sampled_from(NAMES) | st.sampled_from(OTHERS)


@given(st.lists(WORDS, min_size=1, max_size=30), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_gives_verbatim_mentions_each_of_one_speaker(
    nlp: Language, words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.within(text, start, end)
    quotation = Quotation("q1", "direct", (span,), (), (span,), None, 0.9, 1, ())
    found = find_speakers(parsed(nlp, text), (quotation,), Authority(), ())
    mentions = [mention for s in found.speakers for mention in s.mentions]
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert len({(m.start, m.end) for m in mentions}) == len(mentions)
    assert [s.id for s in found.speakers] == [f"s{n}" for n in range(1, len(found.speakers) + 1)]
    ids = [flag.id for flag in found.flags]
    assert len(ids) == len(set(ids))


def test_a_first_name_before_its_bearer_is_introduced_is_somebody_elses(nlp: Language) -> None:
    text = (
        "The couple had two children, Bill and Robin. The mayor, Bill Carlson, came to the funeral. "
        '"It was a long day," Carlson said.'
    )
    (mayor,) = [speaker for speaker in nlp(text)._.speakers if speaker.name == "Bill Carlson"]
    assert [variant.form for variant in mayor.variants if variant.kind == "name"] == ["Bill Carlson", "Carlson"]
