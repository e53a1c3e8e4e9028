from __future__ import annotations

import pytest
from spacy.language import Language

from factsheet.model import Quotation, QuotationKind, Span
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.find import SpeakerFindings, find_speakers

NOBODY = "unattributed"


def findings(
    nlp: Language, text: str, *sources: str, confidence: float = 0.9, kind: QuotationKind = "indirect"
) -> SpeakerFindings:
    """The findings for a text in which each of ``sources``, in text order, names who is quoted with what follows."""
    quotations = []
    at = 0
    for number, source in enumerate(sources, 1):
        at = text.index(source, at)
        content = Span.within(text, at + len(source), min(len(text), at + len(source) + 12))
        place = Span.within(text, at, at + len(source))
        quotations.append(Quotation(f"q{number}", kind, (content,), (), (place,), None, confidence, 1, ()))
        at += len(source)
    return find_speakers(nlp(text), tuple(quotations), Authority(), ())


def last_voice(found: SpeakerFindings) -> str:
    """The name of who says the last quotation."""
    names = {speaker.id: speaker.name for speaker in found.speakers}
    speaker = found.quotations[-1].speaker
    return names[speaker] if speaker else NOBODY


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        # Somebody is named nearer, as an object, behind a preposition, or before a verb without its subject.
        ("Daniel Reyes said it was late. The quay belongs to Martin Holt. He said so.", ["Daniel Reyes", "He"], NOBODY),
        ("Daniel Reyes said it was late. With Martin Holt it was not. He said so.", ["Daniel Reyes", "He"], NOBODY),
        ("Daniel Reyes called Martin Holt on Monday. He said it was late.", ["He"], NOBODY),
        # What is another's may have been what the sentence before was about.
        ("Daniel Reyes came. The crowd left Martin Holt's quay. He said it was late.", ["He"], NOBODY),
        # A modifier of something else, another gender, and whoever the leader himself talks about do not count.
        ("Daniel Reyes came. The crowd left a Holt rally. He said it was late.", ["He"], "Daniel Reyes"),
        ("Daniel Reyes called Hannah Okoro on Monday. He said it was late.", ["He"], "Daniel Reyes"),
        ("Daniel Reyes said Holt was late. He said it was early.", ["Daniel Reyes", "He"], "Daniel Reyes"),
        # Named again, he leads again.
        ("Daniel Reyes called Martin Holt on Monday. Reyes left. He said it was late.", ["He"], "Daniel Reyes"),
        # Somebody unnamed is the subject of the sentence before.
        ("Daniel Reyes said it was late. His partner waited. He said so.", ["Daniel Reyes", "He"], NOBODY),
        ("Daniel Reyes said it was late. A neighbour met Daniel Reyes. He said so.", ["Daniel Reyes", "He"], NOBODY),
        # Who is asked about somebody is not he.
        ("Reporters came. Asked about John Varley, he said so.", ["he"], NOBODY),
        # A title that one person alone bears is that person.
        ("Mayor Daniel Reyes came. The mayor was late. He said it was early.", ["He"], "Daniel Reyes"),
    ],
)
def test_he_is_nobody_where_somebody_else_stands_nearer(
    nlp: Language, text: str, sources: list[str], expected: str
) -> None:
    assert last_voice(findings(nlp, text, *sources)) == expected


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        # A family name that looks like a plural, or like a common noun with a capital.
        ("Hannah Sanders came on Monday. Sanders appeared at noon.", ["Hannah Sanders", "Sanders"], "Hannah Sanders"),
        ("Daniel Waters came on Monday. Waters arrived late.", ["Daniel Waters", "Waters"], "Daniel Waters"),
        ("Karim al-Hadad came on Monday. Hadad said it was late.", ["Karim al-Hadad", "Hadad"], "Karim al-Hadad"),
        ("They met Daniel Reyes‘s son. Reyes said it was late.", ["Daniel Reyes", "Reyes"], "Daniel Reyes"),
        ("Minister Han Duk-geun said it was late.", ["Minister Han Duk-geun"], "Han Duk-geun"),
        ("The Daniel Reyes-era law fell. Daniel Reyes said it was late.", ["Daniel Reyes said"], "Daniel Reyes"),
        (
            "Minister of Investments, Industry and Trade Bekzod Gulov came. Gulov said so.",
            ["Gulov said"],
            "Bekzod Gulov",
        ),
        (
            "The harbour opened. The spokesman of the ministry Bekzod Gulov said it was late.",
            ["The spokesman of the ministry Bekzod Gulov"],
            "Bekzod Gulov",
        ),
    ],
)
def test_names_are_whole_and_found(nlp: Language, text: str, sources: list[str], expected: str) -> None:
    assert last_voice(findings(nlp, text, *(source.removesuffix(" said") for source in sources))) == expected


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        (
            "Minister Han Duk-Geun came. Minister Han Duk Geun left. Minister Han Duk-geun stayed.",
            {"Han Duk-Geun", "Han Duk Geun", "Han Duk-geun"},
        ),
        ("They met Daniel Reyes‘s brother. Daniel Reyes left.", {"Daniel Reyes"}),
        ("Karim al-Hadad came. Hadad left.", {"Karim al-Hadad", "Hadad"}),
    ],
)
def test_forms_of_one_person(nlp: Language, text: str, forms: set[str]) -> None:
    (one,) = findings(nlp, text).speakers
    assert {variant.form for variant in one.variants} == forms


