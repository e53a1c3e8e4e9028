"""The gate against wrong silent merges: people of like names in one article are never one speaker.

A line that fails here is a defect, whatever it gains elsewhere. Only a recorded decision, or an entry of the authority
file, may join names whose given names conflict.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from spacy.language import Language

from factsheet.language.pipeline import analyse
from factsheet.model import Speaker, Variant
from factsheet.reading.articles import read_article
from factsheet.speakers.names.comparing import given_names_agree, same_word
from factsheet.speakers.names.comparison import compare
from factsheet.speakers.names.parsing import bare_family, parse_name

TESTS = Path(__file__).parent.parent
ARTICLES = sorted([*(TESTS / "articles").glob("*.txt"), *(TESTS / "gold" / "text").glob("*.txt")])

# Two names that are two people's, and an article in which both stand, each quoted under its full name.
TWO_PEOPLE = [
    # Two full forms that share a short one, and a short form of men and women alike.
    (
        "Christine Doyle",
        "Christopher Doyle",
        "Christine Doyle said it rained. Christopher Doyle said it snowed.",
    ),
    ("Patrick Moore", "Patricia Moore", "Patrick Moore said that it rained. Patricia Moore said that it snowed."),
    ("Edward Baker", "Theodore Baker", "Edward Baker said that it rained. Theodore Baker said that it snowed."),
    ("Sam Smith", "Samantha Smith", "Sam Smith said he was glad. Samantha Smith, his sister, said she was not."),
    # A name more, but brought in as a relative's.
    (
        "George Roe",
        "George W. Roe",
        "President George Roe said it rained. His son, George W. Roe, said it did not.",
    ),
    (
        "Robert Kane Sr.",
        "Robert Kane Jr.",
        'Robert Kane Sr. built the quay. "It will stand," Robert Kane Sr. said. His son, Robert Kane Jr., runs it. '
        '"It leaks," Robert Kane Jr. said on Monday.',
    ),
    (
        "Robert Kane",
        "Robert Kane Jr.",
        '"It will stand," Robert Kane said. Robert Kane Jr., his son, came at noon. "It leaks," Robert Kane Jr. said.',
    ),
    (
        "Henry Tolland II",
        "Henry Tolland III",
        '"It was my grandfather\'s," Henry Tolland III said. "It was late," Henry Tolland II said.',
    ),
    (
        "Hannah Okoro",
        "Daniel Okoro",
        '"We married in May," Hannah Okoro said. Daniel Okoro, her husband, agreed. "In June," Daniel Okoro said.',
    ),
    (
        "Mark Lund",
        "Martin Lund",
        'The brothers Mark Lund and Martin Lund came. "It was late," Mark Lund said. "No," Martin Lund said.',
    ),
    (
        "George W. Tolland",
        "George H. W. Tolland",
        'President George W. Tolland came with his father, George H. W. Tolland. "It was late," George W. Tolland '
        'said. "It was early," George H. W. Tolland said.',
    ),
    (
        "George W. Tolland",
        "George H.W. Tolland",
        '"It was late," George W. Tolland said. "It was early," George H.W. Tolland said.',
    ),
    (
        "J. A. Reyes",
        "J. B. Reyes",
        '"It was late," J. A. Reyes said on Monday. "It was early," J. B. Reyes said on Tuesday.',
    ),
    (
        "Anna Petrova",
        "Anton Petrov",
        '"It was late," Anna Petrova said. Anton Petrov, a baker, disagreed. "It was early," Anton Petrov said.',
    ),
    (
        "Salman bin Rashid",
        "Rashid bin Salman",
        '"It was late," Salman bin Rashid said. "It was early," Rashid bin Salman said.',
    ),
    (
        "James Thomas",
        "Thomas James",
        '"It was late," James Thomas said on Monday. "It was early," Thomas James said on Tuesday.',
    ),
    (
        "Maria Hansen",
        "Marie Hansen",
        'Minister Maria Hansen came. "It was late," Maria Hansen said. The nurse Marie Hansen left. "It was early," '
        "Marie Hansen said.",
    ),
    (
        "Peter Berg",
        "Paul Berg",
        'Judge Peter Berg came on Monday. "It was late," Peter Berg said. The farmer Paul Berg left. "No," Paul Berg '
        "said.",
    ),
    (
        "Сергей Волков",
        "Semyon Volkov",
        '"It was late," Сергей Волков said. "It was early," Semyon Volkov said.',
    ),
]


@pytest.mark.parametrize(("one", "other", "text"), TWO_PEOPLE, ids=lambda value: value if len(value) < 30 else "")
def test_two_people_are_never_one_speaker(nlp: Language, one: str, other: str, text: str) -> None:
    speakers = nlp(text)._.speakers
    bearers = [_bearer(speakers, name) for name in (one, other)]
    assert bearers[0].id != bearers[1].id
    assert not any(_conflict(speaker) for speaker in speakers)


# Two people of one name, or of two forms of one: the first two quotations are one's and the other's. What tells them
# apart stands beside the names; the flag shows it.
NAMESAKES = [
    # Ages, parties, states, districts.
    'John Stone, 45, a plumber, said he voted early. "I voted late," said John Stone, 71, a retired teacher.',
    "The 45-year-old plumber John Stone said he voted early. John Stone, 71, said he voted late.",
    "Rep. Mike Stone, R-Ala., said the vote would fail. Rep. Michael Stone, D-Mich., said it would pass.",
    "Rep. Adam Stone (D-Calif.) said the vote would fail. Rep. Adam Stone (R-Wash.) said it would pass.",
    "Sen. Adam Stone of Ohio said the vote would fail. Sen. Adam Stone of New York said it would pass.",
    # Nothing that is said of the short form is said of the full one.
    "Dan Miller, a lawyer, said the case was weak. Daniel Miller, a judge, said it would go to trial.",
    "Steven Crane, a dentist, said it rained. Stephen Crane, a pilot, said it snowed.",
    'Pastor Jim Dale came. James Dale, a carpenter, left. "It was late," Jim Dale said. "No," James Dale said.',
    # Relatives, and others in a part of somebody's own.
    "John Stone said it rained. John Stone and his father, John Stone, said it snowed.",
    "John Stone, no relation to the mayor of the same name, said it rained. Mayor John Stone said it snowed.",
    '"It rained," Tom Reed said. Tom Reed\'s lawyer, Tom Reed, said it snowed.',
    "Governor Lee Park, 44, said it rained. Lee Park, 71, his uncle, said it snowed.",
    '"It rained," said former President Crane. President Crane, his son, said it snowed.',
    '"It rained," said Robert Crane. Bob Crane, his son, said it snowed.',
    '"It rained," said Robert Crane. Bob Crane, son of Robert Crane, said it snowed.',
    "Professor Anna Berg said it rained. Anna Berg, 12, said it snowed.",
    "Kate Moran (Labour, Leeds) said it rained. Katherine Moran (Conservative, Hull) said it snowed.",
    "Democratic Rep. Sam Cole said it rained. Republican Rep. Sam Cole said it snowed.",
    "Texas Rep. Sam Cole said it rained. Ohio Rep. Sam Cole said it snowed.",
    "Mayor Hale said it rained. Former Mayor Hale said it snowed.",
    'Gov. Pete Hale and Attorney General Pete Hale met. "No," Gov. Hale said. "Yes," Attorney General Hale said.',
    'Dr. Smith met Mr. Smith. "It was late," Dr. Smith said. "No," Mr. Smith said.',
    'Sam Cole met the other Sam Cole. "I rent boats," said Sam Cole of Lund. "I fish," said the other Sam Cole.',
    "Pat Kerr, a woman from Lund, said it rained. Pat Kerr, a man from Malmo, said it snowed.",
    # Bodies and places behind the name, an office that was left, a death, an initial with another role.
    "Nils Vale of Quayline said it rained. Nils Vale of the Tarn Trust said it snowed.",
    'Mayor Hale opened the road. "It rained," Mayor Hale said. "It snowed," said the former mayor, Hale.',
    "Mayor Anna Berg, who died in May, said it rained. The new mayor, Anna Berg, said it snowed.",
    "Nils Vale (R) said it rained. Nils Vale (D) said it snowed.",
    "Robin Vale, a father of two, said it rained. Robin Vale, a mother of three, said it snowed.",
    "Nils Vale, the goalkeeper, said it rained. Nils B. Vale, a judge, said it snowed.",
    # A firm, a person of its name, and the name alone.
    "Vale Motor Co. said it rained. Nils Vale, a judge, left. Vale said it snowed.",
]


@pytest.mark.parametrize("text", NAMESAKES)
def test_two_people_of_one_name_are_two_speakers(nlp: Language, text: str) -> None:
    doc = nlp(text)
    first, *_, last = [q.speaker for q in doc._.quotations if q.source]
    assert first != last
    assert {first, last} <= {None, *(s.id for s in doc._.speakers)}
    kinds = {"same name in different contexts", "nickname or acronym", "ambiguous surname", "transliteration variant"}
    assert any(flag.kind in kinds for flag in doc._.flags)


# After two of one name, or of one family, the last quotation is nobody's, and a flag of some weight says so.
NOBODYS = [
    'John Stone, 45, a plumber, came. John Stone, 71, came. "It was late," John Stone said.',
    'John Stone, 45, a plumber, came. John Stone, 71, came. "It was late," Stone said.',
    'John Stone and his father, John Stone, came. "It was late," John Stone said.',
    'Alex Reed, the defendant, stood before Judge Alex Reed. "I am sorry," said Alex Reed.',
    'Dr. Ruth Lane treated Ruth Lane, 8. "It hurts," Ruth Lane said.',
    'Bill Roe, the former president, spoke first. Mrs. Roe came later. "It was late," Sen. Roe said.',
    'Bill Roe, the former president, came. "Yes," Roe said. Hillary Roe came later. "It was late," Sen. Roe said.',
    'Sen. Ann Roe came. Her husband, Sen. Tom Roe, left. "It was late," Sen. Roe said.',
    'Mayor Ann Roe lost to Tom Roe. Mayor Tom Roe took office in May. "No," Mayor Roe said.',
    'Former President Crane came. President Crane, his son, agreed. "No," Crane said.',
    'Lord Crane met Lady Crane. "It was late," Crane said.',
    'Wei Tan and Wei Ling came. "It was late," Wei said.',
    'Kim Min-jun met Kim Seo-yeon. "It was late," Kim said.',
    'Robert Crane Sr. came. Robert Crane Jr. left. "No," the elder Crane said.',
    'Vale Motor Co. grew. Nils Vale, a judge, left. "It was late," Vale said.',
    'The carmaker Vale grew. Nils Vale, a judge, left. "It was late," Vale said.',
    'Vale shares fell. Nils Vale, a judge, left. "It was late," Vale said.',
]


@pytest.mark.parametrize(
    "text",
    [
        'Bill Roe and Ann Roe came. "It was late," President Roe said.',
        'Bill Roe, a judge, met Ann Roe, a nurse. "It was late," Chancellor Roe said.',
    ],
)
def test_an_office_that_no_bearer_of_the_name_holds_is_asked_about(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.quotations[-1].speaker not in {s.id for s in doc._.speakers if len(s.name.split()) > 1}
    (flag,) = [flag for flag in doc._.flags if flag.kind == "ambiguous surname"]
    assert flag.severity in {"medium", "high"}
    assert "so it is kept apart" in flag.message


@pytest.mark.parametrize("text", NOBODYS)
def test_who_may_be_either_is_neither(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.quotations[-1].speaker is None
    grave = {"ambiguous surname": {"high"}, "same name in different contexts": {"medium", "high"}}
    assert any(flag.severity in grave.get(flag.kind, set()) for flag in doc._.flags)


# Who is said to be two things, or a little older, is one person all the same; and so are short and full forms.
ONE_PERSON = [
    "Al Stone, a comedian, said he was glad. Sen. Al Stone said he was not.",
    "The businessman Adam Stone, 70, said he was glad. Adam Stone, the Republican nominee, said he was not.",
    "Adam Stone, 69, said he was glad. Adam Stone, 70, said he was not.",
    "Sen. Mike Stone (R-Ala.) said he was glad. Sen. Michael Stone of Alabama said he was not.",
    "Sen. Mike Stone (R-Ala.) said he was glad. Mike Stone, the senator from Alabama, said he was not.",
    "Dan Stone, a lawyer, said he was glad. Daniel Stone, the lawyer, said he was not.",
    "Dan Stone, a lawyer, said he was glad. Daniel Stone said he was not.",
    "Adam Stone said he was glad. The other Adam Stone voters left. Adam Stone said he was not.",
    "Former Mayor Pete Hale said he was glad. Mayor Pete Hale said he was not.",
    "Adam Stone, no relation to Eve Stone, said he was glad. Eve Stone left. Adam Stone said he was not.",
    "Eve Stone said that she was glad. They met Adam Stone's brother. Eve Stone, his wife, said that she was not.",
]


@pytest.mark.parametrize("text", ONE_PERSON)
def test_one_person_with_two_roles_stays_one(nlp: Language, text: str) -> None:
    first, *_, last = [q.speaker for q in nlp(text)._.quotations]
    assert first is not None
    assert first == last


# Whom a title, a suffix or an initial tells from the other bearers of the name.
TOLD = [
    ('Sen. Hillary Roe met Bill Roe. "It was late," Sen. Roe said.', "Hillary Roe"),
    ('Bill Roe, a former governor, met Hillary Roe. "It was late," Gov. Roe said.', "Bill Roe"),
    ('Robert Crane Sr. came. Robert Crane Jr. left. "It was late," Crane Jr. said.', "Robert Crane Jr."),
    ('Rep. Mike Stone, R-Ala., came. Rep. Michael Stone, D-Mich., left. "No," said Stone (D-Mich.).', "Michael Stone"),
    ('Hannah Okoro and Daniel Okoro came. "It rained," D. Okoro said.', "Daniel Okoro"),
    ('Martin Luther King III came. "We march," King said.', "Martin Luther King III"),
    ('Adam Stone Jr. came. "It was late," Stone Jr. said.', "Adam Stone Jr."),
    ('Mitch McCall came late. "It was late," said McCall, smiling.', "Mitch McCall"),
    ('The crowd heard Bo Tan. "It was late," Åsa Öberg, the mayor of Cork, said.', "Åsa Öberg"),
    ('Omar al-Hadad came. "It was late," al-Hadad said.', "Omar al-Hadad"),
    ('"It was late," al-Hadad said. Omar al-Hadad left.', "Omar al-Hadad"),
    ('Al Stone came. "It was late," Al Stone III said.', "Al Stone III"),
    ('Мухтар Тлеуберди came on Monday. "It was late," Tleuberdi said.', "Мухтар Тлеуберди"),
    ('Мухтар Тлеуберди came on Monday. "It was late," Tileuberdi said.', "Мухтар Тлеуберди"),
    ('Ann Vale met Nils Vale. Vale shares the view. "It was late," Ann Vale said.', "Ann Vale"),
    ('King Olaf met Ida Roe. Olaf Vale, a baker, left. "It was late," King Olaf said.', "Olaf"),
    ('Prince Harry met Ida Roe. "It was late," Harry said.', "Harry"),
    ("Bob Holt met Ed Roe. Robert Holt said it was late.", "Robert Holt"),
]


@pytest.mark.parametrize(("text", "name"), TOLD)
def test_the_right_one_is_named(nlp: Language, text: str, name: str) -> None:
    doc = nlp(text)
    speaker = next(s for s in doc._.speakers if s.id == doc._.quotations[-1].speaker)
    assert (speaker.name, speaker.kind) == (name, "person")


# A short name that may be anybody's goes to nobody, or to the only one whom it fits: all names that each then has.
SHORT_NAMES = [
    # The only one whom the title fits.
    (
        "Hannah Okoro and Daniel Okoro came. Mrs. Okoro left. Mr. Okoro stayed.",
        {"Hannah Okoro": {"Hannah Okoro", "Okoro"}, "Daniel Okoro": {"Daniel Okoro", "Okoro"}},
    ),
    # An office that the bearer of the name is never said to hold.
    (
        "President Tolland came. Laura Tolland, a nurse, left. President Tolland stayed.",
        {"Laura Tolland": {"Laura Tolland"}},
    ),
    ("Laura Tolland, a nurse, left. President Tolland stayed.", {"Laura Tolland": {"Laura Tolland"}}),
    # Nothing decides.
    (
        "Mark Lund and Martin Lund came. Lund said it was late.",
        {"Mark Lund": {"Mark Lund"}, "Martin Lund": {"Martin Lund"}},
    ),
    # The first name of a person who is introduced only later is somebody else's.
    ("Robin and her sister came. The mayor, Robin Carlson, left.", {"Robin Carlson": {"Robin Carlson"}}),
    # A family is none of its members.
    ("Hannah Okoro and Daniel Okoro came. The Okoros left.", {"Hannah Okoro": {"Hannah Okoro"}}),
]


@pytest.mark.parametrize(("text", "forms"), SHORT_NAMES)
def test_a_short_name_goes_to_nobody_who_does_not_bear_it(nlp: Language, text: str, forms: dict[str, set[str]]) -> None:
    speakers = nlp(text)._.speakers
    for name, expected in forms.items():
        assert {v.form for v in _bearer(speakers, name).variants if v.kind == "name"} == expected


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_no_speaker_of_any_article_has_given_names_that_conflict(nlp: Language, path: Path) -> None:
    with nlp.select_pipes(disable=["factsheet_claims"]):
        doc = analyse(nlp, read_article(path))
    assert not [conflict for speaker in doc._.speakers if (conflict := _conflict(speaker))]


def test_the_property_sees_a_wrong_merge(nlp: Language) -> None:
    (speaker,) = nlp("Hannah Okoro left.")._.speakers
    merged = replace(speaker, variants=(*speaker.variants, Variant("Daniel Okoro", 1, "name")))
    assert _conflict(merged) == ("Hannah Okoro", "Daniel Okoro")
    assert _conflict(replace(merged, key="okoro")) is None
    decided = "Daniel Okoro and Hannah Okoro are one: a recorded decision says so."
    assert _conflict(replace(merged, evidence=(decided,))) is None


def _bearer(speakers: tuple[Speaker, ...], name: str) -> Speaker:
    plain = name.rstrip(".")
    (bearer,) = [s for s in speakers if any(v.form.rstrip(".") == plain and v.kind == "name" for v in s.variants)]
    return bearer


def _conflict(speaker: Speaker) -> tuple[str, str] | None:
    """Two full names of one person that cannot both be that person's, unless a human has said so."""
    if speaker.kind != "person" or speaker.key or any("recorded decision" in reason for reason in speaker.evidence):
        return None
    full = [v.form for v in speaker.variants if v.kind == "name" and parse_name(v.form).full]
    for one, other in combinations(full, 2):
        left, right = parse_name(one), parse_name(other)
        family = same_word(bare_family(left.family), bare_family(right.family))
        # "Wasserman Holt" is the end of "Debbie Wasserman Holt".
        short, long = sorted((left.words, right.words), key=len)
        flagged = long.endswith(f" {short}") or any("one letter differs" in reason for reason in speaker.evidence)
        if not (family and given_names_agree(left, right)) and compare(one, other).answer != "link" and not flagged:
            return one, other
    return None
