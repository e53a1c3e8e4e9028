"""Learning the weights of the quotation judge from articles that people have annotated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np

from factsheet.errors import EvaluationError, ModelError
from factsheet.evaluation.brat import AnnotatedArticle
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.quotations.cue_features import WORD_FEATURES
from factsheet.quotations.judge import THRESHOLD
from factsheet.quotations.weights import KINDS, Weights
from factsheet.reading.articles import read_article
from factsheet.settings import Settings
from factsheet.training.examples import Choices, Parsed, collect, cue_vocabulary
from factsheet.training.names import likely_names, mentions

if TYPE_CHECKING:
    from factsheet.training.fit import Fitted

# No more decimals are kept than change a result.
_DECIMALS = 2
# The calibration is learned from each of so many parts, with weights learned from the others.
_PARTS = 5
_FEWEST_TO_CALIBRATE = 10
# The share of the cues that report something, and are found to, that may be turned away: of a cue with the words around
# it, and of the word alone, which little is known of.
_TURNED_AWAY = 0.01
_TURNED_AWAY_AT_ONCE = 0.003
_OPEN = -1000.0


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
    if find_spec("scipy") is None:
        raise ModelError("training needs SciPy; install it with `pip install 'factsheet[train]'`")
    from factsheet.training.calibration import Counted

    parsed = _parsed(corpus, settings, on_progress)
    learned = _learned(parsed)
    if len(parsed) < _FEWEST_TO_CALIBRATE:
        return learned
    # Confidence is to be right of articles that nothing was learned from.
    found = Counted()
    for part in range(_PARTS):
        found.add(parsed[part::_PARTS], _learned([one for i, one in enumerate(parsed) if i % _PARTS != part]))
    return replace(learned, calibration=found.calibration())


def _learned(parsed: Sequence[Parsed]) -> Weights:
    from factsheet.training.calibration import BELIEVED

    names = likely_names(doc for doc, _ in parsed)
    known, seldom = cue_vocabulary(parsed)
    blank = Weights(
        cues={key: tenths for key, tenths in known.items() if not mentions(key, names)},
        seldom=frozenset(key for key in seldom if not mentions(key, names)),
        cue={},
        content={},
        source={},
        gate=_OPEN,
        word_gate=_OPEN,
        calibration=dict.fromkeys(KINDS, BELIEVED),
        made_from={"articles": len(parsed), "attributions": sum(len(article.attributions) for _, article in parsed)},
    )
    examples = collect(parsed, blank)
    if not any(examples.contents.target):
        raise EvaluationError("there is nothing to learn from: no annotated cue of the corpus stands near its content")
    contents, sources = (_fitted(choices, names) for choices in (examples.contents, examples.sources))
    gate, word_gate = _gates(contents, examples.contents)
    return replace(
        blank,
        cue=_rounded(contents.shared),
        content=_rounded(contents.rows),
        source=_rounded(sources.rows),
        gate=gate,
        word_gate=word_gate,
    )


def _fitted(choices: Choices, names: frozenset[str]) -> Fitted:
    from factsheet.training.fit import fit

    every = (*choices.rows.numbers, *choices.shared.numbers)
    return fit(choices, frozenset(feature for feature in every if mentions(feature, names)))


def _gates(fitted: Fitted, choices: Choices) -> tuple[float, float]:
    """The score of a cue, and that of its word alone, which few of the cues fall short of that report something and are
    likely enough to."""
    group, target = np.asarray(choices.group), np.asarray(choices.target)
    found = (np.bincount(group, target) > 0) & (fitted.chances(choices) >= THRESHOLD)
    if not found.any():
        return _OPEN, _OPEN
    of_cues = fitted.shared_scores(choices)[found]
    of_words = fitted.shared_scores(choices, lambda name: name.partition("=")[0] in WORD_FEATURES)[found]
    gate = float(np.quantile(of_cues, _TURNED_AWAY))
    word_gate = float(np.quantile(of_words, _TURNED_AWAY_AT_ONCE))
    return round(gate, _DECIMALS), round(word_gate, _DECIMALS)


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


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    rounded = {feature: round(weight, _DECIMALS) for feature, weight in weights.items()}
    return {feature: weight for feature, weight in rounded.items() if weight}
