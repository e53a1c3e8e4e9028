"""Claimants, restating, flags, and the sample article, with hand-made quotations and speakers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.claims.find import ClaimFindings, find_claims
from factsheet.language.pipeline import analyse
from factsheet.model import Article, Claim, Mention, MentionKind, Quotation, QuotationKind, Span, Speaker
from factsheet.reading.articles import read_article

Parse = Callable[[str], Doc]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.within(text, start, start + len(words))


def quotation(
    text: str, content: str, cue: str, source: str, speaker: str | None = "s1", kind: QuotationKind = "direct"
) -> Quotation:
    return Quotation(
        "q1", kind, (at(text, content),), (at(text, cue),), (at(text, source),), speaker, 1.0, 1, ("made by hand",)
    )


def person(text: str, name: str, *pronouns: str) -> Speaker:
    spans: list[tuple[Span, MentionKind]] = [
        (at(text, name), "name"),
        *((at(text, pronoun), "pronoun") for pronoun in pronouns),
    ]
    mentions = tuple(Mention(span.start, span.end, span.text, kind) for span, kind in spans)
    return Speaker("s1", name, "person", (), (), mentions)


def test_the_article_is_the_claimant_of_its_own_words(parse: Parse) -> None:
    (claim,) = find_claims(parse("Germany opened an office in Astana."), (), ()).claims
    assert (claim.claimant.kind, claim.claimant.text, claim.via) == ("author", "the article", ())


def test_a_speaker_is_the_claimant_of_a_quotation_without_cue_and_marks(parse: Parse) -> None:
    text = '"Germany opened an office in Astana," Ms. Weber said.'
    made = quotation(text, '"Germany opened an office in Astana,"', "said", "Ms. Weber")
    (claim,) = find_claims(parse(text), (made,), (person(text, "Weber"),)).claims
    assert claim.content == (at(text, "Germany opened an office in Astana"),)
    assert (claim.claimant.kind, claim.claimant.speaker, claim.claimant.text) == ("speaker", "s1", "Weber")


def test_words_of_an_unknown_speaker_are_never_the_authors(parse: Parse) -> None:
    text = '"Germany opened an office in Astana," a passer-by said.'
    made = quotation(text, '"Germany opened an office in Astana,"', "said", "a passer-by", None)
    (claim,) = find_claims(parse(text), (made,), ()).claims
    assert (claim.claimant.kind, claim.claimant.speaker, claim.claimant.text) == ("speaker", None, "unattributed")


@pytest.mark.parametrize("known", [True, False])
def test_who_is_cited_makes_the_claim_and_who_cites_reports_it(parse: Parse, known: bool) -> None:
    text = "An office is planned to be opened in Astana, Trend reports citing the Ministry of Energy of Kazakhstan."
    made = quotation(text, "An office is planned to be opened in Astana", "reports", "Trend", None, kind="indirect")
    speakers = (person(text, "Ministry of Energy of Kazakhstan"),) if known else ()
    (claim,) = find_claims(parse(text), (made,), speakers).claims
    assert claim.claimant.text.endswith("Ministry of Energy of Kazakhstan")
    assert claim.claimant.speaker == ("s1" if known else None)
    assert [(who.kind, who.text) for who in claim.via] == [("outlet", "Trend")]


def test_a_person_who_cites_a_source_speaks_for_themselves(parse: Parse) -> None:
    text = "Germany opened an office in Astana, Ms. Weber said citing the Ministry of Energy of Kazakhstan."
    made = quotation(text, "Germany opened an office in Astana", "said", "Ms. Weber", kind="indirect")
    (claim,) = find_claims(parse(text), (made,), (person(text, "Weber"),)).claims
    assert (claim.claimant.text, claim.via) == ("Weber", ())


def test_a_quotation_in_a_quotation_is_reported_by_the_outer_speaker(parse: Parse) -> None:
    text = "Ms. Weber said that Mr. Ito said that Germany opened an office in Astana."
    outer = quotation(text, "that Mr. Ito said that Germany opened an office in Astana", "said", "Ms. Weber")
    inner = Quotation(
        "q2", "indirect", (at(text, "that Germany opened an office in Astana"),),
        (Span.within(text, text.index("said that Germany"), text.index("said that Germany") + 4),),
        (at(text, "Mr. Ito"),), None, 1.0, 1, (),
    )  # fmt: skip
    (claim,) = find_claims(parse(text), (outer, inner), (person(text, "Weber"),)).claims
    assert claim.content[0].text == "Germany opened an office in Astana"
    assert (claim.claimant.text, [who.text for who in claim.via]) == ("unattributed", ["Weber"])


def test_only_resolved_pronouns_are_replaced(parse: Parse) -> None:
    text = "Ms. Weber spoke. In 2012 she opened an office in Astana, and it employs 50 people."
    found = find_claims(parse(text), (), (person(text, "Weber", "she"),)).claims
    restated = [claim.restated for claim in found]
    assert "In 2012 [Weber] opened an office in Astana" in restated
    assert any(words.startswith("it employs 50 people") for words in restated)


def test_this_at_the_start_of_a_quotation_is_ambiguous(parse: Parse) -> None:
    text = '"The legal basis for this was created in 2012," Ms. Weber said.'
    made = quotation(text, '"The legal basis for this was created in 2012,"', "said", "Ms. Weber")
    found = find_claims(parse(text), (made,), (person(text, "Weber"),))
    (flag,) = found.flags
    assert (flag.kind, flag.evidence, flag.subjects) == ("ambiguous reference", (at(text, "this"),), ("c1",))
    assert any("Ambiguous" in line for line in found.claims[0].evidence)


@pytest.mark.parametrize(
    "quoted",
    [
        "Germany has a law. The legal basis for this was created in 2012,",
        "This law was created in 2012,",
        "Those who signed the treaty in 2012 were right,",
        "It was clear in 2012 that Germany had won,",
    ],
)
def test_a_reference_that_is_settled_is_not_flagged(parse: Parse, quoted: str) -> None:
    text = f'"{quoted}" Ms. Weber said.'
    made = quotation(text, f'"{quoted}"', "said", "Ms. Weber")
    assert find_claims(parse(text), (made,), (person(text, "Weber"),)).flags == ()


def test_the_header_is_no_claim(parse: Parse) -> None:
    text = "BAKU, Azerbaijan, October 31. Germany opened an office in Astana."
    doc = parse(text)
    doc._.article = Article("a", "a.txt", text, "", published="2022-10-31", body_start=text.index("Germany"))
    (claim,) = find_claims(doc, (), ()).claims
    assert claim.content[0].text == "Germany opened an office in Astana."


def test_ids_count_in_text_order(parse: Parse) -> None:
    text = "Germany opened an office in 2012. France closed a plant in 2013. Italy signed a treaty in 2014."
    found = find_claims(parse(text), (), ()).claims
    assert [claim.id for claim in found] == ["c1", "c2", "c3"]
    assert [claim.start for claim in found] == sorted(claim.start for claim in found)


@pytest.fixture(scope="module")
def sample(nlp: Language, seed: Path) -> ClaimFindings:
    doc = analyse(nlp, read_article(seed))
    return ClaimFindings(doc._.claims, doc._.flags)


def about(sample: ClaimFindings, words: str) -> Claim:
    (claim,) = (claim for claim in sample.claims if words in claim.content[0].text)
    return claim


def test_sample_an_office_is_planned(sample: ClaimFindings) -> None:
    claim = about(sample, "planned to be opened in Astana")
    assert claim.modality == "planned"
    assert claim.claimant.text == "Ministry of Foreign Affairs of Kazakhstan"
    assert [(who.kind, who.text) for who in claim.via] == [("outlet", "Trend")]


def test_sample_a_meeting_is_undated(sample: ClaimFindings) -> None:
    claim = about(sample, "met up with Baerbock")
    assert claim.claimant.kind == "author"
    assert [(day.text, day.value, day.vague) for day in claim.dates] == [("Earlier", None, True)]


def test_sample_an_agreement_of_2012(sample: ClaimFindings) -> None:
    claim = about(sample, "intergovernmental Agreement")
    assert [(day.value, day.basis) for day in claim.dates] == [("2012", "explicit")]
    assert any("Ambiguous: what “this” refers to" in line for line in claim.evidence)
    assert [flag.subjects for flag in sample.flags if flag.kind == "ambiguous reference"] == [(claim.id,)]


def test_sample_an_agreement_of_october_27(sample: ClaimFindings) -> None:
    claim = about(sample, "HYRASIA ONE")
    assert [(day.value, day.basis) for day in claim.dates] == [("2022-10-27", "document date")]
    assert claim.content[0].text.endswith("October 27")


def test_sample_a_plant_is_planned(sample: ClaimFindings) -> None:
    assert about(sample, "one of the world's largest").modality == "planned"
