from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pdfplumber
import pytest
import rendering_sheets as made

from factsheet.model import Sheet, Span
from factsheet.rendering.pdf_fonts import FALLBACK, SERIF, font_for, register_all, runs
from factsheet.rendering.render import render
from factsheet.rendering.visible import one_line

FOOTER = 58  # points from the lower edge of the page within which only the footer stands


class Pages:
    """A PDF as a reader sees it."""

    def __init__(self, pdf: bytes) -> None:
        with pdfplumber.open(io.BytesIO(pdf)) as opened:
            self.metadata = opened.metadata
            self.words = [page.extract_words(keep_blank_chars=False) for page in opened.pages]
            self.texts = [page.extract_text().replace("\xa0", " ") for page in opened.pages]
            self.bodies = [
                page.crop((0, 50 if number else 0, page.width, page.height - FOOTER)).extract_text()
                for number, page in enumerate(opened.pages)
            ]
            self.width, self.height = opened.pages[0].width, opened.pages[0].height
            self.fonts = {re.sub(r"^[A-Z]+\+", "", char["fontname"]) for page in opened.pages for char in page.chars}
            self.right = max((char["x1"] for page in opened.pages for char in page.chars), default=0)

    def place(self, word: str) -> tuple[int, int, int]:
        """The page and position (points from the upper left corner) where a word stands first."""
        for number, words in enumerate(self.words, 1):
            for found in words:
                if found["text"] == word:
                    return number, round(found["x0"]), round(found["top"])
        raise AssertionError(f"{word} is on no page")


def bare(text: str) -> str:
    """``text`` without white space, which a page may break anywhere."""
    return "".join(one_line(text).split())


@pytest.fixture(scope="module")
def ordinary() -> Pages:
    return Pages(render(made.ordinary(), "pdf"))


def test_the_page_is_a4_with_title_and_language(ordinary: Pages) -> None:
    assert (round(ordinary.width), round(ordinary.height)) == (595, 842)
    assert ordinary.metadata["Author"] == "factsheet 0.1.0"
    assert ordinary.metadata["Title"] == "Island Courier, VALLETTA, 4 March 2024"
    assert ordinary.metadata["CreationDate"] == "D:20240304000000+00'00'"
    assert b"/Lang (en)" in render(made.ordinary(), "pdf")


@pytest.mark.parametrize(
    ("word", "page", "left", "top"),
    [
        ("FACT", 1, 54, 51),
        ("Island", 1, 54, 68),
        ("Speakers", 1, 54, 169),
        ("Quotations", 1, 54, 306),
        ("Possible", 1, 54, 539),
        ("Claims", 1, 54, 596),
        ("Flags", 2, 54, 92),
        ("Checked", 2, 54, 208),
    ],
)
def test_the_golden_pages(ordinary: Pages, word: str, page: int, left: int, top: int) -> None:
    stands = ordinary.place(word)
    assert stands[0] == page
    assert stands[1] == pytest.approx(left, abs=3)
    assert stands[2] == pytest.approx(top, abs=12)


@pytest.mark.parametrize(
    "line",
    [
        "FACT SHEET · THE ARTICLE HAS NO TITLE",
        "Not stated in the source: title, author and web address.",
        "5 quotations (3 direct, 2 indirect) · 5 speakers · 5 claims · 1 flag to review",
        "2 Eleni Karvonidou named “Karvonidou” · direct, “said” · paragraph 3 · confidence high (0.97)",
        "5 “Θα δούμε” — unattributed · direct, “said” · ¶ 7 · moderate (0.55)",
        "Eleni Karvonidou Eleni Karvonidou, Karvonidou (2×) One full name bears the surname. 2",
        "Also named: Ministry of Works (organisation; as the Ministry of Works) · Islanders (group)",
        "“Rustam Äliyev” and “Rustam Aliyev” look like one person, spelt in two ways.",
        "¶ 5 … rebuilt in 2019, and the Board signed the contract on February 27,” Rustam Aliyev told reporters.",
        "Suggestion: Use “Rustam Äliyev”, the form that comes first, or ask the author.",
    ],
)
def test_the_sheet_says(ordinary: Pages, line: str) -> None:
    assert line in "\n".join(ordinary.texts)


