from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.model import Quotation, QuotationKind, Span
from factsheet.speakers.authority.authority import Authority
from factsheet.speakers.find import SpeakerFindings, find_speakers

ROOT = Path(__file__).parent.parent

_MARK = re.compile(r"\[([^\]]+)\]|\{([^}]+)\}")
_QUOTED = re.compile(r'"[^"]*"')
_LENGTH = 12


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The whole pipeline, loaded once for all tests."""
    from factsheet.language.pipeline import load_pipeline

    return load_pipeline()


@pytest.fixture
def loaded(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pipeline that is loaded already, for every run over files of a test."""
    from factsheet.batch import analysis

    monkeypatch.setattr(analysis, "load_pipeline", lambda *_args, **_kwargs: nlp)


@pytest.fixture(scope="session")
def parse(nlp: Language) -> Callable[[str], Doc]:
    """Parses a text without looking for quotations, speakers or claims."""

    def run(text: str) -> Doc:
        with nlp.select_pipes(disable=["factsheet_quotations", "factsheet_speakers", "factsheet_claims"]):
            return nlp(text)

    return run


@pytest.fixture(scope="session")
def seed() -> Path:
    """The sample article."""
    (path,) = (ROOT / "seeds").glob("*.txt")
    return path


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of evaluation data beside the checkout; tests that need it are skipped where it is absent."""
    folder = Path(os.environ.get("FACTSHEET_SHARED", ROOT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"the evaluation data is not here ({folder})")
    return folder


@pytest.fixture(scope="session")
def voices(nlp: Language) -> Callable[[str], tuple[SpeakerFindings, list[str]]]:
    """Finds the speakers of a text in which the sources of quotations stand in [brackets]; gives what was found, and
    who says each quotation by name ("unattributed": nobody).

    A source has the words in {braces} before it, the words in marks right before it or right behind its verb, or else
    the next few characters behind its verb.
    """

    def run(marked: str) -> tuple[SpeakerFindings, list[str]]:
        text = _MARK.sub(lambda match: match[1] or match[2], marked)
        quotations = []
        braced: Span | None = None
        for number, match in enumerate(_MARK.finditer(marked)):
            start = match.start() - 2 * number
            place = Span.within(text, start, start + len(match[1] or match[2]))
            if match[2]:
                braced = place
                continue
            kind: QuotationKind = "indirect"
            content = braced
            if content is None:
                content, kind = _content(text, place)
            quotations.append(Quotation(f"q{number}", kind, (content,), (), (place,), None, 0.9, 1, ()))
            braced = None
        found = find_speakers(nlp(text), tuple(quotations), Authority(), ())
        names = {speaker.id: speaker.name for speaker in found.speakers}
        return found, [names[q.speaker] if q.speaker else "unattributed" for q in found.quotations]

    return run


def _content(text: str, source: Span) -> tuple[Span, QuotationKind]:
    for match in _QUOTED.finditer(text):
        before = text[match.end() : source.start]
        behind = text[source.end : match.start()]
        if (match.end() <= source.start and before in {" ", " said "}) or (
            source.end <= match.start() and re.fullmatch(r" \w+, ", behind)
        ):
            return Span.within(text, match.start(), match.end()), "direct"
    verb = re.compile(r"\W*\w+\W+").match(text, source.end)
    start = min(verb.end() if verb else source.end, len(text) - 1)
    return Span.within(text, start, min(len(text), start + _LENGTH)), "indirect"
