from __future__ import annotations

from pathlib import Path

import pytest

from factsheet.errors import EvaluationError
from factsheet.evaluation.brat import read_corpus
from factsheet.evaluation.score import Attribution

TEXT = "Ana said it rained.\nAnd then it\nsnowed, she added."
ANN = (
    "T1\tSource 0 3\tAna\n"
    "T2\tCue 4 8\tsaid\n"
    "T3\tContent 9 18\tit rained\n"
    "T4\tAttribution 4 8\tsaid\n"
    "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "#1\tAnnotatorNotes T3\tsure?\n"
)


def corpus(folder: Path, annotations: dict[str, str], texts: dict[str, str] | None = None) -> Path:
    for name, files in (("attributions", annotations), ("text", {"a_b.txt": TEXT} if texts is None else texts)):
        (folder / name).mkdir()
        for file, content in files.items():
            (folder / name / file).write_bytes(content.encode("utf-8"))
    return folder


def attributions(folder: Path) -> tuple[Attribution, ...]:
    (article,) = read_corpus(folder)
    return article.attributions


@pytest.mark.parametrize("name", ["a_b_anna.ann", "a_b.ann"])
def test_an_event_is_an_attribution_with_or_without_an_annotator(tmp_path: Path, name: str) -> None:
    (article,) = read_corpus(corpus(tmp_path, {name: ANN}))
    assert (article.stem, article.text) == ("a_b", TEXT)
    assert article.attributions == (Attribution(((9, 18),), ((4, 8),), ((0, 3),)),)


def test_the_first_annotator_by_name_is_taken(tmp_path: Path) -> None:
    folder = corpus(tmp_path, {"a_b_zoe.ann": "", "a_b_anna.ann": ANN})
    assert len(attributions(folder)) == 1


def test_parts_in_pieces_and_several_parts_come_together(tmp_path: Path) -> None:
    ann = "T1\tContent 9 11;12 18\tit rained\nT2\tContent 24 31\tthen it\nE1\tContent:T1 Content2:T2\n"
    assert attributions(corpus(tmp_path, {"a_b.ann": ann}))[0].content == ((9, 11), (12, 18), (24, 31))


def test_an_annotated_text_may_run_over_a_line_end(tmp_path: Path) -> None:
    ann = "T1\tContent 24 38\tthen it\nsnowed\nE1\tContent:T1\n"
    assert attributions(corpus(tmp_path, {"a_b.ann": ann}))[0].content == ((24, 38),)


def test_text_is_read_byte_for_byte(tmp_path: Path) -> None:
    (article,) = read_corpus(corpus(tmp_path, {"a.ann": ""}, {"a.txt": "One.\r\nTwo.\r"}))
    assert article.text == "One.\r\nTwo.\r"


@pytest.mark.parametrize(
    ("ann", "message"),
    [
        ("T1\tContent nine\tit\n", "a_b_x.ann, line 1: no offsets"),
        ("T1\tContent 5 500\tit\n", "a_b_x.ann, line 1: offsets outside"),
        ("T1\tContent 8 8\t\n", "a_b_x.ann, line 1: offsets outside"),
        ("\nE1\tContent:T9\n", "a_b_x.ann, line 2: 'Content:T9' names no annotated text"),
        ("E1\tContent\n", "a_b_x.ann, line 1: 'Content' names no annotated text"),
        ("T1\tContent 0 3\tAna\nhello\n", "a_b_x.ann, line 2: no brat record"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, ann: str, message: str) -> None:
    with pytest.raises(EvaluationError) as caught:
        list(read_corpus(corpus(tmp_path, {"a_b_x.ann": ann})))
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="nowhere: no such folder"):
        list(read_corpus(tmp_path / "nowhere"))


def test_a_folder_without_annotations_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"attributions: no \*\.ann file"):
        list(read_corpus(corpus(tmp_path, {})))


def test_an_annotation_without_its_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"c\.txt: the text that .*c_x\.ann annotates cannot be read"):
        list(read_corpus(corpus(tmp_path, {"c_x.ann": ANN})))
