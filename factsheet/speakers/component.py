"""The speakers step as a spaCy component."""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from factsheet.language.extensions import register
from factsheet.speakers.authority.authority import read_authority
from factsheet.speakers.decisions.concerning import concerning
from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.find import SpeakerFindings, find_speakers


class Speakers:
    """Fills ``doc._.speakers``, gives ``doc._.quotations`` their speakers, and appends to ``doc._.flags``."""

    def __init__(self, authority: Path | None, decisions: Path | None) -> None:
        """Read both files, once.

        Raises:
            AuthorityError: a file is missing or not of the form this program reads.
        """
        self._authority = read_authority(authority)
        self._decisions = read_decisions(decisions)

    def __call__(self, doc: Doc) -> Doc:
        """Find the speakers of the Doc's quotations, in place, and return it."""
        article = doc._.article
        records = concerning(self._decisions, article.text, article.sha256, self._authority)
        return put_speakers(doc, find_speakers(doc, doc._.quotations, self._authority, records))


def put_speakers(doc: Doc, found: SpeakerFindings) -> Doc:
    """Put what was found into the Doc, and return it."""
    doc._.quotations = found.quotations
    doc._.speakers = found.speakers
    doc._.flags = (*doc._.flags, *found.flags)
    return doc


@Language.factory("factsheet_speakers", default_config={"authority": None, "decisions": None})
def make_speakers(nlp: Language, name: str, authority: str | None, decisions: str | None) -> Speakers:
    """The factory behind ``nlp.add_pipe("factsheet_speakers")``; both settings are paths of files."""
    register()
    return Speakers(Path(authority) if authority else None, Path(decisions) if decisions else None)
