"""The server of the review: on the loopback address, for as long as the command runs."""

from __future__ import annotations

import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from factsheet.errors import UsageError
from factsheet.review.sitting import Sitting
from factsheet.review.web.app import App
from factsheet.review.web.guard import HOST, Guard

_MOST_WAITING = 64


class _Handler(WSGIRequestHandler):
    """Says nothing of what is asked: the token would stand in every line."""

    def log(self, *args: object, **kwargs: object) -> None:
        pass

    def version_string(self) -> str:
        return "factsheet"


def serve(
    sitting: Sitting,
    *,
    port: int,
    open_browser: bool,
    tell: Callable[[str], object],
    failed: Callable[[Exception], None],
) -> None:
    """Hold a sitting in the browser until Ctrl-C, or until the user finishes. ``port`` 0 is any that is free;
    ``tell`` gets what the user should read, ``failed`` an error of this program.

    Raises:
        UsageError: the port cannot be used.
    """
    with _listening(port) as listening:
        guard = Guard(listening.getsockname()[1])
        servers: list[BaseWSGIServer] = []
        app = App(sitting, guard, lambda: _stop(servers), failed)
        server = make_server(HOST, guard.port, app, threaded=True, request_handler=_Handler, fd=listening.fileno())
        servers.append(server)
        try:
            tell(f"Review at {guard.address}")
            tell("Only this computer can open it. Press Ctrl-C here when you are done.")
            if open_browser and _has_screen():
                threading.Thread(target=webbrowser.open, args=(guard.address_once,), daemon=True).start()
            server.serve_forever(poll_interval=0.1)
        except KeyboardInterrupt:  # before the loop has begun; within it, it ends the loop
            server.server_close()


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let another program take the port over
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen(_MOST_WAITING)
    except OSError as error:
        listening.close()
        raise UsageError(f"port {port} cannot be used ({error.strerror}); leave --port out to use a free one") from None
    return listening


def _stop(servers: list[BaseWSGIServer]) -> None:
    # It waits for the loop to end, and would wait for itself in a thread that the loop waits for.
    for server in servers:
        threading.Thread(target=server.shutdown, daemon=True).start()


def _has_screen() -> bool:
    """Whether a browser would have a window: without one a text browser would take the terminal over."""
    if sys.platform in ("win32", "darwin", "cygwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))
