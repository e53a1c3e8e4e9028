"""What a correct sheet of the sample article holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.language.pipeline import analyse
from factsheet.model import Claim, Quotation, Speaker
from factsheet.reading.articles import read_article
from factsheet.rendering.render import render
from factsheet.settings import Settings
from factsheet.sheet.assemble import assemble


@pytest.fixture(scope="module")
def doc(nlp: Language, seed: Path) -> Doc:
    return analyse(nlp, read_article(seed))


def quotation(doc: Doc, opening: str) -> Quotation:
    """The one quotation whose content begins with these words."""
    (one,) = (q for q in doc._.quotations if q.content[0].text.startswith(opening))
    assert isinstance(one, Quotation)
    return one


def speaker(doc: Doc, name: str) -> Speaker:
    (one,) = (s for s in doc._.speakers if s.name == name)
    assert isinstance(one, Speaker)
    return one


def speaker_of(doc: Doc, quotation: Quotation) -> str | None:
    return next((s.name for s in doc._.speakers if s.id == quotation.speaker), None)


def claims(doc: Doc, *patterns: str) -> list[Claim]:
    """The claims whose content holds every pattern."""
    contents = [(claim, " ".join(span.text for span in claim.content)) for claim in doc._.claims]
    return [claim for claim, content in contents if all(re.search(pattern, content) for pattern in patterns)]


def test_the_facts_about_the_article(doc: Doc) -> None:
    article = doc._.article
    assert (article.published, article.outlet, article.title) == ("2022-10-31", "Trend", None)
    assert article.dateline == "Baku, Azerbaijan"


def test_the_header_is_no_sentence_of_the_article(doc: Doc) -> None:
    assert doc.text[doc._.article.body_start :].startswith('An office of "hydrogen diplomacy"')
    body = [q.start for q in doc._.quotations] + [claim.start for claim in doc._.claims]
    assert min(body) >= doc._.article.body_start


@pytest.mark.parametrize(
    ("opening", "ending", "cue", "source", "name"),
    [
        ('"I am glad', 'both countries,"', "said", "Baerbock", "Annalena Baerbock"),
        ('"Kazakhstan welcomes', "every possible way,”", "said", "Tleuberdi", "Mukhtar Tileuberdi"),
        (
            '"The legal basis',
            "unique industrial scale,”",
            "informed",
            "Kazakh MFA",
            "Ministry of Foreign Affairs of Kazakhstan",
        ),
    ],
)
def test_direct_quotations_are_whole(doc: Doc, opening: str, ending: str, cue: str, source: str, name: str) -> None:
    found = quotation(doc, opening)
    (content,) = found.content
    assert found.kind == "direct"
    assert content.text.endswith(ending)
    assert doc.text[content.end] == " "
    assert [span.text for span in found.cue] == [cue]
    assert [span.text for span in found.source] == [source]
    assert speaker_of(doc, found) == name


def test_there_are_three_direct_quotations_and_no_term_in_marks_is_one(doc: Doc) -> None:
    assert len([q for q in doc._.quotations if q.kind == "direct"]) == 3
    assert not [q for q in doc._.quotations for span in q.content if span.text.strip('"') == "hydrogen diplomacy"]


def test_the_first_sentence_is_reported_by_the_outlet_citing_the_ministry(doc: Doc) -> None:
    found = quotation(doc, "An office of")
    (content,) = found.content
    assert content.text.endswith("as part of Germany's initiative")
    source = " ".join(span.text for span in found.source)
    assert "Trend" in source
    assert "Ministry of Foreign Affairs of Kazakhstan" in source
    assert speaker_of(doc, found) == "Ministry of Foreign Affairs of Kazakhstan"


def test_what_he_noted_is_tileuberdis(doc: Doc) -> None:
    found = quotation(doc, "that interaction in the field")
    (content,) = found.content
    assert found.kind == "indirect"
    assert content.text.endswith("very relevant and promising")
    assert [span.text for span in found.source] == ["He"]
    assert speaker_of(doc, found) == "Mukhtar Tileuberdi"


def test_informing_about_something_has_no_content_to_quote(doc: Doc) -> None:
    said = [span.text for q in doc._.quotations for span in q.content if q.is_sure(0.7)]
    assert not [text for text in said if text.startswith("about the initiative") or "informed the reporters" in text]


def test_who_speaks_and_who_they_are(doc: Doc) -> None:
    baerbock = speaker(doc, "Annalena Baerbock")
    tileuberdi = speaker(doc, "Mukhtar Tileuberdi")
    assert (baerbock.kind, tileuberdi.kind) == ("person", "person")
    assert [role.text for role in baerbock.roles] == ["Minister of Foreign Affairs of Germany"]
    assert [role.text for role in tileuberdi.roles] == ["Minister of Foreign Affair of Kazakhstan"]
    assert {"Tileuberdi", "Tleuberdi"} <= {form.split()[-1] for form in names_of(tileuberdi)}
    ministry = speaker(doc, "Ministry of Foreign Affairs of Kazakhstan")
    assert ministry.kind == "organisation"
    assert "Kazakh MFA" in names_of(ministry)


def test_the_kazakh_side_is_a_group_of_its_own(doc: Doc) -> None:
    side = speaker(doc, "Kazakh side")
    assert side.kind == "group"
    assert set(names_of(side)) == {"Kazakh side"}


def test_no_wrong_name_reaches_the_sheet(doc: Doc) -> None:
    forms = {variant.form for s in doc._.speakers for variant in s.variants} | {s.name for s in doc._.speakers}
    assert not [form for form in forms if form.startswith("Kazakhstan Mukhtar")]
    assert not [s for s in doc._.speakers if s.kind == "person" and "MFA" in s.name]


def test_two_spellings_of_one_name_are_flagged_with_both_places(doc: Doc) -> None:
    (flag,) = (flag for flag in doc._.flags if flag.kind == "spelling variant")
    places = [span.text for span in flag.evidence]
    assert any("Tileuberdi" in place for place in places)
    assert any("Tleuberdi" in place for place in places)
    assert "Tileuberdi" in (flag.suggestion or "")
    assert speaker(doc, "Mukhtar Tileuberdi").id in flag.subjects


def test_the_office_is_planned_and_the_ministry_says_so(doc: Doc) -> None:
    (claim,) = claims(doc, "office", "planned to be opened", "Astana")
    assert claim.modality == "planned"
    assert "Ministry of Foreign Affairs of Kazakhstan" in claim.claimant.text
    assert "Trend" in [claimant.text for claimant in claim.via]


def test_the_meeting_is_the_authors_and_undated(doc: Doc) -> None:
    (claim,) = claims(doc, "Tileuberdi met up with Baerbock")
    assert claim.claimant.kind == "author"
    assert claim.modality == "asserted"
    assert {date.value for date in claim.dates} <= {None}


def test_the_agreement_of_2012_has_no_invented_day(doc: Doc) -> None:
    (claim,) = claims(doc, "created back in 2012", "intergovernmental Agreement")
    (date,) = claim.dates
    assert (date.text, date.value, date.earliest, date.latest) == ("2012", "2012", "2012-01-01", "2012-12-31")
    assert date.basis == "explicit"


def test_the_investment_agreement_takes_its_year_from_the_document(doc: Doc) -> None:
    dates = [date for claim in claims(doc, "HYRASIA ONE", "investment agreement") for date in claim.dates]
    assert [(date.value, date.basis) for date in dates] == [("2022-10-27", "document date")]


def test_the_plant_is_planned(doc: Doc) -> None:
    assert "planned" in [claim.modality for claim in claims(doc, "one of the world's largest enterprises")]


def test_what_this_means_is_asked(doc: Doc) -> None:
    (claim,) = claims(doc, "The legal basis for this")
    flags = [flag for flag in doc._.flags if flag.kind == "ambiguous reference" and claim.id in flag.subjects]
    assert [span.text for flag in flags for span in flag.evidence if span.text == "this"]


def test_every_claim_is_in_the_article(doc: Doc) -> None:
    """A restated claim without its substitutions in square brackets holds no word the article does not."""
    for claim in doc._.claims:
        for words in re.sub(r"\[[^\]]*\]", " ", claim.restated).split():
            assert words.strip(".,;:") in doc.text


def names_of(speaker: Speaker) -> list[str]:
    return [variant.form for variant in speaker.variants if variant.kind in ("name", "description")]


def test_the_printed_row_of_a_claim_says_what_is_unclear_in_it(doc: Doc) -> None:
    markdown = render(assemble(doc, Settings(), model_version="0"), "md").decode("utf-8")
    (row,) = [line for line in markdown.splitlines() if line.startswith("|") and "The legal basis for this" in line]
    assert "what “this” stands for is not said" in row
