"""The register of a run, made of its sheets."""

from __future__ import annotations

from dataclasses import replace

from factsheet.model import (
    SCHEMA,
    Article,
    Decision,
    Flag,
    Mention,
    Provenance,
    Quotation,
    Sheet,
    Span,
    Speaker,
    SpeakerKind,
    Variant,
)
from factsheet.model.flag import Verdict
from factsheet.model.register import Register
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.register import register_of

PROVENANCE = Provenance("factsheet", "0", "3", "m", "1", "0" * 16, "0" * 64, None)


def sheet(article: str, *names: str, role: str = "", kind: SpeakerKind = "person", key: str | None = None) -> Sheet:
    """A sheet whose article has each name in a paragraph of its own, each with the role before it."""
    text = "\n\n".join(f"{role} {name} came.".strip() for name in names)
    speakers = []
    for number, name in enumerate(names, 1):
        at = text.index(f"{name} came.")
        roles = (Span.within(text, at - len(role) - 1, at - 1),) if role else ()
        mention = Mention(at, at + len(name), name, "name")
        speakers.append(Speaker(f"s{number}", name, kind, roles, (Variant(name, 1, "name"),), (mention,), key))
    said = Quotation("q1", "indirect", (Span.within(text, len(text) - 5, len(text)),), (), (), "s1", 0.9, 1, ())
    about = Article(article, f"{article}.txt", text, article * 64, title=f"Title of {article}")
    return Sheet(SCHEMA, about, (said,), tuple(speakers), (), (), PROVENANCE)


def register(*sheets: Sheet, decisions: tuple[Decision, ...] = ()) -> Register:
    return register_of(sheets, Authority(), decisions)


def shown(of: Register) -> list[str]:
    """The entries, each with its articles: "Ana Tamm ab"."""
    return [f"{entry.name} {''.join(found.article for found in entry.appearances)}" for entry in of.entries]


def test_speakers_stand_by_family_name_in_any_script_and_with_particles() -> None:
    names = ["Zoe Abel", "Ursula von der Leyen", "Мұхтар Тілеуберді", "Ana Tamm", "Émile Ålund", "Bo Tamm", "Kask"]
    assert [entry.name for entry in register(sheet("a", *names)).entries] == [
        "Zoe Abel",
        "Émile Ålund",
        "Kask",
        "Ursula von der Leyen",
        "Ana Tamm",
        "Bo Tamm",
        "Мұхтар Тілеуберді",
    ]
    first = sheet("a", "Xi Guoping", "Ban Do-yun", "Lu Brand", "Ana Tamm", "Xi", "Zoe Abel")
    xi, alone = first.speakers[0], first.speakers[4]
    one = replace(xi, variants=(*xi.variants, *alone.variants), mentions=(*xi.mentions, *alone.mentions))
    first = replace(first, speakers=(one, *first.speakers[1:4], first.speakers[5]))
    assert [entry.name for entry in register(first).entries] == [
        "Zoe Abel",
        "Ban Do-yun",
        "Lu Brand",
        "Ana Tamm",
        "Xi Guoping",
    ]
    organisations = sheet("b", "The Zebra Board", "Harbour Commission", kind="organisation")
    assert [entry.name for entry in register(organisations).entries] == ["Harbour Commission", "The Zebra Board"]


def test_an_entry_says_where_and_on_what_ground() -> None:
    (tamm, kask) = sorted(
        register(sheet("b", "Bo Kask", "Ana Tamm"), sheet("a", "Ana Tamm")).entries, key=lambda entry: entry.ground
    )[::-1]
    assert [(found.article, found.paragraphs, found.quotations) for found in tamm.appearances] == [
        ("a", (1,), 1),
        ("b", (2,), 0),
    ]
    assert "same name" in tamm.ground
    assert "no proof" in tamm.ground
    assert (kask.name, kask.ground) == ("Bo Kask", "")


def test_the_ground_is_the_key_or_the_decision_where_there_is_one() -> None:
    (entry,) = register(sheet("a", "Ana Tamm", key="tamm"), sheet("b", "Ana Tamm", key="tamm")).entries
    assert (entry.key, entry.ground) == ("tamm", "the authority file has “tamm”")
    same = Decision("same", "Ana Tamm", "Anna Tamm", "ann", "2026-01-01T00:00:00Z", "f0")
    found = register(sheet("a", "Ana Tamm"), sheet("b", "Anna Tamm"), decisions=(same,))
    assert [entry.ground for entry in found.entries] == ["recorded decisions make one of “Ana Tamm”, “Anna Tamm”"]


