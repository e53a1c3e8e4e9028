from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from factsheet.rendering.markdown_escape import escape
from factsheet.rendering.visible import one_line

PARSERS = [
    MarkdownIt("commonmark"),
    MarkdownIt("gfm-like", {"html": True}),
]
# Where a template may put a value: before it, after it, and the markup that the surroundings themselves make.
PLACES = [
    ("", "", {"paragraph"}),
    ("before ", " after", {"paragraph"}),
    ("> ", "", {"paragraph", "blockquote"}),
    ("# ", "", {"heading"}),
    ("- ", "", {"paragraph", "bullet_list", "list_item"}),
    ("before\n", "\nafter", {"paragraph", "softbreak"}),
]
# fmt: off
PIECES = [
    "1.", "1)", "-", "+", "#", "```", "~~~", "***", "---", "===", "<b>", "<!--", "&amp;", "&#65;", "[a](b)",
    "![a]", "[a]:", "https://a.co", "www.a.co", "www.", "a.com", "//a.org", "|", ":--", "a_b", "_a_",
    "**a**", "~a~", "\\", "word", "{{7*7}}", "ftp://x.y", "mailto:a@b.co", "<a@b.co>", "<http://a>",
    "a@b.co", "$x$", "www", "https:", "//", ".", "@", "_", "&", "lt", ";", "co", "\n", "\n\n", "  \n",
    "    x", "| - |", "\t",
]
# fmt: on
MARKUP = (
    st.text(st.sampled_from("\\`*_{}[]()#+-.!|~<>&;:=/@'\"\n\t\r  aZé01") | st.characters(), max_size=40)
    | st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
)


def markup(tokens: list[Token]) -> set[str]:
    """The kinds of markup in a parsed document; text, and what text is made of, left out."""
    kinds = set()
    for token in tokens:
        kinds |= markup(token.children or [])
        kinds.add(token.type.removesuffix("_open").removesuffix("_close"))
    return kinds - {"inline", "text", "text_special"}


def text_of(tokens: list[Token]) -> str:
    words = []
    for token in tokens:
        words += [text_of(token.children)] if token.children is not None else []
        words += [token.content] if token.type in ("text", "text_special") else []
        words += [" "] if token.type in ("softbreak", "td_close", "th_close") else []
    return "".join(words)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("parser", PARSERS, ids=["commonmark", "gfm"])
@pytest.mark.parametrize(("before", "after", "surroundings"), PLACES)
@given(text=MARKUP)
def test_text_comes_out_as_itself(
    parser: MarkdownIt, before: str, after: str, surroundings: set[str], text: str
) -> None:
    shown = one_line(text)
    tokens = parser.parse(before + escape(text) + after)
    if shown.strip():
        assert squeezed(text_of(tokens)) == squeezed(before.lstrip("> #-") + shown + after)
        assert markup(tokens) == surroundings


@given(left=MARKUP, right=MARKUP)
def test_a_table_keeps_its_cells(left: str, right: str) -> None:
    source = f"| A | B |\n| --- | --- |\n| {escape(left)} | {escape(right)} |\n"
    tokens = PARSERS[1].parse(source)
    cells = [token.content for token in tokens if token.type == "inline"]
    assert len(cells) == 4
    assert squeezed(text_of(tokens)) == squeezed(f"A B {one_line(left)} {one_line(right)}")
    assert not markup(tokens) & {"link", "em", "strong", "s", "code_inline", "html_inline", "image"}


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody,” he said. It cost $4.50 (or 3%): that’s all!",
        "The ministry's 2,000-page report; snake_case and a #hashtag",
        "U.S. Sen. J. Doe (R-IN) on Jan. 3 at 5 p.m., e.g. in Kyiv.Moscow",
        "Мұхтар Тілеуберді, Əliyev & Sons, Ωμέγα",
        "{{ 7*7 }}".replace("*", "x"),
    ],
)
def test_ordinary_prose_is_left_alone(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# heading", "\\# heading"),
        ("1. first", "1\\. first"),
        ("- he said", "\\- he said"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("a\n\n    b", "a b"),
        ("[he]", "\\[he\\]"),
        ("see https://a.az", "see https:/\\/a\\.az"),
        ("a\x1b[31m\u202eb", "a⟨U+001B⟩\\[31m⟨U+202E⟩b"),
    ],
)
def test_escapes(text: str, escaped: str) -> None:
    assert escape(text) == escaped
