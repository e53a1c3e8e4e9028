from __future__ import annotations

import json
import string
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_sheet import made_sheet

from factsheet.errors import SheetError
from factsheet.model import Article, Provenance, Quotation, Sheet, Span
from factsheet.sheet.json import from_json, json_schema, to_json

ROOT = Path(__file__).parents[2]

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@pytest.fixture
def sheet() -> Sheet:
    return made_sheet()


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Sheets of any text, with quotations anywhere in it."""
    text = draw(TEXTS)
    quotations = []
    for number in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text) - 1))
        content = Span.within(text, start, draw(st.integers(start + 1, len(text))))
        confidence = draw(st.floats(0, 1))
        quotations.append(Quotation(f"q{number}", "direct", (content,), (), (), None, confidence, 1, (draw(TEXTS),)))
    article = Article(id="a", path=draw(TEXTS), text=text, sha256="", title=draw(st.none() | TEXTS))
    provenance = Provenance("factsheet", "0", "3", "m", "1", "d", "", None)
    return Sheet("factsheet/1", article, tuple(quotations), (), (), (), provenance)


@given(sheets())
def test_any_sheet_comes_back_from_one_clean_line(sheet: Sheet) -> None:
    line = to_json(sheet)
    assert from_json(line) == sheet
    assert len(line.splitlines()) == 1
    assert line.isprintable() or not set(line) & {chr(c) for c in [*range(32), *range(127, 160), 0x2028, 0x202E]}
    line.encode("utf-8")


def test_a_sheet_of_everything_comes_back(sheet: Sheet) -> None:
    assert from_json(to_json(sheet)) == sheet
    assert to_json(from_json(to_json(sheet))) == to_json(sheet)


def test_letters_are_as_they_are_and_control_characters_escaped(sheet: Sheet) -> None:
    line = to_json(sheet)
    assert "Қ Ə" in line
    assert "\\u001b[31m" in line
    assert "\\u2028" in line
    assert "\\u202e" in line


def test_fields_that_others_rely_on(sheet: Sheet) -> None:
    data = json.loads(to_json(sheet))
    assert list(data) == ["schema", "article", "quotations", "speakers", "claims", "flags", "provenance"]
    assert data["schema"] == "factsheet/1"
    assert data["quotations"][0]["source"] == [{"start": 7, "end": 15, "text": "Jane Doe"}]
    assert data["claims"][0]["dates"][0]["value"] == "2012"
    assert data["speakers"][0]["mentions"][0]["kind"] == "name"


def test_fields_of_a_later_version_are_passed_over(sheet: Sheet) -> None:
    data = json.loads(to_json(sheet))
    data["later"] = data["article"]["later"] = 1
    assert from_json(json.dumps(data)) == sheet


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON: .*line 1, column 1"),
        ("{", "not JSON"),
        ("[]", "not a fact sheet"),
        ("{}", "not a fact sheet"),
        ('{"schema": NaN}', "NaN is no number"),
        ('{"schema": "factsheet/2"}', "'factsheet/2', and factsheet .* reads 'factsheet/1'"),
        ('{"schema": "factsheet/1"}', "article: Field required"),
        ("[" * 100_000, "nested too deep"),
        ('{"schema": ' + "9" * 5000 + "}", "not JSON"),
    ],
)
def test_what_is_no_sheet_is_refused_in_one_line(text: str, message: str) -> None:
    with pytest.raises(SheetError, match=message) as error:
        from_json(text)
    assert len(str(error.value).splitlines()) == 1
    assert str(error.value).endswith(("; name a .json file that `factsheet build` wrote", "again from its article"))
    assert len(str(error.value)) < 200


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("quotations.0.content.0.text", "Words nobody said", r"q1.content\[0\]: the article has other words"),
        ("quotations.0.content.0.start", -5, "other words"),
        ("quotations.0.content.0.start", "here", "quotations.0.content.0.start: Input should be a valid integer"),
        ("quotations.0.content", [], "q1: no content"),
        ("quotations.0.kind", "invented", "quotations.0.kind: Input should be 'direct'"),
        ("quotations.0.speaker", "s9", "q1.speaker: there is no speaker 's9'"),
        ("claims.0.claimant.speaker", "s9", "c1: there is no speaker 's9'"),
        ("claims.0.id", "q1", "q1: two findings have this id"),
        ("article.text", "\ud800", "half a character"),
        ("article.id", "../../x", "cannot be the name of a file"),
        ("article.id", "", "cannot be the name of a file"),
        ("article.body_start", 10**9, "article.body_start"),
    ],
)  # fmt: skip
def test_a_sheet_that_contradicts_its_article_is_refused(sheet: Sheet, path: str, value: Any, message: str) -> None:
    data: Any = json.loads(to_json(sheet))
    *parents, last = path.split(".")
    place = data
    for name in parents:
        place = place[int(name) if name.isdigit() else name]
    place[last] = value
    with pytest.raises(SheetError, match=message):
        from_json(json.dumps(data))


@given(st.text(alphabet=string.printable, max_size=60))
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(SheetError):
        from_json(text)


def test_the_published_schema_is_current() -> None:
    published = json.loads((ROOT / "docs" / "sheet.schema.json").read_text("utf-8"))
    assert published == json_schema(), "run: python -m factsheet.sheet.json > docs/sheet.schema.json"


def test_the_schema_names_every_field_of_a_sheet(sheet: Sheet) -> None:
    schema = json_schema()
    article = json.loads(to_json(sheet))["article"]
    assert set(schema["$defs"]["Article"]["properties"]) == set(article)