def test_links_are_proposed_with_something_in_common_and_asked_about_without() -> None:
    role = "Minister of Trade of Norway"
    for given, proposed in ((role, True), ("", False)):
        found = register(sheet("a", "Mike Okoro", role=given), sheet("b", "Michael Okoro", role=given))
        assert shown(found) == ["Michael Okoro b", "Mike Okoro a"]
        assert [[(link.entry, link.proposed) for link in entry.links] for entry in found.entries] == [
            [("speaker-2", proposed)],
            [("speaker-1", proposed)],
        ]


def test_what_was_decided_is_no_longer_proposed() -> None:
    sheets = sheet("a", "Mike Okoro"), sheet("b", "Michael Okoro")
    verdicts: tuple[tuple[Verdict, int], ...] = (("different", 2), ("not sure", 2), ("same", 1))
    for verdict, entries in verdicts:
        record = Decision(verdict, "Mike Okoro", "Michael Okoro", "ann", "2026-01-01T00:00:00Z", "f0")
        found = register(*sheets, decisions=(record,))
        assert len(found.entries) == entries
        assert not any(entry.links for entry in found.entries)


def test_links_make_no_chain() -> None:
    found = register(sheet("a", "George Bush"), sheet("b", "George W. Bush"), sheet("c", "George H. W. Bush"))
    linked = {entry.name: {link.entry for link in entry.links} for entry in found.entries}
    ids = {entry.name: entry.id for entry in found.entries}
    assert len(ids) == 3
    assert ids["George H. W. Bush"] not in linked["George W. Bush"]
    assert ids["George W. Bush"] in linked["George Bush"]


def test_open_flags_stand_with_their_speaker_and_decided_ones_do_not() -> None:
    one = sheet("a", "Ana Tamm")
    record = Decision("same", "Tam", "Tamm", "ann", "2026-01-01T00:00:00Z", "f0")
    flags = (
        Flag("f1", "spelling variant", "high", "Look.", (), ("s1",)),
        Flag("f2", "spelling variant", "high", "Decided.", (), ("s1",), decision=record),
        Flag("f3", "unattributed quotation", "medium", "Of no speaker.", (), ("q1",)),
    )
    found = register(replace(one, flags=flags))
    assert [flag.id for flag in found.entries[0].appearances[0].flags] == ["f1"]
    assert found.articles[0].open_flags == 2


def test_a_flag_that_is_a_link_is_told_once() -> None:
    flag = Flag("f1", "same name, other article", "low", "Look.", (), ("s1",), names=("Mike Okoro", "Michael Okoro"))
    one = replace(sheet("a", "Mike Okoro"), flags=(flag,))
    (_, mike) = register(one, sheet("b", "Michael Okoro")).entries
    assert (len(mike.links), mike.appearances[0].flags) == (1, ())
    assert register(one).entries[0].appearances[0].flags == (flag,)


def test_speakers_without_a_name_are_counted_alone() -> None:
    one = sheet("a", "Ana Tamm")
    officials = Speaker("s2", "officials", "group", (), (), (Mention(0, 3, "Ana", "description"),))
    found = register(replace(one, speakers=(*one.speakers, officials)))
    assert (shown(found), found.unnamed) == (["Ana Tamm a"], 1)


def test_a_mister_and_a_missis_of_one_name_are_two_entries() -> None:
    mr, mrs, neither = sheet("a", "Kim Tamm", role="Mr."), sheet("b", "Kim Tamm", role="Mrs."), sheet("c", "Kim Tamm")
    assert shown(register(mr, mrs)) == ["Kim Tamm a", "Kim Tamm b"]
    assert shown(register(mr, neither)) == ["Kim Tamm ac"]
    assert shown(register(mr, mrs, neither)) == ["Kim Tamm a", "Kim Tamm b", "Kim Tamm c"]


def test_the_order_of_the_sheets_changes_nothing() -> None:
    sheets = [sheet("a", "Mike Okoro", "Ana Tamm"), sheet("b", "Michael Okoro"), sheet("c", "Ana Tamm", "Tamm")]
    assert register(*sheets) == register(*sheets[::-1])


def test_a_run_of_one_article_and_of_none() -> None:
    assert shown(register(sheet("a", "Ana Tamm"))) == ["Ana Tamm a"]
    assert register().entries == ()
