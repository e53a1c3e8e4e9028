"""An analysed Doc to one sheet."""

from __future__ import annotations

from spacy.about import __version__ as spacy_version
from spacy.tokens import Doc

import factsheet
from factsheet.model import SCHEMA, Article, Claim, Provenance, Quotation, Sheet
from factsheet.settings import Settings
from factsheet.sheet.check import checked
from factsheet.sheet.flags import in_order
from factsheet.sheet.source_date import source_date


def assemble(
    doc: Doc,
    settings: Settings,
    *,
    model_version: str,
    decisions: str | None = None,
    authority: str | None = None,
) -> Sheet:
    """The findings in ``doc._`` as a sheet, in a stable order, with all that is needed to make it again.

    ``decisions`` and ``authority`` are digests of what the speakers were found under, as in ``Provenance``.
    ``created`` comes from ``SOURCE_DATE_EPOCH`` where it is set, else it is the article's own date.

    Raises:
        SheetError: the findings break an invariant of sheets (see ``check``): an error of this program.
        UsageError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
    """
    article: Article = doc._.article
    sheet = Sheet(
        schema=SCHEMA,
        article=article,
        quotations=tuple(sorted(doc._.quotations, key=_place)),
        speakers=tuple(doc._.speakers),
        claims=tuple(sorted(doc._.claims, key=_place)),
        flags=in_order(doc._.flags),
        provenance=Provenance(
            program="factsheet",
            program_version=factsheet.__version__,
            spacy_version=spacy_version,
            model=settings.model,
            model_version=model_version,
            settings=settings.digest(),
            source_sha256=article.sha256,
            created=_created(article),
            decisions=decisions,
            authority=authority,
        ),
    )
    return checked(sheet)


def _place(finding: Quotation | Claim) -> tuple[int, int]:
    return (finding.content[0].start, finding.content[-1].end) if finding.content else (0, 0)


def _created(article: Article) -> str | None:
    date = source_date()
    return date.strftime("%Y-%m-%dT%H:%M:%SZ") if date else article.published
