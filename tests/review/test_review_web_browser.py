"""The review in a real browser, Chromium without a window: keys and clicks, and nothing but our own address asked."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from review_program import Program, program
from review_samples import save_sheet, spelling_flag, unattributed_flag

from factsheet.speakers.decisions.reading import read_decisions
from factsheet.speakers.decisions.verdicts import state

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed (apt-get install chromium)")

FILLER = "\n\n".join(f"Paragraph {number} is about the weather, which was fine." for number in range(40))
TEXT = f'Tamm met Tam. Kallas met Kalas, and Sepp met Sep. "Go home!" they heard.\n\n{FILLER}\n\nLater Ilves met Ilwes.'
TAMM, KALLAS, SEPP, ILVES = (
    spelling_flag(TEXT, left, right)
    for left, right in (("Tamm", "Tam."), ("Kallas", "Kalas"), ("Sepp", "Sep."), ("Ilves", "Ilwes"))
)
SILENT = unattributed_flag(TEXT, '"Go home!"')
HOSTILE = "<img src=//elsewhere.example/x onerror=document.title='caught'><script>document.title='caught'</script>"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for all tests; each has a profile of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def running(tmp_path: Path, log: Path) -> Iterator[Program]:
    folder = save_sheet(tmp_path, "estonia", TEXT, TAMM, KALLAS, SEPP, ILVES, SILENT)
    with program(folder, log, "--no-browser") as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, running: Program) -> Iterator[Page]:
    """The list, in a browser that notes every error and whatever it is asked for elsewhere: there is to be none."""
    wrong: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    origin = running.address.rsplit("/", 2)[0]
    page.on("request", lambda asked: None if asked.url.startswith(origin) else wrong.append(asked.url))
    page.goto(running.address)
    yield page
    assert [what for what in wrong if "409" not in what] == []


def asked(page: Page, left: str, right: str) -> None:
    """Wait for the question about two names."""
    expect(page.get_by_role("heading", name=f"Do “{left}” and “{right}” name the same one?")).to_be_visible()


def recorded(log: Path) -> list[tuple[str, str]]:
    return [(record.verdict, record.left) for record in read_decisions(log)] if log.exists() else []


def test_a_whole_review_by_keys_alone(page: Page, log: Path) -> None:
    page.keyboard.press("Enter")
    asked(page, "Tamm", "Tam.")
    page.keyboard.press("s")
    asked(page, "Kallas", "Kalas")
    page.keyboard.press("p")
    page.keyboard.press("2")
    asked(page, "Sepp", "Sep.")
    page.keyboard.press("c")
    page.keyboard.press("d")
    asked(page, "Ilves", "Ilwes")
    page.keyboard.press("u")
    expect(page.get_by_text("Have you checked it against the article?")).to_be_visible()
    page.keyboard.press("k")
    expect(page.get_by_role("heading", name="Flags to review")).to_be_visible()
    expect(page.get_by_text("4 of 5 done, 1 skipped")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Have you checked it against the article?")).to_be_visible()
    page.keyboard.press("e")
    expect(page.get_by_text("Nothing is left to review.")).to_be_visible()
    assert recorded(log) == [
        ("same", "Tamm"),
        ("preferred spelling", "Kallas"),
        ("different", "Sepp"),
        ("not sure", "Ilves"),
        ("seen", '"Go home!"'),
    ]
    assert [(r.scope, r.preferred) for r in read_decisions(log)[1:3]] == [("everywhere", "Kalas"), ("this article", "")]


def test_a_whole_review_by_clicks_alone(page: Page, log: Path) -> None:
    page.get_by_role("link", name="Begin with the first").click()
    page.get_by_role("button", name="s Same", exact=True).click()
    asked(page, "Kallas", "Kalas")
    page.get_by_label("at this mention").check()
    expect(page.get_by_role("button", name="2 Kalas")).to_be_disabled()
    page.get_by_role("button", name="Different").click()
    asked(page, "Sepp", "Sep.")
    page.get_by_role("button", name="Undo").click()
    asked(page, "Kallas", "Kalas")
    page.get_by_role("link", name="History").click()
    expect(page.get_by_text("3 records in")).to_be_visible()
    page.get_by_role("button", name="Take back: “Tamm”").click()
    expect(page.get_by_text("4 records in")).to_be_visible()
    assert recorded(log) == [("same", "Tamm"), ("different", "Kallas"), ("undo", "Kallas"), ("undo", "Tamm")]


def test_rows_are_chosen_and_answered_by_keys(page: Page, log: Path) -> None:
    for key in ("ArrowDown", "Space", "ArrowDown", "ArrowDown", "Space"):
        page.keyboard.press(key)
    expect(page.get_by_text("With the 2 chosen")).to_be_visible()
    page.keyboard.press("d")
    expect(page.get_by_text("2 answers recorded.")).to_be_visible()
    assert recorded(log) == [("different", "Tamm"), ("different", "Sepp")]
    page.keyboard.press("z")
    expect(page.get_by_text("2 answers taken back.")).to_be_visible()
    assert state(read_decisions(log)).in_force == ()


def test_without_a_choice_the_row_with_the_focus_is_answered_and_without_focus_none(page: Page, log: Path) -> None:
    page.keyboard.press("s")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("s")
    expect(page.get_by_text("Recorded: “Kallas” and “Kalas” are the same")).to_be_visible()
    assert recorded(log) == [("same", "Kallas")]


def test_all_rows_are_chosen_by_one_key_or_click(page: Page, log: Path) -> None:
    page.keyboard.press("a")
    expect(page.get_by_text("With the 5 chosen")).to_be_visible()
    page.keyboard.press("a")
    expect(page.get_by_text("With the chosen flags")).to_be_visible()
    page.get_by_label("Choose all that are shown").check()
    page.get_by_role("button", name="Not sure").click()
    expect(page.get_by_text("4 answers recorded.")).to_be_visible()
    expect(page.get_by_text("1 flag left as before: not about two names.")).to_be_visible()
    assert len(recorded(log)) == 4


@pytest.mark.parametrize("javascript", [True, False])
def test_enter_in_a_form_gives_no_answer(browser: Browser, running: Program, log: Path, javascript: bool) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    page.goto(running.address)
    page.get_by_label("Choose “Tamm”").check()
    page.get_by_label("Choose “Tamm”").press("Enter")
    page.get_by_role("link", name="Tamm / Tam.").click()
    page.get_by_label("in this article").check()
    page.get_by_label("in this article").press("Enter")
    page.get_by_role("link", name="History").click()
    expect(page.get_by_text("no records in")).to_be_visible()
    context.close()
    assert recorded(log) == []


def test_the_list_is_filtered_as_one_types_and_keys_are_letters_there(page: Page, log: Path) -> None:
    page.keyboard.press("/")
    page.keyboard.type("sepp")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 of 5 open flags")).to_be_visible()
    page.get_by_label("Words").fill("")
    page.get_by_label("Show", exact=True).select_option(label="to check only")
    expect(page.get_by_role("link", name="Go home!")).to_be_visible()
    expect(page.get_by_text("1 of 5 open flags")).to_be_visible()
    page.get_by_role("link", name="Clear").click()
    page.get_by_role("link", name="About").click()
    expect(page.locator("[data-open]").first).to_have_text('"Go home!"')
    assert recorded(log) == []


def test_the_article_shows_the_place_and_a_key_goes_on_to_the_next(page: Page) -> None:
    page.get_by_role("link", name="Ilves / Ilwes").click()
    first, second = page.locator("#place-1"), page.locator("#place-2")
    expect(first).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
    page.keyboard.press("m")
    expect(first).to_have_class(re.compile("here"))
    page.keyboard.press("m")
    expect(second).to_have_class(re.compile("here"))
    page.keyboard.press("ArrowLeft")
    asked(page, "Sepp", "Sep.")
    page.keyboard.press("ArrowRight")
    asked(page, "Ilves", "Ilwes")
    page.keyboard.press("q")
    expect(page.get_by_role("heading", name="Flags to review")).to_be_visible()
    page.keyboard.press("h")
    expect(page.get_by_role("heading", name="History")).to_be_visible()


def test_a_key_that_is_held_or_pressed_twice_answers_once(page: Page, log: Path) -> None:
    page.keyboard.press("Enter")
    asked(page, "Tamm", "Tam.")
    page.evaluate(
        "['s', 's'].forEach((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true})))"
    )
    asked(page, "Kallas", "Kalas")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 's', repeat: true, bubbles: true}))")
    page.keyboard.press("Control+d")
    asked(page, "Kallas", "Kalas")
    assert recorded(log) == [("same", "Tamm")]


def test_keys_can_be_turned_off(page: Page, log: Path) -> None:
    page.get_by_label("keys on").uncheck()
    page.get_by_role("link", name="Tamm / Tam.").click()
    asked(page, "Tamm", "Tam.")
    page.keyboard.press("s")
    page.get_by_label("keys on").check()
    page.keyboard.press("ArrowRight")
    asked(page, "Kallas", "Kalas")
    assert recorded(log) == []


def test_the_second_of_two_tabs_is_told_that_it_comes_too_late(page: Page, context: BrowserContext, log: Path) -> None:
    page.keyboard.press("Enter")
    asked(page, "Tamm", "Tam.")
    other = context.new_page()
    other.goto(page.url)
    page.keyboard.press("s")
    asked(page, "Kallas", "Kalas")
    other.keyboard.press("d")
    expect(other.get_by_role("alert")).to_contain_text("Already answered by ana")
    expect(other.get_by_role("heading", name="This flag is not open any more")).to_be_visible()
    assert recorded(log) == [("same", "Tamm")]


def test_everything_can_be_done_without_javascript(browser: Browser, running: Program, log: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(running.address)
    page.get_by_label("Words").fill("sepp")
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("link", name="Sepp / Sep.").click()
    page.get_by_role("button", name="2 Sep.").click()
    expect(page.get_by_text("“Sep.” is the spelling to use, everywhere.")).to_be_visible()
    page.get_by_role("link", name="Flags 4").click()
    page.get_by_role("link", name="Clear").click()
    page.get_by_label("Choose “Tamm”").check()
    page.get_by_label("Choose “Kallas”").check()
    page.get_by_role("button", name="Different").click()
    page.get_by_role("button", name="Undo all 2").click()
    expect(page.get_by_text("2 answers taken back.")).to_be_visible()
    context.close()
    assert state(read_decisions(log)).in_force[0].preferred == "Sep."


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 800), (1024, 768), (420, 800)])
def test_nothing_runs_out_of_the_window(page: Page, running: Program, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    for path in (f"flag/{TAMM.id}", f"flag/{SILENT.id}", "history", ""):
        page.goto(running.address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if width >= 1280:
            expect(page.locator(".keys")).to_be_in_viewport(ratio=1)
            for button in page.get_by_role("button").all()[:4]:
                expect(button).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("width", [1280, 420])
def test_names_of_no_reasonable_length_are_broken(tmp_path: Path, browser: Browser, log: Path, width: int) -> None:
    name = f"Tamm{'y' * 300}"
    text = f"{name} met Tam. {'W' * 300}"
    flag = replace(spelling_flag(text, name, "Tam."), message="M" * 300)
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    with program(save_sheet(tmp_path, "a" * 150, text, flag), log, "--no-browser") as running:
        for path in ("", f"flag/{flag.id}"):
            page.goto(running.address + path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("s")
        expect(page.get_by_text("Nothing is left to review.")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.keyboard.press("h")
        expect(page.get_by_role("heading", name="History")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_what_has_the_focus_is_seen(page: Page) -> None:
    page.keyboard.press("ArrowDown")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert outline == "3px"


def test_finish_ends_the_program_with_the_count(page: Page, running: Program, log: Path) -> None:
    page.keyboard.press("Enter")
    asked(page, "Tamm", "Tam.")
    page.keyboard.press("s")
    asked(page, "Kallas", "Kalas")
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("heading", name="The review has ended")).to_be_visible()
    assert running.process.wait(20) == 0
    assert running.process.stdout is not None
    assert running.process.stdout.readline() == f"1 decision added to {log}.\n"


def test_a_hostile_article_does_nothing(tmp_path: Path, browser: Browser, log: Path) -> None:
    text = f"Tamm met Tam. {HOSTILE}"
    flag = replace(spelling_flag(text, "Tamm", "Tam."), message=HOSTILE, suggestion=HOSTILE, names=(HOSTILE, "Tam."))
    context = browser.new_context()
    page = context.new_page()
    elsewhere: list[str] = []
    page.on("request", lambda asked: elsewhere.append(asked.url) if "elsewhere" in asked.url else None)
    with program(save_sheet(tmp_path, "estonia", text, flag), log, "--no-browser") as running:
        for path in ("", f"flag/{flag.id}"):
            page.goto(running.address + path)
            expect(page.get_by_text("onerror=document.title").first).to_be_visible()
            assert "caught" not in page.title()
        page.keyboard.press("u")
        expect(page.get_by_text("Recorded: ")).to_be_visible()
        page.keyboard.press("h")
        expect(page.get_by_role("heading", name="History")).to_be_visible()
        assert "caught" not in page.title()
    context.close()
    assert elsewhere == []


def test_a_page_of_another_site_changes_nothing(
    page: Page, running: Program, context: BrowserContext, log: Path
) -> None:
    form = (
        f'<form method=post action="{running.address}flag/{TAMM.id}"><input name=choice value=same><button>Go</button>'
    )
    body = f'{form}</form><iframe src="{running.address}"></iframe>'
    context.route("http://elsewhere.example/**", lambda route: route.fulfill(content_type="text/html", body=body))
    other = context.new_page()
    other.goto("http://elsewhere.example/")
    assert len(other.frames) == 2
    assert "Flags to review" not in other.frames[1].content()
    other.get_by_role("button", name="Go").click()
    expect(other.get_by_text("nothing was changed")).to_be_visible()
    assert recorded(log) == []
