from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from authority_samples import entry_lists
from hypothesis import given

from factsheet.errors import AuthorityError
from factsheet.speakers.authority.authority import Entry
from factsheet.speakers.authority.edit import edited
from factsheet.speakers.authority.fields import entries_of
from factsheet.speakers.authority.file import write_text
from factsheet.speakers.authority.roles import Role

FILE = """\
# The desk's list. Ask Ann before you change a key.

# ---- The harbour ----

[[speaker]]   # the chair
name = "Hannah Okoro"     # as she writes it
key   = "okoro-hannah"
variants = [
    "H. Okoro",     # in minutes
    "Hanna Okoro",  # misspelt twice
    # the old way:
    "Okoro-Lind",
]
roles = [{ title = "Chair", from = "2022-01" }, "Mayor"]  # both at once

# ---- Others ----

[[speaker]]
key = 'reyes-ana'
name = 'Ana Reyes'
# to do: ask for her title"""
OKORO, REYES = entries_of(FILE)[0]
COMMENTS = [line[line.index("#") :] for line in FILE.splitlines() if "#" in line]


def test_nothing_to_change_changes_nothing() -> None:
    assert edited(FILE, [OKORO, REYES]) == FILE
    assert edited(FILE, []) == FILE


def test_a_new_entry_stands_at_the_end_and_all_before_it_is_as_it_was() -> None:
    new = Entry("lim", "Lim & Co", "organisation", variants=("Lim",), roles=(Role("Builder", "2020"),), notes="a\nb")
    assert edited(FILE, [new]) == FILE + (
        '\n\n[[speaker]]\nkey = "lim"\nname = "Lim & Co"\nkind = "organisation"\nvariants = ["Lim"]\n'
        'roles = ["Builder (from 2020)"]\nnotes = """\na\nb\n"""\n'
    )


def test_a_new_file_says_what_it_is() -> None:
    text = edited("", [REYES])
    assert text.startswith("# Known speakers.")
    assert text.endswith('\n\n[[speaker]]\nkey = "reyes-ana"\nname = "Ana Reyes"\n')


def test_new_fields_stand_behind_the_last_field_of_their_entry() -> None:
    text = edited(FILE, [replace(OKORO, family="Okoro", notes="n"), replace(REYES, wikidata="Q1")])
    before, _, after = FILE.partition("  # both at once\n")
    middle, _, end = after.partition("name = 'Ana Reyes'\n")
    assert text == (
        f'{before}  # both at once\nfamily = "Okoro"\nnotes = "n"\n{middle}name = \'Ana Reyes\'\nwikidata = "Q1"\n{end}'
    )


def test_lists_change_by_their_items() -> None:
    changed = replace(OKORO, variants=("H. Okoro", "Okoro-Lind", "HO"), roles=(OKORO.roles[0], Role("Clerk")))
    assert edited(FILE, [changed]) == FILE.replace('    "Hanna Okoro",  # misspelt twice\n', "").replace(
        '"Okoro-Lind",\n', '"Okoro-Lind",\n    "HO",\n'
    ).replace('"Mayor"]', '"Clerk"]')


def test_a_value_changes_alone() -> None:
    assert edited(FILE, [replace(OKORO, name="Hannah Lind")]) == FILE.replace('"Hannah Okoro"', '"Hannah Lind"')


def test_fields_can_be_emptied_and_lists_put_in_another_order() -> None:
    changed = replace(OKORO, variants=OKORO.variants[::-1], roles=())
    assert entries_of(edited(FILE, [changed]))[0] == (changed, REYES)


def test_roles_that_stand_as_tables_of_their_own_are_changed() -> None:
    text = '[[speaker]]\nkey = "a"\nname = "A"\n[[speaker.roles]]\ntitle = "Mayor"\n'
    changed = Entry("a", "A", roles=(Role("Clerk"),), notes="n")
    assert entries_of(edited(text, [changed])) == ((changed,), ())


def test_line_ends_stay() -> None:
    windows = FILE.replace("\n", "\r\n")
    text = edited(windows, [replace(OKORO, family="Okoro"), Entry("x", "X")])
    assert text.count("\n") == text.count("\r\n")
    assert tomllib.loads(text)


@pytest.mark.parametrize("new", [Entry("a", "Ann"), Entry("b", "B")])
def test_a_layout_that_cannot_be_kept_is_refused(new: Entry) -> None:
    with pytest.raises(AuthorityError, match=r"\[\[speaker\]\] table"):
        edited('speaker = [{ key = "a", name = "A" }]\n', [new])


@given(entry_lists(keys=("okoro-hannah", "reyes-ana")))
def test_what_is_written_is_read_again_and_comments_outside_lists_stay(entries: tuple[Entry, ...]) -> None:
    text = edited(FILE, entries)
    assert entries_of(text) == (entries, ())
    within = {"# in minutes", "# misspelt twice", "# the old way:", "# both at once"}
    assert all(comment in text for comment in COMMENTS if comment not in within)


@given(entry_lists())
def test_a_new_file_is_read_again(entries: tuple[Entry, ...]) -> None:
    assert entries_of(edited("", entries)) == (entries, ())


def test_a_file_is_replaced_with_its_mark_its_mode_and_the_link_to_it(tmp_path: Path) -> None:
    real, link = tmp_path / "real.toml", tmp_path / "link.toml"
    real.write_bytes(b"\xef\xbb\xbfold")
    real.chmod(0o640)
    link.symlink_to(real)
    write_text(link, "new é")
    assert real.read_bytes() == "\ufeffnew é".encode()
    assert real.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.toml", "real.toml"]


def test_a_file_that_cannot_be_replaced_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "speakers.toml"
    path.write_text("old")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(AuthorityError, match="No space left on device"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
