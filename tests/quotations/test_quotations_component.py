from __future__ import annotations

import spacy

from factsheet.settings import DEFAULT_MODEL


def test_any_english_pipeline_takes_the_component_by_name() -> None:
    """The component alone, as a spaCy user would add it; the parser and the rest come from another pipeline."""
    nlp = spacy.blank("en")
    nlp.add_pipe("factsheet_quotations")
    assert nlp.pipe_names == ["factsheet_quotations"]
    assert DEFAULT_MODEL not in nlp.meta["name"]
