from __future__ import annotations

from pathlib import Path

import pytest

from factsheet.errors import AuthorityError
from factsheet.speakers.authority.authority import read_authority
from factsheet.speakers.decisions.reading import decision_on, read_decisions

ENTRY = '[[speaker]]\nkey = "okoro"\nname = "Hannah Okoro"\n'
RECORD = '{"verdict": "%s", "left": "%s", "right": "%s", "by": "ann", "at": "2026-01-01T00:00:00Z", "flag": "f0"}\n'


def test_no_path_is_an_empty_authority_and_no_decisions() -> None:
    assert read_authority(None).entries == ()
    assert read_decisions(None) == ()


def test_an_authority_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "speakers.toml"
    path.write_text(
        ENTRY + 'variants = ["H. Okoro"]\nkind = "person"\nfamily = "Okoro"\nnotes = "x"\ndistinct_from = ["reyes"]\n'
        '[[speaker]]\nkey = "reyes"\nname = "Reyes"\n',
        "utf-8",
    )
    authority = read_authority(path)
    assert [entry.key for entry in authority.entries] == ["okoro", "reyes"]
    entry = authority.only_bearer("h.  okoro")
    assert entry is not None
    assert entry.name == "Hannah Okoro"
    assert authority.only_bearer("Okoro") is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[speaker]", "not TOML"),
        ("speakers = 1", "'speakers'"),
        ('[[speaker]]\nname = "A"', "speaker 1 (A): key is missing"),
        (ENTRY + 'kind = "robot"', "(okoro): kind is 'robot'"),
        (ENTRY + 'variants = "one"', "variants must be a list"),
        (ENTRY + "notes = 1", "notes must be a text"),
        (ENTRY + 'nmae = "x"', "'nmae' is no field"),
        (ENTRY + ENTRY, "'okoro' stands at more than one"),
        (ENTRY + 'distinct_from = ["reyes"]', "'reyes'"),
    ],
)
def test_what_is_wrong_with_an_authority_file_is_said(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "speakers.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(AuthorityError) as caught:
        read_authority(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("read", [read_authority, read_decisions])
def test_a_missing_file_is_an_error(tmp_path: Path, read: object) -> None:
    assert callable(read)
    with pytest.raises(AuthorityError, match=r"nothing\.here"):
        read(tmp_path / "nothing.here")


def test_the_last_record_on_a_pair_wins_in_either_order(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text(RECORD % ("same", "A B", "a c") + "\n" + RECORD % ("different", "A C", "A  b"), "utf-8")
    decisions = read_decisions(path)
    assert [d.verdict for d in decisions] == ["same", "different"]
    last = decision_on("A B", "A C", decisions)
    assert last is not None
    assert last.verdict == "different"
    assert decision_on("A B", "A D", decisions) is None


def test_only_a_line_feed_ends_a_record(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    note = "one\u2028two\x85three"
    record = RECORD.replace('"f0"}', f'"f0", "note": "{note}"}}') % ("same", "A B", "A C")
    path.write_text(record + RECORD % ("different", "A B", "A D"), "utf-8")
    first, second = read_decisions(path)
    assert first.note == note
    assert second.verdict == "different"


@pytest.mark.parametrize("line", ["{", '{"verdict": "same"}', RECORD % ("perhaps", "a", "b"), "[]", "\udcff"])
def test_a_line_that_is_no_decision_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_bytes((RECORD % ("same", "a", "b") + line).encode("utf-8", "surrogateescape"))
    with pytest.raises(AuthorityError) as caught:
        read_decisions(path)
    assert "line 2" in str(caught.value) or "UTF-8" in str(caught.value)
    assert "\n" not in str(caught.value)
