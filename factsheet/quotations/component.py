"""The spaCy component that finds quotations."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factsheet.errors import ModelError
from factsheet.language.extensions import register


class Quotations:
    """Sets ``doc._.quotations`` (speakers are still unknown there: the speakers component fills them in)."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of a parsed Doc and return it.

        Raises:
            ModelError: the Doc has not been parsed.
        """
        if len(doc) and not doc.has_annotation("DEP"):
            raise ModelError("factsheet_quotations needs a parsed Doc: add it behind a tagger, parser and lemmatizer")
        # spaCy imports every factory's module whenever any pipeline is made, so this one stays light.
        from factsheet.quotations.find import find_quotations

        doc._.quotations = find_quotations(doc)
        return doc


@Language.factory(
    "factsheet_quotations",
    requires=["token.dep", "token.lemma", "doc.sents"],
    assigns=["doc._.quotations"],
)
def make_quotations(nlp: Language, name: str) -> Quotations:
    """The factory behind ``nlp.add_pipe("factsheet_quotations")``; it goes behind the parser and the lemmatizer."""
    register()
    return Quotations()
