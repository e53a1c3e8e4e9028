from __future__ import annotations

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from factsheet.errors import ModelError, ReadingError
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.model import Article

TEXT = '"The bridge is closed," said Karin Holm, the mayor of Lund.'


def test_a_missing_model_is_named() -> None:
    with pytest.raises(ModelError, match="'en_no_such_model' is not installed"):
        load_pipeline("en_no_such_model")


def test_a_model_that_cannot_parse_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("blank")
    spacy.blank("de").to_disk(folder)
    with pytest.raises(ModelError, match="is for 'de' and lacks: tagger, parser, lemmatizer, ner"):
        load_pipeline(str(folder))


def test_a_text_too_long_to_parse_is_refused(nlp: Language) -> None:
    article = Article("long", "long.txt", "a" * (nlp.max_length + 1), "0" * 64)
    with pytest.raises(ReadingError, match=r"long\.txt: .* characters"):
        analyse(nlp, article)


def test_the_article_travels_with_its_doc(nlp: Language) -> None:
    article = Article("a", "a.txt", TEXT, "0" * 64, published="2024-05-01", outlet="Test Wire")
    assert analyse(nlp, article)._.article == article


def test_findings_survive_serialisation(nlp: Language) -> None:
    doc = nlp(TEXT)
    (copy,) = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert copy._.quotations == doc._.quotations
    assert copy._.quotations[0].content[0].text == '"The bridge is closed,"'
    assert copy._.speakers == doc._.speakers


def test_a_plain_doc_has_empty_findings() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["Hello"])
    assert doc._.quotations == doc._.claims == doc._.flags == ()
    assert doc._.article.text.strip() == "Hello"