def test_every_page_has_its_number_and_provenance(ordinary: Pages) -> None:
    for number, text in enumerate(ordinary.texts, 1):
        assert f"Page {number} of {len(ordinary.texts)}" in text
        assert f"Source sha256 {made.ordinary().provenance.source_sha256}" in text


def test_quotations_are_verbatim(ordinary: Pages) -> None:
    page = bare("".join(ordinary.texts))
    for quotation in made.ordinary().quotations:
        for content in quotation.content:
            for paragraph in content.text.split("\n\n"):
                assert bare(paragraph) in page


def test_a_doubtful_quotation_stands_apart(ordinary: Pages) -> None:
    text = ordinary.texts[0]
    assert text.index("Possible quotations") < text.index("“Θα δούμε”")
    everything = Pages(render(made.ordinary(), "pdf", sure=0.5)).texts[0]
    assert "Possible quotations" not in everything
    assert "“Θα δούμε”" in everything


def test_fonts_are_embedded_ones(ordinary: Pages) -> None:
    assert ordinary.fonts <= {"SourceSerif4-Regular", "SourceSerif4-SemiBold"} | {
        f"SourceSans3-{style}" for style in ("Regular", "SemiBold", "Italic", "It")
    }


def test_the_same_bytes_in_every_process() -> None:
    script = (
        "import sys, hashlib; sys.path.insert(0, sys.argv[1]); import rendering_sheets\n"
        "from factsheet.rendering.render import render\n"
        "print(hashlib.sha256(render(rendering_sheets.ordinary(), 'pdf')).hexdigest())"
    )
    folder = str(Path(made.__file__).parent)
    seen = {
        subprocess.run(
            [sys.executable, "-c", script, folder],
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Almaty"))
    }
    assert len(seen) == 1


@pytest.mark.parametrize("text", ["Мұхтар Тілеуберді", "Əliyev — Bakı", "Ωμέγα, «да»", "„so“ ‘n’ … ≈ ≤ € ₸"])
def test_the_text_font_has_the_letters(text: str) -> None:
    assert list(runs(text, SERIF)) == [(SERIF, text)]


def test_characters_beyond_the_basic_plane_can_be_copied() -> None:
    text = "“Well 😀, 𝔸😁 and a😂,” ὠ and 🙈"
    (page,) = Pages(render(quoting(text), "pdf")).texts
    assert "“Well 😀, 𝔸😁 and a😂,” ὠ and ⟨U+1F648⟩" in page


def test_other_letters_fall_back_and_no_letter_is_lost() -> None:
    register_all()
    assert list(runs("a שלום b", SERIF))[1] == (FALLBACK, "שלום")
    assert font_for("中", SERIF) is None
    assert "".join(stretch for _, stretch in runs("中文", SERIF)) == "⟨U+4E2D⟩⟨U+6587⟩"


def quoting(*texts: str, confidence: float = 0.97) -> Sheet:
    """A sheet of one quotation for each text."""
    text = "\n".join(texts)
    starts = [sum(len(before) + 1 for before in texts[:i]) for i in range(len(texts))]
    quotations = [
        made.quotation(i, [Span.within(text, start, start + len(words))], paragraph=i, confidence=confidence)
        for i, (start, words) in enumerate(zip(starts, texts, strict=True), 1)
    ]
    return made.sheet(made.article(text), quotations)


@pytest.mark.parametrize(
    "text",
    [
        "<b>&amp;</b> <para> <img src='x'/> &#65;",
        "{{ 7*7 }} {% raw %}",
        "# heading ../../x",
        "bell \x07 escape \x1b[31m override \u202eabc\u2069 null \x00 half \udc80 end",
    ],
)
def test_hostile_text_is_text(text: str) -> None:
    assert bare(text) in bare("".join(Pages(render(quoting(text), "pdf")).texts))


@pytest.mark.parametrize("unit", ["x", "words and words ", "中", "“é” "])
def test_a_very_long_line_splits_over_lines_and_pages(unit: str) -> None:
    text = (unit * (30_000 // len(unit))).strip()[: 3_000 if unit == "中" else None]
    pages = Pages(render(quoting("Before.", text, "After."), "pdf"))
    shown = "".join("⟨U+4E2D⟩" if c == "中" else c for c in text)
    assert len(pages.texts) > 4
    assert pages.right <= pages.width - 53
    assert bare(shown) in bare("".join(pages.bodies))


def test_a_hundred_thousand_letters_everywhere() -> None:
    word = "z" * 100_000
    full = made.article(word, title=word, url=word, author=word)
    everywhere = Span.within(word, 0, len(word))
    flag = replace(made.ordinary().flags[0], message=word, evidence=(everywhere,), suggestion=word)
    pages = Pages(
        render(
            made.sheet(
                full,
                [made.quotation(1, [everywhere], cue=[everywhere], source=[everywhere], evidence=[word])],
                [made.speaker(1, word, (word, 1), roles=[everywhere])],
                [made.claim(1, everywhere)],
                [flag],
            ),
            "pdf",
        )
    )
    assert pages.right <= pages.width - 53
    assert "".join(pages.bodies).count("z") > 100_000


def test_a_heading_line_that_fills_pages_keeps_its_number() -> None:
    text = "中" * 2000
    everything = Span.within(text, 0, len(text))
    long = [
        made.quotation(i, [everything], cue=[everything] * 9, source=[everything] * 9, evidence=[text])
        for i in (1, 2, 3)
    ]
    pages = Pages(render(made.sheet(made.article(text), long), "pdf"))
    lines = "\n".join(pages.texts).splitlines()
    assert [line.split()[0] for line in lines if " unattributed" in line] == ["1", "2", "3"]


def test_a_row_is_split_only_where_it_is_taller_than_a_page() -> None:
    text = " ".join(f"Sentence {i} says one more thing that can be checked by anybody." for i in range(60))
    words = "Sentence 1 says one more thing " * 5
    rows = [made.claim(i, Span.within(text, 0, 8), restated=words) for i in range(1, 30)]
    pages = Pages(render(made.sheet(made.article(text), claims=rows), "pdf"))
    assert all(body.count("DATES AND AMOUNTS") <= 1 for body in pages.bodies)
    tall = made.claim(1, Span.within(text, 0, 8), restated="中" * 900)
    assert len(Pages(render(made.sheet(made.article(text), claims=[tall]), "pdf")).texts) > 2


def test_paragraphs_of_a_quotation_stay_apart(ordinary: Pages) -> None:
    lines = ordinary.texts[0].splitlines()
    assert any(line.startswith("“In the summer") for line in lines)


def test_sixty_quotations_and_eighty_claims() -> None:
    text = "\n".join(f"“Statement number {i} is a sentence,” said speaker {i}." for i in range(1, 81))
    quotations = [made.quotation(i, [made.span(text, f"“Statement number {i} is a sentence,”")]) for i in range(1, 61)]
    claims = [
        made.claim(i, made.span(text, f"Statement number {i} is a sentence"), score=i / 100) for i in range(1, 81)
    ]
    pages = Pages(render(made.sheet(made.article(text, title="Eighty"), quotations, claims=claims), "pdf"))
    said = "\n".join(pages.texts)
    assert "The 20 highest-ranked of 80 claims; all of them are in the JSON sheet." in said
    assert "61 Statement number 61 is a sentence" in said
    assert "60 Statement number 60 is a sentence" not in said
    assert len(pages.texts) <= 6


def test_an_empty_article_makes_a_sheet_that_says_so() -> None:
    (page,) = Pages(render(made.sheet(made.article("")), "pdf")).texts
    for words in ("No speaker", "No quotation", "No checkable claim", "Nothing was flagged"):
        assert words in page
