from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import rendering_sheets as made
from markdown_it import MarkdownIt

from factsheet.errors import RenderingError, UsageError
from factsheet.model import Span
from factsheet.rendering.render import FORMATS, render
from factsheet.sheet.json import from_json


def test_formats() -> None:
    assert FORMATS == ("pdf", "md", "json")


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_sheet_gives_the_same_bytes(format_: str) -> None:
    assert render(made.ordinary(), format_) == render(made.ordinary(), format_)


def test_an_unknown_format_is_misuse() -> None:
    with pytest.raises(UsageError, match="'rtf'; choose from pdf, md, json"):
        render(made.ordinary(), "rtf")


def test_reportlab_waits_for_a_pdf() -> None:
    script = (
        "import sys; from factsheet.rendering.render import render; "
        "sys.exit(any(name in sys.modules for name in ('reportlab', 'jinja2', 'spacy')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_json_is_the_whole_sheet_to_read() -> None:
    text = render(made.ordinary(), "json").decode()
    assert from_json(text) == made.ordinary()
    assert text.endswith("}\n")
    assert '\n  "article": {\n' in text


def test_json_hides_nothing() -> None:
    hostile = made.sheet(made.article("a\x1b\u202eb\udc80\U000e0041 Мұхтар"))
    data = render(hostile, "json")
    assert b"a\\u001b\\u202eb\\udc80\\udb40\\udc41 " in data
    assert "Мұхтар" in data.decode()
    assert json.loads(data)["article"]["text"] == hostile.article.text


def test_markdown_says_what_the_sheet_says() -> None:
    text = render(made.ordinary(), "md").decode()
    assert text.startswith("# Island Courier, VALLETTA, 4 March 2024\n\nThe article has no title.\n")
    assert (
        "**2.** **Eleni Karvonidou** named “Karvonidou” · direct, “said” · paragraph 3 · confidence high (0.97)\n"
        "\n"
        '> “We will run two boats a day. The "blue line" is not a dream, and nobody will pay more than 4 euros.\n'
        ">\n"
        "> “In the summer there will be four,”\n"
    ) in text
    assert text.index("## Possible quotations") < text.index("> “Θα δούμε”") < text.index("## Claims")
    assert "met with Karvonidou." in text
    assert "harbour master **Rustam Äliyev** met" in text
    assert "\n\n\n" not in text


def test_markdown_leaves_out_what_the_pdf_leaves_out() -> None:
    sheet = made.ordinary()
    pronoun = "“He” is taken to be Rustam Äliyev, the person last spoken of."
    told = [replace(q, evidence=(f"“{q.kind}” is its subject.", pronoun)) for q in sheet.quotations]
    text = render(replace(sheet, quotations=tuple(told)), "md").decode()
    assert "is its subject" not in text
    assert text.count(f"\n\nWhy: {pronoun}\n") == 4
    assert "Why each was found is in the JSON sheet." in text
    assert "- Ministry of Works (organisation; as the Ministry of Works)\n- Islanders (group)\n" in text


def test_markdown_has_every_quotation_verbatim() -> None:
    sheet = made.ordinary()
    parsed = MarkdownIt("commonmark").parse(render(sheet, "md").decode())
    shown = [token.content for token in parsed if token.type == "inline"]
    for quotation in sheet.quotations:
        for paragraph in quotation.content[0].text.split("\n\n"):
            assert paragraph in shown


def test_hostile_text_is_text_in_markdown() -> None:
    text = "<b>&amp; {{ 7*7 }} [x](../../x) | \x1b[31m\n\n# heading\n- item\n    code\n" + "z" * 100_000
    everything = Span.within(text, 0, len(text))
    sheet = made.sheet(made.article(text, title=text), [made.quotation(1, [everything])], claims=[])
    tokens = MarkdownIt("commonmark").parse(render(sheet, "md").decode())
    quoted = [token.children for token in tokens if token.type == "inline" and token.level == 2]
    assert ["".join(part.content for part in parts or []) for parts in quoted] == [
        "<b>&amp; {{ 7*7 }} [x](../../x) | ⟨U+001B⟩[31m",
        "# heading",
        "- item",
        "code",
        "z" * 100_000,
    ]


def test_a_gap_within_a_quotation_is_shown() -> None:
    text = "“Go,” he said. “Now.”"
    parts = [made.span(text, "“Go,”"), made.span(text, "“Now.”")]
    assert "> “Go,” \\[…\\] “Now.”" in render(made.sheet(made.article(text), [made.quotation(1, parts)]), "md").decode()


def test_a_users_template_comes_first(tmp_path: Path) -> None:
    (tmp_path / "sheet.md.j2").write_text(
        "{{ heading }}!\n{% for q in quotations %}{% include 'quotation.md.j2' %}{% endfor %}"
    )
    sheet = replace(made.ordinary(), article=replace(made.ordinary().article, title="*{{ 7*7 }}*"))
    text = render(sheet, "md", templates=tmp_path).decode()
    assert text.startswith("\\*{{ 7\\*7 }}\\*!\n**1.** **Harbour Board")
    assert render(sheet, "md", templates=tmp_path.parent).startswith(b"# \\*{{")


@pytest.mark.parametrize(
    ("template", "says"),
    [
        ("one\n{% if %}\n", r"sheet\.md\.j2, line 2: Expected an expression"),
        ("one\ntwo\n{{ nosuch }}", r"sheet\.md\.j2, line 3: 'nosuch' is undefined"),
        ("{{ 1 / 0 }}", r"sheet\.md\.j2, line 1: division by zero"),
        ("\n{{ heading.__class__.__mro__ }}", r"sheet\.md\.j2, line 2: access to attribute '__class__'"),
        ("{% include 'gone.md.j2' %}", r"sheet\.md\.j2, line 1: .*gone\.md\.j2"),
    ],
)
def test_a_bad_template_is_named_with_its_line(tmp_path: Path, template: str, says: str) -> None:
    (tmp_path / "sheet.md.j2").write_text(template)
    with pytest.raises(RenderingError, match=says):
        render(made.ordinary(), "md", templates=tmp_path)


def test_a_template_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "sheet.md.j2").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RenderingError, match=r"sheet\.md\.j2"):
        render(made.ordinary(), "md", templates=tmp_path)


def test_a_missing_template_folder_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        render(made.ordinary(), "md", templates=tmp_path / "none")


def test_a_checkout_that_is_run_in_place_finds_its_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with `python -m factsheet` in a checkout beside an ordinary install."""
    checkout = Path(__file__).parents[2]
    monkeypatch.setattr("factsheet.__file__", str(checkout / "factsheet" / "__init__.py"))
    monkeypatch.setattr("factsheet.rendering.environment.find_spec", lambda name: None)
    assert render(made.ordinary(), "md").startswith(b"# ")
