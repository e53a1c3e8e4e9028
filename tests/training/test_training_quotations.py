from __future__ import annotations

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
