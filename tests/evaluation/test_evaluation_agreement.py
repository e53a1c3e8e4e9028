"""The program's own metrics and those of the published comparisons, held to be the same to the last digit."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from factsheet.evaluation.brat import AnnotatedArticle, read_corpus
from factsheet.evaluation.score import Attribution, count, figures

SAMPLED = 4
Predict = Callable[[AnnotatedArticle], list[Attribution]]


@pytest.fixture
def corpus(shared: Path, tmp_path: Path) -> Path:
    """Every fourth article of PolNeAR dev, with all of its annotations."""
    whole = shared / "data" / "polnear" / "dev"
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    for text in sorted((whole / "text").glob("*.txt"))[::SAMPLED]:
        for path in (text, *(whole / "attributions").glob(f"{text.stem}_*.ann")):
            (tmp_path / path.parent.name / path.name).symlink_to(path)
    return tmp_path


def spoilt(article: AnnotatedArticle) -> list[Attribution]:
    """Predictions as a middling program makes them: the gold with edges moved, parts lost and falsehoods added."""
    dice = random.Random(article.stem)
    limit = len(article.text)

    def moved(spans: tuple[tuple[int, int], ...], by: int) -> tuple[tuple[int, int], ...]:
        shifted = ((max(0, a + dice.randint(-by, by)), min(limit, b + dice.randint(-by, by))) for a, b in spans)
        return tuple((a, b) for a, b in shifted if a < b)

    predicted = []
    for gold in article.attributions:
        fate = dice.random()
        if fate < 0.2:
            continue
        content = gold.content if fate < 0.5 else moved(gold.content, 60)
        source = () if dice.random() < 0.2 else moved(gold.source, 15)
        predicted.append(Attribution(content, gold.cue, source))
        if dice.random() < 0.1:
            predicted.append(Attribution(moved(gold.content, 200), (), moved(gold.source, 40)))
    dice.shuffle(predicted)
    return predicted


def nothing(article: AnnotatedArticle) -> list[Attribution]:
    return []


def everything(article: AnnotatedArticle) -> list[Attribution]:
    return list(article.attributions)


@pytest.mark.parametrize(("predict", "least", "most"), [(spoilt, 0.1, 0.9), (nothing, 0, 0), (everything, 1, 1)])
def test_the_metrics_agree_with_the_published_script(
    shared: Path, corpus: Path, predict: Predict, least: float, most: float
) -> None:
    rows, counts = [], Counter[str]()
    for article in read_corpus(corpus):
        predicted = predict(article)
        counts += count(article.text, article.attributions, predicted)
        quotations = [{"content": p.content, "source": p.source, "cue": p.cue} for p in predicted]
        rows.append(json.dumps({"doc": article.stem, "quotations": quotations}))
    predictions = corpus / "predictions.jsonl"
    predictions.write_text("\n".join(rows), "utf-8")
    script = shared / "tools" / "score_attributions.py"
    command = [sys.executable, str(script), str(corpus), str(predictions), "--json"]
    published = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    assert figures(counts) == published
    assert least <= published["all exact F1"] <= most
