"""One input to one sheet, with a pipeline that is loaded once."""

from __future__ import annotations

from pathlib import Path

from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.model import Sheet
from factsheet.reading.articles import read_article
from factsheet.reading.inputs import Input
from factsheet.settings import Settings
from factsheet.sheet.assemble import assemble


class Analysis:
    """The loaded pipeline, and what it is asked to do with every article.

    Raises:
        ModelError: the language model is missing or unfit.
        AuthorityError: ``authority`` or ``decisions`` is not of the form that is read.
    """

    def __init__(self, settings: Settings, authority: Path | None, decisions: Path | None) -> None:
        self._settings = settings
        self._nlp = load_pipeline(
            settings.model, authority=authority, decisions=decisions, quotation_model=settings.quotation_model
        )

    def sheet(self, file: Input) -> Sheet:
        """The sheet of one file.

        Raises:
            ReadingError: the file cannot be read as an article, or is too long.
        """
        doc = analyse(self._nlp, read_article(file.path, file.id))
        return assemble(doc, self._settings, model_version=self._nlp.meta["version"])
