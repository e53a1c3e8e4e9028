"""Which speakers of a run's articles are shown as one: the gate against wrong silent merges across articles."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factsheet.model import Decision, Mention, Span, Speaker, SpeakerKind, Variant
from factsheet.model.flag import ArticleRef, Scope, Verdict
from factsheet.speakers.authority.authority import Authority, Entry
from factsheet.speakers.decisions.verdicts import state
from factsheet.speakers.grouping import Bearer, grouped
from factsheet.speakers.names.comparison import compare


def bearer(article: str, *names: str, kind: SpeakerKind = "person", key: str | None = None, number: int = 1) -> Bearer:
    """A speaker of an article who is called by the first name and has the others as well."""
    variants = tuple(Variant(name, 1, "name") for name in names)
    mention = Mention(0, len(names[0]), names[0], "name")
    return Bearer(article, article * 64, Speaker(f"s{number}", names[0], kind, (), variants, (mention,), key))


def record(verdict: Verdict, left: str, right: str, articles: str = "") -> Decision:
    """A decision that holds everywhere, or in the articles of these one-letter ids."""
    scope: Scope = "this article" if articles else "everywhere"
    where = tuple(ArticleRef(article, article * 64) for article in articles)
    return Decision(verdict, left, right, "ann", "2026-01-01T00:00:00Z", "f0", scope=scope, articles=where)


def groups(bearers: Iterable[Bearer], *records: Decision, authority: Authority | None = None) -> set[str]:
    """The groups as the ids of their articles: {"ab", "c"}."""
    found = grouped(bearers, authority or Authority(), state(records))
    return {"".join(member.article for member in group) for group in found}


def test_one_name_is_one_group_whatever_its_case_accents_and_hyphens() -> None:
    names = ["Ana Tamm", "ANA TAMM", "Ána Tamm", "Bo-Ra Tamm", "Bo Ra Tamm", "J. Tamm, Jr.", "J Tamm Jr"]
    assert groups(map(bearer, "abcdefg", names)) == {"abc", "de", "fg"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Ana Tamm", "Anna Tamm"),
        ("Mike Okoro", "Michael Okoro"),
        ("Ana Tamm", "Ana B. Tamm"),
        ("A. Tamm", "Ana Tamm"),
        ("Tamm", "Ana Tamm"),
        ("George W. Bush", "George H. W. Bush"),
        ("George Bush", "George W. Bush"),
        ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
        ("Joe Biden", "Joe Biden Jr."),
        ("Xi Guoping", "Guoping Xi"),
        ("Tim Cook", "Tom Cook"),
        ("Dmitri Laptev", "Dmitri Lapteva"),
        ("李明", "Li Ming"),
        ("Мұхтар Тілеуберді", "Mukhtar Tileuberdi"),
    ],
)
def test_names_that_are_alike_are_never_put_together(left: str, right: str) -> None:
    assert groups([bearer("a", left), bearer("b", right)]) == {"a", "b"}


def test_a_family_name_alone_says_nothing_in_another_article() -> None:
    assert groups([bearer("a", "Tamm"), bearer("b", "Tamm")]) == {"a", "b"}


@pytest.mark.parametrize(
    ("name", "one"),
    [
        ("WHO", True),
        ("U.N.H.C.R.", True),
        ("Nordbank Group", True),
        ("Harbour Board of Lund", True),
        ("Norwegian Foreign Ministry", True),
        ("DA", False),
        ("Nordbank", False),
        ("Post", False),
        ("Supreme Court", False),
        ("Central Bank", False),
        ("the Ministry of Foreign Affairs", False),
        ("National Security Council", False),
    ],
)
def test_an_organisation_is_one_where_its_name_is_no_other_ones(name: str, one: bool) -> None:
    found = groups([bearer("a", name, kind="organisation"), bearer("b", name, kind="organisation")])
    assert found == ({"ab"} if one else {"a", "b"})


def test_a_person_is_no_organisation() -> None:
    assert groups([bearer("a", "Nord Bank", kind="organisation"), bearer("b", "Nord Bank")]) == {"a", "b"}


def test_a_form_that_two_names_share_makes_no_chain() -> None:
    alike = [
        bearer("a", "George W. Bush", "George Bush"),
        bearer("b", "George Bush"),
        bearer("c", "George H. W. Bush", "George Bush"),
    ]
    assert groups(alike) == {"a", "b", "c"}


def test_two_of_one_article_are_never_put_together_nor_a_third_with_either() -> None:
    twice = [bearer("a", "Ana Tamm"), bearer("a", "Ana Tamm", number=2), bearer("b", "Ana Tamm")]
    assert sorted(map(len, grouped(twice, Authority(), state(())))) == [1, 1, 1]


def test_one_name_with_something_against_it_is_not_put_together() -> None:
    conflicting = [
        bearer("a", "Ana Tamm"),
        bearer("b", "Ana Tamm", "Ana Q. Tamm"),
        bearer("c", "Ana Tamm", "Ana X. Tamm"),
    ]
    assert groups(conflicting) == {"a", "b", "c"}
    assert groups(conflicting[:2]) == {"ab"}
    own = [bearer("a", "Ana Tamm", "Ana Rebane"), bearer("b", "Ana Tamm", "Ana Rebane"), bearer("c", "Ana Tamm")]
    assert groups(own) == {"abc"}


def test_one_name_in_two_walks_of_life_is_not_put_together() -> None:
    senator, goalkeeper, former = (
        replace(one, speaker=replace(one.speaker, roles=(Span(0, len(role), role),)))
        for one, role in zip(map(bearer, "abc", ["Ana Tamm"] * 3), ("Senator", "goalkeeper", "Sen."), strict=True)
    )
    assert groups([senator, goalkeeper]) == {"a", "b"}
    assert groups([senator, former]) == {"ac"}


def test_the_authority_file_puts_together_and_keeps_apart() -> None:
    keyed = [
        bearer("a", "Ana Tamm", key="tamm"),
        bearer("b", "Ana Tamm", "A. Kask", key="tamm"),
        bearer("c", "Ana Tamm"),
    ]
    assert groups(keyed) == {"ab", "c"}
    assert groups([bearer("a", "Ana Tamm", key="tamm"), bearer("b", "Ana Tamm", key="tamm-2")]) == {"a", "b"}
    two = Authority((Entry("tamm", "Ana Tamm"), Entry("tamm-2", "Ana Tamm")))
    assert groups([bearer("a", "Ana Tamm"), bearer("b", "Ana Tamm")], authority=two) == {"a", "b"}


def test_a_decision_comes_before_everything() -> None:
    married = [bearer("a", "Ana Tamm"), bearer("b", "Ana Kask"), bearer("c", "Ana Tamm")]
    assert groups(married) == {"ac", "b"}
    assert groups(married, record("same", "Ana Tamm", "Ana Kask")) == {"abc"}
    assert groups(married, record("preferred spelling", "Ana Tamm", "Ana Kask")) == {"abc"}
    assert groups(married, record("not sure", "Ana Tamm", "Ana Kask")) == {"ac", "b"}
    keyed = [bearer("a", "Ana Tamm", key="tamm"), bearer("b", "Ana Tamm", "A. Tamm", key="tamm")]
    assert groups(keyed, record("different", "Ana Tamm", "A. Tamm")) == {"a", "b"}
    assert groups(
        [bearer("a", "Ana Tamm", key="one"), bearer("b", "Ana Kask", key="two")], record("same", "Ana Tamm", "Ana Kask")
    ) == {"a", "b"}


def test_a_decision_holds_for_a_name_in_any_house_style() -> None:
    styled = [bearer("a", "Ana Tamm"), bearer("b", "Ana Kask, Jr."), bearer("c", "Ana Kask Jr")]
    assert groups(styled, record("same", "Ana Tamm", "Ana Kask Jr.")) == {"abc"}
    alike = [bearer("a", "J. R. Tamm"), bearer("b", "J R Tamm")]
    assert groups(alike) == {"ab"}
    assert groups(alike, record("different", "J. R. Tamm", "J.R. Tamm")) == {"ab"}
    assert groups(alike, record("different", "J. R. Tamm", "J R Tamm")) == {"a", "b"}


def test_decisions_go_on_along_a_chain_also_over_a_name_that_nobody_has() -> None:
    chain = (record("same", "Ana Tamm", "Ana Kask"), record("same", "Ana Kask", "Anna Saar"))
    assert groups([bearer("a", "Ana Tamm"), bearer("b", "Anna Saar")], *chain) == {"ab"}
    contradiction = record("different", "Ana Tamm", "Anna Saar")
    assert groups([bearer("a", "Ana Tamm"), bearer("b", "Anna Saar")], *chain, contradiction) == {"a", "b"}


def test_a_narrower_decision_holds_in_its_articles_alone() -> None:
    married = [bearer("a", "Ana Tamm"), bearer("b", "Ana Kask"), bearer("c", "Ana Kask")]
    assert groups(married, record("same", "Ana Tamm", "Ana Kask", "ab")) == {"ab", "c"}
    namesakes = [bearer("a", "Ana Tamm"), bearer("b", "Ana Tamm"), bearer("c", "Ana Tamm")]
    assert groups(namesakes, record("different", "Ana Tamm", "Ana Tamm", "ab")) == {"a", "b", "c"}


def test_a_decision_about_family_names_joins_nobody_with_other_given_names() -> None:
    families = [bearer("a", "Ana Okorowa", "Okorowa"), bearer("b", "Bo Okoowa", "Okoowa")]
    assert groups(families, record("same", "Okorowa", "Okoowa")) == {"a", "b"}


NAMES = st.sampled_from(
    ["Ana Tamm", "Anna Tamm", "ANA TAMM", "A. Tamm", "Tamm", "Ana Q. Tamm", "Ana X. Tamm", "Ana Kask", "Bo Kask"]
)
BEARERS = st.lists(
    st.builds(
        lambda article, names, key, number: bearer(article, *names, key=key, number=number),
        st.sampled_from("abcdef"),
        st.lists(NAMES, min_size=1, max_size=3, unique=True),
        st.sampled_from([None, None, "one", "two"]),
        st.integers(1, 9),
    ),
    max_size=8,
)
RECORDS = st.lists(
    st.builds(
        record,
        st.sampled_from(["same", "different", "preferred spelling", "split", "not sure"]),
        NAMES,
        NAMES,
        st.sampled_from(["", "", "ab", "cde"]),
    ),
    max_size=4,
)


@settings(deadline=None)
@example([bearer("a", "Anna Tamm"), bearer("b", "Anna Tamm")], [record("different", "Anna Tamm", "Anna Tamm", "")])
@given(BEARERS, RECORDS)
def test_whatever_is_put_together_has_a_ground_and_nothing_against_it(
    bearers: list[Bearer], records: list[Decision]
) -> None:
    verdicts = state(records)
    found = grouped(bearers, Authority(), verdicts)
    assert sorted(map(id, bearers)) == sorted(id(member) for group in found for member in group)
    for group in found:
        for one, other in combinations(group, 2):
            assert one.article != other.article
            assert len({one.speaker.key, other.speaker.key} - {None}) < 2
            for rulings in (verdicts.at(one.sha256), verdicts.at(other.sha256)):
                assert not any(rulings.apart(left, right) for left in one.names for right in other.names)
            if not any(r.verdict in ("same", "preferred spelling") for r in verdicts.in_force):
                assert one.plain == other.plain or one.speaker.key == other.speaker.key is not None


@settings(deadline=None)
@given(BEARERS, RECORDS)
def test_the_order_of_the_bearers_changes_no_group(bearers: list[Bearer], records: list[Decision]) -> None:
    verdicts = state([r for r in records if r.verdict in ("different", "split", "not sure")])

    def members(of: list[Bearer]) -> set[frozenset[int]]:
        return {frozenset(map(id, group)) for group in grouped(of, Authority(), verdicts)}

    assert members(bearers) == members(bearers[::-1])


def test_no_pair_of_the_labelled_names_is_put_together_that_is_not_written_the_same(shared: Path) -> None:
    """Each pair of the data set as two articles, those of one person too: likeness alone never joins."""
    with (shared / "data" / "names" / "person_name_pairs.csv").open(encoding="utf-8", newline="") as file:
        pairs = [
            (row["name1"], row["name2"], row["is_match"].strip().lower() == "true") for row in csv.DictReader(file)
        ]
    together = [pair for pair in pairs if len(groups([bearer("a", pair[0]), bearer("b", pair[1])])) == 1]
    assert len(pairs) > 200
    assert all(match for _, _, match in together)
    assert all(compare(left, right).answer == "link" for left, right, _ in together)
