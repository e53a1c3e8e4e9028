from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once for all tests."""
    from factsheet.language.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Doc]:
    """Parses a text without looking for quotations, speakers or claims."""

    def run(text: str) -> Doc:
        with nlp.select_pipes(disable=["factsheet_quotations", "factsheet_speakers", "factsheet_claims"]):
            return nlp(text)

    return run


@pytest.fixture(scope="session")
def seed() -> Path:
    """The sample article."""
    (path,) = (ROOT / "seeds").glob("*.txt")
    return path


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of evaluation data beside the checkout; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("FACTSHEET_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"the evaluation data is not here ({folder})")
    return folder
