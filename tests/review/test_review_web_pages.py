"""What the pages show: the list by filter and order, a flag with its article beside it, and nothing that steers."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from review_samples import save_sheet, spelling_flag, unattributed_flag
from review_web import Page, Reader

from factsheet.model import Flag, Mention, Speaker, Variant
from factsheet.model.speaker import MentionKind
from factsheet.rendering.visible import visible

ROOT = Path(__file__).parents[2]
TEXT = 'Tamm met Tam. Later Kallas met Kalas, and Sepp met Sep. "Go home!" they heard.'
TAMM = spelling_flag(TEXT, "Tamm", "Tam.")
KALLAS = replace(spelling_flag(TEXT, "Kallas", "Kalas"), severity="low")
SEPP = replace(spelling_flag(TEXT, "Sepp", "Sep."), severity="medium")
OTHER_KIND = replace(SEPP, kind="same name, other article")
SILENT = unattributed_flag(TEXT, '"Go home!"')
OUR_TAGS = {
    tag
    for path in (ROOT / "templates" / "review").glob("*.j2")
    for tag in re.findall(r"<(\w+)", path.read_text("utf-8"))
}
HOSTILE = '<script>alert(1)</script>"><img src=x onerror=alert(1)> \x1b[2J\u202e{{ 7*7 }}\x00 Tamm & Tam.'


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    save_sheet(tmp_path, "estonia", TEXT, KALLAS, TAMM, OTHER_KIND)
    return Reader(save_sheet(tmp_path, "latvia", TEXT, TAMM, SILENT, sha256="1" * 64), tmp_path / "log.jsonl")


def listed(page: Page) -> list[str]:
    """What the list has, in its order, by the words of its links."""
    names = {"Tamm / Tam.", "Kallas / Kalas", "Sepp / Sep.", '"Go home!"'}
    return [words.split(" ")[0] for words in page.links if words in names]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Tamm", "Sepp", "Kallas", '"Go']),
        ("?kind=spelling+variant", ["Tamm", "Kallas"]),
        ("?severity=medium", ["Sepp", '"Go']),
        ("?state=decide", ["Tamm", "Sepp", "Kallas"]),
        ("?state=check", ['"Go']),
        ("?state=skipped", []),
        ("?text=KALLAS", ["Kallas"]),
        ("?text=home", ['"Go']),
        ("?text=latvia", ["Tamm", '"Go']),
        ("?text=letter+tam", ["Tamm"]),
        ("?kind=spelling+variant&severity=low", ["Kallas"]),
        ("?sort=names", ['"Go', "Kallas", "Sepp", "Tamm"]),
        ("?sort=-names", ["Tamm", "Sepp", "Kallas", '"Go']),
        ("?sort=severity", ["Tamm", "Sepp", '"Go', "Kallas"]),
        ("?sort=kind", ["Sepp", "Tamm", "Kallas", '"Go']),
        ("?sort=places", ["Tamm", "Sepp", "Kallas", '"Go']),
        ("?sort=article", ["Sepp", "Kallas", "Tamm", '"Go']),
        ("?sort=nonsense&state=nonsense", ["Tamm", "Sepp", "Kallas", '"Go']),
    ],
)
def test_the_list_is_filtered_and_sorted(reader: Reader, query: str, found: list[str]) -> None:
    page = reader.open(query)
    assert listed(page) == found
    assert f"{len(found)} of 4 open flags" in page.words or not found


def test_the_head_of_a_column_sorts_turns_round_and_stops(reader: Reader) -> None:
    addresses = []
    page = reader.open("?kind=spelling+variant")
    for words in ("About", "About ↑", "About ↓"):
        addresses.append(page.links[words].partition("?")[2])
        page = reader.open(page.links[words])
    assert addresses == [
        "kind=spelling+variant&sort=names",
        "kind=spelling+variant&sort=-names",
        "kind=spelling+variant",
    ]


def test_the_list_is_kept_through_a_flag_and_its_answer(reader: Reader) -> None:
    page = reader.open(reader.open("?sort=-names&state=decide").links["Tamm / Tam."])
    assert "1 of 3" in page.words
    page = reader.press(page, "s Same")
    assert "Do “Sepp” and “Sep.” name the same one?" in page.words
    assert listed(reader.open(page.links["Flags 3"])) == ["Sepp", "Kallas"]


def test_a_filter_that_nothing_fits_leads_back(reader: Reader) -> None:
    page = reader.open("?text=nosuch")
    assert "No open flag fits this filter." in page.words
    assert listed(reader.open(page.links["Show all 4"])) == ["Tamm", "Sepp", "Kallas", '"Go']


def test_files_that_are_no_sheets_are_named(tmp_path: Path, reader: Reader) -> None:
    (tmp_path / "build" / "bad.json").write_text("{")
    assert f"{tmp_path / 'build' / 'bad.json'}: not JSON" in reader.open().words


def test_a_folder_that_is_made_again_is_read_again(tmp_path: Path, reader: Reader) -> None:
    save_sheet(tmp_path, "estonia", TEXT)
    save_sheet(tmp_path, "latvia", TEXT, SEPP, sha256="1" * 64)
    assert listed(reader.open()) == ["Sepp"]


def test_a_flag_shows_both_places_side_by_side_and_the_suggestion(reader: Reader) -> None:
    page = reader.open(f"flag/{TAMM.id}")
    assert ("a asked", "Tamm") in page.marks
    assert ("b asked", "Tam.") in page.marks
    assert "Suggestion. Use Tamm." in page.words
    assert "Tamm and Tam. differ in one letter." in page.words


def test_a_flag_of_two_articles_shows_either(reader: Reader) -> None:
    first = reader.open(f"flag/{TAMM.id}")
    assert "estonia 2 places" in first.links
    second = reader.open(first.links["latvia 2 places"])
    assert second.words.count("paragraph 1 of estonia") == 2
    assert reader.open(f"flag/{TAMM.id}?article=99").words == first.words
    assert reader.open(f"flag/{TAMM.id}?article=x").words == first.words


def test_the_article_beside_a_flag_has_every_mention_marked(tmp_path: Path) -> None:
    text = "Ann Tamm spoke.\n\nTam. left, she said, and Bo Sepp stayed. Tamm again."

    def mention(form: str, kind: MentionKind = "name") -> Mention:
        return Mention(text.index(form), text.index(form) + len(form), form, kind)

    mentions = (mention("Ann Tamm"), mention("Tam."), mention("she", "pronoun"))
    ann = Speaker("s1", "Ann Tamm", "person", (), (Variant("Ann Tamm", 1, "name"),), mentions)
    bo = Speaker("s2", "Bo Sepp", "person", (), (), (mention("Bo Sepp"),))
    flag = replace(spelling_flag(text, "Tam.", "Ann Tamm"), names=("Tam.", "Tamm"), subjects=("s1",))
    page = Reader(save_sheet(tmp_path, "estonia", text, flag, speakers=(ann, bo)), tmp_path / "log.jsonl").open(
        f"flag/{flag.id}"
    )
    text_marks = page.marks[page.marks.index(("far", "other speakers")) + 1 :]
    assert text_marks == [
        ("b asked near", "Ann"),
        ("b asked near", "Tamm"),
        ("a asked near", "Tam."),
        ("near", "she"),
        ("far", "Bo Sepp"),
        ("b", "Tamm"),
    ]
    assert 'title="Ann Tamm (pronoun)"' in page.source


def test_a_flag_whose_article_cannot_be_read_any_more_is_still_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = save_sheet(tmp_path, "estonia", TEXT, TAMM)
    reader = Reader(folder, tmp_path / "log.jsonl")
    assert "article-title" in reader.open(f"flag/{TAMM.id}").source
    monkeypatch.setattr(reader.sitting.folder, "sheet", lambda article: None)
    page = reader.open(f"flag/{TAMM.id}")
    assert page.status == 200
    assert "article-title" not in page.source
    assert "s Same" in page.form("s Same").buttons


def hostile_flag() -> Flag:
    return replace(
        spelling_flag(HOSTILE, "Tamm", "Tam."),
        names=(HOSTILE, "Tam."),
        message=HOSTILE,
        suggestion=HOSTILE,
        kind="spelling variant",
    )


@pytest.mark.parametrize("path", ["", "flag/{flag}", "flag/{flag}?text=<script>", "history", "?text=%22%3E<script>"])
def test_nothing_of_an_article_or_a_name_steers_the_browser(tmp_path: Path, path: str) -> None:
    flag = hostile_flag()
    speaker = Speaker("s1", HOSTILE, "person", (), (), (Mention(0, 8, HOSTILE[:8], "name"),))
    folder = save_sheet(tmp_path, 'x"><script>', HOSTILE, flag, speakers=(speaker,))
    reader = Reader(folder, tmp_path / "log.jsonl", by="<script>")
    reader.press(reader.open(f"flag/{flag.id}"), "u Not sure")
    reader.press(reader.open(), "z Undo", follow=False)
    page = reader.open(path.format(flag=flag.id))
    assert page.status == 200
    assert page.tags.count("script") == 1
    assert "img" not in page.tags
    assert not {"\x1b", "\u202e", "\x00"} & set(page.source)
    assert "49" not in page.words
    assert "<script>alert" not in page.source


@given(text=st.text(min_size=1), name=st.text(min_size=1))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_shown_as_text(tmp_path: Path, text: str, name: str) -> None:
    article = f"{text} Tamm and Tam. {name}"
    flag = replace(spelling_flag(article, "Tamm", "Tam."), names=(name, "Tam."), message=text)
    page = Reader(save_sheet(tmp_path, "a", article, flag), tmp_path / "log").open(f"flag/{flag.id}")
    assert set(page.tags) <= OUR_TAGS
    assert " ".join(visible(text).split()) in page.words


def test_every_page_works_by_forms_and_links_alone_and_has_its_landmarks(reader: Reader) -> None:
    for path in ("", f"flag/{TAMM.id}", "history"):
        page = reader.open(path)
        assert {"header", "nav", "main", "footer", "h1"} <= set(page.tags)
        assert page.tags.count("h1") == 1
        assert page.tags.count("main") == 1
        assert "onclick" not in page.source
        assert "javascript:" not in page.source
        assert "style=" not in page.source
