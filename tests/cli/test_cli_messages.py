from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.cli.messages import escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“Қазақстан” is as it is", "“Қазақстан” is as it is"),
        ("a\nb\tc", "a\\nb\\tc"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("\x9b31m\x7f", "\\x9b31m\\x7f"),
        ("a\u202eb\u2028c", "a\\u202eb\\u2028c"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
def test_control_characters_are_shown(text: str, shown: str) -> None:
    assert escaped(text) == shown


@given(st.text())
def test_nothing_a_terminal_would_obey_is_left(text: str) -> None:
    assert all(character.isprintable() or character.isspace() or ord(character) > 0x9F for character in escaped(text))
    assert len(escaped(text).splitlines()) < 2
