"""A review in the browser without a browser: what a page says, and its forms, sent as they stand there."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

from werkzeug.test import Client, TestResponse

from factsheet.review.sitting import Sitting
from factsheet.review.web.app import App
from factsheet.review.web.guard import Guard

PORT = 4567
ORIGIN = f"http://127.0.0.1:{PORT}"
AT = datetime(2026, 5, 4, 3, 2, 1, tzinfo=UTC)


@dataclass
class Form:
    """A form: its fields as they are sent, and its buttons by what they say."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    ticks: list[tuple[str, str]] = field(default_factory=list)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)


class Page(HTMLParser):
    """A page as read by a parser: its forms, its links, its words, and the words that are marked."""

    def __init__(self, response: TestResponse) -> None:
        super().__init__()
        self.status = response.status_code
        self.source = response.get_data(as_text=True)
        response.close()
        self.forms: list[Form] = []
        self.links: dict[str, str] = {}
        self.marks: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self._button: tuple[str, str] | None = None
        self._link: str | None = None
        self._mark: str | None = None
        self._words: list[str] = []
        self._here: list[str] = []
        self.feed(self.source)
        self.words = " ".join("".join(self._words).split())

    def form(self, button: str) -> Form:
        """The form that has this button."""
        return next(form for form in self.forms if button in form.buttons)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        if tag == "form":
            self.forms.append(Form(given["action"]))
        elif tag == "input" and self.forms and "name" in given:
            pair = (given["name"], given["value"])
            if given.get("type") == "checkbox":
                self.forms[-1].ticks.append(pair)
            elif given.get("type") != "radio" or "checked" in given:
                self.forms[-1].fields.append(pair)
        elif tag == "button":
            self._button, self._here = (given.get("name", ""), given.get("value", "")), []
        elif tag == "a":
            self._link, self._here = given["href"], []
        elif tag == "mark":
            self._mark, self._here = given["class"], []

    def handle_endtag(self, tag: str) -> None:
        text = " ".join("".join(self._here).split())
        if tag == "button" and self._button is not None:
            self.forms[-1].buttons[text] = self._button
        elif tag == "a" and self._link is not None:
            self.links[text] = self._link
        elif tag == "mark" and self._mark is not None:
            self.marks.append((" ".join(self._mark.split()), text))

    def handle_data(self, data: str) -> None:
        self._words.append(data)
        self._here.append(data)


class Reader:
    """Somebody who reviews a folder in a browser that has no JavaScript."""

    def __init__(self, folder: Path, log: Path, by: str = "ana") -> None:
        self.sitting = Sitting(folder, log, by=by, now=lambda: AT)
        self.guard = Guard(PORT)
        self.stopped: list[bool] = []
        self.failures: list[Exception] = []
        app = App(self.sitting, self.guard, lambda: self.stopped.append(True), self.failures.append)
        self.client = Client(app)

    def open(self, path: str = "") -> Page:
        """The page at a path below the root, or at one that a page named."""
        path = path if path.startswith("/") else self.guard.root + path
        return Page(self.client.get(path, base_url=ORIGIN))

    def press(self, page: Page, button: str, *ticks: str, follow: bool = True, scope: str | None = None) -> Page:
        """The page that follows on a button, with these boxes ticked and another scope where one is given."""
        form = page.form(button)
        data = [pair for pair in form.fields if scope is None or pair[0] != "scope"]
        data += [pair for pair in form.ticks if pair[1].split()[0] in ticks]
        data += [*([("scope", scope)] if scope is not None else []), form.buttons[button]]
        sent: dict[str, list[str]] = {}
        for name, value in data:
            sent.setdefault(name, []).append(value)
        headers = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
        return Page(self.client.post(form.action, base_url=ORIGIN, data=sent, headers=headers, follow_redirects=follow))
