"""The register's files: what they say, and that nothing in an article acts as markup in them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factsheet.errors import RenderingError
from factsheet.model import Flag, Mention, Span, Speaker, Variant
from factsheet.model.register import Appearance, ProposedLink, Register, RegisterArticle, RegisterEntry
from factsheet.rendering.register import render_register

HOSTILE = '<script>alert(1)</script> "onload=x" **b** [l](http://e.org) {{ 7*7 }} | `c` &lt; \u202e\x1b[31m\n# h'


def entry(number: int, name: str, *links: ProposedLink, said: str = "mayor", message: str = "Look.") -> RegisterEntry:
    mention = Mention(0, len(name), name, "name")
    variants = (Variant(name, 2, "name"), Variant("Tamm", 1, "name"))
    speaker = Speaker("s1", name, "person", (Span(0, 3, said),), variants, (mention, mention))
    flag = Flag("f1", "spelling variant", "high", message, (), ("s1",))
    return RegisterEntry(
        f"speaker-{number}", name, "person", None, (Appearance("visit", speaker, (2, 3, 4, 7), 1, (flag,)),), "", links
    )


def register(*entries: RegisterEntry) -> Register:
    return Register(entries, (RegisterArticle("visit", "A visit", "2024-05-01", 1),), 3, ())


def ordinary() -> Register:
    to_second = ProposedLink("speaker-2", True, "one letter differs")
    to_first = ProposedLink("speaker-1", True, "one letter differs")
    return register(entry(1, "Ana Tamm", to_second), entry(2, "Anna Tamm", to_first))


class Page(HTMLParser):
    """The tags, ids, inner links and text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text += data


def files(of: Register, templates: Path | None = None) -> tuple[str, str]:
    made = render_register(of, templates)
    return made["names.md"].decode(), made["names.html"].decode()


def test_both_files_say_where_each_speaker_occurs_and_what_is_open() -> None:
    for text in (files(ordinary())[0], " ".join(Page(files(ordinary())[1]).text.split())):
        for words in (
            "1 article · 2 persons · 1 flag to review",
            "Ana Tamm (2×), Tamm (1×)",
            "visit, ¶ 2–4, 7 (2 mentions, 1 quotation)",
            "one letter differs",
            "spelling variant (high), visit: Look.",
            "3 speakers without a name",
        ):
            assert words in text


def test_every_link_of_the_page_leads_somewhere_in_it() -> None:
    page = Page(files(ordinary())[1])
    links = {value for name, value in page.attributes if name == "href"}
    ids = {f"#{value}" for name, value in page.attributes if name == "id"}
    assert "#speaker-2" in links
    assert links <= ids
    assert not {name for name, _ in page.attributes} & {"src", "onload", "onclick"}


def test_the_page_is_built_to_be_read_aloud_and_printed() -> None:
    _, html = files(ordinary())
    page = Page(html)
    assert page.tags.count("h1") == page.tags.count("main") == 1
    assert page.tags.count("table") == page.tags.count("caption") == page.tags.count("thead")
    assert ("scope", "row") in page.attributes
    assert ("lang", "en") in page.attributes
    assert "@media print" in html
    assert not {"script", "img", "link", "iframe"} & set(page.tags)


def hostile(text: str) -> Register:
    """A register with the text wherever an article or a file name can put one."""
    link = ProposedLink("speaker-2", False, text)
    return Register(
        (entry(1, text, link, said=text, message=text), entry(2, "Anna Tamm")),
        (RegisterArticle("visit", text, None, 1),),
        0,
        (text,),
    )


@settings(deadline=None, max_examples=50)
@given(st.one_of(st.just(HOSTILE), st.text(min_size=1, max_size=60)))
def test_nothing_in_a_name_acts_as_markup(text: str) -> None:
    markdown, html = files(hostile(text))
    plain = Page(files(hostile("Ana"))[1])
    page = Page(html)
    assert page.tags == plain.tags
    assert [name for name, _ in page.attributes] == [name for name, _ in plain.attributes]
    tokens = MarkdownIt("gfm-like").parse(markdown)
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "strong_open", "strong_close", "softbreak", "text_special"}
    assert not any(token.type.startswith(("html", "code", "fence")) for token in tokens)


def test_hidden_characters_are_shown() -> None:
    for text in files(hostile(HOSTILE)):
        assert "\u202e" not in text
        assert "\x1b" not in text
        assert "⟨U+202E⟩" in text


def test_a_template_of_the_users_own_goes_before(tmp_path: Path) -> None:
    (tmp_path / "names.md.j2").write_text("{{ summary }}\n{% for s in sections %}\n{{ s.title }}\n{% endfor %}\n")
    markdown, html = files(ordinary(), tmp_path)
    assert markdown == "1 article · 2 persons · 1 flag to review\nPersons\n"
    assert html.startswith("<!DOCTYPE html>")
    (tmp_path / "names.html.j2").write_text("{{ nosuch }}")
    with pytest.raises(RenderingError, match=r"names\.html\.j2, line 1: 'nosuch' is undefined"):
        render_register(ordinary(), tmp_path)


def test_the_same_register_gives_the_same_bytes_and_an_empty_one_is_a_page() -> None:
    assert files(ordinary()) == files(ordinary())
    markdown, html = files(Register((), (), 0, ()))
    assert "No article names a speaker." in markdown
    assert "No article names a speaker." in html


def test_many_roles_are_told_in_part() -> None:
    found = entry(1, "Ana Tamm")
    roles = tuple(Span(0, 4, f"role {number}") for number in range(9))
    speaker = found.appearances[0].speaker
    many = Speaker(speaker.id, speaker.name, "person", roles, speaker.variants, speaker.mentions)
    where = (Appearance("visit", many, (1,), 0, ()),)
    text, _ = files(register(RegisterEntry("speaker-1", "Ana", "person", "tamm", where, "", ())))
    assert "role 5; 3 more on the sheets" in text
    assert "authority file: tamm" in text
