"""The spaCy component that finds quotations."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from factsheet.errors import ModelError
from factsheet.language.extensions import register


class Quotations:
    """Sets ``doc._.quotations`` (speakers are still unknown there: the speakers component fills them in).

    ``weights`` is a file that ``factsheet train quotations`` made; None stands for the weights of the program.

    Raises:
        ModelError: the file cannot be read, or holds no such weights.
    """

    def __init__(self, weights: str | None = None) -> None:
        self.weights = Path(weights) if weights else None
        if self.weights:
            from factsheet.quotations.judge import judge_of

            judge_of(self.weights)

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of a parsed Doc and return it.

        Raises:
            ModelError: the Doc has not been parsed.
        """
        if len(doc) and not doc.has_annotation("DEP"):
            raise ModelError("factsheet_quotations needs a parsed Doc: add it behind a tagger, parser and lemmatizer")
        # spaCy imports every factory's module whenever any pipeline is made, so this one stays light.
        from factsheet.quotations.find import find_quotations
        from factsheet.quotations.judge import judge_of

        doc._.quotations = find_quotations(doc, judge_of(self.weights))
        return doc


@Language.factory(
    "factsheet_quotations",
    requires=["token.dep", "token.lemma", "doc.sents"],
    assigns=["doc._.quotations"],
    default_config={"weights": None},
)
def make_quotations(nlp: Language, name: str, weights: str | None) -> Quotations:
    """The factory behind ``nlp.add_pipe("factsheet_quotations")``; it goes behind the parser and the lemmatizer."""
    register()
    return Quotations(weights)
