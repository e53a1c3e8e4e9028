from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsheet.errors import ReadingError
from factsheet.reading.decoding import decode


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Plain words.", "Plain words."),
        ("“Astana,” he said.".encode(), "“Astana,” he said."),
        (codecs.BOM_UTF8 + "Əli".encode(), "Əli"),
        (codecs.BOM_UTF16_LE + "Қазақстан".encode("utf-16-le"), "Қазақстан"),
        (codecs.BOM_UTF16_BE + "Ελλάδα".encode("utf-16-be"), "Ελλάδα"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),
        (b"A stray \x07 bell and \x1b[31m red \x00 zero" + b" in a long article" * 20,
         "A stray \x07 bell and \x1b[31m red \x00 zero" + " in a long article" * 20),
    ],
)  # fmt: skip
def test_text_is_what_the_bytes_say(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        ("Müller sagte".encode("latin-1"), "encoding is unknown: byte 1 (0xfc) is not UTF-8; convert"),
        ("Министр сказал".encode("cp1251"), "encoding is unknown"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "encoding is unknown"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "this is no text"),
        (bytes(range(256)), "this is no text"),
        (b"\x00\x01\x02\x03", "this is no text"),
        ("no byte order mark".encode("utf-16-le"), "this is no text"),
        (b"\x01\x02\x03\x04ab", "this is no text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReadingError) as error:
        decode(data, "dir/a.txt")
    assert message in str(error.value)
    assert str(error.value).startswith("dir/a.txt: ")
    assert "\n" not in str(error.value)


@given(st.binary(max_size=200))
def test_bytes_are_read_strictly_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt")
    except ReadingError:
        return
    assert data in [
        mark + text.encode(encoding)
        for mark, encoding in [
            (b"", "utf-8"),
            (codecs.BOM_UTF8, "utf-8"),
            (codecs.BOM_UTF16_LE, "utf-16-le"),
            (codecs.BOM_UTF16_BE, "utf-16-be"),
        ]
    ]
