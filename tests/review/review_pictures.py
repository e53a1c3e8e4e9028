"""Makes the pictures of docs/reviewing-names.md, of invented articles: `python tests/review/review_pictures.py`."""

from __future__ import annotations

import tempfile
from contextlib import chdir
from pathlib import Path
from shutil import which

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright
from review_program import program

from factsheet import build

ARTICLES = Path(__file__).parent / "pictures"
DOCS = Path(__file__).parents[2] / "docs"
SIZE = ViewportSize(width=1280, height=760)


def picture(page: Page, name: str) -> None:
    """What the page shows, in few colours: a picture is some 50 kB."""
    path = DOCS / f"{name}.png"
    page.wait_for_load_state()
    page.screenshot(path=path)
    Image.open(path).convert("RGB").quantize(160, dither=Image.Dither.NONE).save(path, optimize=True)


def go(page: Page, *keys: str) -> None:
    """Press keys one after the other, each on the page that the one before led to."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(400)


def main() -> None:
    """Build the articles, review some of their flags, and make a picture of each page."""
    with tempfile.TemporaryDirectory() as work, chdir(work), sync_playwright() as playwright:
        folder, log = Path("build"), Path("decisions.jsonl")
        build([ARTICLES], output=folder, formats=("json",))
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        with program(folder, log, "--no-browser", USER="ann") as running:
            page.goto(running.address)
            go(page, "ArrowDown", "ArrowDown", "Space", "ArrowDown", "Space")
            picture(page, "review-list")
            go(page, "Enter", "ArrowLeft")
            picture(page, "review-flag")
            go(page, "p", "2", "s", "d", "z", "h")
            picture(page, "review-history")
        browser.close()


if __name__ == "__main__":
    main()
