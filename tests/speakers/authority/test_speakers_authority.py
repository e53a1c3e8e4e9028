from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.errors import AuthorityError
from factsheet.speakers.authority.authority import Authority, Entry, read_authority
from factsheet.speakers.authority.check import check_text
from factsheet.speakers.authority.roles import Role, RoleError, read_role, role_of_table

ENTRY = '[[speaker]]\nkey = "okoro"\nname = "Hannah Okoro"\n'
WHOLE = """
[[speaker]]
key = "okoro-hannah"
name = "  Hannah Okoro "
kind = "person"
family = "Okoro"
variants = ["H. Okoro"]
roles = [
    "Mayor of Lund (from 2024-04)",
    { title = "Chair", from = 2022, to = 2024-03-31 },
    { title = "Clerk" },
]
distinct_from = ["reyes-ana"]
wikidata = "Q123"
notes = '''
Two
lines.
'''

[[speaker]]
key = "reyes-ana"
name = "Ana Reyes"
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "speakers.toml"
    path.write_text(text, "utf-8")
    return path


def test_every_field_is_read(tmp_path: Path) -> None:
    authority = read_authority(write(tmp_path, WHOLE))
    assert authority.entries == (
        Entry(
            key="okoro-hannah",
            name="Hannah Okoro",
            kind="person",
            variants=("H. Okoro",),
            distinct_from=("reyes-ana",),
            family="Okoro",
            roles=(Role("Mayor of Lund", "2024-04"), Role("Chair", "2022", "2024-03-31"), Role("Clerk")),
            wikidata="Q123",
            notes="Two\nlines.",
        ),
        Entry("reyes-ana", "Ana Reyes"),
    )


def test_distinct_from_holds_in_both_directions(tmp_path: Path) -> None:
    authority = read_authority(write(tmp_path, WHOLE + '[[speaker]]\nkey = "x"\nname = "X"'))
    assert authority.distinct("okoro-hannah", "reyes-ana")
    assert authority.distinct("reyes-ana", "okoro-hannah")
    assert not authority.distinct("reyes-ana", "x")
    assert [authority.distinct_from(key) for key in ("reyes-ana", "x")] == [("okoro-hannah",), ()]


def test_bearers_of_a_form_stand_in_the_order_of_the_file() -> None:
    one, other = Entry("b", "Ana Réyes", variants=("Reyes", "REYES")), Entry("a", "Reyes")
    authority = Authority((one, other))
    assert authority.bearers("ana  reyes") == (one,)
    assert authority.bearers("Reyes") == (one, other)
    assert authority.only_bearer("Reyes") is None
    assert authority.bearers("Ana") == ()


def test_a_byte_order_mark_and_windows_line_ends_are_read(tmp_path: Path) -> None:
    path = tmp_path / "speakers.toml"
    path.write_bytes(b"\xef\xbb\xbf" + WHOLE.replace("\n", "\r\n").encode())
    assert read_authority(path).entries[0].notes == "Two\nlines."


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ('wikidata = "http://www.wikidata.org/wiki/Q1"', "wikidata is 'http"),
        ('wikidata = "Q0"', "it must be an identifier such as Q42"),
        ('roles = "Mayor"', "roles must be a list of texts"),
        ("roles = [3]", "roles must be a list of texts"),
        ('roles = [{ from = "2022" }]', "roles: a role must have a title"),
        ('roles = [{ title = "Mayor", until = "2022" }]', "roles: 'until' is no field of a role"),
        ('roles = [{ title = "Mayor", from = "2022-13" }]', "roles: '2022-13' is no date; write it like 2022,"),
        ('roles = ["Mayor (2024 to 2022-12)"]', "roles: 'Mayor' ends (2022-12) before it begins (2024)"),
        ('roles = [{ title = "Mayor", from = 2022-01 }]', 'a month needs quotation marks: from = "2022-01"'),
        ('distinct_from = ["okoro"]', "distinct_from names the entry itself"),
        ('variants = ["a\\nb"]', "variants holds a line break or control character (\\n)"),
        ('notes = "a\\u0007b"', "notes holds a line break or control character (\\x07)"),
        ("family = 3", "family must be a text"),
    ],
)
def test_an_error_names_file_entry_and_field(tmp_path: Path, fields: str, says: str) -> None:
    path = write(tmp_path, ENTRY + fields)
    with pytest.raises(AuthorityError) as caught:
        read_authority(path)
    message = str(caught.value)
    assert says in message
    assert message.startswith((f"{path}, speaker 1 (okoro): ", f"{path}: this is not TOML"))
    assert "\n" not in message


def test_a_file_that_is_not_utf8_says_so(tmp_path: Path) -> None:
    path = tmp_path / "speakers.toml"
    path.write_bytes(b'[[speaker]]\nkey = "m"\nname = "M\xfcller"\n')
    with pytest.raises(AuthorityError, match="this is not UTF-8"):
        read_authority(path)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Mayor of Lund", Role("Mayor of Lund")),
        ("Mayor of Lund (2019 to 2022-10)", Role("Mayor of Lund", "2019", "2022-10")),
        ("Mayor (from 2022-01-15)", Role("Mayor", "2022-01-15")),
        ("Mayor (to 2018)", Role("Mayor", None, "2018")),
        ("Mayor (2024-02 to 2024)", Role("Mayor", "2024-02", "2024")),
        ("Member (District 4)", Role("Member (District 4)")),
        ("Envoy (to Norland)", Role("Envoy (to Norland)")),
        ("Author of Storm (a 1998 novel)", Role("Author of Storm (a 1998 novel)")),
        ("Chair (acting) (from 2020)", Role("Chair (acting)", "2020")),
    ],
)
def test_roles_as_text(text: str, role: Role) -> None:
    assert read_role(text) == role
    assert read_role(role.text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Mayor (2019)",
        "Mayor (2019-2022)",
        "Mayor (2022-1 to 2024)",
        "Mayor (since 2022)",
        "Mayor (from 2023-02-29)",
        "",
    ],
)
def test_brackets_that_are_meant_as_dates_are_not_taken_for_a_title(text: str) -> None:
    with pytest.raises(RoleError):
        read_role(text)


def test_a_table_is_not_to_have_dates_in_its_title_as_well() -> None:
    with pytest.raises(RoleError, match="put them into from and to"):
        role_of_table({"title": "Mayor (from 2020)", "from": "2021"})


@given(st.dates(), st.dates(), st.sampled_from([4, 7, 10]), st.sampled_from([4, 7, 10]))
def test_dates_keep_their_granularity_and_their_order(one: object, other: object, fine: int, coarse: int) -> None:
    start, end = sorted((str(one), str(other)))
    role = read_role(f"Mayor ({start[:fine]} to {end[:coarse]})")
    assert (role.start, role.end) == (start[:fine], end[:coarse])


def test_the_examples_of_the_manual_can_be_read() -> None:
    page = (Path(__file__).parents[3] / "docs" / "authority-file.md").read_text("utf-8")
    first, second = (block.partition("```")[0] for block in page.split("```toml\n")[1:])
    daniel = '[[speaker]]\nkey = "okoro-daniel"\nname = "Daniel Okoro"\n'
    assert check_text(first) == ()
    assert check_text(second + daniel) == ()
