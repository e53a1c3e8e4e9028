"""The project's own annotated articles are sound: every offset is where its words are, and nothing is marked twice."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from factsheet.evaluation.brat import AnnotatedArticle, read_corpus

GOLD = Path(__file__).parent.parent / "gold"
ARTICLES = list(read_corpus(GOLD))
PLACE = re.compile(r"T\d+\t(?P<kind>Source|Cue|Content|Attribution) (?P<spans>\d+ \d+(?:;\d+ \d+)*)\t(?P<text>.+)")

each_article = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)


def annotation(article: AnnotatedArticle) -> list[str]:
    return (GOLD / "attributions" / f"{article.stem}.ann").read_text("utf-8").splitlines()


def test_there_are_twenty_articles_and_two_hundred_attributions() -> None:
    assert len(ARTICLES) >= 20
    assert sum(len(article.attributions) for article in ARTICLES) >= 200


def test_every_text_has_its_annotation_and_every_annotation_its_text() -> None:
    texts = {path.stem for path in (GOLD / "text").glob("*.txt")}
    assert texts == {path.stem for path in (GOLD / "attributions").glob("*.ann")}
    assert texts == {article.stem for article in ARTICLES}


def test_every_article_is_described() -> None:
    readme = (GOLD / "README.md").read_text("utf-8")
    assert [article.stem for article in ARTICLES if f"\n| {article.stem} |" not in readme] == []


@each_article
def test_every_record_repeats_the_words_of_its_place(article: AnnotatedArticle) -> None:
    for line in annotation(article):
        if line.startswith("E"):
            continue
        place = PLACE.fullmatch(line)
        assert place, line
        spans = [tuple(map(int, span.split())) for span in place["spans"].split(";")]
        assert " ".join(article.text[start:end] for start, end in spans) == place["text"]


@each_article
def test_every_piece_is_whole_words_on_one_line(article: AnnotatedArticle) -> None:
    for part in (part for a in article.attributions for part in (a.content, a.cue, a.source)):
        assert part == tuple(sorted(part))
        for start, end in part:
            piece = article.text[start:end]
            assert piece == piece.strip()
            assert "\n" not in piece
            assert not re.match(r"\w\w", article.text[max(start - 1, 0) : start + 1]) or start == 0, piece
            assert not re.match(r"\w\w", article.text[end - 1 : end + 1]), piece


@each_article
def test_every_attribution_has_a_content_of_words(article: AnnotatedArticle) -> None:
    for attribution in article.attributions:
        assert any(re.search(r"\w", article.text[start:end]) for start, end in attribution.content)


@each_article
def test_no_two_contents_overlap(article: AnnotatedArticle) -> None:
    contents = sorted(span for attribution in article.attributions for span in attribution.content)
    overlaps = [
        (article.text[slice(*one)], article.text[slice(*other)])
        for one, other in pairwise(contents)
        if other[0] < one[1]
    ]
    assert overlaps == []


@each_article
def test_cue_and_source_stand_outside_their_own_content(article: AnnotatedArticle) -> None:
    for attribution in article.attributions:
        for start, end in (*attribution.cue, *attribution.source):
            assert not any(a < end and start < b for a, b in attribution.content), article.text[start:end]
