"""Learning the weights of the quotation judge from articles that people have annotated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from factsheet.errors import EvaluationError, ModelError
from factsheet.evaluation.brat import AnnotatedArticle
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.quotations.weights import Weights
from factsheet.reading.articles import read_article
from factsheet.settings import Settings
from factsheet.training.examples import Parsed, collect, cue_vocabulary
from factsheet.training.names import likely_names, mentions

# Weights nearer to nothing are left out, and no more decimals are kept than change a result.
_LEAST_WEIGHT = 0.1
_DECIMALS = 2
# The share of reporting cues that the gate may turn away.
_TURNED_AWAY = 0.02


def train(
    corpus: Sequence[AnnotatedArticle], settings: Settings, *, on_progress: Callable[[int, int], None] | None = None
) -> Weights:
    """Weights learned from ``corpus``; the same corpus and pipeline give the same ones.

    ``on_progress`` is told how many of how many articles have been parsed.

    Raises:
        EvaluationError: nothing in the corpus can be learned from.
        ModelError: the language model is missing or unfit, or the extra ``factsheet[train]`` is not installed.
        ReadingError: an article cannot be read or analysed.
    """
    try:
        from factsheet.training.fit import fit
    except ImportError:
        raise ModelError("training needs SciPy; install it with `pip install 'factsheet[train]'`") from None
    parsed = _parsed(corpus, settings, on_progress)
    known, seldom = cue_vocabulary(parsed)
    made_from = {"articles": len(corpus), "attributions": sum(len(article.attributions) for article in corpus)}
    blank = Weights(known, seldom, {}, {}, bias=0.0, gate=0.0, made_from=made_from)
    examples = collect(parsed, blank)
    reports = np.asarray(examples.reports, dtype=bool)
    if not reports.any():
        raise EvaluationError("there is nothing to learn from: no annotated cue of the corpus stands near its content")
    fitted = fit(examples)
    names = likely_names(doc for doc, _ in parsed)
    return replace(
        blank,
        cues={key: tenths for key, tenths in known.items() if not mentions(key, names)},
        seldom=frozenset(key for key in seldom if not mentions(key, names)),
        cue=_pruned(fitted.cue, names),
        content=_pruned(fitted.content, names),
        bias=round(fitted.bias, _DECIMALS),
        gate=round(float(np.quantile(fitted.scores[reports], _TURNED_AWAY)), _DECIMALS),
    )


def _parsed(
    corpus: Sequence[AnnotatedArticle], settings: Settings, on_progress: Callable[[int, int], None] | None
) -> list[Parsed]:
    nlp = load_pipeline(settings.model)
    parsed: list[Parsed] = []
    with nlp.select_pipes(disable=["factsheet_quotations", "factsheet_speakers", "factsheet_claims"]):
        for article in corpus:
            parsed.append((analyse(nlp, read_article(article.path)), article))
            if on_progress:
                on_progress(len(parsed), len(corpus))
    return parsed


def _pruned(weights: Mapping[str, float], names: frozenset[str]) -> dict[str, float]:
    return {
        feature: round(weight, _DECIMALS)
        for feature, weight in weights.items()
        if abs(weight) >= _LEAST_WEIGHT and not mentions(feature, names)
    }
