"""Who is let in: the token, the host, the origin and the key of every form; and what a browser may do with a page."""

from __future__ import annotations

from pathlib import Path

import pytest
from review_samples import save_sheet, spelling_flag
from review_web import ORIGIN, PORT, Reader

TEXT = "Tamm met Tam."
FLAG = spelling_flag(TEXT, "Tamm", "Tam.")
OWN = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "decisions.jsonl"


@pytest.fixture
def reader(tmp_path: Path, log: Path) -> Reader:
    return Reader(save_sheet(tmp_path, "estonia", TEXT, FLAG), log)


@pytest.mark.parametrize("path", ["/", "/history", "/wrong/", "/wrong/history", "//", "/open/wrong", "/favicon.ico"])
def test_nothing_is_shown_without_the_token(reader: Reader, path: str) -> None:
    response = reader.client.get(path, base_url=ORIGIN)
    assert response.status_code == 404
    page = response.get_data(as_text=True)
    assert reader.guard.token not in page
    assert "Tamm" not in page


def test_the_token_is_long_and_new_for_every_sitting(tmp_path: Path, log: Path, reader: Reader) -> None:
    other = Reader(tmp_path / "build", log)
    secrets = {value for guard in (reader.guard, other.guard) for value in (guard.token, guard.key, guard.once)}
    assert len(secrets) == 6
    assert min(len(secret or "") for secret in secrets) >= 32


@pytest.mark.parametrize(
    ("host", "status"),
    [
        (f"127.0.0.1:{PORT}", 200),
        (f"localhost:{PORT}", 200),
        ("127.0.0.1", 421),
        (f"127.0.0.1:{PORT + 1}", 421),
        (f"rebound.example:{PORT}", 421),
        (f"127.0.0.1.rebound.example:{PORT}", 421),
        ("", 421),
    ],
)
def test_only_a_request_for_this_host_is_answered(reader: Reader, host: str, status: int) -> None:
    response = reader.client.get(reader.guard.root, headers={"Host": host})
    assert response.status_code == status


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": f"http://127.0.0.1:{PORT + 1}"},
        {"Origin": f"http://localhost:{PORT}"},
        {"Sec-Fetch-Site": "same-origin"},
        OWN | {"Sec-Fetch-Site": "cross-site"},
        OWN | {"Sec-Fetch-Site": "same-site"},
        OWN | {"Sec-Fetch-Site": "none"},
    ],
)
@pytest.mark.parametrize("path", ["", "flag/{flag}", "undo", "finish"])
def test_a_change_that_comes_from_elsewhere_is_refused(
    reader: Reader, log: Path, headers: dict[str, str], path: str
) -> None:
    form = dict(reader.open(f"flag/{FLAG.id}").form("s Same").fields)
    response = reader.client.post(
        reader.guard.root + path.format(flag=FLAG.id), base_url=ORIGIN, headers=headers, data={**form, "choice": "same"}
    )
    assert response.status_code == 403
    assert "nothing was changed" in response.get_data(as_text=True)
    assert not log.exists()
    assert not reader.stopped


@pytest.mark.parametrize("key", [None, "", "wrong", "ü"])
@pytest.mark.parametrize("path", ["", "flag/{flag}", "undo", "finish"])
def test_a_change_without_the_key_of_our_forms_is_refused(
    reader: Reader, log: Path, key: str | None, path: str
) -> None:
    form = dict(reader.open(f"flag/{FLAG.id}").form("s Same").fields) | {"choice": "same"}
    data = {name: value for name, value in (form | {"key": key}).items() if value is not None}
    response = reader.client.post(
        reader.guard.root + path.format(flag=FLAG.id), base_url=ORIGIN, headers=OWN, data=data
    )
    assert response.status_code == 403
    assert not log.exists()


def test_a_browser_that_says_nothing_of_the_site_is_known_by_the_origin(reader: Reader) -> None:
    form = dict(reader.open(f"flag/{FLAG.id}").form("s Same").fields)
    response = reader.client.post(
        f"{reader.guard.root}flag/{FLAG.id}",
        base_url=ORIGIN,
        headers={"Origin": ORIGIN},
        data={**form, "choice": "same"},
    )
    assert response.status_code == 303
    assert response.headers["Location"].startswith(reader.guard.root)


def test_a_change_is_never_made_by_following_a_link(reader: Reader, log: Path) -> None:
    address = f"{reader.guard.root}flag/{FLAG.id}?choice=same&key={reader.guard.key}"
    reader.client.get(address, base_url=ORIGIN)
    assert reader.client.get(f"{reader.guard.root}finish", base_url=ORIGIN).status_code == 405
    assert not log.exists()


def test_a_browser_that_is_started_gets_in_once(reader: Reader) -> None:
    path = reader.guard.address_once.removeprefix(ORIGIN)
    first = reader.client.get(path, base_url=ORIGIN)
    assert (first.status_code, first.headers["Location"]) == (303, reader.guard.root)
    second = reader.client.get(path, base_url=ORIGIN)
    assert second.status_code == 404
    assert reader.guard.token not in second.get_data(as_text=True)


@pytest.mark.parametrize("path", ["", "history", "flag/nosuch", "static/review.css", "static/nosuch", "../wrong"])
def test_every_answer_keeps_the_browser_from_doing_more(reader: Reader, path: str) -> None:
    headers = reader.client.get(reader.guard.root + path, base_url=ORIGIN).headers
    policy = headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert ("no-store" in headers["Cache-Control"]) == (path != "static/review.css")
    assert "Set-Cookie" not in headers


@pytest.mark.parametrize("name", ["review.css", "review.js"])
def test_styles_and_keys_are_our_own(reader: Reader, name: str) -> None:
    content = reader.client.get(f"{reader.guard.root}static/{name}", base_url=ORIGIN).get_data(as_text=True)
    assert content
    assert "http:" not in content
    assert "https:" not in content
    assert "@import" not in content
    assert "url(" not in content


def test_a_form_of_no_reasonable_size_is_refused(reader: Reader, log: Path) -> None:
    response = reader.client.post(
        reader.guard.root, base_url=ORIGIN, headers=OWN, data={"key": reader.guard.key, "flag": "x" * 5_000_000}
    )
    assert response.status_code == 413
    assert not log.exists()


def test_a_log_that_cannot_be_read_is_told_on_the_page(reader: Reader, log: Path) -> None:
    log.write_text("{}\n")
    page = reader.open()
    assert page.status == 500
    assert f"{log}, line 1: this is no decision" in page.words


def test_an_answer_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    reader = Reader(save_sheet(tmp_path, "estonia", TEXT, FLAG), tmp_path / "nowhere" / "decisions.jsonl")
    page = reader.press(reader.open(f"flag/{FLAG.id}"), "s Same")
    assert page.status == 500
    assert "the decision cannot be written (No such file or directory)" in page.words
    assert reader.sitting.made == []


def test_an_error_of_the_program_is_told_to_the_terminal(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("Tamm")

    monkeypatch.setattr(reader.sitting, "look", broken)
    page = reader.open()
    assert page.status == 500
    assert "An error of this program: ZeroDivisionError." in page.words
    assert [type(error) for error in reader.failures] == [ZeroDivisionError]
