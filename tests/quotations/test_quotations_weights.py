from __future__ import annotations

from pathlib import Path

import pytest

from factsheet.errors import ModelError
from factsheet.quotations.weights import read_weights


def test_weights_survive_their_file(tmp_path: Path) -> None:
    weights = read_weights()
    file = tmp_path / "weights.json"
    file.write_text(weights.to_json(), "utf-8")
    assert read_weights(file) == weights
    assert read_weights(file).to_json() == weights.to_json()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "factsheet-quotations/0"}',
        b"\xff\xfe",
        b'{"format": 3, "cues": []}',
        b'{"format": NaN}',
    ],
)
def test_what_holds_no_weights_is_one_clear_line(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "weights.json"
    file.write_bytes(content)
    with pytest.raises(ModelError, match="this is no quotation model") as error:
        read_weights(file)
    assert "\n" not in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"none\.json: the quotation model cannot be read"):
        read_weights(tmp_path / "none.json")
