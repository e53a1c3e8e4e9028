"""The program itself, reviewing in the browser, as a user starts and ends it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Program:
    """A running `factsheet review --web` and the address it printed."""

    process: subprocess.Popen[str]
    address: str

    def end(self) -> tuple[int, str, str]:
        """Press Ctrl-C: the exit code, and what was written since to standard output and to standard error."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=20)
        return self.process.returncode, out, err


@contextmanager
def program(folder: Path, log: Path, *options: str, **environment: str) -> Iterator[Program]:
    """`factsheet review --web` on a folder; it is ended in any case."""
    words = [sys.executable, "-m", "factsheet", "review", "--web", str(folder), "--decisions", str(log), *options]
    process = subprocess.Popen(
        words,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "USER": "ana", **environment},
        # What runs in the background ignores Ctrl-C, and so would the program.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.stdout.readline()
        yield Program(process, first.removeprefix("Review at ").strip())
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()
