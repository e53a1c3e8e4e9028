"""Who is said to speak, scored against files that say who is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

from spacy.tokens import Doc

from factsheet.errors import EvaluationError
from factsheet.evaluation.denoting import Outcome, judge
from factsheet.evaluation.meant import Meant, read_meant
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.model import Quotation, Span, Speaker
from factsheet.reading.articles import read_article
from factsheet.reading.names import printable
from factsheet.settings import Settings
from factsheet.wordlists import words as word_list

OnProgress = Callable[[int, int], None]
SourceKind = Literal["pronoun", "name", "title"]

KINDS: tuple[SourceKind, ...] = ("pronoun", "name", "title")
_AROUND = 160
_LEAST_OVERLAP = 0.5


class SpeakerFigures(TypedDict):
    """How many were asked about, how many answers were of each worth, and their shares (0 where none were asked)."""

    asked: int
    right: int
    wrong: int
    unresolved: int
    right_share: float
    wrong_share: float
    unresolved_share: float


@dataclass(frozen=True)
class SpeakerAnswer:
    """Whom the program takes the words at ``place`` for (None: nobody), why, and what that is worth.

    ``names`` are those of which any one is right, ``passage`` is the text around the place.
    """

    doc: str
    kind: SourceKind
    place: Span
    names: tuple[str, ...]
    answer: str | None
    reason: str
    outcome: Outcome
    passage: Span


def evaluate_speakers(
    meant: Path, texts: Path, settings: Settings, *, split: str | None = None, on_progress: OnProgress | None = None
) -> tuple[dict[str, SpeakerFigures], tuple[SpeakerAnswer, ...]]:
    """Compare who the program says is meant with what the file ``meant`` says, for articles ``texts/STEM.txt``.

    Gives the figures for "all" and for each kind of words, and every answer in the order of the articles.

    Raises:
        EvaluationError: the file is not of the form of ``read_meant``, or speaks of an article or a place that is
            not there.
        ModelError: the language model is missing or unfit.
        ReadingError: an article cannot be read or analysed.
    """
    asked: dict[str, list[Meant]] = {}
    for line in read_meant(meant, split):
        asked.setdefault(line.stem, []).append(line)
    paths = {stem: _path(texts, stem, meant, lines[0].line) for stem, lines in asked.items()}
    nlp = load_pipeline(settings.model, quotation_model=settings.quotation_model)
    answers: list[SpeakerAnswer] = []
    with nlp.select_pipes(disable=["factsheet_claims"]):
        for done, (stem, lines) in enumerate(sorted(asked.items()), 1):
            article = read_article(paths[stem])
            for line in lines:
                _check(line, article.text, meant)
            answers += answer_all(analyse(nlp, article), lines)
            if on_progress:
                on_progress(done, len(asked))
    return figures(answers), tuple(answers)


def answer_all(doc: Doc, lines: Sequence[Meant]) -> Iterator[SpeakerAnswer]:
    """The answers of an analysed article for places in it, in text order."""
    speakers: dict[str, Speaker] = {speaker.id: speaker for speaker in doc._.speakers}
    quotations: tuple[Quotation, ...] = doc._.quotations
    for line in sorted(lines, key=lambda line: (line.start, line.end)):
        place = Span.within(doc.text, line.start, line.end)
        found, reason = _meant_at(place, speakers, quotations)
        yield SpeakerAnswer(
            doc=line.stem,
            kind=source_kind(place.text),
            place=place,
            names=line.names,
            answer=found.name if found else None,
            reason=reason,
            outcome=judge(line.names, found, place.text, doc.text, speakers.values()),
            passage=Span.within(doc.text, max(0, line.start - _AROUND), min(len(doc.text), line.end + _AROUND)),
        )


def figures(answers: Sequence[SpeakerAnswer]) -> dict[str, SpeakerFigures]:
    """The figures for "all" and for each kind of words."""
    return {
        "all": _figures(answers),
        **{kind: _figures([a for a in answers if a.kind == kind]) for kind in KINDS},
    }


def source_kind(words: str) -> SourceKind:
    """What sort of words they are: a pronoun, words of which each but small ones has a capital, or others."""
    plain = words.strip().strip(",.")
    if plain.lower() in word_list(__package__, "pronouns.txt"):
        return "pronoun"
    content = [word for word in plain.split() if not (word.islower() and len(word) <= 3)]
    return "name" if content and all(word[:1].isupper() for word in content) and not _opens(plain) else "title"


def _opens(words: str) -> bool:
    """Whether the words are a description at the head of a sentence: "The mayor", "Her lawyer"."""
    first, _, rest = words.partition(" ")
    return rest[:1].islower() and first.lower() not in {"de", "von", "van"}


def _meant_at(place: Span, speakers: dict[str, Speaker], quotations: Sequence[Quotation]) -> tuple[Speaker | None, str]:
    """The speaker of the quotation whose source stands at the place, or else the one who has a mention there."""
    quoted = max(
        ((overlap, q) for q in quotations for span in q.source if (overlap := _overlap(place, span)) > 0),
        key=lambda found: found[0],
        default=None,
    )
    mentioned = max(
        ((overlap, s) for s in speakers.values() for m in s.mentions if (overlap := _overlap(place, m)) > 0),
        key=lambda found: found[0],
        default=None,
    )
    if mentioned and mentioned[0] >= _LEAST_OVERLAP and (quoted is None or mentioned[0] > quoted[0]):
        return mentioned[1], _last(mentioned[1].evidence)
    if quoted and (speaker := quoted[1].speaker):
        return speakers[speaker], _last(quoted[1].evidence)
    if mentioned and mentioned[0] >= _LEAST_OVERLAP:
        return mentioned[1], _last(mentioned[1].evidence)
    return None, _last(quoted[1].evidence) if quoted else "No quotation and no mention was found there."


def _overlap(left: Span, right: Span) -> float:
    shared = min(left.end, right.end) - max(left.start, right.start)
    return shared / (max(left.end, right.end) - min(left.start, right.start))


def _last(evidence: Sequence[str]) -> str:
    return evidence[-1] if evidence else ""


def _path(texts: Path, stem: str, meant: Path, line: int) -> Path:
    path = texts / f"{stem}.txt"
    if Path(stem).name != stem or not path.is_file():
        where = f"{printable(str(meant))}, line {line}"
        raise EvaluationError(f"{where}: there is no article {printable(str(path))}")
    return path


def _check(line: Meant, text: str, meant: Path) -> None:
    where = f"{printable(str(meant))}, line {line.line}"
    if line.end > len(text):
        raise EvaluationError(f"{where}: the article {printable(line.stem)} ends at character {len(text)}")
    there = text[line.start : line.end]
    if line.text is not None and " ".join(there.split()) != " ".join(line.text.split()):
        stem, wanted = printable(line.stem), printable(line.text)
        raise EvaluationError(f"{where}: at this place of {stem} stands {printable(there)!r}, not {wanted!r}")


def _figures(answers: Sequence[SpeakerAnswer]) -> SpeakerFigures:
    count = Counter(answer.outcome for answer in answers)
    asked = len(answers)

    def share(outcome: Outcome) -> float:
        return count[outcome] / asked if asked else 0.0

    return {
        "asked": asked,
        "right": count["right"],
        "wrong": count["wrong"],
        "unresolved": count["unresolved"],
        "right_share": share("right"),
        "wrong_share": share("wrong"),
        "unresolved_share": share("unresolved"),
    }