def test_a_plural_title_is_of_each_name_in_its_list(nlp: Language) -> None:
    found = findings(nlp, "Gov. Daniel Reyes spoke. It grew under Presidents Okoro and Reyes. Gov. Reyes left.")
    assert [(s.name, [r.text for r in s.roles]) for s in found.speakers] == [
        ("Daniel Reyes", ["Gov."]),
        ("Okoro", ["Presidents"]),
        ("Reyes", ["Presidents"]),
    ]


@pytest.mark.parametrize(
    ("source", "confidence", "expected"),
    [
        ("Tuesday", 0.9, NOBODY),
        ("Thanksgiving", 0.9, NOBODY),
        ("This", 0.9, NOBODY),
        ("87 percent", 0.9, NOBODY),
        ("87 percent of voters", 0.9, NOBODY),
        ("The recent poll", 0.9, NOBODY),
        ("The last year", 0.9, NOBODY),
        ("A panel, which", 0.2, "A panel"),
        ("Voters who", 0.2, "Voters"),
        ("One of the lawyers", 0.2, "One of the lawyers"),
        ("Two men", 0.2, "Two men"),
        ("The harbour commission", 0.2, "The harbour commission"),
        ("The onlookers", 0.2, NOBODY),
        ("The onlookers", 0.9, "The onlookers"),
    ],
)
def test_what_is_no_person_and_no_organisation_is_no_speaker(
    nlp: Language, source: str, confidence: float, expected: str
) -> None:
    found = findings(nlp, f"The harbour opened late. {source} said it was early.", source, confidence=confidence)
    assert last_voice(found) == expected
    assert [speaker.name for speaker in found.speakers] == [expected] * (expected != NOBODY)


@pytest.mark.parametrize(
    ("source", "kind", "confidence", "flagged"),
    [
        ("It", "direct", 0.9, True),
        ("It", "mixed", 0.7, True),
        ("It", "direct", 0.69, False),
        ("It", "indirect", 0.9, False),
        ("I", "direct", 0.9, False),
        ("You", "direct", 0.9, False),
    ],
)
def test_unattributed_words_in_marks_are_flagged(
    nlp: Language, source: str, kind: QuotationKind, confidence: float, flagged: bool
) -> None:
    text = f"The harbour opened on Monday. {source} said so at noon."
    found = findings(nlp, text, f"{source}", confidence=confidence, kind=kind)
    assert bool(found.flags) is flagged


def test_a_name_with_an_apostrophe_names_somebody(nlp: Language) -> None:
    doc = nlp("Brian O'Brien, the mayor, said that it rained. O'Brien said that it would stop.")
    assert {quotation.speaker for quotation in doc._.quotations} == {"s1"}


