from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from factsheet.errors import EvaluationError
from factsheet.evaluation.brat import AnnotatedArticle, read_corpus
from factsheet.evaluation.score import Attribution
from factsheet.settings import Settings
from factsheet.training.quotations import train

GOLD = Path(__file__).parent.parent / "gold"


@pytest.fixture(scope="module")
def corpus() -> list[AnnotatedArticle]:
    return list(read_corpus(GOLD))


def test_the_same_corpus_gives_the_same_bytes(corpus: list[AnnotatedArticle]) -> None:
    first, second = (train(corpus, Settings()).to_json() for _ in range(2))
    assert first == second


FEATURES_IN_ORDER = """
import hashlib, sys
from pathlib import Path
from factsheet.evaluation.brat import read_corpus
from factsheet.language.pipeline import analyse, load_pipeline
from factsheet.quotations.weights import read_weights
from factsheet.reading.articles import read_article
from factsheet.training.examples import collect

article = next(iter(read_corpus(Path(sys.argv[1]))))
examples = collect([(analyse(load_pipeline(), read_article(article.path)), article)], read_weights())
for table in (examples.contents.shared, examples.contents.rows, examples.sources.rows):
    print(hashlib.sha256("\\n".join(table.numbers).encode() + bytes(table.values)).hexdigest())
"""


def test_features_come_in_the_same_order_in_every_process(tmp_path: Path) -> None:
    # Sums depend on the order in their last digit, and then the weights do.
    orders = {
        subprocess.run(
            [sys.executable, "-c", FEATURES_IN_ORDER, str(GOLD)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=tmp_path,
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(orders) == 1


def test_what_is_learned_is_named_features_and_no_text(corpus: list[AnnotatedArticle]) -> None:
    weights = train(corpus, Settings())
    assert weights.cues["say"] >= 7
    assert any(name.endswith("|say") for name in weights.content)
    assert weights.made_from["articles"] == len(corpus)
    names = {word for article in corpus for word in article.text.split() if word.istitle()}
    assert not {key.partition("/")[0] for key in weights.cues} & names


def test_a_corpus_without_attributions_teaches_nothing(corpus: list[AnnotatedArticle]) -> None:
    bare = [AnnotatedArticle(a.stem, a.path, a.text, ()) for a in corpus[:2]]
    with pytest.raises(EvaluationError, match="nothing to learn from"):
        train(bare, Settings())


def test_a_cue_without_its_content_near_is_no_example(corpus: list[AnnotatedArticle]) -> None:
    article = corpus[0]
    far = Attribution(content=((0, 4),), cue=((len(article.text) - 20, len(article.text) - 1),))
    lone = AnnotatedArticle(article.stem, article.path, article.text, (far,))
    with pytest.raises(EvaluationError):
        train([lone], Settings())
