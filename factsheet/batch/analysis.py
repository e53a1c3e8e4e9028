"""One input to one sheet, by way of what was kept of it.

Two things are kept of an article: its Doc as the language model and the quotations step leave it, and its sheet. The
Doc does not depend on any decision, the sheet only on those that concern the article; so after a decision most sheets
are taken as they are, the others are made again from their Docs, and the model is loaded for neither.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factsheet.batch.cache import Cache, digest
from factsheet.batch.stamps import model_stamp, program_stamp, reading_stamp
from factsheet.errors import SheetError
from factsheet.model import Article, Decision, Sheet
from factsheet.model.codec import to_plain
from factsheet.quotations.weights import read_weights
from factsheet.reading.articles import read_article
from factsheet.reading.inputs import Input
from factsheet.settings import Settings
from factsheet.sheet.json import from_json, to_json
from factsheet.sheet.source_date import source_date
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.decisions.concerning import concerning, entries_concerning

if TYPE_CHECKING:
    # spaCy takes a second to be imported, and a run that finds every sheet kept has no need of it.
    from spacy.language import Language
    from spacy.tokens import Doc

_DIGITS = 16
_READING, _SHEET = "reading", "sheet"
_LATER = ["factsheet_speakers", "factsheet_claims"]


class Analysis:
    """What a run is asked to do with every article; ``cache`` is where it keeps what it makes.

    Raises:
        ModelError: the quotation model cannot be read.
    """

    def __init__(
        self, settings: Settings, authority: Authority, decisions: tuple[Decision, ...], cache: Cache | None = None
    ) -> None:
        self._settings = settings
        self._authority = authority
        self._records = decisions
        read_weights(settings.quotation_model)
        model = model_stamp(settings.model)
        # Where it cannot be told which model it was, nothing that it made is kept.
        self._cache = cache if cache and model else Cache(None)
        self._stamp = digest(model or "", replace(settings, sure=Settings.sure).digest())

    def sheet(self, file: Input) -> Sheet:
        """The sheet of one file.

        Raises:
            ReadingError: the file cannot be read as an article, or is too long.
            ModelError: the language model is needed, and is missing or unfit.
        """
        article = read_article(file.path, file.id)
        records = concerning(self._records, article.text, article.sha256, self._authority)
        reading = digest(self._stamp, reading_stamp(), json.dumps(to_plain(Article, article)))
        ids = [record.id for record in records]
        parts = (reading, program_stamp(), self._settings.digest(), repr(self._authority.entries), str(source_date()))
        key = digest(*parts, *ids)
        if kept := _kept_sheet(self._cache.read(_SHEET, article.id, key)):
            return kept
        sheet = self._made(article, records, reading)
        self._cache.write(_SHEET, article.id, key, to_json(sheet).encode())
        return sheet

    def load_model(self) -> None:
        """Load the model now, and not when an article first needs it.

        Raises:
            ModelError: it is missing or unfit.
        """
        _ = self._nlp

    def _made(self, article: Article, records: tuple[Decision, ...], reading: str) -> Sheet:
        from factsheet.claims.component import Claims
        from factsheet.sheet.assemble import assemble
        from factsheet.speakers.component import put_speakers
        from factsheet.speakers.find import find_speakers

        doc, version = self._read(article, reading)
        undecided = find_speakers(doc, doc._.quotations, self._authority, ())
        found = find_speakers(doc, doc._.quotations, self._authority, records) if records else undecided
        known = entries_concerning(self._authority, article.text)
        return assemble(
            Claims()(put_speakers(doc, found)),
            self._settings,
            model_version=version,
            # Records that make no difference to an article are to make none to its sheet.
            decisions=None if found == undecided else digest(*(record.id for record in records))[:_DIGITS],
            authority=digest(*map(repr, known))[:_DIGITS] if known else None,
        )

    def _read(self, article: Article, key: str) -> tuple[Doc, str]:
        """The article's Doc with its quotations, and the version of the model that parsed it."""
        if kept := _kept_reading(self._cache.read(_READING, article.id, key)):
            return kept
        from factsheet.language.pipeline import analyse
        from factsheet.language.saving import doc_from_bytes, doc_to_bytes

        with self._nlp.select_pipes(disable=_LATER):
            data = doc_to_bytes(analyse(self._nlp, article))
        version: str = self._nlp.meta["version"]
        self._cache.write(_READING, article.id, key, version.encode() + b"\n" + data)
        # Read back even so, that a sheet cannot depend on whether its Doc was kept.
        return doc_from_bytes(data), version

    @cached_property
    def _nlp(self) -> Language:
        return load_pipeline(self._settings.model, quotation_model=self._settings.quotation_model)


def load_pipeline(model: str, *, quotation_model: Path | None) -> Language:
    """``factsheet.language.pipeline.load_pipeline``, imported when it is first called."""
    from factsheet.language.pipeline import load_pipeline as load

    return load(model, quotation_model=quotation_model)


def _kept_sheet(data: bytes | None) -> Sheet | None:
    try:
        return from_json(data.decode()) if data else None
    except (SheetError, UnicodeDecodeError):
        return None


def _kept_reading(data: bytes | None) -> tuple[Doc, str] | None:
    if data is None:
        return None
    from factsheet.language.saving import doc_from_bytes

    version, _, saved = data.partition(b"\n")
    try:
        return doc_from_bytes(saved), version.decode()
    except Exception:  # spaCy does not say how it fails on bytes that are no Doc
        return None
