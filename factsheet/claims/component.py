"""The spaCy component that fills ``doc._.claims``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from factsheet.claims.find import find_claims
from factsheet.language.extensions import register


class Claims:
    """Reads ``doc._.quotations`` and ``doc._.speakers``, sets ``doc._.claims`` and adds to ``doc._.flags``."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the claims of the Doc, in place, and return it."""
        found = find_claims(doc, doc._.quotations, doc._.speakers)
        doc._.claims = found.claims
        doc._.flags = (*doc._.flags, *found.flags)
        return doc


@Language.factory("factsheet_claims", requires=["token.dep", "token.tag", "token.ent_type"])
def make_claims(nlp: Language, name: str) -> Claims:
    """The factory behind ``nlp.add_pipe("factsheet_claims")``."""
    register()
    return Claims()