@pytest.mark.parametrize(
    ("text", "sources", "expected"),
    [
        # Who is from a place is not the place.
        ("It rained, said Daniel Reyes, a doctor from Leeds, who said so.", ["Leeds, who"], "Daniel Reyes"),
        # Whoever lives there is no bearer of its name.
        ("Residents of the microdistrict Zarechny fear that.", ["Residents of the microdistrict Zarechny"],
         "Residents of the microdistrict Zarechny"),
        # A role, whose it is, a comma, a title and the name.
        ("The Chairman of the Traders Association, Chief Ebiere Nnamani-Cole, told them.",
         ["The Chairman of the Traders Association, Chief Ebiere Nnamani-Cole"], "Ebiere Nnamani-Cole"),
        ("The leader of the opposition in Lund, Hannah Okoro, told them.",
         ["The leader of the opposition in Lund, Hannah Okoro"], "Hannah Okoro"),
        # A family name with a hyphen, and one that stands first.
        ("Chief Ebiere Nnamani-Cole came. Nnamani-Cole said so.", ["Nnamani-Cole"], "Ebiere Nnamani-Cole"),
        ("Acme Chief Executive Officer Bae Do-gyun came. Bae said so.", ["Bae"], "Bae Do-gyun"),
    ],
)  # fmt: skip
def test_a_name_among_the_words_of_a_source(nlp: Language, text: str, sources: list[str], expected: str) -> None:
    assert last_voice(findings(nlp, text, *sources)) == expected


def test_nobody_is_called_by_a_pronoun(nlp: Language) -> None:
    text = "Officials came on Monday. They left the quay. Officials said it was late."
    at = text.rindex("Officials")
    place, content = Span.within(text, at, at + len("Officials")), Span.within(text, text.rindex("it was"), len(text))
    quotation = Quotation("q1", "indirect", (content,), (), (place,), None, 0.9, 1, ())
    found = find_speakers(nlp(text), (quotation,), Authority(), ())
    assert [(s.name, [m.text for m in s.mentions]) for s in found.speakers] == [("Officials", ["They", "Officials"])]


@pytest.mark.parametrize("sure", [True, False])
def test_a_name_that_surely_speaks_once_speaks_elsewhere_too(nlp: Language, sure: bool) -> None:
    text = "Zelvor said that it was late. Zelvor said that it was dark."
    quotations = []
    for number, (at, confidence) in enumerate([(0, 0.9 if sure else 0.4), (text.rindex("Zelvor"), 0.4)]):
        place = Span.within(text, at, at + len("Zelvor"))
        content = Span.within(text, place.end + len(" said "), place.end + len(" said that it was dark"))
        quotations.append(Quotation(f"q{number}", "indirect", (content,), (), (place,), None, confidence, 1, ()))
    found = find_speakers(nlp(text), tuple(quotations), Authority(), ())
    assert last_voice(found) == ("Zelvor" if sure else NOBODY)


def test_a_name_that_is_no_subject_does_not_speak_for_that(nlp: Language) -> None:
    """What stands behind a preposition may be whom the words are about."""
    text = "Zelvor said that it was late. The crowd cheered for Zelvor that it was dark."
    at = text.rindex("Zelvor")
    quotations = tuple(
        Quotation(f"q{n}", "indirect", (Span.within(text, start + 7, start + 24),), (), (place,), None, sure, 1, ())
        for n, (start, sure) in enumerate([(0, 0.9), (at, 0.4)])
        for place in [Span.within(text, start, start + len("Zelvor"))]
    )
    found = find_speakers(nlp(text), quotations, Authority(), ())
    assert [q.speaker for q in found.quotations] == ["s1", None]


@pytest.mark.parametrize("people", ["The establishment", "The community", "Her adversaries"])
def test_a_body_of_people_speaks_in_its_own_name(nlp: Language, people: str) -> None:
    found = findings(nlp, f"{people} said it was late.", people, confidence=0.5)
    assert last_voice(found) == people


def test_two_names_side_by_side_are_nobodys(nlp: Language) -> None:
    """Neither is what the other is: the first belongs to what was said."""
    text = "To understand the real Daniel Okoro, Chief Justice Holt said, one should come."
    found = findings(nlp, text, "the real Daniel Okoro, Chief Justice Holt")
    assert last_voice(found) == NOBODY
    assert "“the real Daniel Okoro, Chief Justice Holt” may be Daniel Okoro or Holt." in found.quotations[0].evidence


def test_a_party_and_a_place_behind_a_name_are_nobody(nlp: Language) -> None:
    source = "Lund's niece, state Del. Marcia “Cia” Price (D-Newport News)"
    found = findings(nlp, f"Bo Lund is 69. {source}, shouted to the crowd that the nation was watching.", source)
    assert last_voice(found) == "Marcia “Cia” Price"
    assert not any("Newport" in speaker.name for speaker in found.speakers)
