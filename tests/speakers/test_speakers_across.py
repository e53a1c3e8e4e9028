from __future__ import annotations

from dataclasses import replace

import pytest

from factsheet.model import (
    SCHEMA,
    Article,
    Decision,
    Flag,
    Mention,
    Provenance,
    Sheet,
    Span,
    Speaker,
    SpeakerKind,
    flag_id,
)
from factsheet.model.flag import ArticleRef
from factsheet.speakers.across import flags_across, links_across

PROVENANCE = Provenance("factsheet", "0", "3", "m", "1", "0" * 16, "0" * 64, None)


def sheet(article: str, name: str, role: str = "", kind: SpeakerKind = "person", key: str | None = None) -> Sheet:
    """A sheet whose article is a role and a name, and whose one speaker bears both."""
    text = f"{role} {name}".strip()
    at = text.index(name)
    speaker = Speaker(
        "s1",
        name,
        kind,
        (Span(0, len(role), role),) if role else (),
        (),
        (Mention(at, len(text), name, "name"),),
        key,
    )
    return Sheet(SCHEMA, Article(article, article, text, article * 64), (), (speaker,), (), (), PROVENANCE)


def test_a_spelling_that_differs_between_articles_is_flagged_in_both() -> None:
    role = "Minister of Trade of Norway"
    flags = flags_across([sheet("a", "Hannah Okorowa", role), sheet("b", "Hannah Okoowa", role)], ())
    assert sorted(flags) == ["a", "b"]
    (here,), (there,) = flags["a"], flags["b"]
    assert here.kind == "spelling variant"
    assert here.id == there.id
    assert [span.text for span in here.evidence] == ["Hannah Okorowa"]
    assert [span.text for span in there.evidence] == ["Hannah Okoowa"]
    assert "in b" in here.message


def test_short_and_long_forms_of_a_name_are_asked_about() -> None:
    flags = flags_across([sheet("a", "Mike Okoro"), sheet("b", "Michael J. Okoro")], ())
    assert [flag.kind for flag in flags["a"]] == ["nickname or acronym"]


def test_one_letter_without_anything_shared_is_no_question() -> None:
    assert not flags_across([sheet("a", "Hannah Okorowa"), sheet("b", "Hannah Okoowa")], ())


def test_what_is_not_asked() -> None:
    assert not flags_across([sheet("a", "Hannah Okoro"), sheet("b", "Hannah Okoro")], ())
    assert not flags_across([sheet("a", "Hannah Okoro"), sheet("b", "Daniel Okoro")], ())
    assert not flags_across([sheet("a", "Mike Okoro", kind="group"), sheet("b", "Michael Okoro")], ())
    assert not flags_across([sheet("a", "Mike Okoro", key="x"), sheet("b", "Michael Okoro", key="y")], ())


def test_two_forms_are_asked_about_once_a_run() -> None:
    sheets = [sheet(article, "Michael Okoro") for article in "bcde"] + [
        sheet(article, "Mike Okoro") for article in "af"
    ]
    flags = flags_across(sheets, ())
    assert sorted(flags) == ["a", "b"]
    assert len({flag.id for of in flags.values() for flag in of}) == 1
    assert [flags[article][0].names for article in "ab"] == [
        ("Mike Okoro", "Michael Okoro"),
        ("Michael Okoro", "Mike Okoro"),
    ]
    assert flags == flags_across(sheets[::-1], ())


@pytest.mark.parametrize(
    ("left", "right", "kinds"),
    [
        ("Hilary Okoro", "Hillary Okoro", ["spelling variant"]),
        ("Hilary Okoro", "Hillary Reyes", []),
        ("Daniel Okoro", "Hillary Okoro", []),
        ("Han Duk-Geun", "Han Duk Geun", []),
        ("Ann Okoro, Jr.", "Ann Okoro Jr.", []),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky", ["transliteration variant"]),
        ("George W. Bush", "George H. W. Bush", []),
        ("George Bush", "George W. Bush", ["same name, other article"]),
        ("Olena Reyes", "Олена Рейес", ["transliteration variant"]),
        ("Ann Okoro", "Ann Okoro Reyes", ["same name, other article"]),
        ("Guoping Xi", "Xi Guoping", ["name order"]),
        ("Ann B. Okoro, Jr.", "Ann Okoro", ["suffix conflict"]),
        ("Ann B. Okoro", "Ann C. Okoro", []),
        ("李 明", "Li Ming", []),
    ],
)
def test_given_names_one_letter_apart(left: str, right: str, kinds: list[str]) -> None:
    flags = flags_across([sheet("a", left), sheet("b", right)], ())
    assert [flag.kind for flag in flags.get("a", ())] == kinds


def test_a_link_that_needs_corroboration_is_probable_only_with_something_shared() -> None:
    role = "Minister of Trade of Norway"
    for left, right, wording in (("", "", "may be one person"), (role, role, "are probably one person")):
        flags = flags_across([sheet("a", "Ann Okoro", left), sheet("b", "Ann B. Okoro", right)], ())
        assert wording in flags["a"][0].message
    assert "said of both: minister, norway, trade" in flags["a"][0].message


def test_an_organisation_in_common_is_cause_to_ask() -> None:
    sheets = [sheet("a", "Ann Okorowa", "Halvorsen spokeswoman"), sheet("b", "Ann Okoowa", "lawyer for Halvorsen")]
    assert [flag.kind for flag in flags_across(sheets, ())["a"]] == ["spelling variant"]
    assert "said of both: halvorsen" in flags_across(sheets, ())["a"][0].message


