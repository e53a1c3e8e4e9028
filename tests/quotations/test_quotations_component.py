from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from factsheet.errors import ModelError


def test_the_component_is_known_by_name_to_any_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("factsheet_quotations")
    with pytest.raises(ModelError, match="needs a parsed Doc"):
        nlp("Anna Berg said that it rained.")


def test_an_empty_doc_has_no_quotations(nlp: Language) -> None:
    assert nlp("")._.quotations == ()
