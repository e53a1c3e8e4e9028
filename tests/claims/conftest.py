from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.language.extensions import register


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Doc]:
    """Parses a text without looking for quotations, speakers or claims."""
    register()

    def run(text: str) -> Doc:
        with nlp.select_pipes(disable=["factsheet_quotations", "factsheet_speakers", "factsheet_claims"]):
            return nlp(text)

    return run
