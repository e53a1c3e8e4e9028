"""One short article per trap, with what a reader would say is in it; and what must hold for every article.

Beside each ``articles/NAME.txt`` stands a ``NAME.toml``::

    absent = ["words that must be in no direct or mixed quotation"]
    flags = ["kinds of flags that must be raised"]
    [[quotation]]
    kind = "direct"               # may be left out where either kind is fair
    content = ["each span's text"]
    source = "the words that name who said it"   # may be left out
    speaker = "canonical name"    # or a list of fair answers; left out: must be "unattributed"

Nothing else may be found, except indirect quotations that the program itself is not sure of.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from factsheet.language.paragraphs import paragraph_number, paragraphs
from factsheet.language.pipeline import analyse
from factsheet.model import Article, Quotation, Span
from factsheet.reading.articles import read_article

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
FINDINGS = ("quotations", "speakers", "claims", "flags")
SURE = 0.7
UNATTRIBUTED = "unattributed"


@pytest.fixture(scope="module", params=[*ARTICLES, *SEEDS], ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    chosen: Path = request.param
    return chosen


@pytest.fixture(scope="module")
def doc(path: Path, nlp: Language) -> Doc:
    return analyse(nlp, read_article(path))


@pytest.fixture
def expected(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))


with_expectations = pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem, scope="module")


def test_the_text_is_exactly_what_the_file_holds(path: Path, doc: Doc) -> None:
    article: Article = doc._.article
    assert article.text == path.read_bytes().decode("utf-8")
    assert doc.text == article.text


def test_every_span_is_verbatim(doc: Doc) -> None:
    for span in spans(doc):
        assert doc.text[span.start : span.end] == span.text
        assert span.text.strip()


def test_every_finding_says_why_and_where(doc: Doc) -> None:
    bounds = paragraphs(doc.text)
    for quotation in doc._.quotations:
        assert quotation.content
        assert quotation.evidence
        assert all(reason.strip() for reason in quotation.evidence)
        assert quotation.paragraph == paragraph_number(bounds, quotation.start)
        assert 0 <= quotation.confidence <= 1
    for speaker in doc._.speakers:
        assert speaker.mentions
        if len({variant.form for variant in speaker.variants if variant.kind == "name"}) > 1:
            assert speaker.evidence, f"{speaker.name}: nothing says why its names are one speaker's"
    for claim in doc._.claims:
        assert claim.content
        assert claim.evidence
        assert 0 <= claim.score <= 1
    for flag in doc._.flags:
        assert flag.evidence
        assert flag.message


def test_ids_are_unique(doc: Doc) -> None:
    for name in FINDINGS:
        ids = [finding.id for finding in getattr(doc._, name)]
        assert len(ids) == len(set(ids)), name


def test_every_reference_leads_somewhere(doc: Doc) -> None:
    speakers = {speaker.id for speaker in doc._.speakers}
    known = {finding.id for name in FINDINGS for finding in getattr(doc._, name)}
    for quotation in doc._.quotations:
        assert quotation.speaker is None or quotation.speaker in speakers
    for claim in doc._.claims:
        for claimant in (claim.claimant, *claim.via):
            assert claimant.speaker is None or claimant.speaker in speakers
            if claimant.speaker is None:
                assert claimant.kind != "speaker" or claimant.text == UNATTRIBUTED
            else:
                assert claimant.kind == "speaker"
    for flag in doc._.flags:
        assert set(flag.subjects) <= known


def test_quotations_come_in_text_order_and_share_no_word(doc: Doc) -> None:
    contents = [span for quotation in doc._.quotations for span in quotation.content]
    assert [q.start for q in doc._.quotations] == sorted(q.start for q in doc._.quotations)
    for i, span in enumerate(contents):
        assert not any(span.overlaps(other) for other in contents[i + 1 :]), span.text


def test_a_second_run_finds_the_same(path: Path, doc: Doc, nlp: Language) -> None:
    assert plain(analyse(nlp, read_article(path))) == plain(doc)


def test_findings_do_not_hang_on_the_order_of_hashes(nlp: Language) -> None:
    """The same findings in a process of its own, whose sets iterate in another order."""
    program = (
        "import sys; from pathlib import Path\n"
        "from factsheet.language.pipeline import analyse, load_pipeline\n"
        "from factsheet.reading.articles import read_article\n"
        "nlp = load_pipeline()\n"
        "for path in sys.argv[1:]:\n"
        "    doc = analyse(nlp, read_article(Path(path)))\n"
        f"    print(ascii([getattr(doc._, name) for name in {FINDINGS!r}]))\n"
    )
    paths = [*ARTICLES, *SEEDS]
    run = subprocess.run(
        [sys.executable, "-c", program, *map(str, paths)],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.splitlines() == [plain(analyse(nlp, read_article(path))) for path in paths]


@with_expectations
def test_every_expected_quotation_is_found(doc: Doc, expected: dict[str, Any]) -> None:
    for wanted in expected["quotation"]:
        assert same_content(doc._.quotations, wanted), f"{wanted['content']} is not among {found(doc)}"


@with_expectations
def test_every_expected_quotation_has_its_kind_and_source(doc: Doc, expected: dict[str, Any]) -> None:
    for wanted in expected["quotation"]:
        for quotation in same_content(doc._.quotations, wanted):
            assert quotation.kind == wanted.get("kind", quotation.kind)
            if "source" in wanted:
                assert " ".join(span.text for span in quotation.source) == wanted["source"]


@with_expectations
def test_every_expected_quotation_is_in_the_right_mouth(doc: Doc, expected: dict[str, Any]) -> None:
    names = {None: UNATTRIBUTED, **{speaker.id: speaker.name for speaker in doc._.speakers}}
    for wanted in expected["quotation"]:
        fair = wanted.get("speaker", UNATTRIBUTED)
        for quotation in same_content(doc._.quotations, wanted):
            assert names[quotation.speaker] in ([fair] if isinstance(fair, str) else fair), wanted["content"]


@with_expectations
def test_nobody_is_made_to_say_more(doc: Doc, expected: dict[str, Any]) -> None:
    fair = [q for wanted in expected["quotation"] for q in same_content(doc._.quotations, wanted)]
    for quotation in doc._.quotations:
        unsure = quotation.kind == "indirect" and not quotation.is_sure(SURE)
        assert quotation in fair or unsure, f"{quotation.kind}: {[span.text for span in quotation.content]}"
        if quotation.kind != "indirect":
            for words in expected.get("absent", []):
                assert not any(words in span.text for span in quotation.content)


@with_expectations
def test_every_expected_flag_is_raised(doc: Doc, expected: dict[str, Any]) -> None:
    assert set(expected.get("flags", [])) <= {flag.kind for flag in doc._.flags}


@with_expectations
def test_the_expectations_are_about_their_article(path: Path) -> None:
    expectations = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    text = path.read_text("utf-8")
    quoted = [words for wanted in expectations["quotation"] for words in wanted["content"]]
    sources = [wanted["source"] for wanted in expectations["quotation"] if "source" in wanted]
    for words in (*quoted, *sources, *expectations.get("absent", [])):
        assert words in text


def same_content(quotations: tuple[Quotation, ...], wanted: dict[str, Any]) -> list[Quotation]:
    """The quotations whose spans are the wanted ones. A full stop at the end may be taken for either's."""
    content = [words.rstrip(".") for words in wanted["content"]]
    return [q for q in quotations if [span.text.rstrip(".") for span in q.content] == content]


def found(doc: Doc) -> list[list[str]]:
    return [[span.text for span in quotation.content] for quotation in doc._.quotations]


def plain(doc: Doc) -> str:
    return ascii([getattr(doc._, name) for name in FINDINGS])


def spans(doc: Doc) -> Iterator[Span]:
    for quotation in doc._.quotations:
        yield from (*quotation.content, *quotation.cue, *quotation.source)
    for speaker in doc._.speakers:
        yield from (*speaker.roles, *speaker.mentions)
    for claim in doc._.claims:
        yield from (*claim.content, *claim.dates, *claim.quantities)
    for flag in doc._.flags:
        yield from flag.evidence
    for origin in doc._.article.origins:
        if origin.span:
            yield origin.span
