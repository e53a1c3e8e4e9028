from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from authority_samples import entry_lists
from hypothesis import given

from factsheet.errors import AuthorityError
from factsheet.speakers.authority.authority import Entry, read_authority
from factsheet.speakers.authority.edit import edited
from factsheet.speakers.authority.fields import entry_of
from factsheet.speakers.authority.importing import Import, import_table
from factsheet.speakers.authority.table import rows_of, to_csv

HERE = Path("t.csv")
FILE = """\
# ours
[[speaker]]
key = "okoro"
name = "Hannah Okoro"
variants = ["HO"]   # short
notes = "n"
"""


@given(entry_lists())
def test_a_table_makes_the_same_entries_again(entries: tuple[Entry, ...]) -> None:
    rows = rows_of(to_csv(entries), HERE)
    assert [entry_of(row.fields) for row in rows] == [(entry, ()) for entry in entries]


@given(entry_lists())
def test_no_cell_and_no_item_is_a_formula(entries: tuple[Entry, ...]) -> None:
    for cells in csv.reader(io.StringIO(to_csv(entries), newline="")):
        assert not any(cell.startswith(tuple("=+-@＝＋－＠")) for cell in cells)
        assert not any(item.startswith(tuple("=+-@")) for cell in cells[4:7] for item in cell.split("; "))


@pytest.mark.parametrize(
    ("name", "cell"),
    [("=SUM(A1)", "'=SUM(A1)"), ("-x", "'-x"), ("'=x", "''=x"), ("'Aziz", "'Aziz"), ("a=b", "a=b")],
)
def test_a_cell_that_would_be_a_formula_has_an_apostrophe(name: str, cell: str) -> None:
    assert to_csv([Entry("k", name)]).splitlines()[1].startswith(f"k,{cell},person")
    assert rows_of(f"key,name\nk,{cell}\n", HERE)[0].fields["name"] == name


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_header_shows_what_stands_between_cells(delimiter: str) -> None:
    text = "\r\n".join(delimiter.join(cells) for cells in (["Key ", "VARIANTS", ""], ["a", '"x; y\\; z"', ""], []))
    (row,) = rows_of(text, HERE)
    assert (row.number, row.fields) == (2, {"key": "a", "variants": ["x", "y; z"]})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "t.csv: the table is empty; its first row must be key,name,"),
        ("key,nmae\n", "t.csv, row 1: there is no column 'nmae'; the columns are key, name,"),
        ("key,name,key\n", "t.csv, row 1: 'key' stands there twice"),
        ("key,name\na,b\na,b,c\n", "t.csv, row 3: more cells than the header"),
        ('key,name\na,"b', "t.csv, near row"),
    ],
)
def test_what_is_no_table_is_said(text: str, says: str) -> None:
    with pytest.raises(AuthorityError) as caught:
        rows_of(text, HERE)
    assert str(caught.value).startswith(says)


def do(folder: Path, table: str, dry_run: bool = False) -> tuple[Import, str]:
    """What importing a table into FILE does, and the file then."""
    path, csv_path = folder / "speakers.toml", folder / "t.csv"
    path.write_text(FILE, "utf-8")
    csv_path.write_text(table, "utf-8")
    done = import_table(path, csv_path, dry_run=dry_run)
    return done, path.read_text("utf-8")


def test_rows_add_and_change_by_key(tmp_path: Path) -> None:
    done, text = do(tmp_path, "key,name,variants,notes\nokoro,Hannah Okoro,HO; H. Okoro,\n,Ana Reyes,,\n")
    assert [(change.entry.key, change.fields) for change in done.changes] == [
        ("okoro", ("variants", "notes")),
        ("reyes-ana", None),
    ]
    assert text == FILE.replace('["HO"]', '["HO", "H. Okoro"]').replace('notes = "n"\n', "") + (
        '\n[[speaker]]\nkey = "reyes-ana"\nname = "Ana Reyes"\n'
    )


def test_a_column_that_is_not_there_leaves_its_field_alone(tmp_path: Path) -> None:
    done, text = do(tmp_path, "key,wikidata\nokoro,Q1\n")
    assert done.changes[0].fields == ("wikidata",)
    assert text == FILE + 'wikidata = "Q1"\n'


def test_a_dry_run_writes_nothing_and_says_the_same(tmp_path: Path) -> None:
    table = "key,wikidata\nokoro,Q1\n"
    done, text = do(tmp_path, table, dry_run=True)
    assert text == FILE
    assert done == do(tmp_path, table)[0]


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ("key,name\nokoro,\n", "row 2 (okoro): name is missing"),
        ("key,name,kind\nx,X,robot\n", "row 2 (x): kind is 'robot'"),
        ("key,name\nx,Ana\nx,Bo\n", "row 3 (x): the key stands in a row before"),
        ("name\nHannah Okoro\n", "row 2: “Hannah Okoro” is a form of okoro already"),
        ("name\n王小明\n", "row 2: no key can be made of “王小明”; write one into the column key"),
        ("key,name\nx,ho\n", "okoro: “HO” is also a form of x"),
        ("key,name,distinct_from\nx,Ana,nobody\n", "x: distinct_from names 'nobody'"),
    ],
)
def test_one_bad_row_and_nothing_is_written(tmp_path: Path, table: str, says: str) -> None:
    done, text = do(tmp_path, table)
    assert [problem.startswith(f"{tmp_path / 't.csv'}, {says}") for problem in done.problems] == [True]
    assert (text, done.changes) == (FILE, ())


def test_what_looks_alike_is_taken_and_told(tmp_path: Path) -> None:
    done, text = do(tmp_path, "name\nHanna Okoro\n")
    assert [problem.keys for problem in done.doubts] == [("okoro", "okoro-hanna")]
    assert 'key = "okoro-hanna"' in text


@given(entry_lists())
def test_importing_what_was_exported_changes_no_byte(
    tmp_path_factory: pytest.TempPathFactory, entries: tuple[Entry, ...]
) -> None:
    folder = tmp_path_factory.mktemp("desk")
    path, table = folder / "speakers.toml", folder / "t.csv"
    text = edited("", entries)
    path.write_bytes(text.encode())
    table.write_bytes(to_csv(read_authority(path).entries).encode())
    done = import_table(path, table)
    assert (done.changes, done.problems, done.same) == ((), (), len(entries))
    assert path.read_bytes() == text.encode()