def test_one_of_several_bearers_with_something_shared_is_cause_enough() -> None:
    role = "Minister of Trade of Norway"
    sheets = [sheet("a", "Ann Okorowa"), sheet("b", "Ann Okorowa", role), sheet("c", "Ann Okoowa", role)]
    assert sorted(flags_across(sheets, ())) == ["b", "c"]


def test_a_recorded_decision_stands_at_its_flag() -> None:
    decision = Decision("different", "Michael Okoro", "Mike Okoro", "ann", "2026-01-01T00:00:00Z", "f0")
    flags = flags_across([sheet("a", "Mike Okoro"), sheet("b", "Michael Okoro")], (decision,))
    assert [flag.decision for flag in (*flags["a"], *flags["b"])] == [decision, decision]


@pytest.mark.parametrize(
    ("left", "right", "decided"),
    [
        ("Hannah Okorowa", "Hannah Okoowa", True),
        ("Hannah Q. Okorowa", "Hannah Q. Okoowa", True),
        # More than the word that was decided on differs.
        ("Hannah Okorowa", "Hanna Okoowa", False),
        ("Hannah Okorowa", "H. Okoowa", False),
    ],
)
def test_what_was_decided_on_a_word_is_not_asked_of_full_names_that_differ_in_it(
    left: str, right: str, decided: bool
) -> None:
    role = "Minister of Trade of Norway"
    record = Decision("same", "Okoowa", "Okorowa", "ann", "2026-01-01T00:00:00Z", "f0")
    flags = flags_across([sheet("a", left, role), sheet("b", right, role)], (record,))
    assert {flag.decision for of in flags.values() for flag in of} <= ({record} if decided else {None})


def test_a_decision_for_one_article_stands_at_its_flag_alone() -> None:
    where = (ArticleRef("a", "a" * 64),)
    narrow = Decision("different", "Michael Okoro", "Mike Okoro", "ann", "2026-01-01T00:00:00Z", "f0")
    narrow = replace(narrow, scope="this article", articles=where)
    flags = flags_across([sheet("a", "Mike Okoro"), sheet("b", "Michael Okoro")], (narrow,))
    assert [flag.decision for flag in (*flags["a"], *flags["b"])] == [narrow, None]


def test_forms_that_differ_in_house_style_are_asked_about_once() -> None:
    sheets = [sheet("a", "Joe Okoro"), sheet("b", "Joseph R. Okoro Jr."), sheet("c", "Joseph R. Okoro, Jr.")]
    assert sorted(flags_across(sheets, ())) == ["a", "b"]
    assert len(links_across(sheets)) == 1


def test_links_are_the_questions_of_the_flags() -> None:
    role = "Minister of Trade of Norway"
    sheets = [sheet("a", "Mike Okoro", role), sheet("b", "Michael Okoro", role), sheet("c", "M. Okoro")]
    found = {(link.left, link.right): link.proposed for link in links_across(sheets)}
    assert found == {
        (("a", "s1"), ("b", "s1")): True,
        (("a", "s1"), ("c", "s1")): False,
        (("b", "s1"), ("c", "s1")): False,
    }


def test_nothing_is_proposed_without_something_in_common() -> None:
    links = links_across([sheet("a", "Olena Reyes"), sheet("b", "Олена Рейес")])
    assert [link.proposed for link in links] == [False]


def test_the_order_of_sheets_changes_no_id() -> None:
    sheets = [sheet("a", "Mike Okoro"), sheet("b", "Michael Okoro"), sheet("c", "M. Okoro")]
    ids = {article: {flag.id for flag in flags} for article, flags in flags_across(sheets, ()).items()}
    assert ids == {article: {f.id for f in flags} for article, flags in flags_across(sheets[::-1], ()).items()}


@pytest.mark.parametrize(
    ("here", "there", "kinds"),
    [
        ("Rep.", "pastor", ["same name in different contexts"]),
        ("Rep.", "Sen.", []),
        ("Rep.", "former pastor", []),
        ("Rep.", "rival", []),
        ("Boston Rep.", "Boston pastor", []),
        ("Rep.", "", []),
    ],
)
def test_one_name_in_two_walks_of_life(here: str, there: str, kinds: list[str]) -> None:
    flags = flags_across([sheet("a", "Brad Okoro", here), sheet("b", "Brad Okoro", there)], ())
    assert [flag.kind for flag in flags.get("a", ())] == kinds
    assert {flag.id for flag in flags.get("a", ())} == {flag.id for flag in flags.get("b", ())}


def test_known_speakers_are_not_asked_about_for_their_walk_of_life() -> None:
    sheets = [sheet("a", "Brad Okoro", "Rep.", key="x"), sheet("b", "Brad Okoro", "pastor")]
    assert not flags_across(sheets, ())


def test_two_names_that_a_sheet_asks_about_by_itself_are_not_asked_about_again_across_the_run() -> None:
    role = "Minister of Trade of Norway"
    known, other = sheet("a", "Hannah Okoro", role, key="okoro-hannah"), sheet("b", "Hanna Okoro", role)
    assert sorted(flags_across([known, other], ())) == ["a", "b"]
    place = other.speakers[0].mentions[0]
    within = Flag(
        id=flag_id("not the preferred spelling", "hanna okoro", "hannah okoro"),
        kind="not the preferred spelling",
        severity="medium",
        message="The article writes “Hanna Okoro”.",
        evidence=(Span(place.start, place.end, place.text),),
        subjects=("s1",),
        names=("Hanna Okoro", "Hannah Okoro"),
    )
    asking = replace(other, flags=(within,))
    assert flags_across([known, asking], ()) == {}
    assert len(links_across([known, asking])) == 1
