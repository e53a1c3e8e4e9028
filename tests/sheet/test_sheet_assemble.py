from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from made_sheet import made_sheet
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.errors import SheetError, UsageError
from factsheet.language.extensions import register
from factsheet.model import Flag, Sheet, Span
from factsheet.settings import Settings
from factsheet.sheet.assemble import assemble
from factsheet.sheet.flags import with_flags


@pytest.fixture
def sheet() -> Sheet:
    return made_sheet()


@pytest.fixture
def doc(nlp: Language, sheet: Sheet) -> Doc:
    """A Doc with the findings of the sheet, as the components leave them."""
    register()
    doc = nlp.make_doc(sheet.article.text)
    doc._.article = sheet.article
    doc._.quotations, doc._.speakers = sheet.quotations, sheet.speakers
    doc._.claims, doc._.flags = sheet.claims, sheet.flags
    return doc


def test_findings_become_a_sheet_with_its_provenance(doc: Doc, sheet: Sheet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    settings = Settings(model="m")
    made = assemble(doc, settings, model_version="1")
    assert replace(made, provenance=sheet.provenance) == sheet
    assert made.provenance.model == "m"
    assert made.provenance.model_version == "1"
    assert made.provenance.settings == settings.digest() != Settings().digest()
    assert made.provenance.source_sha256 == sheet.article.sha256
    assert made.provenance.created == "2022-10-31"


@pytest.mark.parametrize(("epoch", "created"), [("0", "1970-01-01T00:00:00Z"), ("1667174400", "2022-10-31T00:00:00Z")])
def test_created_comes_from_source_date_epoch(
    doc: Doc, monkeypatch: pytest.MonkeyPatch, epoch: str, created: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert assemble(doc, Settings(), model_version="1").provenance.created == created


@pytest.mark.parametrize("epoch", ["yesterday", "9" * 30, "1.5"])
def test_a_source_date_epoch_that_is_none_is_misuse(doc: Doc, monkeypatch: pytest.MonkeyPatch, epoch: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        assemble(doc, Settings(), model_version="1")


def test_findings_are_put_in_the_order_of_the_text(doc: Doc, sheet: Sheet) -> None:
    (quotation,) = sheet.quotations
    start = sheet.article.text.index("“float”")
    later = replace(quotation, id="q2", content=(Span.within(sheet.article.text, start, start + 7),))
    doc._.quotations = (later, quotation)
    assert [q.id for q in assemble(doc, Settings(), model_version="1").quotations] == ["q1", "q2"]


def test_words_nobody_said_make_no_sheet(doc: Doc, sheet: Sheet) -> None:
    (quotation,) = sheet.quotations
    content = quotation.content[0]
    doc._.quotations = (replace(quotation, content=(replace(content, text=content.text.replace("5", "6")),)),)
    with pytest.raises(SheetError, match=r"in/a.txt: .*q1.content\[0\]"):
        assemble(doc, Settings(), model_version="1")


def test_more_flags_are_sorted_in_by_severity_each_once(sheet: Sheet) -> None:
    (low,) = sheet.flags
    high = Flag("f0", "spelling variant", "high", "Look here first.", low.evidence, ("s1",))
    assert [flag.id for flag in with_flags(sheet, (high, low)).flags] == ["f0", low.id]
    assert with_flags(sheet, ()) is sheet


def test_a_flag_that_quotes_another_article_is_refused(sheet: Sheet) -> None:
    flag = Flag("f0", "spelling variant", "high", "Look.", (Span(0, 4, "else"),), ())
    with pytest.raises(SheetError, match=r"f0\.evidence"):
        with_flags(sheet, (flag,))


def test_the_seed_twice_is_the_same_sheet(nlp: Language, seed: Path) -> None:
    from factsheet.language.pipeline import analyse
    from factsheet.reading.articles import read_article
    from factsheet.sheet.json import to_json

    first, second = (
        to_json(assemble(analyse(nlp, read_article(seed)), Settings(), model_version="1")) for _ in range(2)
    )
    assert first == second
