"""The quotations that the program finds, scored against an annotated corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from factsheet.evaluation.brat import read_corpus
from factsheet.evaluation.score import Attribution, Scores, count, figures
from factsheet.evaluation.words import Offsets
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.model import Quotation, Span
from factsheet.reading.articles import read_article
from factsheet.settings import Settings


def evaluate(gold_dir: Path, settings: Settings, *, on_progress: Callable[[int, int], None] | None = None) -> Scores:
    """Find the quotations of every annotated article in ``gold_dir`` and score them (see ``figures`` for the keys).

    ``on_progress`` is told how many of how many articles are done.

    Raises:
        EvaluationError: the folder is not an annotated corpus in brat standoff.
        ModelError: the language model is missing or unfit.
        ReadingError: an article of the corpus cannot be read or analysed.
    """
    corpus = list(read_corpus(gold_dir))
    nlp = load_pipeline(settings.model)
    total: Counter[str] = Counter()
    # A quotation's content, cue and source are settled before the rooms that come after.
    with nlp.select_pipes(disable=["factsheet_speakers", "factsheet_claims"]):
        for done, article in enumerate(corpus, 1):
            doc = analyse(nlp, read_article(article.path))
            found = [_attribution(quotation) for quotation in doc._.quotations]
            total += count(article.text, article.attributions, found)
            if on_progress:
                on_progress(done, len(corpus))
    return figures(total)


def _attribution(quotation: Quotation) -> Attribution:
    return Attribution(_offsets(quotation.content), _offsets(quotation.cue), _offsets(quotation.source))


def _offsets(spans: Iterable[Span]) -> tuple[Offsets, ...]:
    return tuple((span.start, span.end) for span in spans)
