"""Loading a spaCy English pipeline and adding this program's components to it."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.errors import ModelError, ReadingError
from factsheet.language.extensions import register
from factsheet.model import Article
from factsheet.settings import DEFAULT_MODEL

_NEEDED = ("tagger", "parser", "lemmatizer", "ner")


def load_pipeline(
    model: str = DEFAULT_MODEL,
    *,
    authority: Path | None = None,
    decisions: Path | None = None,
    quotation_model: Path | None = None,
) -> Language:
    """The named spaCy pipeline with sentence boundaries, quotations, speakers and claims added.

    ``authority`` is a ``speakers.toml``, ``decisions`` a ``decisions.jsonl``; the speakers component obeys both.
    ``quotation_model`` is a file of weights for the quotations component, in place of its own.

    Raises:
        ModelError: the pipeline is not installed, is not English, or lacks a tagger, parser, lemmatizer or
            entity recogniser; or the quotation model cannot be read.
    """
    nlp = _load(model)
    nlp.add_pipe("factsheet_boundaries", before="parser")
    nlp.add_pipe(
        "factsheet_quotations", last=True, config={"weights": str(quotation_model) if quotation_model else None}
    )
    nlp.add_pipe(
        "factsheet_speakers",
        last=True,
        config={
            "authority": str(authority) if authority else None,
            "decisions": str(decisions) if decisions else None,
        },
    )
    nlp.add_pipe("factsheet_claims", last=True)
    return nlp


def analyse(nlp: Language, article: Article) -> Doc:
    """The article's text run through the whole pipeline; its findings are in ``doc._``.

    Raises:
        ReadingError: the text is longer than the pipeline takes (``nlp.max_length``, a million characters).
    """
    if len(article.text) > nlp.max_length:
        raise ReadingError(
            f"{article.path}: {len(article.text):,} characters are more than the {nlp.max_length:,} that can be "
            "analysed at once; split the file"
        )
    register()
    doc = nlp.make_doc(article.text)
    doc._.article = article
    return nlp(doc)


def _load(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except OSError:
        raise ModelError(
            f"the spaCy pipeline {model!r} is not installed; install it with pip, or name one that is with --model"
        ) from None
    missing = [name for name in _NEEDED if name not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        lacks = f" and lacks: {', '.join(missing)}" if missing else ""
        raise ModelError(
            f"the spaCy pipeline {model!r} is for {nlp.lang!r}{lacks}; an English one with all of "
            f"{', '.join(_NEEDED)} is needed"
        )
    return nlp
