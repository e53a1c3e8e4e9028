"""Which records of the log concern an article, and that the others change nothing in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from factsheet.language.pipeline import analyse
from factsheet.model import Article, Decision, Span
from factsheet.model.flag import ArticleRef, Scope, Verdict
from factsheet.speakers.authority.authority import Authority, Entry
from factsheet.speakers.decisions.concerning import concerning, entries_concerning
from factsheet.speakers.find import SpeakerFindings, find_speakers

HERE, THERE = "a" * 64, "b" * 64
TEXT = (
    "Hannah Osei runs the farm. Daniel Osei sells milk. “We sold the cows,” Osei said on Monday.\n\n"
    "Jean-Luc O’Brien, the mayor, said that José Okorowa came. “I did not,” Okoowa told the Field Bank.\n"
)


def record(left: str, right: str, verdict: Verdict = "same", *, sha256: str = "", undoes: str = "") -> Decision:
    scope: Scope = "this article" if sha256 else "everywhere"
    articles = (ArticleRef("x", sha256),) if sha256 else ()
    preferred = left if verdict == "preferred spelling" else ""
    made = Decision(verdict, left, right, "ann", "2026-01-01T00:00:00Z", "f0", scope=scope, articles=articles)
    return replace(made, preferred=preferred, undoes=undoes)


def names(records: list[Decision], authority: Authority | None = None) -> list[tuple[str, str]]:
    return [(r.left, r.right) for r in concerning(records, TEXT, HERE, authority or Authority())]


@pytest.mark.parametrize(
    ("left", "right", "concerned"),
    [
        ("Osei", "Daniel Osei", True),
        ("OSEI", "Grace Addo", False),
        ("Grace Osei", "G. Osei", False),
        ("Jean Luc O'Brien", "Brien", True),
        ("Jose Okorowa", "Bo Addo", False),
        ("Hannah Field", "Jose Bank", True),
        ("Hannah Fields", "Jose Bank", False),
        ("Ose", "Osei", False),
    ],
)
def test_a_record_concerns_an_article_that_has_all_words_of_both_names(left: str, right: str, concerned: bool) -> None:
    assert names([record(left, right)]) == ([(left, right)] if concerned else [])


def test_of_a_preferred_spelling_one_name_is_enough() -> None:
    assert names([record("Bo Addo", "Osei", "preferred spelling")]) == [("Bo Addo", "Osei")]
    assert names([record("Bo Addo", "Abe Addo", "preferred spelling")]) == []


def test_records_along_a_chain_concern_it_too() -> None:
    chain = [record("Bo Addo", "Cy"), record("Osei", "Okoowa"), record("Osei", "Bo Addo"), record("X Y", "Z")]
    assert names(chain) == [("Bo Addo", "Cy"), ("Osei", "Okoowa"), ("Osei", "Bo Addo")]


def test_a_record_for_this_article_concerns_it_and_one_for_another_does_not() -> None:
    assert names([record("Bo Addo", "Cy Addo", sha256=HERE)]) == [("Bo Addo", "Cy Addo")]
    assert names([record("Osei", "Hannah Osei", sha256=THERE)]) == []


def test_what_was_taken_back_does_not_concern_it() -> None:
    first = record("Osei", "Hannah Osei")
    assert names([first, record("Osei", "Hannah Osei", "undo", undoes=first.id)]) == []


def test_names_that_the_authority_file_gives_count_as_the_articles() -> None:
    known = Authority((Entry("osei", "Abena Mensah", variants=("Hannah Osei",)), Entry("addo", "Bo Addo")))
    records = [record("Abena Mensah", "Osei"), record("Bo Addo", "Okoowa")]
    assert names(records) == []
    assert names(records, known) == [("Abena Mensah", "Osei")]
    assert [entry.key for entry in entries_concerning(known, TEXT)] == ["osei"]


FORMS = st.sampled_from(
    (
        "Osei", "Hannah Osei", "Daniel Osei", "Grace Osei", "Okorowa", "Okoowa", "José Okorowa", "J. Okoowa", "Hannah",
        "O’Brien", "Jean-Luc O’Brien", "Bo Addo", "Field Bank", "Addo", "Okorova", "FB",
    )
)  # fmt: skip
VERDICTS: tuple[Verdict, ...] = ("same", "different", "preferred spelling", "split", "not sure")


RECORDS = st.builds(record, FORMS, FORMS, st.sampled_from(VERDICTS), sha256=st.sampled_from(["", HERE, THERE]))
KNOWN = Authority((Entry("okorova", "José Okorova", variants=("José Okorowa",)),))
Find = Callable[[tuple[Decision, ...]], SpeakerFindings]


@pytest.fixture(scope="module")
def find(nlp: Language) -> Find:
    """Finds the speakers of TEXT under some records."""
    with nlp.select_pipes(disable=["factsheet_speakers", "factsheet_claims"]):
        doc = analyse(nlp, Article("x", "x.txt", TEXT, HERE))

    def run(records: tuple[Decision, ...]) -> SpeakerFindings:
        return find_speakers(doc, doc._.quotations, KNOWN, records)

    return run


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=120)
@given(st.lists(RECORDS, max_size=6))
def test_an_article_reads_the_same_under_all_records_as_under_those_that_concern_it(
    find: Find, records: list[Decision]
) -> None:
    assert find(tuple(records)) == find(concerning(records, TEXT, HERE, KNOWN))


def test_a_mention_that_was_decided_alone_is_never_left_out() -> None:
    mention = Span(71, 75, "Osei")
    single = Decision(
        "same", "Osei", "Bo Addo", "ann", "2026-01-01T00:00:00Z", "f0",
        scope="this mention", articles=(ArticleRef("x", HERE),), mention=mention,
    )  # fmt: skip
    assert names([single]) == [("Osei", "Bo Addo")]


def test_a_chain_over_names_that_do_not_stand_there_concerns_it() -> None:
    chain = [record("Hannah Osei", "Bo Addo"), record("Cy Addo", "Bo Addo"), record("Field Bank", "Cy Addo")]
    assert names(chain) == [(r.left, r.right) for r in chain]
    assert names(chain[1:]) == []
    assert names([*chain[:2], record("Field Bank", "Cy Addo", "different")]) == []
