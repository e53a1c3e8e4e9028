from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from factsheet.errors import ReadingError
from factsheet.reading.articles import read_article
from factsheet.reading.inputs import find_inputs


def test_the_seed(seed: Path) -> None:
    article = read_article(seed)
    assert article.text == seed.read_bytes().decode("utf-8")
    assert article.sha256 == hashlib.sha256(seed.read_bytes()).hexdigest()
    assert article.id == seed.stem
    assert (article.published, article.dateline, article.outlet) == ("2022-10-31", "Baku, Azerbaijan", "Trend")
    assert (article.title, article.author, article.url) == (None, None, None)
    assert article.text[article.body_start :].startswith("An office of")
    assert {origin.field for origin in article.origins} == {"published", "dateline", "outlet"}
    for origin in article.origins:
        assert origin.span is not None
        assert article.text[origin.span.start : origin.span.end] == origin.span.text


def test_line_ends_are_kept_and_the_byte_order_mark_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbfOne.\r\nTwo.\r")
    article = read_article(path, "given")
    assert article.text == "One.\r\nTwo.\r"
    assert article.id == "given"


def test_a_name_that_is_no_utf8_still_has_a_printable_path(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
    path.write_text("One.")
    article = read_article(path)
    assert article.path.endswith("caf\\xe9.txt")
    assert article.id == "caf_"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jpg", b"words", "only .txt or .md files are"),
        ("a.txt", b"", "empty"),
        ("a.txt", b"x" * (17 * 1024 * 1024), "too many for one article"),
    ],
)
def test_a_file_that_is_no_article(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ReadingError, match=message) as error:
        read_article(path)
    assert str(path) in str(error.value)


def test_a_link_that_leads_to_itself_is_a_failure_like_others(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.symlink_to(path)
    (file,) = find_inputs([tmp_path]).files
    with pytest.raises(ReadingError, match="not a file that can be read"):
        read_article(file.path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    os.mkfifo(path)
    with pytest.raises(ReadingError, match="not a file that can be read"):
        read_article(path)
