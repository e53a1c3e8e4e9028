"""The domain model: frozen dataclasses for everything in the vocabulary. It knows nothing of spaCy or files."""

from factsheet.model.article import Article, ArticleField, Origin
from factsheet.model.claim import Claim, Claimant, Date, Quantity
from factsheet.model.flag import Decision, Flag, flag_id
from factsheet.model.quotation import Quotation, QuotationKind
from factsheet.model.sheet import SCHEMA, Provenance, Sheet
from factsheet.model.spans import Span
from factsheet.model.speaker import Mention, MentionKind, Speaker, SpeakerKind, Variant

__all__ = [
    "SCHEMA",
    "Article",
    "ArticleField",
    "Claim",
    "Claimant",
    "Date",
    "Decision",
    "Flag",
    "Mention",
    "MentionKind",
    "Origin",
    "Provenance",
    "Quantity",
    "Quotation",
    "QuotationKind",
    "Sheet",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Variant",
    "flag_id",
]
