"""Who may ask, and what a browser may do with what it gets.

The address holds a random token. It stays in the path: a cookie for 127.0.0.1 would be sent to every other port of this
computer, and every page that can name the port could make use of it. A page of another site can neither guess the
token nor read it, since no Referer goes to another site, and every change needs a second secret that only our forms
have.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from werkzeug import Request as BaseRequest
from werkzeug import Response
from werkzeug.exceptions import Forbidden, MisdirectedRequest, NotFound

HOST = "127.0.0.1"

# "same-origin" and not "no-referrer": under the latter browsers send "Origin: null" with our own forms, and the
# check below would have nothing to go by. To other origins both send nothing.
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Request(BaseRequest):
    """A request of a size that a form of ours can have (10,000 flags chosen at once are some 400 kB)."""

    max_content_length = 4_000_000
    max_form_memory_size = 4_000_000


@dataclass
class Guard:
    """The secrets of one sitting, and the port it is held at. ``key`` is in every form; ``once`` opens the first page
    a single time, for a browser that is started: other users of the computer may read its command line."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    once: str | None = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def root(self) -> str:
        """The path that every page is below."""
        return f"/{self.token}/"

    @property
    def address(self) -> str:
        """The address to open, for the user's eyes."""
        return f"http://{HOST}:{self.port}{self.root}"

    @property
    def address_once(self) -> str:
        """An address that leads to the first page once."""
        return f"http://{HOST}:{self.port}/open/{self.once}"

    def check(self, request: Request) -> None:
        """Refuse what comes from elsewhere.

        Raises:
            MisdirectedRequest: the request names another host, as after a rebinding of a foreign name.
            Forbidden: a change that none of our own pages asked for.
            NotFound: the path lacks the token.
        """
        if request.headers.get("Host") not in {f"{HOST}:{self.port}", f"localhost:{self.port}"}:
            raise MisdirectedRequest("This address is not one that the review answers at.")
        if self._is_opening(request.path):
            return
        if not _same(request.path[: len(self.root)], self.root):
            raise NotFound("There is no such page. Use the address that `factsheet review --web` printed.")
        if request.method not in ("GET", "HEAD"):
            self._check_change(request)

    def open(self) -> None:
        """Use up the address that opens the first page once.

        Raises:
            NotFound: it was used before.
        """
        if self.once is None:
            raise NotFound("This link was used already. Use the address that `factsheet review --web` printed.")
        self.once = None

    def _is_opening(self, path: str) -> bool:
        return self.once is not None and _same(path, f"/open/{self.once}")

    def _check_change(self, request: Request) -> None:
        site, origin, host = (request.headers.get(name) for name in ("Sec-Fetch-Site", "Origin", "Host"))
        if site not in (None, "same-origin") or origin != f"http://{host}":
            raise Forbidden("This did not come from a page of the review, so nothing was changed.")
        if not _same(request.form.get("key", ""), self.key):
            raise Forbidden("This form is not of this sitting, so nothing was changed. Please open the page again.")


def protected(response: Response) -> Response:
    """The response with the headers that keep a browser from doing more with it than showing it."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    return response


def _same(given: str, wanted: str) -> bool:
    return secrets.compare_digest(given.encode("utf-8", "replace"), wanted.encode("utf-8"))
