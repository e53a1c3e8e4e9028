"""The quotations that the program finds, scored against an annotated corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from factsheet.evaluation.brat import AnnotatedArticle, read_corpus
from factsheet.evaluation.errors import QuotationError, quotation_errors
from factsheet.evaluation.score import Attribution, Scores, count, figures
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.model import Quotation
from factsheet.reading.articles import read_article
from factsheet.settings import Settings

OnProgress = Callable[[int, int], None]


def evaluate(gold_dir: Path, settings: Settings, *, on_progress: OnProgress | None = None) -> Scores:
    """Find the quotations of every annotated article in ``gold_dir`` and score them (see ``figures`` for the keys).

    ``on_progress`` is told how many of how many articles are done.

    Raises:
        EvaluationError: the folder is not an annotated corpus in brat standoff.
        ModelError: the language model is missing or unfit.
        ReadingError: an article of the corpus cannot be read or analysed.
    """
    return evaluate_with_errors(gold_dir, settings, on_progress=on_progress)[0]


def evaluate_with_errors(
    gold_dir: Path, settings: Settings, *, on_progress: OnProgress | None = None
) -> tuple[Scores, list[QuotationError]]:
    """The figures of :func:`evaluate`, and every error behind them, in the order of the corpus.

    Raises:
        EvaluationError, ModelError, ReadingError: as :func:`evaluate` does.
    """
    return evaluate_articles(list(read_corpus(gold_dir)), settings, on_progress=on_progress)


def evaluate_articles(
    corpus: Sequence[AnnotatedArticle], settings: Settings, *, on_progress: OnProgress | None = None
) -> tuple[Scores, list[QuotationError]]:
    """The figures of :func:`evaluate` for annotated articles, and every error behind them.

    Raises:
        ModelError, ReadingError: as :func:`evaluate` does.
    """
    total: Counter[str] = Counter()
    errors: list[QuotationError] = []
    for article, found in _found(corpus, settings, on_progress):
        total += count(article.text, article.attributions, map(Attribution.of, found))
        errors += quotation_errors(article.stem, article.text, article.attributions, found)
    return figures(total), errors


def _found(
    corpus: Sequence[AnnotatedArticle], settings: Settings, on_progress: OnProgress | None
) -> Iterator[tuple[AnnotatedArticle, tuple[Quotation, ...]]]:
    nlp = load_pipeline(settings.model, quotation_model=settings.quotation_model)
    # A quotation's content, cue and source are settled before the rooms that come after.
    with nlp.select_pipes(disable=["factsheet_speakers", "factsheet_claims"]):
        for done, article in enumerate(corpus, 1):
            yield article, tuple(analyse(nlp, read_article(article.path))._.quotations)
            if on_progress:
                on_progress(done, len(corpus))
